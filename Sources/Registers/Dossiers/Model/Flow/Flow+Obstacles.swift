import Kernel

extension Flow {
    /// Why a verb cannot be done at this point of the way, whoever asks.
    func obstacle(to kind: Verb.Kind) -> String? {
        switch kind {
        case .correct: facts.decision == nil ? "Er is nog geen beslissing om te verbeteren." : nil
        case .reopen: isClosed ? nil : "Het dossier is nog open."
        case .receive, .pay: isClosed ? "Het dossier is afgesloten. Heropen het eerst." : nil
        default: isClosed ? "Het dossier is afgesloten. Heropen het eerst." : openObstacle(to: kind)
        }
    }

    private func openObstacle(to kind: Verb.Kind) -> String? {
        switch kind {
        case .take: facts.handler == nil ? nil : "Iemand behandelt dit al. Neem het over, met een reden."
        case .takeOver: facts.handler == nil ? "Nog niemand behandelt dit. Neem het gewoon op." : nil
        case .start, .finish:
            openWork.contains { work in !work.isAdvice && task(work.name)?.hasButton == true }
                ? nil : "Er staat geen taak open."
        case .ask: facts.decision == nil ? nil : "Er is al beslist."
        case .settle, .remind: facts.openQuestions.isEmpty ? "Er staat geen vraag open." : nil
        case .stop: stopObstacle
        case .withdrawPaper: facts.papers.isEmpty ? "Er zijn geen stukken." : nil
        case .advise: openWork.contains(where: \.isAdvice) ? nil : "Er wordt nu geen advies gevraagd."
        case .extend: extendObstacle
        case .withdraw: endObstacle(.withdrawn, "Dit kun je niet intrekken.")
        case .inadmissible: endObstacle(.inadmissible, "Dit kan niet onontvankelijk zijn.")
        default: decidingObstacle(to: kind)
        }
    }

    private func decidingObstacle(to kind: Verb.Kind) -> String? {
        switch kind {
        case .draft: facts.decision == nil ? workObstacle(.draft) : "Er is al beslist."
        case .approve, .refuseApproval:
            facts.draft == nil
                ? "Er is nog geen ontwerp."
                : facts.approvedAt != nil ? "Dit ontwerp is al goedgekeurd." : workObstacle(.approval)
        case .decide: facts.decision == nil ? decideObstacle : "Er is al beslist."
        case .notify:
            facts.decision == nil
                ? "Er is nog niet beslist." : facts.notifiedAt != nil ? "De aanvrager weet het al." : nil
        default: nil
        }
    }

    /// A decision waits for its task, and for the approval if the type has that as a task.
    private var decideObstacle: String? {
        if let approval = type.tasks.first(where: { $0.kind == .approval }), holds(approval.when),
            facts.approvedAt == nil
        {
            return "Het ontwerp is nog niet goedgekeurd."
        }
        return workObstacle(.decision)
    }

    /// Why the task of a kind cannot be done; nil if it can, or if the type has no such task.
    private func workObstacle(_ kind: WorkTask.Kind) -> String? {
        guard let task = type.tasks.first(where: { $0.kind == kind }), holds(task.when) else { return nil }
        if isDone(task.name) { return kind == .draft ? obstacle(to: task) : nil }
        guard openWork.contains(where: { $0.name == task.name && !$0.isAdvice }) else {
            return "Dit kan pas als de taken ervoor gedaan zijn."
        }
        return obstacle(to: task)
    }

    private var stopObstacle: String? {
        if let text = endObstacle(.stopped, "Dit kun je niet stopzetten.") { return text }
        guard let question = facts.openQuestions.first else { return "Er staat geen vraag open." }
        guard question.remindedAt != nil else { return "Stuur eerst een herinnering." }
        guard let stop = stopDay(question), today <= stop else { return nil }
        return "Stopzetten kan pas na \(stop.written()): zolang kan de aanvrager nog antwoorden."
    }

    private var extendObstacle: String? {
        guard type.terms.contains(where: canExtend) else { return "Deze termijn kan niet (meer) verlengd worden." }
        return nil
    }

    /// Whether a term runs, may be made longer once more, and is not over.
    func canExtend(_ term: Term) -> Bool {
        guard let extend = term.extend, facts.extensions(of: term.name).count < extend.times,
            let last = reckoning(term).lastDay
        else { return false }
        return today <= last
    }

    private func endObstacle(_ meaning: Outcome.Meaning, _ sentence: String) -> String? {
        if facts.decision != nil { return "Er is al beslist." }
        return type.outcomes.contains { $0.meaning == meaning } ? nil : sentence
    }

    func task(_ name: String) -> WorkTask? { type.tasks.first { $0.name == name } }
}
