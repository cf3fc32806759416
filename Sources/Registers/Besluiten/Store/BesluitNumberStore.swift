import Database
import Kernel

/// How far the numbers of an organisation's decisions in a year were handed out.
///
/// Outside the ledger: a number says nothing by itself, and the row only grows.
enum BesluitNumberStore {
    static let migration = Migration(
        "besluiten: make numbers",
        """
        CREATE TABLE besluit_nummer_teller (
            organisatie TEXT NOT NULL,
            jaar BIGINT NOT NULL,
            volgende BIGINT NOT NULL,
            PRIMARY KEY (organisatie, jaar)
        );
        """
    )

    /// Takes so many numbers in a row, for ever.
    static func take(
        _ count: Int64,
        of organisation: String,
        in year: Int,
        _ transaction: Transaction
    ) throws -> Range<Int64> {
        let next = try transaction.first(
            """
            INSERT INTO besluit_nummer_teller (organisatie, jaar, volgende) VALUES ($1, $2, $3)
            ON CONFLICT (organisatie, jaar) DO UPDATE SET volgende = besluit_nummer_teller.volgende + $4
            RETURNING volgende
            """,
            [.text(organisation), .integer(Int64(year)), .integer(count + 1), .integer(count)]
        ) { $0.integer(0) }
        guard let next, next > count else { throw DatabaseError(.statement, "no number was handed out") }
        return next - count..<next
    }
}
