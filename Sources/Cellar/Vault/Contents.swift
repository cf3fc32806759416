import Crypto
public import Database
public import Kernel
public import Keys

/// The contents of documents: streamed in and out, each sealed under a key of its own, scanned before others read them.
///
/// Receiving comes first and waits for the disk; the row comes in the caller's transaction, and refers only to what is
/// durable. Reading asks the row for its state.
public struct Contents: Sendable {
    /// Bounds of the vault.
    public struct Limits: Sendable {
        /// Bytes of one content at most.
        public var size: Int64 = 4 << 30
        /// Threads that may block on the disk.
        public var threads = 3
        /// How long a received content may wait for its row. Shorter than any days of grace for orphans.
        public var waitMilliseconds: Int64 = 60 * 60 * 1_000

        /// The usual bounds.
        public init() {}
    }

    let folder: ObjectFolder
    let threads: DiskThreads
    let database: Database
    let keys: ChainKeys
    let surroundings: Surroundings
    let limits: Limits

    /// The steps of the schema that the vault needs.
    public static let migrations = ContentStore.migrations

    /// Opens the folder, makes it when absent, and removes what a stopped process was receiving. Blocks; for the start.
    public init(
        path: String,
        database: Database,
        keys: ChainKeys,
        surroundings: Surroundings,
        limits: Limits = Limits()
    ) throws(VaultError) {
        try self.init(
            folder: ObjectFolder(path: path),
            database: database,
            keys: keys,
            surroundings: surroundings,
            limits: limits
        )
    }

    init(folder: ObjectFolder, database: Database, keys: ChainKeys, surroundings: Surroundings, limits: Limits) {
        self.folder = folder
        threads = DiskThreads(count: limits.threads)
        (self.database, self.keys, self.surroundings, self.limits) = (database, keys, surroundings, limits)
    }
}

// MARK: - Rows, in the caller's transaction

extension Contents {
    /// Gives a received content its row, its key wrapped by the key of a chain; state `received`, not referred to yet.
    public func put(_ received: ReceivedContent, in chain: Identifier, _ transaction: Transaction) throws {
        let waited = received.made.milliseconds(to: surroundings.now())
        guard waited < limits.waitMilliseconds else {
            throw VaultError(.expired, "content \(received.id) waits for its row since \(received.made)")
        }
        let wrap = try WrappedKey(
            received.key.key,
            of: received.id,
            under: chainKey(chain, transaction),
            surroundings
        )
        try ContentStore.add(received, chain: chain, wrap: wrap, in: transaction)
    }

    /// What is known about a content, or nil.
    public func content(_ id: Identifier, _ transaction: Transaction) throws -> Content? {
        try ContentStore.content(id, in: transaction)
    }

    /// All contents that the key of a chain opens, in the order of their ids.
    public func contents(of chain: Identifier, _ transaction: Transaction) throws -> [Content] {
        try ContentStore.contents(of: chain, in: transaction)
    }

    /// Says that a register refers to a content from now on, so that it is never swept; throws `missing`.
    public func refer(_ id: Identifier, _ transaction: Transaction) throws {
        guard try ContentStore.refer(id, in: transaction) else { throw Self.missing(id) }
    }

    /// Wraps a content's key for another chain: a draft that is sent, a document that moves. No byte of it is copied.
    ///
    /// Throws `missing`, also when it belongs to another chain than the caller thinks.
    public func rewrap(
        _ id: Identifier,
        from old: Identifier,
        to new: Identifier,
        _ transaction: Transaction
    ) throws {
        guard let (chain, wrap) = try ContentStore.wrap(id, forUpdate: true, in: transaction), chain == old else {
            throw Self.missing(id)
        }
        let key = try wrap.open(of: id, under: chainKey(old, transaction))
        let rewrapped = try WrappedKey(key, of: id, under: chainKey(new, transaction), surroundings)
        try ContentStore.move(id, to: new, wrap: rewrapped, in: transaction)
    }

    /// Destroys what opens a content, by overwriting, and removes its row; throws `missing`.
    ///
    /// From the commit on nobody can read it. The caller then calls `removeObjects`; what a crash leaves is swept.
    public func destroy(_ id: Identifier, _ transaction: Transaction) throws {
        guard try ContentStore.remove(id, in: transaction) else { throw Self.missing(id) }
    }

    /// Removes the files of contents that were destroyed in a transaction that is committed; those that still have a
    /// row it leaves alone.
    public func removeObjects(_ ids: [Identifier]) async throws {
        for start in stride(from: 0, to: ids.count, by: Self.batch) {
            let part = ids[start..<min(ids.count, start + Self.batch)]
            let known = try await database.read { try ContentListStore.known(part, in: $0) }
            let gone = part.filter { !known.contains($0) }
            try await threads.run { [folder] in for id in gone { try folder.remove(id) } }
        }
    }

    /// Rows or files handled at a time.
    static let batch = 256

    func chainKey(_ chain: Identifier, _ transaction: Transaction) throws -> SymmetricKey {
        guard let key = try keys.key(chain, in: transaction) else {
            throw VaultError(.destroyed, "the key of chain \(chain) was destroyed")
        }
        return key
    }

    static func missing(_ id: Identifier) -> VaultError { VaultError(.missing, "there is no content \(id)") }
}

/// The key of one content while it waits for its row; prints nothing.
struct ContentKey: Sendable, CustomStringConvertible {
    let key: SymmetricKey

    var description: String { "ContentKey" }
}
