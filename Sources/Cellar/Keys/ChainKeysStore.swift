public import Crypto
public import Database
public import Kernel

/// The key of each chain, wrapped by a master key, in the database.
public struct ChainKeys: Sendable {
    private let master: MasterKeys
    private let surroundings: Surroundings

    public init(master: MasterKeys, surroundings: Surroundings) {
        (self.master, self.surroundings) = (master, surroundings)
    }

    public static let migrations = [
        Migration(
            "keys: make the keys of chains",
            """
            CREATE TABLE chain_key (
                chain BYTEA PRIMARY KEY NOT NULL,
                master BIGINT NOT NULL,
                wrapped BYTEA NOT NULL
            );
            CREATE INDEX chain_key_master ON chain_key (master);
            """
        )
    ]

    /// A new key for a chain that has none.
    public func make(_ chain: Identifier, in transaction: Transaction) throws -> SymmetricKey {
        let key = SymmetricKey(data: surroundings.random(32))
        try transaction.run(
            "INSERT INTO chain_key (chain, master, wrapped) VALUES ($1, $2, $3)",
            [
                .bytes(chain.bytes), .integer(master.version),
                .bytes(try master.wrap(key, for: chain, surroundings)),
            ]
        )
        return key
    }

    /// The key of a chain, or nil when it was destroyed or never made.
    public func key(_ chain: Identifier, in transaction: Transaction) throws -> SymmetricKey? {
        let row = try transaction.first(
            "SELECT master, wrapped FROM chain_key WHERE chain = $1",
            [.bytes(chain.bytes)]
        ) { ($0.integer(0), $0.bytes(1)) }
        guard let (version, wrapped) = row else { return nil }
        return try master.unwrap(wrapped, version: version, for: chain)
    }

    /// Destroys a key: what it sealed can never be read again. The row is overwritten before it is removed.
    ///
    /// The caller has put the chain on the `DestroyedList` already.
    public func destroy(_ chain: Identifier, in transaction: Transaction) throws {
        let blank = [UInt8](repeating: 0, count: 60)
        try transaction.run(
            "UPDATE chain_key SET wrapped = $2 WHERE chain = $1",
            [.bytes(chain.bytes), .bytes(blank)]
        )
        try transaction.run("DELETE FROM chain_key WHERE chain = $1", [.bytes(chain.bytes)])
    }

    /// Wraps keys of older master keys anew, at most so many; answers how many it did, 0 when all are done.
    ///
    /// The keys themselves stay, so nothing that they sealed is touched. When this answers 0, an older master key may
    /// be removed from the folder, from the oldest on; not before the last backup that needs it is gone.
    public func rewrap(atMost limit: Int, in transaction: Transaction) throws -> Int {
        let old = try transaction.all(
            "SELECT chain, master, wrapped FROM chain_key WHERE master < $1 ORDER BY master, chain LIMIT $2"
                + transaction.dialect.forUpdate,
            [.integer(master.version), .integer(Int64(limit))]
        ) { ($0.bytes(0), $0.integer(1), $0.bytes(2)) }
        for (bytes, version, wrapped) in old {
            guard let chain = Identifier(bytes: bytes) else { throw KeysError(.malformed, "chain_key: no identifier") }
            let key = try master.unwrap(wrapped, version: version, for: chain)
            try transaction.run(
                "UPDATE chain_key SET master = $2, wrapped = $3 WHERE chain = $1",
                [
                    .bytes(bytes), .integer(master.version),
                    .bytes(try master.wrap(key, for: chain, surroundings)),
                ]
            )
        }
        return old.count
    }

    /// Destroys again what the list says was destroyed; answers the chains that still had a key.
    ///
    /// A restored database may be older than a destruction: serving starts only after this.
    public func replay(_ destroyed: Set<Identifier>, in transaction: Transaction) throws -> [Identifier] {
        let alive = try destroyed.sorted().filter { chain in
            try transaction.exists("SELECT 1 FROM chain_key WHERE chain = $1", [.bytes(chain.bytes)])
        }
        for chain in alive { try destroy(chain, in: transaction) }
        return alive
    }
}
