public import Database
public import Kernel
import Ledger

/// A page of decisions: which they are, and from where the next one goes on.
public struct BesluitPage: Hashable, Sendable {
    public let besluiten: [Identifier]
    /// Nil on the last page.
    public let next: BesluitPlace?
}

/// Where a page ended, so that the next one costs the same however far it is.
public struct BesluitPlace: Hashable, Sendable, LosslessStringConvertible {
    let datum: Day
    let besluit: Identifier

    init(datum: Day, besluit: Identifier) {
        (self.datum, self.besluit) = (datum, besluit)
    }

    /// Reads what `description` wrote; nil for anything else.
    public init?(_ description: String) {
        let parts = description.split(separator: "_", maxSplits: 2)
        guard parts.count == 2, let datum = Day(String(parts[0])), let besluit = Identifier(String(parts[1])) else {
            return nil
        }
        (self.datum, self.besluit) = (datum, besluit)
    }

    /// `2026-03-01_` and the identity of the last decision.
    public var description: String { "\(datum)_\(besluit)" }
}

extension BesluitStore {
    /// The decisions of a page, the latest taken first.
    ///
    /// - Parameters:
    ///   - asked: what a client asks; see `BesluitRows.clauses`.
    ///   - after: where the page before ended; without it so many are counted off from the start, which costs more the
    ///     further it is.
    ///   - visible: which rows of table `besluit` the visitor may see.
    public static func page(
        where asked: [Clause],
        size: Int,
        offset: Int = 0,
        after: BesluitPlace? = nil,
        _ visible: Clause,
        in transaction: Transaction
    ) throws -> BesluitPage {
        let statement = statement(asked, size: size, offset: offset, after: after, visible)
        let found = try transaction.all(statement) { row -> BesluitPlace? in
            guard let id = Identifier(row.text(0)), let day = Day(row.text(1)) else { return nil }
            return BesluitPlace(datum: day, besluit: id)
        }.compactMap(\.self)
        let shown = found.prefix(size)
        return BesluitPage(besluiten: shown.map(\.besluit), next: found.count > size ? shown.last : nil)
    }

    /// Writes the decisions of a page as JSON objects, one after another, in their order.
    public static func write(
        _ page: BesluitPage,
        to writer: inout JSONWriter,
        _ addresses: Addresses,
        in transaction: Transaction
    ) throws {
        let ids: Clause = "besluit.uuid IN (\(.list(page.besluiten.map(\.stored))))"
        try rows.writeAll(where: [ids], "1 = 1", to: &writer, addresses, in: transaction)
    }

    /// Finds only identities and places, one more than the page holds: whole rows are read for those alone.
    static func statement(
        _ asked: [Clause],
        size: Int,
        offset: Int,
        after: BesluitPlace?,
        _ visible: Clause
    ) -> Clause {
        // The bound on the date lets the index start there, and the rest decides among equals.
        let place: [Clause] =
            after.map { place in
                let (day, id) = (place.datum.stored, place.besluit.stored)
                return ["besluit.datum <= \(day)", "besluit.datum < \(day) OR besluit.uuid < \(id)"]
            } ?? []
        return """
            SELECT besluit.uuid, besluit.datum FROM besluit WHERE \(.all(asked + [visible] + place))
            ORDER BY \(name: rows.order) LIMIT \(.integer(Int64(size) + 1))
            OFFSET \(.integer(after == nil ? Int64(offset) : 0))
            """
    }
}
