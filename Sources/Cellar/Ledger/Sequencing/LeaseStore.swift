import Database
import Kernel

/// A piece of work that one process does at a time, with a token that grows when it changes hands.
///
/// Taken in the transaction that does the work: its row stays locked until the commit, so a process that was paused
/// for longer than its lease can change nothing afterwards. The time only keeps two processes from taking turns.
struct LeaseStore {
    let name: String
    let holder: Identifier

    /// How long a process that fell silent keeps the work from others.
    static let lasting: Int64 = 5_000

    /// The token, or nil while another process has the lease.
    func take(at now: Instant, in transaction: Transaction) throws -> Int64? {
        try transaction.first(
            """
            INSERT INTO lease (name, holder, token, until) VALUES ($1, $2, 1, $4)
            ON CONFLICT (name) DO UPDATE SET
                token = CASE WHEN lease.holder = excluded.holder THEN lease.token ELSE lease.token + 1 END,
                holder = excluded.holder,
                until = excluded.until
            WHERE lease.holder = excluded.holder OR lease.until < $3
            RETURNING token
            """,
            [
                .text(name), .bytes(holder.bytes), .integer(now.milliseconds),
                .integer(now.milliseconds &+ Self.lasting),
            ]
        ) { $0.integer(0) }
    }

    /// Lets go at once, so that another process need not wait.
    func release(in transaction: Transaction) throws {
        try transaction.run(
            "UPDATE lease SET until = 0 WHERE name = $1 AND holder = $2",
            [.text(name), .bytes(holder.bytes)]
        )
    }
}
