import Database
import Kernel

/// How far the numbers of an organisation's year were handed out.
///
/// Outside the ledger: a number says nothing by itself, and the row only grows.
enum NumberStore {
    static let migration = Migration(
        "zaken: make numbers",
        """
        CREATE TABLE zaak_nummer_teller (
            bronorganisatie TEXT NOT NULL,
            jaar BIGINT NOT NULL,
            volgende BIGINT NOT NULL,
            PRIMARY KEY (bronorganisatie, jaar)
        );
        """
    )

    /// Takes so many numbers in a row, for ever.
    static func take(
        _ count: Int,
        of bronorganisatie: String,
        in year: Int,
        _ transaction: Transaction
    ) throws -> Range<Int64> {
        let size = Int64(count)
        let next = try transaction.first(
            """
            INSERT INTO zaak_nummer_teller (bronorganisatie, jaar, volgende) VALUES ($1, $2, $3)
            ON CONFLICT (bronorganisatie, jaar) DO UPDATE SET volgende = zaak_nummer_teller.volgende + $4
            RETURNING volgende
            """,
            [.text(bronorganisatie), .integer(Int64(year)), .integer(size + 1), .integer(size)]
        ) { $0.integer(0) }
        guard let next, next > size else { throw DatabaseError(.statement, "no number was handed out") }
        return next - size..<next
    }
}
