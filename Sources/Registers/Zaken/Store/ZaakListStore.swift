public import Database
public import Kernel
import Ledger

/// A page of zaken: which they are, and from where the next one goes on.
public struct ZaakPage: Hashable, Sendable {
    public let zaken: [Identifier]
    /// Nil on the last page.
    public let next: Place?
}

extension ZaakStore {
    /// The zaken of a page.
    ///
    /// - Parameters:
    ///   - after: where the page before ended; without it the page is counted from the start, which costs more the
    ///     further it is.
    ///   - visible: which rows of table `zaak` the visitor may see.
    public static func page(
        _ query: ZaakQuery,
        _ page: PageNumber,
        after: Place? = nil,
        _ visible: Clause,
        in transaction: Transaction
    ) throws -> ZaakPage {
        let found = try transaction.all(statement(query, page, after: after, visible)) { row in
            Place(values: query.ordering.columns.indices.map { row.optionalText($0).map { .text($0) } ?? .null })
        }
        let shown = found.prefix(page.size)
        return ZaakPage(
            zaken: shown.compactMap { $0.values.last.flatMap { Identifier(stored: $0) } },
            next: found.count > page.size ? shown.last : nil
        )
    }

    /// Writes the zaken of a page as JSON objects, one after another, in their order.
    public static func write(
        _ page: ZaakPage,
        _ query: ZaakQuery,
        to writer: inout JSONWriter,
        _ addresses: Addresses,
        in transaction: Transaction
    ) throws {
        try rows.kept(transaction).writeAll(
            where: ["zaak.uuid IN (\(.list(page.zaken.map(\.stored))))"],
            order: query.ordering.clause,
            limit: page.zaken.count,
            to: &writer,
            addresses,
            in: transaction
        )
    }

    /// How many zaken are asked for and visible; exact.
    public static func count(_ query: ZaakQuery, _ visible: Clause, in transaction: Transaction) throws -> Int {
        try rows.kept(transaction).count(where: query.clauses + [visible], in: transaction)
    }

    /// Finds only identities and places, one more than the page holds: whole rows are read for those alone.
    static func statement(_ query: ZaakQuery, _ page: PageNumber, after: Place?, _ visible: Clause) -> Clause {
        let columns = query.ordering.columns.map { "zaak.\($0)" }.joined(separator: ", ")
        let place = after.flatMap { query.ordering.after($0) }
        return """
            SELECT \(name: columns) FROM zaak WHERE \(.all(query.clauses + [visible] + (place.map { [$0] } ?? [])))
            ORDER BY \(query.ordering.clause)
            LIMIT \(.integer(Int64(page.size) + 1)) OFFSET \(.integer(place == nil ? Int64(page.offset) : 0))
            """
    }
}
