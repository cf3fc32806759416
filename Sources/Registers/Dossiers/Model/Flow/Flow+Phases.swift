import Kernel

extension Flow {
    /// The phases that begin now, in order: each whose time has come after the one in which the dossier is.
    func dueStatuses() -> [Phase] {
        guard let first = type.phases.first, let last = type.phases.last else { return [] }
        guard let current else { return [first] }
        guard current < type.phases.count - 1 else { return [] }
        if canClose(last) { return [last] }
        return next(after: current).map { [$0] } ?? []
    }

    /// The first phase after this one that the dossier goes through, if it can begin.
    private func next(after current: Int) -> Phase? {
        let index = type.phases.indices.dropFirst(current + 1).dropLast().first { holds(type.phases[$0].when) }
        guard let index else { return nil }
        let phase = type.phases[index]
        let begins = phase.entry.map { holds($0) } ?? isWorkDone(before: index)
        return begins ? phase : nil
    }

    /// Whether all that the dossier waits for in the phases before that place is done.
    private func isWorkDone(before index: Int) -> Bool {
        let earlier = Set(type.phases.prefix(index).map(\.name))
        let tasks = type.tasks.filter { earlier.contains($0.phase) && !$0.isOptional && isAsked($0) }
        let advices = missingAdvices().filter { earlier.contains($0.phase) }
        return tasks.allSatisfy { isDone($0.name) } && advices.isEmpty && facts.openQuestions.isEmpty
    }

    private func isAsked(_ task: WorkTask) -> Bool {
        let phase = type.phases.first { $0.name == task.phase }
        return holds(task.when) && holds(phase?.when)
    }

    /// Whether the dossier is over: it ended, or what was decided is known to the applicant.
    private func canClose(_ last: Phase) -> Bool {
        if facts.ending != nil { return true }
        guard facts.decision != nil, let outcome else { return false }
        if outcome.needsDecision, facts.notifiedAt == nil { return false }
        return holds(last.entry)
    }
}
