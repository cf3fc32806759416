public import Kernel

extension Flow {
    /// Whether a condition holds; one that is left out does.
    func holds(_ condition: Expression?, nested: Bool = false) -> Bool {
        guard let condition else { return true }
        var evaluation = evaluation(nested: nested)
        return evaluation.value(of: condition).isTrue
    }

    /// Works out expressions over the facts.
    ///
    /// `nested` is set while the condition of an advice is worked out: it cannot ask whether all advices are in, or it
    /// would ask about itself.
    func evaluation(nested: Bool = false) -> Evaluation {
        Evaluation(name: { value(of: $0, nested: nested) }, ask: { ask($0, $1) })
    }

    private func value(of name: String, nested: Bool) -> Operand {
        switch name {
        case "vandaag": .day(today)
        case "kanaal": facts.received.map { .text($0.channel.rawValue) } ?? .empty
        case "retributie": .money(fee)
        case "toegewezen": .boolean(facts.handler != nil)
        case "volledig": .boolean(completeOn != nil)
        case "adviezenBinnen": nested ? .empty : .boolean(missingAdvices().isEmpty)
        case "ontwerp": .boolean(facts.draft != nil)
        case "goedgekeurd": .boolean(facts.approvedAt != nil)
        case "beslist": .boolean(facts.decision != nil)
        case "meegedeeld": .boolean(facts.notifiedAt != nil)
        case "betaald": .boolean(isPaid)
        case "resultaat": (facts.ending?.outcome ?? facts.decision?.outcome).map { .text($0) } ?? .empty
        default: answers.operand(name)
        }
    }

    private func ask(_ function: Function, _ values: [Operand]) -> Operand {
        guard case .text(let name)? = values.first else { return .empty }
        switch function {
        case .task: return .boolean(isDone(name))
        case .advice: return adviceOutcome(name).map { .text($0.rawValue) } ?? .empty
        case .paper: return .boolean(facts.papers.contains { $0.kind == name })
        default: return type.ask(function, values, answers)
        }
    }

    /// Whether nothing is left to pay.
    public var isPaid: Bool { facts.paid >= fee }

    /// The day on which the dossier was complete: when the last paper came in that was asked, or when it was received.
    ///
    /// A type that checks completeness as a task counts it as complete once that task is done; but from the day
    /// on which it *was* complete, so that checking late costs the town and not the applicant.
    public var completeOn: Day? {
        guard let received = receivedOn else { return nil }
        let check = type.tasks.first { $0.kind == .completeness }
        let checked = check.flatMap { facts.done($0.name) }
        if check == nil, !facts.openQuestions.isEmpty { return nil }
        if check != nil, checked == nil { return nil }
        // A question after the check suspends the term; it does not undo its start.
        let before = facts.questions.filter { question in checked.map { question.at <= $0 } ?? true }
        let start = facts.reopenedAt.map(BrusselsTime.day) ?? received
        return max(start, before.compactMap(\.settledAt).map(BrusselsTime.day).max() ?? start)
    }
}
