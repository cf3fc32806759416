import Database
import Kernel
import Keys

extension Journal {
    /// The last signed checkpoint; nil before the first entry has its position.
    public func checkpoint() async throws -> SignedCheckpoint? {
        let key = verifierKey
        return try await database.read { transaction in
            try SequencerStore(transaction: transaction).lastNote().map { note in
                try SignedCheckpoint(note: Note(bytes: note.utf8), keys: [key])
            }
        }
    }

    /// The same as it was signed, for others to read; that of an empty tree before the first entry.
    public func checkpointNote() async throws -> String {
        if let note = try await database.read({ try SequencerStore(transaction: $0).lastNote() }) { return note }
        let key = sequencer.signingKey
        let empty = try Checkpoint(origin: key.name, size: 0, root: .emptyTree).signed(by: key)
        return String(decoding: empty.bytes, as: UTF8.self)
    }

    /// The proof of an entry to take home, with what it held; nil while it waits for its position.
    ///
    /// Throws `LedgerError.destroyed` when nobody can open the entry any more.
    public func receipt(of place: EntryPlace) async throws -> Receipt? {
        guard let proof = try await proof(of: place) else { return nil }
        let keys = keys
        let opening = try await database.snapshot { transaction in
            guard let key = try keys.key(place.chain, in: transaction),
                let stored = try ChainStore(transaction: transaction).entry(at: place)
            else { throw LedgerError(.destroyed, "chain \(place.chain) was destroyed") }
            return try stored.entry.open(stored.payload, chainKey: ChainKey(key))
        }
        return try Receipt(entry: proof.entry, opening: opening, proof: proof.inclusion, note: proof.note)
    }

    /// Everything that shows that an entry is in the signed tree; nil while it waits for its position.
    public func proof(of place: EntryPlace) async throws -> EntryProof? {
        try await database.snapshot { transaction in
            let chains = ChainStore(transaction: transaction)
            guard let entry = try chains.entry(at: place)?.entry else {
                throw LedgerError(.unknown, "chain \(place.chain) has no entry \(place.sequence)")
            }
            guard let position = try chains.position(of: place),
                let text = try SequencerStore(transaction: transaction).lastNote()
            else { return nil }
            let note = try Note(bytes: text.utf8)
            let checkpoint = try Checkpoint(text: note.text)
            var tree = try Tree(size: checkpoint.size, read: TileStore(transaction: transaction).read)
            return EntryProof(
                entry: entry,
                inclusion: try tree.inclusion(of: position),
                checkpoint: checkpoint,
                note: note
            )
        }
    }

    /// The proof that the tree of one size is the beginning of the tree of another.
    public func consistency(from old: UInt64, to size: UInt64) async throws -> ConsistencyProof {
        try await database.snapshot { transaction in
            var tree = try Tree(size: size, read: TileStore(transaction: transaction).read)
            return try tree.consistency(from: old)
        }
    }

    /// The stored bytes of a tile, cut to its width; nil when the tree has not grown that far.
    public func tile(_ tile: Tile) async throws -> [UInt8]? {
        let bytes = try await database.read { try TileStore(transaction: $0).read(tile) }
        let length = tile.width * Digest.length
        return bytes.count >= length ? Array(bytes.prefix(length)) : nil
    }
}

/// An entry with the path from it to a signed root.
public struct EntryProof: Sendable {
    public let entry: Entry
    public let inclusion: InclusionProof
    public let checkpoint: Checkpoint
    /// The checkpoint with the signatures under it, as it was stored.
    public let note: Note
}
