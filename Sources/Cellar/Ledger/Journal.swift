public import Database
public import Kernel
public import Keys

/// The ledger as the rest of the house uses it: the one way to change state, and the proofs of what was written.
///
/// ## Topics
/// - Writing: `change`
/// - Proving: `proof`, `checkpoint`, `tile`
/// - Following: `run`, with the readers given at composition
public struct Journal: Sendable {
    let database: Database
    let keys: ChainKeys
    let surroundings: Surroundings
    let sequencer: Sequencer
    let wake = Wake()
    /// The key by which anyone checks this log's checkpoints; printed it is a line of C2SP signed-note.
    public let verifierKey: VerifierKey

    /// - Parameters:
    ///   - origin: the name of this log in its checkpoints, such as `belfort.example/ledger`; it never changes.
    ///   - signingSeed: the 32 bytes of the house's signing key (`KeyFolder.signingSeed`).
    public init(
        database: Database,
        keys: ChainKeys,
        surroundings: Surroundings,
        origin: String,
        signingSeed: [UInt8]
    ) throws {
        (self.database, self.keys, self.surroundings) = (database, keys, surroundings)
        guard let key = SigningKey(name: origin, seed: signingSeed), let verifierKey = key.verifierKey() else {
            throw LedgerError(.unsignable, "'\(origin)' is no name for a log, or the signing key is not 32 bytes")
        }
        self.verifierKey = verifierKey
        sequencer = Sequencer(signingKey: key, holder: surroundings.identifier(), surroundings: surroundings)
    }

    /// Changes the state of registers and writes down what happened, in one transaction.
    ///
    /// Durable when this returns. The closure may run again after a conflict, and touches nothing but its change.
    public func change<Result: Sendable>(
        by author: Author,
        request: Identifier,
        _ body: @escaping @Sendable (Change) throws -> Result
    ) async throws -> Result {
        let (keys, surroundings) = (keys, surroundings)
        let result = try await database.write { transaction in
            try body(
                Change(transaction, author: author, request: request, keys: keys, surroundings: surroundings)
            )
        }
        wake.call()
        return result
    }

    /// Opens what an entry sealed; nil when its chain was destroyed.
    public func clear(of place: EntryPlace) async throws -> [UInt8]? {
        let keys = keys
        return try await database.snapshot { transaction in
            guard let stored = try ChainStore(transaction: transaction).entry(at: place) else {
                throw LedgerError(.unknown, "chain \(place.chain) has no entry \(place.sequence)")
            }
            guard let key = try keys.key(place.chain, in: transaction) else { return nil }
            return try stored.entry.open(stored.payload, chainKey: ChainKey(key)).clear
        }
    }
}
