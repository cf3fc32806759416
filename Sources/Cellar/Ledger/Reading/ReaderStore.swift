import Database
import Kernel

/// The statements of readers: where each has come, and the entries that follow.
struct ReaderStore {
    let transaction: Transaction

    /// How far a reader has come, and how often the next entry was tried.
    struct Cursor: Equatable {
        var position: Int64 = 0
        var tries: Int64 = 0
    }

    func cursor(_ name: String, locking: Bool = false) throws -> Cursor? {
        try transaction.first(
            "SELECT position, tries FROM ledger_reader WHERE name = $1"
                + (locking ? transaction.dialect.forUpdate : ""),
            [.text(name)]
        ) { Cursor(position: $0.integer(0), tries: $0.integer(1)) }
    }

    func keep(_ cursor: Cursor, of name: String) throws {
        try transaction.run(
            """
            INSERT INTO ledger_reader (name, position, tries) VALUES ($1, $2, $3)
            ON CONFLICT (name) DO UPDATE SET position = excluded.position, tries = excluded.tries
            """,
            [.text(name), .integer(cursor.position), .integer(cursor.tries)]
        )
    }

    func park(_ position: Int64, of name: String, reason: String, at now: Instant) throws {
        try transaction.run(
            """
            INSERT INTO ledger_parked (reader, position, time, reason) VALUES ($1, $2, $3, $4)
            ON CONFLICT (reader, position) DO NOTHING
            """,
            [.text(name), .integer(position), .integer(now.milliseconds), .text(reason)]
        )
    }

    /// Entries from a position on, in their order, as they are stored.
    func entries(from position: Int64, atMost limit: Int) throws -> [(
        position: Int64, entry: [UInt8], payload: [UInt8]
    )] {
        try transaction.all(
            """
            SELECT p.position, e.entry, e.payload FROM ledger_position p
            JOIN ledger_entry e ON e.chain = p.chain AND e.sequence = p.sequence
            WHERE p.position >= $1 ORDER BY p.position LIMIT $2
            """,
            [.integer(position), .integer(Int64(limit))]
        ) { ($0.integer(0), $0.bytes(1), $0.bytes(2)) }
    }
}
