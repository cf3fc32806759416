import Kernel

extension DossierType {
    /// Why a running dossier cannot go on under another version of its type; empty if it can.
    ///
    /// It can where nothing that happened loses its meaning, and nothing becomes worse for the applicant: phases and
    /// tasks that it went through, questions that are open and answers that it holds are all still there, and its legal
    /// last day does not come later.
    public static func obstacles(to moving: Flow, to new: DossierType) -> [String] {
        guard moving.type.identification == new.identification else { return ["Dit is een ander soort dossier."] }
        return lostPhases(moving, new) + lostWork(moving, new) + lostPapers(moving, new) + lostAnswers(moving, new)
            + laterDays(moving, new)
    }

    private static func lostPhases(_ flow: Flow, _ new: DossierType) -> [String] {
        let seen = flow.type.phases.map(\.name).filter { flow.facts.entered($0) != nil }
        let kept = new.phases.map(\.name).filter(seen.contains)
        let lost = seen.filter { !kept.contains($0) }.map { "De fase '\($0)' bestaat niet meer." }
        return lost.isEmpty && kept != seen ? ["De fasen staan in een andere volgorde."] : lost
    }

    private static func lostWork(_ flow: Flow, _ new: DossierType) -> [String] {
        let work = flow.openWork.map(\.name) + flow.type.tasks.map(\.name).filter { flow.facts.done($0) != nil }
        let advices = flow.type.advices.map(\.name).filter { flow.facts.advice($0) != nil }
        let known = Set(new.tasks.map(\.name) + new.advices.map(\.name))
        return (work + advices).filter { !known.contains($0) }.map {
            "De taak of het advies '\($0)' bestaat niet meer."
        }
    }

    private static func lostPapers(_ flow: Flow, _ new: DossierType) -> [String] {
        let kinds = Set(flow.facts.papers.map(\.kind) + flow.facts.openQuestions.flatMap(\.ask.kinds))
        let known = Set(new.documentKinds.map(\.name))
        return kinds.subtracting(known).sorted().map { "De documentsoort '\($0)' bestaat niet meer." }
    }

    private static func lostAnswers(_ flow: Flow, _ new: DossierType) -> [String] {
        flow.answers.values.keys.sorted().compactMap { name in
            let old = flow.type.form.fields.first { $0.name == name }
            guard let field = new.form.fields.first(where: { $0.name == name }) else {
                return "Het veld '\(name)' bestaat niet meer, maar het dossier heeft er een antwoord op."
            }
            return field.kind == old?.kind ? nil : "Het veld '\(name)' is van een andere soort geworden."
        }
    }

    private static func laterDays(_ flow: Flow, _ new: DossierType) -> [String] {
        let moved = Flow(
            new,
            answers: flow.answers,
            facts: flow.facts,
            fee: flow.fee,
            on: flow.today,
            calendar: flow.calendar
        )
        guard let old = flow.lastDay, let later = moved.lastDay, later > old else { return [] }
        return ["De uiterste dag zou later vallen: \(later.written()) in plaats van \(old.written())."]
    }
}
