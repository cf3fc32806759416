import Database
import Kernel

/// The rows of contents: the only place that knows their table.
enum ContentStore {
    static let migrations = [
        Migration(
            "vault: make the rows of contents",
            """
            CREATE TABLE vault_content (
                id BYTEA PRIMARY KEY NOT NULL CHECK (length(id) = 16),
                chain BYTEA NOT NULL CHECK (length(chain) = 16),
                size BIGINT NOT NULL CHECK (size >= 0),
                hash BYTEA NOT NULL CHECK (length(hash) = 32),
                sealed_hash BYTEA NOT NULL CHECK (length(sealed_hash) = 32),
                salt BYTEA NOT NULL CHECK (length(salt) = 32),
                wrapped BYTEA NOT NULL CHECK (length(wrapped) = 60),
                kind TEXT NOT NULL,
                marks BIGINT NOT NULL,
                state BIGINT NOT NULL CHECK (state BETWEEN 0 AND 3),
                note TEXT NOT NULL,
                made BIGINT NOT NULL,
                referred BIGINT NOT NULL CHECK (referred IN (0, 1)),
                scan_due BIGINT NOT NULL,
                scan_tries BIGINT NOT NULL CHECK (scan_tries >= 0)
            );
            CREATE INDEX vault_content_chain ON vault_content (chain);
            CREATE INDEX vault_content_waiting ON vault_content (made, id) WHERE state = 0;
            CREATE INDEX vault_content_loose ON vault_content (made, id) WHERE referred = 0;
            """
        )
    ]

    static func add(
        _ received: ReceivedContent,
        chain: Identifier,
        wrap: WrappedKey,
        in transaction: Transaction
    ) throws {
        try transaction.run(
            """
            INSERT INTO vault_content (id, chain, size, hash, sealed_hash, salt, wrapped, kind, marks, state, note,
                made, referred, scan_due, scan_tries)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, '', $10, 0, $10, 0)
            """,
            [
                .bytes(received.id.bytes), .bytes(chain.bytes), .integer(received.size), .bytes(received.hash),
                .bytes(received.sealedHash), .bytes(wrap.salt), .bytes(wrap.wrapped),
                .text(received.kind.rawValue), .integer(received.marks.rawValue),
                .integer(received.made.milliseconds),
            ]
        )
    }

    static func content(_ id: Identifier, in transaction: Transaction) throws -> Content? {
        try transaction.first("SELECT \(columns) FROM vault_content WHERE id = $1", [.bytes(id.bytes)], content)
    }

    /// The wrapped key of a content and the chain that opens it; locked when the transaction will change it.
    static func wrap(
        _ id: Identifier,
        forUpdate: Bool = false,
        in transaction: Transaction
    ) throws -> (chain: Identifier, wrap: WrappedKey)? {
        let row = try transaction.first(
            "SELECT chain, salt, wrapped FROM vault_content WHERE id = $1"
                + (forUpdate ? transaction.dialect.forUpdate : ""),
            [.bytes(id.bytes)]
        ) { (Identifier(bytes: $0.bytes(0)), WrappedKey(salt: $0.bytes(1), wrapped: $0.bytes(2))) }
        guard let (chain, wrap) = row, let chain else { return nil }
        return (chain, wrap)
    }

    /// Whether there was a row to mark.
    static func refer(_ id: Identifier, in transaction: Transaction) throws -> Bool {
        try transaction.run("UPDATE vault_content SET referred = 1 WHERE id = $1", [.bytes(id.bytes)]) == 1
    }

    static func move(_ id: Identifier, to chain: Identifier, wrap: WrappedKey, in transaction: Transaction) throws {
        try transaction.run(
            "UPDATE vault_content SET chain = $2, salt = $3, wrapped = $4 WHERE id = $1",
            [.bytes(id.bytes), .bytes(chain.bytes), .bytes(wrap.salt), .bytes(wrap.wrapped)]
        )
    }

    /// Overwrites what opens and describes a content, then removes its row; whether there was one.
    static func remove(_ id: Identifier, in transaction: Transaction) throws -> Bool {
        let (zeros, blank) = ([UInt8](repeating: 0, count: 32), WrappedKey.blank)
        try transaction.run(
            "UPDATE vault_content SET hash = $2, sealed_hash = $2, salt = $3, wrapped = $4, note = '' WHERE id = $1",
            [.bytes(id.bytes), .bytes(zeros), .bytes(blank.salt), .bytes(blank.wrapped)]
        )
        return try transaction.run("DELETE FROM vault_content WHERE id = $1", [.bytes(id.bytes)]) == 1
    }

    /// The contents of a chain, in the order of their ids.
    static func contents(of chain: Identifier, in transaction: Transaction) throws -> [Content] {
        try transaction.all(ofChain, [.bytes(chain.bytes)], content)
    }

    static let ofChain = "SELECT \(columns) FROM vault_content WHERE chain = $1 ORDER BY id"

    /// Rows that nothing refers to and that were made before a moment, the oldest first; locked.
    static func loose(before moment: Instant, atMost limit: Int, in transaction: Transaction) throws -> [Identifier] {
        try transaction.all(
            looseBefore + transaction.dialect.forUpdate,
            [.integer(moment.milliseconds), .integer(Int64(limit))]
        ) { Identifier(bytes: $0.bytes(0)) }.compactMap { $0 }
    }

    static let looseBefore =
        "SELECT id FROM vault_content WHERE referred = 0 AND made < $1 ORDER BY made, id LIMIT $2"

    static let columns = "id, chain, size, hash, kind, marks, state, note, made, referred"

    static func content(_ row: Row) throws -> Content {
        guard let id = Identifier(bytes: row.bytes(0)), let chain = Identifier(bytes: row.bytes(1)),
            let kind = MediaKind(rawValue: row.text(4)), let state = Content.State(rawValue: row.integer(6))
        else { throw VaultError(.damaged, "a row of vault_content holds what this program does not write") }
        return Content(
            id: id,
            chain: chain,
            size: row.integer(2),
            hash: row.bytes(3),
            kind: kind,
            marks: Marks(rawValue: row.integer(5)),
            state: state,
            note: row.text(7),
            made: Instant(milliseconds: row.integer(8)),
            isReferred: row.bool(9)
        )
    }
}
