import Kernel
import Testing

@testable import Dossiers

/// Each product of the town, walked from its receipt to its end by whoever is to act, whatever was answered.
@Suite struct EveryProductTests {
    @Test(arguments: Library.names) func `a product leads to each of its results, whatever was answered`(name: String)
        throws
    {
        let type = try Library.type(name)
        var random = SeededGenerator(seed: 31)
        for outcome in type.outcomes where outcome.meaning.isDecided {
            for _ in 0..<6 {
                let answers = Self.answers(type, &random)
                let end = try Self.walk(type, answers, to: outcome)
                #expect(
                    end.isClosed,
                    "\(name) → \(outcome.name), seed 31: \(end.toAct.forOfficial) \(end.openWork.map(\.name))"
                )
                #expect(end.outcome == outcome)
            }
        }
    }

    @Test(arguments: Library.names) func `whoever is to act can do something about it`(name: String) throws {
        let type = try Library.type(name)
        var random = SeededGenerator(seed: 32)
        let walk = try Walk(type, Self.answers(type, &random), channel: type.channels[0], on: "2026-03-02")
        let flow = walk.flow("2026-03-02")
        guard case .role(let role) = flow.toAct.party else { return }
        #expect(!flow.allowed(for: Actor(role, .official(roles: [role]))).isEmpty)
    }

    @Test(arguments: Library.names) func `its letters and decisions are written without an empty paragraph`(
        name: String
    ) throws {
        let type = try Library.type(name)
        let house = try Library.house()
        var random = SeededGenerator(seed: 33)
        let walk = try Walk(type, Self.answers(type, &random), channel: type.channels[0], on: "2026-03-02")
        var context = LetterContext(number: "2026-000001", applicant: "An", department: "Dienst", town: "Belfort")
        (context.motivation, context.reason, context.conditions) = ("Daarom.", "Zo is het.", "Op tijd.")
        for kind in Letter.Kind.allCases {
            let letter = try #require(house.letter(kind, for: type))
            let written = walk.flow("2026-03-03").write(letter, context)
            #expect(!written.subject.isEmpty && written.parts.allSatisfy { !$0.text.contains("{") })
        }
        for decision in type.decisions {
            for outcome in type.outcomes where decision.outcomes.contains(outcome.name) {
                let parts = walk.flow("2026-03-03").write(decision, for: outcome, context).parts
                #expect(parts.contains { $0.text.hasPrefix("Artikel 1. ") }, "\(decision.name) \(outcome.name)")
            }
        }
    }

    /// An answer to each field, or none.
    static func answers(_ type: DossierType, _ random: inout SeededGenerator) -> Answers {
        var answers = Answers()
        for field in type.form.fields where Int.random(in: 0..<5, using: &random) > 0 {
            answers.values[field.name] = answer(field, &random)
        }
        return answers
    }

    private static func answer(_ field: FormQuestion, _ random: inout SeededGenerator) -> FormAnswer? {
        switch field.kind {
        case .choice: field.options.randomElement(using: &random).map { .text($0.value) }
        case .choices: .choices(field.options.map(\.value).filter { _ in Bool.random(using: &random) })
        case .yesNo, .statement: .yes(Bool.random(using: &random))
        case .number: .number(Amount(clamping: Int.random(in: 0...3_000, using: &random)))
        case .money: .money(Amount(clamping: Int.random(in: 0...3_000, using: &random)))
        case .date: day("2026-03-01").adding(days: Int.random(in: -4_000...100, using: &random)).map { .day($0) }
        case .period: .span(day("2026-04-01"), day("2026-04-09"))
        case .address: .address(Address(street: "Kerkstraat", number: "1", postcode: "9990", town: "Belfort"))
        case .area, .files: nil
        default: .text("tekst")
        }
    }

    /// Does what is open, at most so many times, until the end.
    private static func walk(_ type: DossierType, _ answers: Answers, to outcome: Outcome) throws -> Flow {
        let papers = type.documentKinds.map(\.name)
        var walk = try Walk(
            type,
            answers,
            papers: papers,
            channel: type.channels[0],
            on: "2026-03-02",
            fee: amount("10")
        )
        for step in 0..<60 {
            let today = "2026-03-\(step < 28 ? String(step + 103).suffix(2) : "31")"
            let flow = walk.flow(today)
            if flow.isClosed { break }
            guard let (verb, role) = next(flow, outcome, &walk) else { break }
            let hour = step < 28 ? 10 : min(23, step - 20)
            try walk.act(verb, as: role, "\(role) \(verb.kind.rawValue)", on: today, hour: hour)
        }
        return walk.flow("2026-03-31")
    }

    private static func next(_ flow: Flow, _ outcome: Outcome, _ walk: inout Walk) -> (Verb, String)? {
        let handler = flow.type.roles.first { $0.kind == .handler }?.name ?? ""
        if flow.facts.handler == nil { return (.take, handler) }
        if !flow.isPaid { return (.pay(flow.fee), handler) }
        let canSkipWriting = !outcome.needsDecision && flow.type.tasks.allSatisfy { $0.kind != .approval }
        for work in flow.openWork where work.waitsFor == nil {
            if work.isAdvice { return (.advise(advice: work.name, .favourable, text: "Goed."), work.role) }
            guard let task = flow.task(work.name) else { continue }
            switch task.kind {
            case .work, .completeness: return (.finish(task: task.name), task.role)
            case .draft where !canSkipWriting || flow.type.tasks.contains { $0.after.contains(task.name) }:
                return (.draft(draft(flow, outcome, &walk)), task.role)
            case .draft: continue
            case .approval:
                return flow.facts.draft.map { (.approve(draft: $0.draft.id, digest: $0.draft.digest), task.role) }
            case .decision: return (.decide(outcome: outcome.name), task.role)
            case .notice: return (.notify, task.role)
            }
        }
        return nil
    }

    private static func draft(_ flow: Flow, _ outcome: Outcome, _ walk: inout Walk) -> FormDraft {
        let text = flow.type.decisions.first { $0.outcomes.contains(outcome.name) }
        return FormDraft(id: walk.id(), outcome: outcome.name, text: text?.name, document: walk.id(), digest: "ab")
    }
}
