import Database
public import Kernel

extension Kept {
    /// Makes a row and writes down that it was made.
    ///
    /// - Parameter kind: what happened, if the work has its own word for it.
    @discardableResult
    public func add(
        _ record: Record<R>,
        to chain: Identifier,
        as kind: EntryKind? = nil,
        _ change: Change
    ) throws -> KeptRecord<R> {
        let written = try append(record, chain, kind ?? kinds.added, change)
        let values = [chain.stored, .bytes(written.salt), .integer(written.version)] + record.columnValues
        let names = (["chain", "salt", "version"] + columns).joined(separator: ", ")
        try change.transaction.run("INSERT INTO \(name: table) (\(name: names)) VALUES (\(.list(values)))" as Clause)
        return KeptRecord(record: record, chain: chain, version: UInt64(clamping: written.version))
    }

    /// Writes a row anew and writes down what it is now.
    @discardableResult
    public func replace(
        _ record: Record<R>,
        in chain: Identifier,
        as kind: EntryKind? = nil,
        _ change: Change
    ) throws -> KeptRecord<R> {
        let written = try append(record, chain, kind ?? kinds.changed, change)
        var assignments: Clause = "salt = \(.bytes(written.salt)), version = \(.integer(written.version))"
        for (column, value) in zip(columns, record.columnValues) where column != key {
            assignments = "\(assignments), \(name: column) = \(value)"
        }
        let changed = try change.transaction.run(
            "UPDATE \(name: table) SET \(assignments) WHERE \(name: key) = \(record.identifier.stored)" as Clause
        )
        guard changed == 1 else { throw LedgerError(.unknown, "table \(table) has no row \(record.identifier)") }
        return KeptRecord(record: record, chain: chain, version: UInt64(clamping: written.version))
    }

    /// Removes a row and writes down what it was.
    public func remove(
        _ record: Record<R>,
        from chain: Identifier,
        as kind: EntryKind? = nil,
        _ change: Change
    ) throws {
        try change.append(
            kind ?? kinds.removed,
            chain: chain,
            resource: record.identifier,
            state: .zero,
            clear: Self.payload(record)
        )
        try change.transaction.run(
            "DELETE FROM \(name: table) WHERE \(name: key) = \(record.identifier.stored)" as Clause
        )
    }

    /// A new salt each time, so that two states of a row cannot be told to be equal.
    private func append(
        _ record: Record<R>,
        _ chain: Identifier,
        _ kind: EntryKind,
        _ change: Change
    ) throws -> (salt: [UInt8], version: Int64) {
        let salt = change.random(StateHash.saltLength)
        let place = try change.append(
            kind,
            chain: chain,
            resource: record.identifier,
            state: StateHash.of(salt: salt, fields: record.stateBytes()),
            clear: Self.payload(record)
        )
        return (salt, Int64(clamping: place.sequence))
    }

    /// The full state as one canonical JSON text, without what is derived and without any host.
    private static func payload(_ record: Record<R>) -> [UInt8] {
        guard case .text(let text) = record.stored else { return [] }
        return Array(text.utf8)
    }
}
