import Database
import Kernel

/// Gives committed entries their position, adds them to the tree, and signs the tree after each batch.
///
/// A write like any other, under a lease: one process at a time, whichever database.
struct Sequencer: Sendable {
    let signingKey: SigningKey
    let holder: Identifier
    let surroundings: Surroundings

    /// Entries that get their position in one transaction.
    static let batch = 1_000

    var lease: LeaseStore { LeaseStore(name: "sequencer", holder: holder) }

    /// Places what waits, at most a batch; answers how many, 0 also while another process has the lease.
    func step(in transaction: Transaction) throws -> Int {
        let now = surroundings.now()
        guard try lease.take(at: now, in: transaction) != nil else { return 0 }
        let store = SequencerStore(transaction: transaction)
        let waiting = try store.waiting(atMost: Self.batch)
        if waiting.isEmpty { return 0 }
        var frontier = try store.frontier()
        let tiles = TileStore(transaction: transaction)
        let grown = try Tree.grow(from: frontier.size, appending: waiting.map(\.leaf), read: tiles.read)
        for entry in waiting {
            try store.place(entry, at: frontier.size)
            frontier.append(entry.leaf)
        }
        for tile in grown { try tiles.keep(tile) }
        try store.keep(frontier)
        let checkpoint = try Checkpoint(origin: signingKey.name, size: frontier.size, root: frontier.root)
        let note = try checkpoint.signed(by: signingKey)
        try store.keep(String(decoding: note.bytes, as: UTF8.self), size: frontier.size, time: now)
        return waiting.count
    }
}
