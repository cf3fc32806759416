public import Database
public import Kernel
public import Ledger

/// Reads resources of one kind, as somebody may see them, with related types as they are on a day.
public struct Reading<R: CatalogiResource> {
    let transaction: Transaction
    let kept: Kept<R>
    let visible: Clause

    /// - Parameters:
    ///   - day: today, or the day that a client asks for.
    ///   - visible: what the visitor may see, on the resource's table by its name.
    public init(_ transaction: Transaction, on day: Day, visible: Clause) {
        (self.transaction, self.visible) = (transaction, visible)
        kept = R.kept(transaction.dialect, on: day)
    }

    /// One resource, concept or not; nil when there is none or it may not be seen.
    public func first(_ id: Identifier) throws -> KeptRecord<R>? {
        try kept.first(where: [kept.identity(id), visible], in: transaction)
    }

    /// Writes one resource as JSON and answers its version.
    public func write(_ id: Identifier, to writer: inout JSONWriter, _ addresses: Addresses) throws -> UInt64? {
        try kept.write(where: [kept.identity(id), visible], to: &writer, addresses, in: transaction)
    }

    /// Writes a page of a list, one object after another, in the order of the resource.
    public func write(
        _ query: ListQuery<R>,
        limit: Int,
        offset: Int,
        to writer: inout JSONWriter,
        _ addresses: Addresses
    ) throws {
        try kept.writeAll(
            where: query.clauses + [visible],
            order: R.order,
            limit: limit,
            offset: offset,
            to: &writer,
            addresses,
            in: transaction
        )
    }

    /// How many a list holds.
    public func count(_ query: ListQuery<R>) throws -> Int {
        try kept.count(where: query.clauses + [visible], in: transaction)
    }
}
