import Database

/// Walks the positions in their order: the tree, its tiles and its signed checkpoints.
struct TreeCheck {
    private(set) var findings: [Finding] = []
    private(set) var checkpoints = 0
    private(set) var frontier = Frontier()
    private var tiles = TileCheck()
    private let verifierKey: VerifierKey

    /// Positions looked at in one reading of the database.
    static let batch = 5_000

    init(verifierKey: VerifierKey) {
        self.verifierKey = verifierKey
    }

    /// The next batch, all of one moment; answers whether there is more.
    mutating func step(in transaction: Transaction) throws -> Bool {
        let store = VerifyStore(transaction: transaction)
        let start = frontier.size
        let placed = try store.positions(from: Int64(clamping: start), atMost: Self.batch)
        let end = start + UInt64(placed.count)
        var notes = try store.checkpoints(after: start, through: end)[...]
        let tileStore = TileStore(transaction: transaction)
        let leaves = try storedLeaves(start..<end, tileStore)
        for (index, place) in placed.enumerated() {
            try add(place, stored: index < leaves.count ? leaves[index] : nil, tileStore)
            while let note = notes.first, note.size <= frontier.size { check(notes.removeFirst()) }
        }
        if placed.count == Self.batch { return true }
        try finish(store, tileStore)
        return false
    }

    /// Level 0 of the tiles is read for itself, so that a changed entry is named, and named once.
    private func storedLeaves(_ range: Range<UInt64>, _ tiles: TileStore) throws -> [Digest] {
        guard !range.isEmpty else { return [] }
        var hashes: [Digest] = []
        for index in range.lowerBound / 256...(range.upperBound - 1) / 256 {
            guard let tile = Tile(level: 0, index: index) else { break }
            hashes += Digest.list(try tiles.read(tile)[...])
        }
        return Array(hashes.dropFirst(Int(range.lowerBound % 256)))
    }

    private mutating func add(_ placed: VerifyStore.Placed, stored: Digest?, _ tileStore: TileStore) throws {
        let place = ChainCheck.place(placed.chain, placed.sequence) + " (position \(placed.position))"
        if placed.position != Int64(clamping: frontier.size) {
            note("position \(frontier.size)", "it is missing")
        }
        if placed.leaf == nil {
            note(place, "the entry is missing")
        } else if let stored, placed.leaf != stored {
            note(place, "it is not the entry that was signed")
        } else if stored == nil {
            note(place, "its hash is missing in the tiles")
        }
        // Going on with the hash that was signed keeps one changed entry from spoiling all that follows.
        let leaf = stored ?? placed.leaf ?? .zero
        frontier.append(leaf)
        try tiles.add(leaf, read: tileStore.read)
    }

    private mutating func check(_ stored: (size: UInt64, note: String)) {
        checkpoints += 1
        let place = "checkpoint of size \(stored.size)"
        guard let note = try? Note(bytes: stored.note.utf8),
            let checkpoint = try? SignedCheckpoint(note: note, keys: [verifierKey]).checkpoint
        else { return self.note(place, "its signature is not the house's") }
        if checkpoint.size != stored.size || checkpoint.size != frontier.size {
            self.note(place, "it speaks of another size, \(checkpoint.size)")
        } else if checkpoint.root != frontier.root {
            self.note(place, "the entries up to here are not those that were signed")
        }
    }

    private mutating func finish(_ store: VerifyStore, _ tileStore: TileStore) throws {
        try tiles.finish(read: tileStore.read)
        findings += tiles.findings
        let last = try store.lastCheckpointSize()
        if last != frontier.size {
            note("checkpoint of size \(last)", "the tree holds \(frontier.size) entries")
        }
        if try store.frontier() ?? Frontier().bytes != frontier.bytes {
            note("table ledger_tree", "its frontier is not that of the entries")
        }
    }

    private mutating func note(_ place: String, _ reason: String) {
        findings.append(Finding(place: place, reason: reason))
    }
}
