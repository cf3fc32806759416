public import Database
public import Kernel
public import Ledger

/// The rows of one resource, as whoever may see the document they belong to sees them.
///
/// Each reading takes a clause on table `enkelvoudiginformatieobject`; without one no identity opens anything.
public struct DocumentRows<R: Resource>: Sendable {
    private let sqlite: Kept<R>
    private let postgres: Kept<R>
    /// The column with the id of the document, table first.
    let parent: String
    private let order: String

    /// A list without pages is cut after so many.
    public static var listMax: Int { 10_000 }

    init(
        _ table: String,
        kinds: KeptKinds,
        parent: String,
        order: String,
        derived: (Dialect) -> [String: String] = { _ in [:] }
    ) {
        sqlite = Kept(table, kinds: kinds, derived: derived(.sqlite))
        postgres = Kept(table, kinds: kinds, derived: derived(.postgres))
        (self.parent, self.order) = (parent, order)
    }

    func kept(_ transaction: Transaction) -> Kept<R> { transaction.dialect == .postgres ? postgres : sqlite }

    /// The table for `Verification`.
    public var state: KeptState { sqlite.state }

    var table: String { sqlite.table }

    /// What a client asks of the list, as clauses that must all hold; an empty value asks nothing.
    ///
    /// Throws a fault for a parameter that the resource does not know, and for each value that cannot be read.
    public func clauses(
        _ parameters: [(name: String, value: String)],
        _ addresses: Addresses
    ) throws(Invalid) -> [Clause] {
        var (clauses, check) = ([Clause](), Check())
        for parameter in parameters where !parameter.value.isEmpty {
            guard let filter = R.declaration.filters.first(where: { $0.name == parameter.name }) else {
                check.add(Fault(Fault.whole, "unknown-parameters", "De parameter \(parameter.name) kennen we niet."))
                continue
            }
            do {
                clauses.append(sqlite.clause(try filter.condition(parameter.value, addresses)))
            } catch {
                error.faults.forEach { check.add($0) }
            }
        }
        try check.done()
        return clauses
    }

    /// Rows whose document is within the clause.
    func within(_ documenten: Clause) -> Clause {
        if R.self == EnkelvoudigInformatieObject.self { return documenten }
        return """
            EXISTS (SELECT 1 FROM enkelvoudiginformatieobject
            WHERE enkelvoudiginformatieobject.uuid = \(name: parent) AND (\(documenten)))
            """
    }

    /// Rows of one document.
    func of(_ document: Identifier) -> Clause { "\(name: parent) = \(document.stored)" }
}

extension DocumentRows {
    /// The resource; throws 403 if it is outside what is visible and 404 if it is not there at all.
    public func find(_ id: Identifier, _ visible: Clause, in transaction: Transaction) throws -> KeptRecord<R> {
        let kept = kept(transaction)
        guard let found = try kept.first(where: [kept.identity(id), within(visible)], in: transaction) else {
            throw try absence(of: id, in: transaction)
        }
        return found
    }

    /// Writes the resource as JSON; answers its version.
    @discardableResult
    public func write(
        _ id: Identifier,
        _ visible: Clause,
        to writer: inout JSONWriter,
        _ addresses: Addresses,
        in transaction: Transaction
    ) throws -> UInt64 {
        let kept = kept(transaction)
        let clauses = [kept.identity(id), within(visible)]
        guard let version = try kept.write(where: clauses, to: &writer, addresses, in: transaction) else {
            throw try absence(of: id, in: transaction)
        }
        return version
    }

    /// Writes those that are asked for, one after another, up to a limit.
    public func writeAll(
        where asked: [Clause] = [],
        limit: Int = listMax,
        offset: Int = 0,
        _ visible: Clause,
        to writer: inout JSONWriter,
        _ addresses: Addresses,
        in transaction: Transaction
    ) throws {
        let kept = kept(transaction)
        try kept.writeAll(
            where: asked + [within(visible)],
            order: "\(name: order), \(name: kept.table).uuid DESC",
            limit: limit,
            offset: offset,
            to: &writer,
            addresses,
            in: transaction
        )
    }

    /// How many are asked for.
    public func count(where asked: [Clause] = [], _ visible: Clause, in transaction: Transaction) throws -> Int {
        try kept(transaction).count(where: asked + [within(visible)], in: transaction)
    }

    /// Throws 403 when a change took a row to where the mandate does not reach; the change is then undone.
    func mustRemain(_ id: Identifier, _ visible: Clause, in transaction: Transaction) throws {
        let kept = kept(transaction)
        guard try kept.count(where: [kept.identity(id), within(visible)], in: transaction) == 1 else {
            throw Problem(.forbidden)
        }
    }

    /// Removes all rows of a document, each with its last entry.
    func eraseAll(of document: Identifier, _ change: Change) throws {
        let kept = kept(change.transaction)
        while let row = try kept.first(where: [of(document)], in: change.transaction)?.record {
            try kept.remove(row, from: document, change)
        }
    }

    private func absence(of id: Identifier, in transaction: Transaction) throws -> Problem {
        let kept = kept(transaction)
        return Problem(try kept.count(where: [kept.identity(id)], in: transaction) == 0 ? .notFound : .forbidden)
    }
}
