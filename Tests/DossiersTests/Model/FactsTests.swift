import Kernel
import Testing

@testable import Dossiers

@Suite struct FactsTests {
    @Test func `facts told in any order, and told twice, give the same flow`() throws {
        var walk = try Walk(
            try Library.type("inname-openbaar-domein"),
            inname(["deel": .choices(["rijweg"])]),
            papers: ["inplantingsplan"],
            on: "2026-06-22"
        )
        try walk.act(.take, as: "behandelaar", on: "2026-06-23")
        let ask = walk.id()
        try walk.act(.ask(id: ask, kinds: ["foto"], explanation: ""), as: "behandelaar", on: "2026-06-24")
        try walk.act(.remind(ask: ask), as: "behandelaar", on: "2026-07-03")
        try walk.act(.receive(document: walk.id(), kind: "foto"), as: "aanvrager", on: "2026-07-06")
        try walk.act(.finish(task: "nazicht"), as: "behandelaar", on: "2026-07-07")
        // The two advices are independent: they come in the same moment.
        try walk.act(.advise(advice: "mobiliteit", .favourable, text: "Ja."), as: "mobiliteit", on: "2026-07-08")
        try walk.act(.advise(advice: "politie", .favourable, text: "Ja."), as: "politie", on: "2026-07-08")
        let expected = walk.flow("2026-07-09")
        var random = SeededGenerator(seed: 42)
        for _ in 0..<200 {
            let told = (walk.facts.all + walk.facts.all).shuffled(using: &random)
            let flow = Flow(walk.type, answers: walk.answers, facts: Facts(told), on: day("2026-07-09"))
            #expect(flow.facts == expected.facts)
            #expect(flow.toAct == expected.toAct)
            #expect(flow.openWork == expected.openWork)
            #expect(flow.legal == expected.legal)
            #expect(flow.verbs == expected.verbs)
        }
    }

    @Test func `independent verbs done in either order lead to the same place`() throws {
        let type = try Library.type("inname-openbaar-domein")
        func walk(_ swapped: Bool) throws -> Flow {
            var walk = try Walk(
                type,
                inname(["deel": .choices(["rijweg"])]),
                papers: ["inplantingsplan"],
                on: "2026-06-22"
            )
            try walk.act(.take, as: "behandelaar", on: "2026-06-23")
            try walk.act(.finish(task: "nazicht"), as: "behandelaar", on: "2026-06-23", hour: 11)
            for name in swapped ? ["politie", "mobiliteit"] : ["mobiliteit", "politie"] {
                try walk.act(
                    .advise(advice: name, .favourable, text: "Ja."),
                    as: name,
                    on: "2026-06-24",
                    hour: swapped ? 9 : 8
                )
            }
            return walk.flow("2026-06-25")
        }
        let (one, other) = (try walk(false), try walk(true))
        #expect(one.phase == other.phase)
        #expect(one.toAct == other.toAct)
        #expect(one.openWork.map(\.name) == other.openWork.map(\.name))
    }

    @Test func `a clock that stands still or jumps back does not change the order of what happened`() {
        let first = Fact(at: moment("2026-06-22"), by: "x", .received(.web))
        let facts = Facts([first])
        #expect(Facts([]).moment(at: moment("2026-06-22")) == moment("2026-06-22"))
        #expect(facts.moment(at: moment("2026-06-23")) == moment("2026-06-23"))
        #expect(facts.moment(at: moment("2026-06-22")) > first.at)
        #expect(facts.moment(at: moment("2026-06-01")) > first.at)
    }

    @Test func `any facts at all give a flow, and never a trap`() throws {
        var random = SeededGenerator(seed: 77)
        for name in Library.names.prefix(6) {
            let type = try Library.type(name)
            for _ in 0..<150 {
                let facts = (0..<Int.random(in: 0...25, using: &random)).map { _ in Self.any(type, &random) }
                let today = Day(number: Int32.random(in: 20_000...21_500, using: &random)) ?? .first
                let flow = Flow(type, facts: Facts(facts), fee: .one, on: today, calendar: .flemishOfficials)
                _ = (
                    flow.toAct, flow.verbs, flow.gates, flow.legal, flow.daysLate, flow.appeal,
                    flow.overdue(at: .latest)
                )
            }
        }
    }

    private static func any(_ type: DossierType, _ random: inout SeededGenerator) -> Fact {
        let id = Identifier(high: 0, low: UInt64.random(in: 0...3, using: &random))
        let kind = type.documentKinds.randomElement(using: &random)?.name ?? "x"
        let outcome = type.outcomes.randomElement(using: &random)?.name ?? "x"
        let day = Day(number: Int32.random(in: 20_000...21_500, using: &random)) ?? .first
        let contents: [Fact.Content] = [
            .received(.web), .status(phase: type.phases.randomElement(using: &random)?.name ?? "x"),
            .taken(handler: "a"),
            .done(task: type.tasks.randomElement(using: &random)?.name ?? "x"), .reminded(ask: id), .settled(ask: id),
            .asked(Ask(id: id, kinds: [kind, "onbekend"], explanation: "", answerBy: day)),
            .paper(document: id, kind: kind),
            .paperWithdrawn(document: id, reason: ""), .drafted(FormDraft(id: id, outcome: outcome)),
            .approved(draft: id),
            .sentBack(draft: id, reason: ""), .decided(outcome: outcome, draft: nil), .notified, .paid(.one),
            .extended(term: type.terms.first?.name ?? "", reason: ""), .ended(outcome: outcome, reason: ""),
            .corrected(reason: ""), .reopened(reason: ""),
            .advised(advice: type.advices.randomElement(using: &random)?.name ?? "x", .favourable, text: ""),
        ]
        let at = BrusselsTime.start(of: Day(number: Int32.random(in: 20_000...21_500, using: &random)) ?? .first)
        return Fact(at: at, by: "x", contents.randomElement(using: &random) ?? .notified)
    }
}
