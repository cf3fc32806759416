import Database
import Kernel

/// The statements of chains: their heads and their entries.
struct ChainStore {
    let transaction: Transaction

    /// Where a chain ends.
    struct Head {
        var sequence: UInt64
        var time: Instant
        var hash: Digest
    }

    /// The last entry's place, locked until the commit; nil for a chain that has none.
    func head(_ chain: Identifier) throws -> Head? {
        let found = try transaction.first(
            "SELECT sequence, time, hash FROM ledger_chain WHERE chain = $1" + transaction.dialect.forUpdate,
            [.bytes(chain.bytes)]
        ) { ($0.integer(0), $0.integer(1), Digest(bytes: $0.bytes(2))) }
        guard let (sequence, time, hash) = found else { return nil }
        guard let sequence = UInt64(exactly: sequence), let time = Instant(exactly: time), let hash else {
            throw LedgerError(.damaged, "the head of chain \(chain) does not read")
        }
        return Head(sequence: sequence, time: time, hash: hash)
    }

    func keep(_ head: Head, of chain: Identifier) throws {
        try transaction.run(
            """
            INSERT INTO ledger_chain (chain, sequence, time, hash) VALUES ($1, $2, $3, $4)
            ON CONFLICT (chain) DO UPDATE SET
                sequence = excluded.sequence, time = excluded.time, hash = excluded.hash
            """,
            [
                .bytes(chain.bytes), .integer(Int64(clamping: head.sequence)), .integer(head.time.milliseconds),
                .bytes(head.hash.bytes),
            ]
        )
    }

    func add(_ entry: Entry, payload: [UInt8]) throws {
        let place: [Value] = [.bytes(entry.chain.bytes), .integer(Int64(clamping: entry.sequence))]
        try transaction.run(
            "INSERT INTO ledger_entry (chain, sequence, entry, payload) VALUES ($1, $2, $3, $4)",
            place + [.bytes(entry.bytes), .bytes(payload)]
        )
        try transaction.run(
            "INSERT INTO ledger_waiting (time, chain, sequence) VALUES ($3, $1, $2)",
            place + [.integer(entry.time.milliseconds)]
        )
    }

    /// An entry with its sealed payload, as they are stored.
    func entry(at place: EntryPlace) throws -> (entry: Entry, payload: [UInt8])? {
        let found = try transaction.first(
            "SELECT entry, payload FROM ledger_entry WHERE chain = $1 AND sequence = $2",
            [.bytes(place.chain.bytes), .integer(Int64(clamping: place.sequence))]
        ) { ($0.bytes(0), $0.bytes(1)) }
        return try found.map { (try Entry(bytes: $0.0), $0.1) }
    }

    /// The position of an entry in the whole, or nil while it waits for one.
    func position(of place: EntryPlace) throws -> UInt64? {
        try transaction.first(
            "SELECT position FROM ledger_position WHERE chain = $1 AND sequence = $2",
            [.bytes(place.chain.bytes), .integer(Int64(clamping: place.sequence))]
        ) { UInt64(clamping: $0.integer(0)) }
    }
}
