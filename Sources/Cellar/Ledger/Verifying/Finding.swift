/// Something that does not agree: where, and what.
public struct Finding: Hashable, Sendable, CustomStringConvertible {
    /// Such as `chain 0d…f4, entry 3` or `table zaak, row 7c…21`.
    public let place: String
    public let reason: String

    public init(place: String, reason: String) {
        (self.place, self.reason) = (place, reason)
    }

    public var description: String { "\(place): \(reason)" }
}

/// What a verification looked at.
public struct VerifiedCounts: Hashable, Sendable {
    public var chains = 0
    public var entries = 0
    public var positions = 0
    public var checkpoints = 0
    public var rows = 0

    public init(chains: Int = 0, entries: Int = 0, positions: Int = 0, checkpoints: Int = 0, rows: Int = 0) {
        (self.chains, self.entries, self.positions) = (chains, entries, positions)
        (self.checkpoints, self.rows) = (checkpoints, rows)
    }
}
