public import Database
public import Kernel

/// A table of a register whose rows the ledger vouches for.
public struct KeptState: Sendable {
    /// The name of the table, as findings say it.
    public let table: String
    let rows: @Sendable (Transaction, ChainRange, (KeptRow) throws -> Void) throws -> Void

    /// - Parameter rows: hands over each row of the chains in a range, in any order.
    public init(
        table: String,
        rows: @escaping @Sendable (Transaction, ChainRange, (KeptRow) throws -> Void) throws -> Void
    ) {
        (self.table, self.rows) = (table, rows)
    }
}

/// A row, with its state hash computed from what is stored now.
public struct KeptRow: Sendable {
    public let chain: Identifier
    public let resource: Identifier
    public let state: Digest

    public init(chain: Identifier, resource: Identifier, state: Digest) {
        (self.chain, self.resource, self.state) = (chain, resource, state)
    }
}

/// The chains after one id up to and including another, in the order of their bytes.
public struct ChainRange: Hashable, Sendable {
    /// Nil from the first chain on.
    public let after: Identifier?
    /// Nil up to the last chain.
    public let through: Identifier?

    /// For a statement with `chain >= $1 AND chain <= $2`-like bounds: the bytes below, or of, the first chain.
    public var bounds: (after: [UInt8], through: [UInt8]) {
        // An empty text of bytes comes before every id, and seventeen high bytes after it.
        (after?.bytes ?? [], through?.bytes ?? [UInt8](repeating: 0xFF, count: 17))
    }

    /// The same for a column that holds ids as text: `~` comes after every hexadecimal digit.
    public var texts: (after: String, through: String) {
        (after?.description ?? "", through?.description ?? "~")
    }
}
