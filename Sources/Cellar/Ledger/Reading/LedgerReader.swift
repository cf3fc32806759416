public import Database

/// Something that follows the ledger: notifications, search, insight, whatever is derived from what happened.
///
/// It sees every entry once, in the order of positions. What it writes and how far it has come are one transaction,
/// so a crash neither skips nor repeats an entry.
public struct LedgerReader: Sendable {
    /// Names its cursor; never changes.
    public let name: String
    /// Entries that it takes in one transaction at most.
    public let batch: Int
    let apply: @Sendable ([SequencedEntry], Transaction) throws -> Void

    /// - Parameter apply: touches nothing but its transaction. An entry that makes it throw is tried
    ///   `triesMax` times, then put aside (`ledger_parked`), and the reader goes on.
    public init(
        name: String,
        batch: Int = 500,
        apply: @escaping @Sendable ([SequencedEntry], Transaction) throws -> Void
    ) {
        (self.name, self.batch, self.apply) = (name, batch, apply)
    }

    /// Times that an entry is tried before it is put aside.
    public static let triesMax: Int64 = 5
}

/// An entry with its place in the whole.
public struct SequencedEntry: Sendable {
    /// The place among all entries of the house, from zero, without gaps.
    public let position: Int64
    public let entry: Entry
    /// What the entry sealed; nil when its chain was destroyed.
    public let clear: [UInt8]?
}
