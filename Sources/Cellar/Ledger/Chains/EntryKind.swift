/// What happened, as a number that is never reused; docs/ledger-kinds.md lists them all.
public struct EntryKind: RawRepresentable, Hashable, Sendable {
    public let rawValue: UInt16

    public init(rawValue: UInt16) {
        self.rawValue = rawValue
    }
}

extension EntryKind {
    /// The chain ends here: its key is gone, and so is all that it sealed.
    public static let vernietigd = EntryKind(rawValue: 1)
}
