/// Builds every level of tiles from the leaves, and compares each with what is stored.
struct TileCheck {
    private(set) var findings: [Finding] = []
    private var levels: [[Digest]] = []
    private var counts: [UInt64] = []

    /// Takes the next leaf; `read` gives the stored hashes of a tile that is now full.
    mutating func add(_ leaf: Digest, read: (Tile) throws -> [UInt8]) rethrows {
        try add(leaf, level: 0, read)
    }

    /// Compares the tiles that are not full.
    mutating func finish(read: (Tile) throws -> [UInt8]) rethrows {
        for level in levels.indices where !levels[level].isEmpty { try compare(level, read) }
    }

    private mutating func add(_ hash: Digest, level: Int, _ read: (Tile) throws -> [UInt8]) rethrows {
        if level == levels.count {
            levels.append([])
            counts.append(0)
        }
        levels[level].append(hash)
        guard levels[level].count == Tile.widthMax else { return }
        try compare(level, read)
        let root = levels[level].reduce(into: Frontier()) { $0.append($1) }.root
        levels[level] = []
        counts[level] += 1
        try add(root, level: level + 1, read)
    }

    private mutating func compare(_ level: Int, _ read: (Tile) throws -> [UInt8]) rethrows {
        guard let tile = Tile(level: level, index: counts[level], width: levels[level].count) else { return }
        let stored = try read(tile)
        // A level-0 difference is named by its entry; here the hashes above the leaves are judged.
        if level > 0, !stored.starts(with: levels[level].flatMap(\.bytes)) {
            findings.append(Finding(place: "tile \(tile)", reason: "its hashes are not those of the tiles below it"))
        }
    }
}
