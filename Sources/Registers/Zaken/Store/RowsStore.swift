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

    /// What a client asked in one query parameter, as a clause.
    func clause(_ condition: Condition, _ dialect: Dialect) -> Clause {
        (dialect == .postgres ? postgres : sqlite).clause(condition)
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
        _ conditions: [Condition],
        of zaak: Identifier? = nil,
        page: PageNumber? = nil,
        _ visible: Clause,
        to writer: inout JSONWriter,
        _ addresses: Addresses,
        in transaction: Transaction
    ) throws {
        let kept = kept(transaction)
        try kept.writeAll(
            where: clauses(conditions, of: zaak, visible, transaction),
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
        _ conditions: [Condition],
        of zaak: Identifier? = nil,
        _ visible: Clause,
        in transaction: Transaction
    ) throws -> Int {
        try kept(transaction).count(where: clauses(conditions, of: zaak, visible, transaction), in: transaction)
    }

    /// Throws 403 when a change took a row to where the mandate does not reach; the change is then undone.
    func mustRemain(_ id: Identifier, _ visible: Clause, in transaction: Transaction) throws {
        let kept = kept(transaction)
        guard try kept.count(where: [kept.identity(id), within(visible)], in: transaction) == 1 else {
            throw Problem(.forbidden)
        }
    }

    private func clauses(
        _ conditions: [Condition],
        of zaak: Identifier?,
        _ visible: Clause,
        _ transaction: Transaction
    ) -> [Clause] {
        conditions.map { clause($0, transaction.dialect) } + (zaak.map { [of($0)] } ?? []) + [within(visible)]
    }

    private func absence(of id: Identifier, in transaction: Transaction) throws -> Problem {
        let kept = kept(transaction)
        return Problem(try kept.count(where: [kept.identity(id)], in: transaction) == 0 ? .notFound : .forbidden)
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
