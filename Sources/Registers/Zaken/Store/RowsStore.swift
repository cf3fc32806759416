public import Database
public import Kernel
public import Ledger

/// The rows of one resource, as whoever may see the zaak they belong to sees them.
///
/// Each reading takes a clause on table `zaak`; without one no identity opens anything.
public struct Rows<R: Resource>: Sendable {
    private let sqlite: Kept<R>
    private let postgres: Kept<R>
    /// The column with the id of the zaak, table first.
    let parent: String
    private let order: String

    /// A list without pages is cut after so many.
    public static var listMax: Int { 10_000 }

    /// - Parameters:
    ///   - order: of lists, after which the identity decides.
    ///   - derived: what is not stored, in the words of either database.
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
    public func clauses(_ parameters: [Parameter], _ addresses: Addresses) throws(Invalid) -> [Clause] {
        var (clauses, check) = ([Clause](), Check())
        for parameter in parameters where !parameter.value.isEmpty {
            guard let filter = R.declaration.filters.first(where: { $0.name == parameter.name }) else {
                check.add(Fault(Fault.whole, "unknown-parameters", "De parameter \(parameter.name) kennen we niet."))
                continue
            }
            do {
                // A list that is gathered differs between the databases, but no filter looks at one.
                clauses.append(sqlite.clause(try filter.condition(parameter.value, addresses)))
            } catch {
                error.faults.forEach { check.add($0) }
            }
        }
        try check.done()
        return clauses
    }

    /// Rows whose zaak is within the clause.
    func within(_ zaken: Clause) -> Clause {
        if R.self == Zaak.self { return zaken }
        return "EXISTS (SELECT 1 FROM zaak WHERE zaak.uuid = \(name: parent) AND (\(zaken)))"
    }

    /// Rows of one zaak.
    func of(_ zaak: Identifier) -> Clause { "\(name: parent) = \(zaak.stored)" }
}

extension Rows {
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

    /// Writes those that are asked for, one after another; a page of them, or up to `listMax`.
    public func writeAll(
        where asked: [Clause] = [],
        of zaak: Identifier? = nil,
        page: PageNumber? = nil,
        _ visible: Clause,
        to writer: inout JSONWriter,
        _ addresses: Addresses,
        in transaction: Transaction
    ) throws {
        let kept = kept(transaction)
        try kept.writeAll(
            where: clauses(asked, of: zaak, visible),
            order: "\(name: order), \(name: kept.table).uuid DESC",
            limit: page?.size ?? Self.listMax,
            offset: page?.offset ?? 0,
            to: &writer,
            addresses,
            in: transaction
        )
    }

    /// How many are asked for.
    public func count(
        where asked: [Clause] = [],
        of zaak: Identifier? = nil,
        _ visible: Clause,
        in transaction: Transaction
    ) throws -> Int {
        try kept(transaction).count(where: clauses(asked, of: zaak, visible), in: transaction)
    }

    /// Whether the row is there, within the clause.
    func isThere(_ id: Identifier, _ visible: Clause, in transaction: Transaction) throws -> Bool {
        let kept = kept(transaction)
        return try kept.count(where: [kept.identity(id), within(visible)], in: transaction) == 1
    }

    /// Throws 403 when a change took a row to where the mandate does not reach; the change is then undone.
    func mustRemain(_ id: Identifier, _ visible: Clause, in transaction: Transaction) throws {
        guard try isThere(id, visible, in: transaction) else { throw Problem(.forbidden) }
    }

    private func clauses(_ asked: [Clause], of zaak: Identifier?, _ visible: Clause) -> [Clause] {
        asked + (zaak.map { [of($0)] } ?? []) + [within(visible)]
    }

    private func absence(of id: Identifier, in transaction: Transaction) throws -> Problem {
        let kept = kept(transaction)
        return Problem(try kept.count(where: [kept.identity(id)], in: transaction) == 0 ? .notFound : .forbidden)
    }
}

/// A query parameter, or a member of a search body, as it came in with its escapes undone.
public struct Parameter: Hashable, Sendable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
        (self.name, self.value) = (name, value)
    }
}

/// Which page of a list.
public struct PageNumber: Hashable, Sendable {
    public let number: Int
    public let size: Int

    /// Numbers start at 1; nil below that, or beyond `numberMax`. A size above `sizeMax` becomes that.
    public init?(_ number: Int, size: Int = 100) {
        guard (1...Self.numberMax).contains(number), size >= 1 else { return nil }
        (self.number, self.size) = (number, min(size, Self.sizeMax))
    }

    public static let sizeMax = 500
    public static let numberMax = 10_000_000

    var offset: Int { (number - 1) * size }
}
