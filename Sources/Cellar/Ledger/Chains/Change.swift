import Crypto
public import Database
public import Kernel
import Keys

/// The right to change the state of registers: what the verbs of a Store take, and only `Ledger.change` gives.
///
/// State and entries are in one transaction, so both exist or neither. Valid only inside the closure that received
/// it, which may run again after a conflict.
public final class Change {
    /// Where the state is written.
    public let transaction: Transaction
    public let author: Author
    /// The request that this change answers; it stands in each entry.
    public let request: Identifier
    /// The moment of this change, drawn when its transaction began.
    public let now: Instant

    private let keys: ChainKeys
    private let surroundings: Surroundings
    private var heads: [Identifier: ChainStore.Head] = [:]

    init(_ transaction: Transaction, author: Author, request: Identifier, keys: ChainKeys, surroundings: Surroundings) {
        (self.transaction, self.author, self.request) = (transaction, author, request)
        (self.keys, self.surroundings) = (keys, surroundings)
        now = surroundings.now()
    }

    /// A new identity; outsiders cannot guess it.
    public func identifier() -> Identifier { surroundings.identifier() }

    /// So many bytes that nobody can guess, such as the salt of a row.
    public func random(_ count: Int) -> [UInt8] { surroundings.random(count) }
}

extension Change {
    /// Locks the heads of several chains in the order of their ids, so that two changes cannot wait for each other.
    public func lock(_ chains: [Identifier]) throws {
        for chain in Set(chains).sorted() where heads[chain] == nil {
            heads[chain] = try ChainStore(transaction: transaction).head(chain)
        }
    }

    /// Writes down what happened: the new state of a resource, sealed, at the end of a chain.
    ///
    /// - Parameters:
    ///   - chain: the id of the main object; a chain begins with its first entry.
    ///   - resource: what changed; the main object itself or something of it.
    ///   - state: the state hash of the row as it is now; `Digest.zero` when the row is gone.
    ///   - clear: the resource's full new state as JSON. At most `Entry.clearMax` bytes.
    /// - Returns: where the entry stands.
    /// - Throws: `LedgerError.destroyed` for a chain that was destroyed.
    @discardableResult
    public func append(
        _ kind: EntryKind,
        chain: Identifier,
        resource: Identifier,
        state: Digest,
        clear: [UInt8]
    ) throws -> EntryPlace {
        let store = ChainStore(transaction: transaction)
        let head = try heads[chain] ?? store.head(chain)
        let key = try key(of: chain, isNew: head == nil)
        let draft = Entry.Draft(
            chain: chain,
            sequence: head.map { $0.sequence + 1 } ?? 0,
            // A clock that was set back never makes a chain run backwards.
            time: max(now, head?.time ?? now),
            kind: kind.rawValue,
            actor: author.pseudonym,
            authenticationLevel: author.level.rawValue,
            resource: resource,
            request: request
        )
        let (entry, payload) = try Entry.seal(
            draft,
            previous: head?.hash ?? .zero,
            stateHash: state,
            clear: clear,
            chainKey: key,
            randomness: surroundings.random
        )
        try store.add(entry, payload: payload)
        let next = ChainStore.Head(sequence: draft.sequence, time: draft.time, hash: entry.hash)
        try store.keep(next, of: chain)
        heads[chain] = next
        return EntryPlace(chain: chain, sequence: draft.sequence)
    }

    /// Ends a chain: a last entry says by which rule, and the key goes. What the chain sealed is unreadable from now.
    ///
    /// The caller removes the rows of the chain's resources in this same change, and has put the chain on the list of
    /// destroyed chains before.
    public func destroy(_ chain: Identifier, clear: [UInt8]) throws {
        try append(.vernietigd, chain: chain, resource: chain, state: .zero, clear: clear)
        try keys.destroy(chain, in: transaction)
    }

    private func key(of chain: Identifier, isNew: Bool) throws -> ChainKey {
        if isNew { return ChainKey(try keys.make(chain, in: transaction)) }
        guard let key = try keys.key(chain, in: transaction) else {
            throw LedgerError(.destroyed, "chain \(chain) was destroyed")
        }
        return ChainKey(key)
    }
}

/// Where an entry stands: its chain, and its number there from zero.
public struct EntryPlace: Hashable, Sendable {
    public let chain: Identifier
    public let sequence: UInt64

    public init(chain: Identifier, sequence: UInt64) {
        (self.chain, self.sequence) = (chain, sequence)
    }
}
