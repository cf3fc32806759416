public import Database
public import Kernel
import Synchronization

/// Hands out the numbers of documents: `D-2026-000123`, unique within an organisation and never given twice.
///
/// A block of numbers is taken in a short transaction of its own; what is left of one when the program stops is a gap.
public final class DocumentNumbers: Sendable {
    private struct Series: Hashable {
        let bronorganisatie: String
        let year: Int
    }

    private let database: Database
    private let settings: DocumentSettings
    private let blocks = Mutex<[Series: Range<Int64>]>([:])

    /// Numbers taken at once.
    private static let block: Int64 = 50
    /// Series of which a rest is remembered; beyond that the rests are dropped.
    private static let seriesMax = 1_000

    public init(database: Database, settings: DocumentSettings = DocumentSettings()) {
        (self.database, self.settings) = (database, settings)
    }

    /// The next number of an organisation, on a day of the year that stands in it.
    public func next(of bronorganisatie: String, on day: Day) async throws -> String {
        let series = Series(bronorganisatie: bronorganisatie, year: day.year)
        if let number = blocks.withLock({ $0[series]?.popFirst() }) { return text(number, series) }
        var fresh = try await database.write { transaction in
            try DocumentNumberStore.take(Self.block, of: bronorganisatie, in: series.year, transaction)
        }
        let number = fresh.popFirst() ?? fresh.lowerBound
        let rest = fresh
        blocks.withLock { blocks in
            if blocks.count >= Self.seriesMax { blocks.removeAll() }
            // Others may have taken a block in the meantime; the longer rest is kept and the other is a gap.
            if (blocks[series]?.count ?? 0) < rest.count { blocks[series] = rest }
        }
        return text(number, series)
    }

    private func text(_ number: Int64, _ series: Series) -> String {
        let digits = String(number)
        let padding = String(repeating: "0", count: max(0, 6 - digits.count))
        return "\(settings.prefix(series.bronorganisatie))\(series.year)-\(padding)\(digits)"
    }
}

/// How far the numbers of an organisation's year were handed out; outside the ledger, since the row only grows.
enum DocumentNumberStore {
    static let migration = Migration(
        "documenten: make numbers",
        """
        CREATE TABLE document_nummer_teller (
            bronorganisatie TEXT NOT NULL,
            jaar BIGINT NOT NULL,
            volgende BIGINT NOT NULL,
            PRIMARY KEY (bronorganisatie, jaar)
        );
        """
    )

    /// Takes so many numbers in a row, for ever.
    static func take(
        _ count: Int64,
        of bronorganisatie: String,
        in year: Int,
        _ transaction: Transaction
    ) throws -> Range<Int64> {
        let next = try transaction.first(
            """
            INSERT INTO document_nummer_teller (bronorganisatie, jaar, volgende) VALUES ($1, $2, $3)
            ON CONFLICT (bronorganisatie, jaar) DO UPDATE SET volgende = document_nummer_teller.volgende + $4
            RETURNING volgende
            """,
            [.text(bronorganisatie), .integer(Int64(year)), .integer(count + 1), .integer(count)]
        ) { $0.integer(0) }
        guard let next, next > count else { throw DatabaseError(.statement, "no number was handed out") }
        return next - count..<next
    }
}

extension Range<Int64> {
    fileprivate mutating func popFirst() -> Int64? {
        guard let number = first else { return nil }
        self = number + 1..<upperBound
        return number
    }
}
