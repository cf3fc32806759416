public import Database
public import Kernel
public import Ledger

/// The rows of one resource, as whoever may see the decision they belong to sees them.
///
/// Each reading takes a clause on table `besluit`; without one no identity opens anything.
public struct BesluitRows<R: Resource>: Sendable {
    let kept: Kept<R>
    /// The column with the id of the decision, table first.
    private let parent: String
    let order: String

    /// A list without pages is cut after so many.
    public static var listMax: Int { 10_000 }

    init(_ table: String, kinds: KeptKinds, parent: String, order: String) {
        kept = Kept(table, kinds: kinds)
        (self.parent, self.order) = (parent, order)
    }

    /// The table for `Verification`.
    public var state: KeptState { kept.state }

    /// What a client asks of the list, as clauses that must all hold; an empty value asks nothing.
    ///
    /// Throws a fault for a parameter that the resource does not know, and for each value that cannot be read.
    public func clauses(_ asked: [(name: String, value: String)], _ addresses: Addresses) throws(Invalid) -> [Clause] {
        var (clauses, check) = ([Clause](), Check())
        for (name, value) in asked where !value.isEmpty {
            guard let filter = R.declaration.filters.first(where: { $0.name == name }) else {
                check.add(Fault(Fault.whole, "unknown-parameters", "De parameter \(name) kennen we niet."))
                continue
            }
            do {
                clauses.append(kept.clause(try filter.condition(value, addresses)))
            } catch {
                error.faults.forEach { check.add($0) }
            }
        }
        try check.done()
        return clauses
    }

    /// Rows whose decision is within the clause.
    func within(_ besluiten: Clause) -> Clause {
        if R.self == Besluit.self { return besluiten }
        return "EXISTS (SELECT 1 FROM besluit WHERE besluit.uuid = \(name: parent) AND (\(besluiten)))"
    }

    /// Rows of one decision.
    func of(_ besluit: Identifier) -> Clause { "\(name: parent) = \(besluit.stored)" }
}

extension BesluitRows {
    /// The resource; throws 403 if it is outside what is visible and 404 if it is not there at all.
    public func find(_ id: Identifier, _ visible: Clause, in transaction: Transaction) throws -> KeptRecord<R> {
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
        let clauses = [kept.identity(id), within(visible)]
        guard let version = try kept.write(where: clauses, to: &writer, addresses, in: transaction) else {
            throw try absence(of: id, in: transaction)
        }
        return version
    }

    /// Writes those that are asked for, one after another, from one on and at most so many.
    public func writeAll(
        where asked: [Clause],
        limit: Int = Self.listMax,
        offset: Int = 0,
        _ visible: Clause,
        to writer: inout JSONWriter,
        _ addresses: Addresses,
        in transaction: Transaction
    ) throws {
        try kept.writeAll(
            where: asked + [within(visible)],
            order: "\(name: order)",
            limit: min(limit, Self.listMax),
            offset: offset,
            to: &writer,
            addresses,
            in: transaction
        )
    }

    /// How many are asked for; exact.
    public func count(where asked: [Clause], _ visible: Clause, in transaction: Transaction) throws -> Int {
        try kept.count(where: asked + [within(visible)], in: transaction)
    }

    /// Throws 403 when a change took a row to where the mandate does not reach; the change is then undone.
    func mustRemain(_ id: Identifier, _ visible: Clause, in transaction: Transaction) throws {
        guard try kept.count(where: [kept.identity(id), within(visible)], in: transaction) == 1 else {
            throw Problem(.forbidden)
        }
    }

    private func absence(of id: Identifier, in transaction: Transaction) throws -> Problem {
        Problem(try kept.count(where: [kept.identity(id)], in: transaction) == 0 ? .notFound : .forbidden)
    }
}
