import Crypto
import Database
import Kernel
import Keys

/// Moves one reader along the ledger.
struct ReaderRun: Sendable {
    let reader: LedgerReader
    let database: Database
    let keys: ChainKeys
    let surroundings: Surroundings

    /// Takes what is new until there is nothing more; returns early, to be called again, when an entry failed.
    func catchUp() async throws {
        while try await step() {}
    }

    /// One batch; answers whether there may be more.
    func step() async throws -> Bool {
        let (cursor, entries) = try await next()
        guard !entries.isEmpty else { return false }
        do {
            return try await advance(entries, from: cursor)
        } catch let error as DatabaseError where Self.isPassing(error.code) {
            // The database's trouble is not the entry's.
            throw error
        } catch {
            try await failed(from: cursor, entry: entries[0], error)
            return true
        }
    }

    /// What follows the cursor, opened outside any write transaction. After a failure entries come one by one.
    private func next() async throws -> (ReaderStore.Cursor, [SequencedEntry]) {
        let (reader, keys) = (reader, keys)
        return try await database.snapshot { transaction in
            let store = ReaderStore(transaction: transaction)
            let cursor = try store.cursor(reader.name) ?? ReaderStore.Cursor()
            let stored = try store.entries(from: cursor.position, atMost: cursor.tries > 0 ? 1 : reader.batch)
            var known: [Identifier: SymmetricKey?] = [:]
            let entries = try stored.map { position, bytes, payload in
                let entry = try Entry(bytes: bytes)
                let key = try known[entry.chain] ?? keys.key(entry.chain, in: transaction)
                known[entry.chain] = .some(key)
                let clear = try key.map { try entry.open(payload, chainKey: ChainKey($0)).clear }
                return SequencedEntry(position: position, entry: entry, clear: clear)
            }
            return (cursor, entries)
        }
    }

    private func advance(_ entries: [SequencedEntry], from cursor: ReaderStore.Cursor) async throws -> Bool {
        let reader = reader
        return try await database.write { transaction in
            let store = ReaderStore(transaction: transaction)
            // Another process may have come this far meanwhile.
            guard try store.cursor(reader.name, locking: true) ?? ReaderStore.Cursor() == cursor else { return true }
            try reader.apply(entries, transaction)
            try store.keep(.init(position: (entries.last?.position ?? 0) + 1, tries: 0), of: reader.name)
            return true
        }
    }

    private func failed(from cursor: ReaderStore.Cursor, entry: SequencedEntry, _ error: any Error) async throws {
        let (reader, now) = (reader, surroundings.now())
        // The kind of error only: its text might hold what an entry said.
        let reason = String(describing: type(of: error))
        try await database.write { transaction in
            let store = ReaderStore(transaction: transaction)
            guard try store.cursor(reader.name, locking: true) ?? ReaderStore.Cursor() == cursor else { return }
            if cursor.tries + 1 < LedgerReader.triesMax {
                try store.keep(.init(position: cursor.position, tries: cursor.tries + 1), of: reader.name)
            } else {
                try store.park(entry.position, of: reader.name, reason: reason, at: now)
                try store.keep(.init(position: entry.position + 1, tries: 0), of: reader.name)
            }
        }
    }

    private static func isPassing(_ code: DatabaseError.Code) -> Bool {
        switch code {
        case .unavailable, .commitUnknown, .full, .disk, .readOnly, .busy, .overloaded, .closed: true
        default: false
        }
    }
}
