import Kernel

/// What must hold before something may happen, and whether it does.
public struct GateState: Hashable, Sendable {
    /// The gate of the type.
    public let name: String
    /// Before what it stands.
    public let before: Gate.Moment
    /// Whether one may pass; four eyes depend on who asks, so there it says whether anybody else could.
    public let isOpen: Bool
    /// Why not yet, in Dutch.
    public let reason: String?
}

extension Flow {
    /// The gates of the type as they stand.
    public var gates: [GateState] {
        type.gates.map { gate in
            let reason = obstacle(at: gate, by: nil)
            return GateState(name: gate.name, before: gate.before, isOpen: reason == nil, reason: reason)
        }
    }

    /// Why somebody cannot pass what stands before a moment; nil if they can.
    func obstacle(before moment: Gate.Moment, by actor: String) -> String? {
        type.gates.lazy.filter { $0.before == moment }.compactMap { obstacle(at: $0, by: actor) }.first
    }

    private func obstacle(at gate: Gate, by actor: String?) -> String? {
        switch gate.kind {
        case .fourEyes: actor != nil && actor == facts.draft?.by ? gate.text.nl : nil
        case .papers: lacking(gate.papers.filter { kind in !facts.papers.contains { $0.kind == kind } }, gate)
        case .advices: lackingAdvices(gate)
        case .feePaid: isPaid ? nil : "\(gate.text.nl) Te betalen: \((fee.subtracting(facts.paid) ?? fee).writtenEuro)."
        case .condition: holds(gate.condition) ? nil : gate.text.nl
        }
    }

    private func lacking(_ kinds: [String], _ gate: Gate) -> String? {
        kinds.isEmpty ? nil : "\(gate.text.nl) Nog nodig: \(kinds.map(titleOfPaper).joined(separator: ", "))."
    }

    private func lackingAdvices(_ gate: Gate) -> String? {
        let missing = missingAdvices(gate.advices)
        return missing.isEmpty ? nil : "\(gate.text.nl) Nog nodig: \(missing.map(\.title.nl).joined(separator: ", "))."
    }
}
