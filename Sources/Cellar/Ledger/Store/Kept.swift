public import Kernel

/// The table of one resource, whose rows are written only together with their entry.
///
/// A resource is one row: the columns of its declaration, and four of the ledger's: `chain` (the id of the main
/// object), `salt`, `version` (the sequence of the row's last entry) and the row's identity as primary key. A row is
/// written by a `Change`, so state and entry exist both or neither; what a client sees is read straight from the row.
///
/// ## Topics
/// - Writing: `add`, `replace`, `remove`
/// - Reading: `first`, `write(where:)`, `count`
/// - Checking: `state`
public struct Kept<R: Resource>: Sendable {
    /// The name of the table.
    public let table: String
    /// The kinds of its entries.
    public let kinds: KeptKinds
    let key: String
    let columns: [String]
    let selection: String
    let expressions: [String: String]

    /// - Parameters:
    ///   - derived: for each field that is not stored, by its name in snake case, the SQL that gives it; the row of
    ///     the table goes by the table's name there.
    public init(_ table: String, kinds: KeptKinds, derived: [String: String] = [:]) {
        (self.table, self.kinds) = (table, kinds)
        key = R.declaration.identityColumn
        columns = R.declaration.columns.map(\.name)
        expressions = derived
        let others = R.declaration.derivedColumns.map { name in
            guard let expression = derived[name] else {
                preconditionFailure("\(table): say where \(name), which has no column, comes from")
            }
            return expression
        }
        selection = (columns.map { "\(table).\($0)" } + others).joined(separator: ", ")
    }
}

/// The kinds of entries that tell of a resource: three numbers in docs/ledger-kinds.md.
public struct KeptKinds: Sendable {
    public let added: EntryKind
    public let changed: EntryKind
    public let removed: EntryKind

    /// Three numbers in a row, from `first` on.
    public init(from first: UInt16) {
        (added, changed) = (EntryKind(rawValue: first), EntryKind(rawValue: first + 1))
        removed = EntryKind(rawValue: first + 2)
    }
}

/// A row as it stands: the resource, its chain, and the number of its last entry, which serves as ETag.
public struct KeptRecord<R: Resource>: Sendable {
    public var record: Record<R>
    public let chain: Identifier
    public let version: UInt64
}
