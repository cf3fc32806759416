import Database
import Kernel

/// Rows of contents read one after another by those that look at all of them: backup, checking, sweeping.
enum ContentListStore {
    /// The next contents after an id, in the order of ids; from the first on when there is none.
    static func next(after id: Identifier?, atMost limit: Int, in transaction: Transaction) throws -> [StoredObject] {
        try transaction.all(nextAfter, [.bytes(id?.bytes ?? []), .integer(Int64(limit))], object).compactMap { $0 }
    }

    static let nextAfter = "SELECT id, size, sealed_hash FROM vault_content WHERE id > $1 ORDER BY id LIMIT $2"

    static func object(_ id: Identifier, in transaction: Transaction) throws -> StoredObject? {
        try transaction.first(
            "SELECT id, size, sealed_hash FROM vault_content WHERE id = $1",
            [.bytes(id.bytes)],
            object
        ) ?? nil
    }

    /// Those of the ids that have a row.
    static func known(_ ids: ArraySlice<Identifier>, in transaction: Transaction) throws -> Set<Identifier> {
        guard !ids.isEmpty else { return [] }
        let places = (1...ids.count).map { "$\($0)" }.joined(separator: ", ")
        return Set(
            try transaction.all("SELECT id FROM vault_content WHERE id IN (\(places))", ids.map { .bytes($0.bytes) }) {
                Identifier(bytes: $0.bytes(0))
            }.compactMap { $0 }
        )
    }

    private static func object(_ row: Row) -> StoredObject? {
        guard let id = Identifier(bytes: row.bytes(0)), let layout = Layout(size: row.integer(1)) else { return nil }
        return StoredObject(id: id, sealedSize: layout.sealedSize, sealedHash: row.bytes(2))
    }
}
