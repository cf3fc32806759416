import Database
import Kernel

/// The statements of a verification; it only reads.
struct VerifyStore {
    let transaction: Transaction

    /// The end of a chain as its head tells it.
    struct Head {
        let chain: Identifier
        let sequence: Int64
        let time: Int64
        let hash: [UInt8]
        let hasKey: Bool
    }

    /// One entry as it is stored.
    struct Stored {
        let chain: [UInt8]
        let sequence: Int64
        let bytes: [UInt8]
        let payload: Digest
        let position: Int64?
        let isWaiting: Bool
    }

    func heads(after chain: Identifier?, atMost limit: Int) throws -> [Head] {
        try transaction.all(
            """
            SELECT c.chain, c.sequence, c.time, c.hash, CASE WHEN k.chain IS NULL THEN 0 ELSE 1 END
            FROM ledger_chain c LEFT JOIN chain_key k ON k.chain = c.chain
            WHERE c.chain > $1 ORDER BY c.chain LIMIT $2
            """,
            [.bytes(chain?.bytes ?? []), .integer(Int64(limit))]
        ) { row in
            guard let chain = Identifier(bytes: row.bytes(0)) else {
                throw LedgerError(.damaged, "table ledger_chain holds an id that is not 16 bytes long")
            }
            return Head(
                chain: chain,
                sequence: row.integer(1),
                time: row.integer(2),
                hash: row.bytes(3),
                hasKey: row.bool(4)
            )
        }
    }

    /// The entries of a range of chains, chain by chain, in their order.
    func entries(_ range: ChainRange, _ body: (Stored) throws -> Void) throws {
        try transaction.each(
            """
            SELECT e.chain, e.sequence, e.entry, e.payload, p.position,
                EXISTS (SELECT 1 FROM ledger_waiting w WHERE p.position IS NULL
                    AND w.chain = e.chain AND w.sequence = e.sequence)
            FROM ledger_entry e LEFT JOIN ledger_position p ON p.chain = e.chain AND p.sequence = e.sequence
            WHERE e.chain > $1 AND e.chain <= $2 ORDER BY e.chain, e.sequence
            """,
            [.bytes(range.bounds.after), .bytes(range.bounds.through)]
        ) { row in
            try body(
                Stored(
                    chain: row.bytes(0),
                    sequence: row.integer(1),
                    bytes: row.bytes(2),
                    payload: row.withBytes(3) { Digest.of(buffer: UnsafeRawBufferPointer($0)) },
                    position: row.optionalInteger(4),
                    isWaiting: row.bool(5)
                )
            )
        }
    }

    /// One position with the entry that it names, if there is one.
    struct Placed {
        let position: Int64
        let chain: [UInt8]
        let sequence: Int64
        let leaf: Digest?
    }

    func positions(from position: Int64, atMost limit: Int) throws -> [Placed] {
        try transaction.all(
            """
            SELECT p.position, p.chain, p.sequence, e.entry FROM ledger_position p
            LEFT JOIN ledger_entry e ON e.chain = p.chain AND e.sequence = p.sequence
            WHERE p.position >= $1 ORDER BY p.position LIMIT $2
            """,
            [.integer(position), .integer(Int64(limit))]
        ) { row in
            Placed(
                position: row.integer(0),
                chain: row.bytes(1),
                sequence: row.integer(2),
                leaf: row.isNull(3) ? nil : row.withBytes(3) { Digest.leaf(Array($0)) }
            )
        }
    }

    func checkpoints(after size: UInt64, through last: UInt64) throws -> [(size: UInt64, note: String)] {
        try transaction.all(
            "SELECT size, note FROM ledger_checkpoint WHERE size > $1 AND size <= $2 ORDER BY size",
            [.integer(Int64(clamping: size)), .integer(Int64(clamping: last))]
        ) { (UInt64(clamping: $0.integer(0)), $0.text(1)) }
    }

    func lastCheckpointSize() throws -> UInt64 {
        let size = try transaction.first("SELECT max(size) FROM ledger_checkpoint") { $0.integer(0) }
        return UInt64(clamping: size ?? 0)
    }

    func frontier() throws -> [UInt8]? {
        try transaction.first("SELECT frontier FROM ledger_tree WHERE id = 1") { $0.bytes(0) }
    }
}
