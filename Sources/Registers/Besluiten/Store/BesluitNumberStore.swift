import Database
public import Kernel
public import Ledger

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

    static func text(_ number: Int64, of organisation: String, in year: Int, _ settings: BesluitSettings) -> String {
        let digits = String(number)
        let padding = String(repeating: "0", count: max(0, 6 - digits.count))
        return "\(settings.prefix(organisation))\(year)-\(padding)\(digits)"
    }
}

extension BesluitStore {
    /// A number within the change that uses it, for whoever makes a decision as part of something larger.
    ///
    /// Others who do so for the same organisation wait until that change is committed; `BesluitNumbers` makes nobody
    /// wait.
    public func number(of organisation: String, on day: Day, _ change: Change) throws -> String {
        let taken = try BesluitNumberStore.take(1, of: organisation, in: day.year, change.transaction)
        return BesluitNumberStore.text(taken.lowerBound, of: organisation, in: day.year, settings)
    }
}
