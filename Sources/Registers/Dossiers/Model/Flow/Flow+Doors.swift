import Kernel

extension Flow {
    /// Why somebody cannot set a status through another door, such as the ZGW API; nil if they can.
    ///
    /// A status that the type does not know is the pure standard's own affair.
    public func obstacle(toStatus phase: String, by actor: String) -> String? {
        guard let index = type.phases.firstIndex(where: { $0.name == phase }) else { return nil }
        guard index == type.phases.count - 1 else { return early(index) }
        if facts.ending != nil { return nil }
        guard let outcome else { return "Er is nog geen resultaat. Sluit het dossier pas daarna." }
        if outcome.needsDecision, facts.notifiedAt == nil {
            return obstacle(before: .notice, by: actor) ?? "De aanvrager kent de beslissing nog niet."
        }
        return nil
    }

    /// Why somebody cannot give the dossier a result through another door; nil if they can.
    public func obstacle(toOutcome name: String, by actor: String) -> String? {
        guard let outcome = type.outcomes.first(where: { $0.name == name }) else {
            return "Dit resultaat hoort niet bij dit soort dossier."
        }
        guard outcome.meaning.isDecided else { return nil }
        if let reason = obstacle(before: .decision, by: actor) ?? obstacle(to: Verb.Kind.decide) { return reason }
        guard outcome.needsDecision, facts.draft?.draft.outcome != name else { return nil }
        return "Er is geen ontwerp dat tot dit resultaat leidt."
    }

    /// Going back is free; going on asks what the phase itself asks.
    private func early(_ index: Int) -> String? {
        let phase = type.phases[index]
        guard let current, index > current, let entry = phase.entry, !holds(entry) else { return nil }
        return "De fase '\(phase.title.nl)' kan nog niet beginnen: haar voorwaarde is niet vervuld."
    }
}
