public import Kernel

/// A task or an advice that waits for somebody.
public struct OpenWork: Hashable, Sendable {
    /// The name of the task or advice in the type.
    public let name: String
    /// What must be done.
    public let title: Text
    /// Whether it is an advice.
    public let isAdvice: Bool
    /// Who does it: a role of the type.
    public let role: String
    /// Since when.
    public let since: Instant
    /// By when it should be done.
    public let due: Day?
    /// Why it cannot be done yet; nil if it can.
    public let waitsFor: String?
    /// Whether the dossier goes on without it.
    public let isOptional: Bool
}

extension Flow {
    /// The work that is open, what can be done now first, then by due day.
    public var openWork: [OpenWork] {
        guard !isClosed else { return [] }
        let work = type.tasks.compactMap(open) + type.advices.compactMap(open)
        return work.enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            return (a.waitsFor == nil ? 0 : 1, a.due ?? .last, left.offset)
                < (b.waitsFor == nil ? 0 : 1, b.due ?? .last, right.offset)
        }.map(\.element)
    }

    /// Whether a task is completed, be it by its button or by the verb that does the same work.
    func isDone(_ name: String) -> Bool { doneAt(name) != nil }

    private func doneAt(_ name: String) -> Instant? {
        switch type.tasks.first(where: { $0.name == name })?.kind {
        case nil: nil
        case .work, .completeness: doneSinceReopening(name)
        case .draft: facts.draft?.at
        case .approval: facts.approvedAt
        case .decision: facts.decision?.at
        case .notice: facts.notifiedAt
        }
    }

    /// A dossier that was opened again does anew what belongs to deciding and to what follows; what came before stays.
    private func doneSinceReopening(_ name: String) -> Instant? {
        guard let done = facts.done(name), let reopened = facts.reopenedAt, done < reopened,
            let deciding = type.decidingPhase, let own = place(of: task(name)?.phase), let first = place(of: deciding)
        else { return facts.done(name) }
        return own < first ? done : nil
    }

    private func place(of phase: String?) -> Int? { type.phases.firstIndex { $0.name == phase } }

    private func open(_ task: WorkTask) -> OpenWork? {
        guard let since = openSince(task), !isDone(task.name), holds(task.when) else { return nil }
        return OpenWork(
            name: task.name,
            title: task.title,
            isAdvice: false,
            role: task.role,
            since: since,
            due: due(task.due, since: since),
            waitsFor: obstacle(to: task),
            isOptional: task.isOptional
        )
    }

    private func open(_ advice: Advice) -> OpenWork? {
        guard let since = facts.entered(advice.phase), adviceOutcome(advice.name) == nil,
            holds(advice.when, nested: true)
        else { return nil }
        return OpenWork(
            name: advice.name,
            title: advice.title,
            isAdvice: true,
            role: advice.role,
            since: since,
            due: due(advice.due, since: since),
            waitsFor: nil,
            isOptional: !advice.isRequired
        )
    }

    /// When a task came up: its phase had begun and the tasks before it were done, in the present round of deciding.
    private func openSince(_ task: WorkTask) -> Instant? {
        let round = task.hasButton ? nil : facts.roundAt
        guard let entered = facts.entered(task.phase), entered >= round ?? entered else { return nil }
        let before = task.after.filter { name in type.tasks.contains { $0.name == name && holds($0.when) } }.map(doneAt)
        guard before.allSatisfy({ $0 != nil }) else { return nil }
        let again = task.kind == .draft ? facts.sentBackAt : nil
        return (before + [entered, round, again]).compactMap(\.self).max()
    }

    /// What keeps a task from being completed.
    func obstacle(to task: WorkTask) -> String? {
        let papers = task.papers.filter { kind in !facts.papers.contains { $0.kind == kind } }
        if !papers.isEmpty { return "Nog niet in het dossier: \(papers.map(titleOfPaper).joined(separator: ", "))." }
        let advices = missingAdvices(task.advices)
        if !advices.isEmpty, !task.advices.isEmpty {
            return "Nog geen advies van \(advices.map(\.title.nl).joined(separator: ", "))."
        }
        if task.kind == .completeness, !facts.openQuestions.isEmpty { return "We wachten nog op een stuk." }
        return nil
    }

    func titleOfPaper(_ kind: String) -> String {
        type.documentKinds.first { $0.name == kind }?.title.nl ?? kind
    }
}

// MARK: - Advices

extension Flow {
    /// What an advice says; what its type makes of silence, once its day has passed.
    public func adviceOutcome(_ name: String) -> AdviceOutcome? {
        if let given = facts.advice(name) { return given.outcome }
        guard let advice = type.advices.first(where: { $0.name == name }), advice.silence != .wait,
            let since = facts.entered(advice.phase), let due = due(advice.due, since: since), today > due
        else { return nil }
        return advice.silence == .favourable ? .favourable : AdviceOutcome.none
    }

    /// The advices that are needed and have not come: those that are named, or all that the type requires.
    func missingAdvices(_ names: [String] = []) -> [Advice] {
        type.advices.filter { advice in
            (names.isEmpty ? advice.isRequired : names.contains(advice.name)) && isAsked(advice)
                && adviceOutcome(advice.name) == nil
        }
    }

    /// Whether an advice is asked in this dossier at all.
    private func isAsked(_ advice: Advice) -> Bool {
        let phase = type.phases.first { $0.name == advice.phase }
        return holds(advice.when, nested: true) && holds(phase?.when, nested: true)
    }
}

// MARK: - Due days

extension Flow {
    func due(_ due: Due?, since: Instant) -> Day? {
        guard let due else { return nil }
        switch due.anchor {
        case .opened: return after(BrusselsTime.day(of: since), due)
        case .received: return receivedOn.flatMap { after($0, due) }
        case .complete: return completeOn.flatMap { after($0, due) }
        case .beforeLastDay: return lastDay.flatMap { before($0, due) }
        case .beforeDay: return day(due.day).flatMap { before($0, due) }
        case .afterDay: return day(due.day).flatMap { after($0, due) }
        }
    }

    private func day(_ expression: Expression?) -> Day? {
        guard let expression else { return nil }
        var evaluation = evaluation(nested: true)
        guard case .day(let day) = evaluation.value(of: expression) else { return nil }
        return day
    }

    private func after(_ day: Day, _ due: Due) -> Day? {
        calendar.day(due.length, after: day, inWorkingDays: due.inWorkingDays)
    }

    private func before(_ day: Day, _ due: Due) -> Day? {
        if due.inWorkingDays { return calendar.adding(workingDays: -due.length.days, to: day) }
        let months = due.length.years * 12 + due.length.months
        return day.adding(months: -months)?.adding(days: -(due.length.weeks * 7 + due.length.days))
    }
}

extension Facts {
    /// When the present round of deciding began, if it is not the first.
    var roundAt: Instant? { round == 0 ? nil : all[round - 1].at }
}
