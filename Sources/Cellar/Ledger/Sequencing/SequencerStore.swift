import Database
import Kernel

/// The statements of the sequencer: what waits, what it has placed, the tree so far.
struct SequencerStore {
    let transaction: Transaction

    /// One committed entry that has no position yet.
    struct Waiting {
        let time: Int64
        let chain: [UInt8]
        let sequence: Int64
        let leaf: Digest
    }

    func isAnyoneWaiting() throws -> Bool {
        try transaction.exists("SELECT 1 FROM ledger_waiting LIMIT 1")
    }

    /// The oldest first. Times never fall within a chain, so its entries come in their order.
    func waiting(atMost limit: Int) throws -> [Waiting] {
        try transaction.all(
            """
            SELECT w.time, w.chain, w.sequence, e.entry FROM ledger_waiting w
            JOIN ledger_entry e ON e.chain = w.chain AND e.sequence = w.sequence
            ORDER BY w.time, w.chain, w.sequence LIMIT $1
            """,
            [.integer(Int64(limit))]
        ) { row in
            Waiting(
                time: row.integer(0),
                chain: row.bytes(1),
                sequence: row.integer(2),
                leaf: .leaf(row.bytes(3))
            )
        }
    }

    func place(_ waiting: Waiting, at position: UInt64) throws {
        try transaction.run(
            "INSERT INTO ledger_position (position, chain, sequence) VALUES ($1, $2, $3)",
            [.integer(Int64(position)), .bytes(waiting.chain), .integer(waiting.sequence)]
        )
        try transaction.run(
            "DELETE FROM ledger_waiting WHERE time = $1 AND chain = $2 AND sequence = $3",
            [.integer(waiting.time), .bytes(waiting.chain), .integer(waiting.sequence)]
        )
    }

    func frontier() throws -> Frontier {
        let bytes = try transaction.first("SELECT frontier FROM ledger_tree WHERE id = 1") { $0.bytes(0) }
        guard let bytes else { return Frontier() }
        guard let frontier = Frontier(bytes: bytes) else {
            throw LedgerError(.damaged, "the tree's frontier does not read: restore a backup, or rebuild the tree")
        }
        return frontier
    }

    func keep(_ frontier: Frontier) throws {
        try transaction.run(
            """
            INSERT INTO ledger_tree (id, frontier) VALUES (1, $1)
            ON CONFLICT (id) DO UPDATE SET frontier = excluded.frontier
            """,
            [.bytes(frontier.bytes)]
        )
    }

    func keep(_ note: String, size: UInt64, time: Instant) throws {
        try transaction.run(
            "INSERT INTO ledger_checkpoint (size, time, note) VALUES ($1, $2, $3)",
            [.integer(Int64(size)), .integer(time.milliseconds), .text(note)]
        )
    }

    func lastNote() throws -> String? {
        try transaction.first("SELECT note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1") { $0.text(0) }
    }
}
