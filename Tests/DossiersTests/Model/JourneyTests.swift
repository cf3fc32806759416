import Kernel
import Testing

@testable import Dossiers

/// The main job, from request to decision, with a missing paper, two advices and four eyes.
@Suite struct JourneyTests {
    let type: DossierType

    init() throws {
        type = try Library.type("inname-openbaar-domein")
    }

    private func begin(_ papers: [String] = ["inplantingsplan"]) throws -> Walk {
        let answers = inname(["soortInname": .text("kraan"), "deel": .choices(["rijweg"])])
        return try Walk(type, answers, papers: papers, on: "2026-06-22", fee: amount("95"))
    }

    @Test func `a missing paper is asked, waited for, and lets the term begin`() throws {
        var walk = try begin()
        #expect(walk.flow("2026-06-22").phase?.name == "ontvangen")
        #expect(walk.flow("2026-06-22").toAct.party == .role("behandelaar"))
        let asked = try asking(&walk)
        #expect(asked.letter == .question)
        let waiting = walk.flow("2026-06-25").toAct
        #expect(waiting.party == .applicant)
        #expect(waiting.by == day("2026-07-08"))
        #expect(
            waiting.forApplicant
                == "We wachten op jou. Bezorg ons ‘Verzekeringsattest’, uiterlijk op woensdag 8 juli 2026."
        )
        #expect(walk.flow("2026-06-25").lastDay == nil)
        let received = try answering(&walk)
        #expect(
            received.forApplicant?.hasPrefix("We hebben je document goed ontvangen: Verzekeringsattest.") == true
        )
        // Complete since 1 July: 30 days later is Friday 31 July.
        #expect(walk.flow("2026-07-02").lastDay == day("2026-07-31"))
        #expect(walk.flow("2026-07-02").phase?.name == "advies")
    }

    @Test func `a request goes all the way to a decision that two people made`() throws {
        var walk = try begin()
        _ = try asking(&walk)
        _ = try answering(&walk)
        let advising = walk.flow("2026-07-02")
        #expect(Set(advising.openWork.map(\.name)) == ["politie", "mobiliteit"])
        let sentence = "We wachten op advies van lokale politie, uiterlijk op zondag 12 juli 2026."
        #expect(advising.toAct.forApplicant == sentence)
        try walk.act(.advise(advice: "politie", .conditional, text: "Met regelaar."), as: "politie", on: "2026-07-06")
        #expect(walk.flow("2026-07-06").phase?.name == "advies")
        try walk.act(.advise(advice: "mobiliteit", .favourable, text: "Geen bus."), as: "mobiliteit", on: "2026-07-07")
        #expect(walk.flow("2026-07-07").phase?.name == "beslissing")

        let draft = FormDraft(
            id: walk.id(),
            outcome: "voorwaardelijk",
            text: "toelating",
            document: walk.id(),
            digest: "ab12"
        )
        try walk.act(.draft(draft), as: "behandelaar", "els", on: "2026-07-08")
        try walk.act(.approve(draft: draft.id, digest: "ab12"), as: "diensthoofd", "jan", on: "2026-07-09")
        try walk.act(.decide(outcome: "voorwaardelijk"), as: "college", on: "2026-07-13")
        #expect(walk.flow("2026-07-13").phase?.name == "beslissing")
        let told = try walk.act(.notify, as: "behandelaar", "els", on: "2026-07-14")
        #expect(told.letter == .decision)

        let end = walk.flow("2026-07-14")
        #expect(end.isClosed)
        #expect(end.toAct.party == .nobody)
        #expect(end.daysLate == 0)
        // Sixty days after 14 July is Saturday 12 September; it moves to Monday.
        #expect(end.appeal?.lastDay == day("2026-09-14"))
        #expect(told.forApplicant?.contains("tot en met maandag 14 september 2026") == true)
    }

    private func asking(_ walk: inout Walk) throws -> Effect {
        try walk.act(.take, as: "behandelaar", "els", on: "2026-06-23")
        #expect(walk.flow("2026-06-23").phase?.name == "volledigheid")
        let ask = Verb.ask(id: walk.id(), kinds: ["verzekering"], explanation: "Het attest geldt voor de kraan.")
        return try walk.act(ask, as: "behandelaar", "els", on: "2026-06-24")
    }

    private func answering(_ walk: inout Walk) throws -> Effect {
        let paper = Verb.receive(document: walk.id(), kind: "verzekering")
        let effect = try walk.act(paper, as: "aanvrager", on: "2026-07-01")
        try walk.act(.finish(task: "nazicht"), as: "behandelaar", "els", on: "2026-07-02")
        return effect
    }

    @Test func `whoever wrote the draft cannot approve it`() throws {
        var walk = try decided(upTo: .draft)
        let draft = try #require(walk.facts.draft?.draft)
        let flow = walk.flow("2026-07-09")
        let els = Actor("els", .official(roles: ["behandelaar", "diensthoofd"]))
        #expect(flow.refusal(of: .approve, by: els)?.code == .gate)
        #expect(throws: FlowRefusal.self) {
            try flow.perform(.approve(draft: draft.id, digest: "ab12"), by: els, at: moment("2026-07-09"))
        }
        try walk.act(.approve(draft: draft.id, digest: "ab12"), as: "diensthoofd", "jan", on: "2026-07-09")
    }

    @Test func `only the very bytes that were read can be approved`() throws {
        let walk = try decided(upTo: .draft)
        let draft = try #require(walk.facts.draft?.draft)
        let jan = Actor("jan", .official(roles: ["diensthoofd"]))
        #expect {
            try walk.flow("2026-07-09").perform(
                .approve(draft: draft.id, digest: "ab13"),
                by: jan,
                at: moment("2026-07-09")
            )
        } throws: { ($0 as? FlowRefusal)?.sentence.contains("niet de bytes") == true }
    }

    @Test func `a draft that is sent back must be written again`() throws {
        var walk = try decided(upTo: .draft)
        let draft = try #require(walk.facts.draft?.draft)
        try walk.act(
            .refuseApproval(draft: draft.id, reason: "Artikel 2 klopt niet."),
            as: "diensthoofd",
            "jan",
            on: "2026-07-09"
        )
        #expect(walk.flow("2026-07-09").openWork.first?.name == "ontwerp")
        #expect(
            walk.flow("2026-07-09").refusal(of: .approve, by: Actor("jan", .official(roles: ["diensthoofd"]))) != nil
        )
    }

    @Test func `an advice that stays away counts as its type says once its day has passed`() throws {
        var walk = try begin(["inplantingsplan", "verzekering"])
        try walk.act(.take, as: "behandelaar", on: "2026-06-23")
        try walk.act(.finish(task: "nazicht"), as: "behandelaar", on: "2026-06-24")
        try walk.act(.advise(advice: "politie", .favourable, text: "Goed."), as: "politie", on: "2026-06-25")
        #expect(walk.flow("2026-07-04").overdue(at: moment("2026-07-04")).isEmpty)
        let waiting = walk.flow("2026-07-04").toAct
        #expect(
            waiting.forApplicant == "We wachten op advies van dienst mobiliteit, uiterlijk op zaterdag 4 juli 2026."
        )
        let late = walk.flow("2026-07-05")
        #expect(late.adviceOutcome("mobiliteit") == .favourable)
        #expect(late.overdue(at: moment("2026-07-05")).map(\.content) == [.status(phase: "beslissing")])
    }

    @Test func `a day that has passed is not promised again`() throws {
        var walk = try begin(["inplantingsplan", "verzekering"])
        try walk.act(.take, as: "behandelaar", on: "2026-06-23")
        try walk.act(.finish(task: "nazicht"), as: "behandelaar", on: "2026-06-24")
        let late = walk.flow("2026-07-10").toAct
        #expect(late.forApplicant == "We wachten op advies van lokale politie. Dat is nog niet binnen.")
        #expect(late.forOfficial.hasSuffix("te laat: dit moest op zaterdag 4 juli 2026."))
    }

    @Test func `a phase that a dossier does not need is left out`() throws {
        var walk = try Walk(type, inname(), papers: ["inplantingsplan"], on: "2026-06-22")
        try walk.act(.take, as: "behandelaar", on: "2026-06-23")
        try walk.act(.finish(task: "nazicht"), as: "behandelaar", on: "2026-06-24")
        #expect(walk.flow("2026-06-24").phase?.name == "beslissing")
    }

    @Test func `a missing paper keeps the gate before the draft closed, and says which`() throws {
        var walk = try begin()
        try walk.act(.take, as: "behandelaar", on: "2026-06-23")
        try walk.act(.finish(task: "nazicht"), as: "behandelaar", on: "2026-06-24")
        try walk.act(.advise(advice: "politie", .favourable, text: "Goed."), as: "politie", on: "2026-06-25")
        try walk.act(.advise(advice: "mobiliteit", .favourable, text: "Goed."), as: "mobiliteit", on: "2026-06-25")
        let refusal = walk.flow("2026-06-26").refusal(of: .draft, by: Actor("els", .official(roles: ["behandelaar"])))
        #expect(refusal?.code == .gate)
        #expect(refusal?.sentence == "Voor een kraan moet het verzekeringsattest in het dossier zitten.")
        #expect(walk.flow("2026-06-26").gates.first { $0.name == "verzekering" }?.isOpen == false)
    }

    @Test func `each verb is only for those whom the type names`() throws {
        let flow = try begin().flow("2026-06-22")
        let nobody = Actor("x", .official(roles: []))
        #expect(flow.allowed(for: nobody).isEmpty)
        #expect(flow.allowed(for: Walk.applicant) == [.receive, .withdraw])
        #expect(flow.allowed(for: Actor("m", .official(roles: ["mobiliteit"]))).isEmpty)
        #expect(flow.allowed(for: Actor("b", .official(roles: ["balie"]))) == [.receive, .pay, .withdraw])
        let els = Actor("els", .official(roles: ["behandelaar"]))
        #expect(flow.allowed(for: els) == [.take, .ask, .receive, .withdrawPaper, .pay, .withdraw, .inadmissible])
        for state in flow.verbs { #expect(state.obstacle?.hasSuffix(".") ?? true) }
    }

    @Test func `the gates hold at the other doors too`() throws {
        var walk = try begin(["inplantingsplan", "verzekering"])
        let flow = walk.flow("2026-06-22")
        #expect(flow.obstacle(toStatus: "volledigheid", by: "api") != nil)
        #expect(
            flow.obstacle(toStatus: "afgerond", by: "api") == "Er is nog geen resultaat. Sluit het dossier pas daarna."
        )
        #expect(flow.obstacle(toStatus: "van-een-ander", by: "api") == nil)
        #expect(flow.obstacle(toOutcome: "toegelaten", by: "api") == "Het ontwerp is nog niet goedgekeurd.")
        #expect(flow.obstacle(toOutcome: "ingetrokken", by: "api") == nil)
        try walk.act(.take, as: "behandelaar", on: "2026-06-23")
        #expect(walk.flow("2026-06-23").obstacle(toStatus: "volledigheid", by: "api") == nil)
    }

    @Test func `a task can be due before a day that the applicant gave`() throws {
        var walk = try Walk(
            type,
            inname(["deel": .choices(["parkeerstrook"])]),
            papers: ["inplantingsplan"],
            on: "2026-06-22"
        )
        try walk.act(.take, as: "behandelaar", on: "2026-06-23")
        try walk.act(.finish(task: "nazicht"), as: "behandelaar", on: "2026-06-24")
        try walk.act(.advise(advice: "mobiliteit", .favourable, text: "Ja."), as: "mobiliteit", on: "2026-06-25")
        let draft = FormDraft(
            id: walk.id(),
            outcome: "toegelaten",
            text: "toelating",
            document: walk.id(),
            digest: "ab"
        )
        try walk.act(.draft(draft), as: "behandelaar", on: "2026-06-26")
        try walk.act(.approve(draft: draft.id, digest: "ab"), as: "diensthoofd", on: "2026-06-29")
        try walk.act(.decide(outcome: "toegelaten"), as: "college", on: "2026-06-30")
        #expect(walk.flow("2026-06-30").openWork.first { $0.name == "borden" }?.due == day("2026-08-30"))
    }

    private func decided(upTo last: Verb.Kind) throws -> Walk {
        var walk = try begin(["inplantingsplan", "verzekering"])
        try walk.act(.take, as: "behandelaar", "els", on: "2026-06-23")
        try walk.act(.finish(task: "nazicht"), as: "behandelaar", "els", on: "2026-06-24")
        try walk.act(.advise(advice: "politie", .favourable, text: "Goed."), as: "politie", on: "2026-06-25")
        try walk.act(.advise(advice: "mobiliteit", .favourable, text: "Goed."), as: "mobiliteit", on: "2026-06-25")
        let draft = FormDraft(
            id: walk.id(),
            outcome: "toegelaten",
            text: "toelating",
            document: walk.id(),
            digest: "ab12"
        )
        try walk.act(.draft(draft), as: "behandelaar", "els", on: "2026-07-08")
        return walk
    }
}
