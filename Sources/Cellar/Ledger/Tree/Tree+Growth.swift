/// A tile with what it holds, ready to be stored.
public struct FilledTile: Hashable, Sendable {
    /// Which tile, with the width that it now has.
    public let tile: Tile
    /// Its hashes one after another, 32 bytes each.
    public let bytes: [UInt8]
}

extension Tree {
    /// The tiles that change when these leaves come after the first `size`, with what they then hold.
    ///
    /// Calls `read` once for each level whose last tile was not full; stores nothing itself. Level by level, each
    /// from left to right.
    public static func grow(
        from size: UInt64,
        appending leaves: [Digest],
        read: (Tile) throws -> [UInt8]
    ) throws -> [FilledTile] {
        let (grown, overflow) = size.addingReportingOverflow(UInt64(leaves.count))
        guard !overflow, grown <= sizeMax else { throw TreeError.tooLarge(size) }
        var filled: [FilledTile] = []
        var (old, fresh) = (size, leaves)
        for level in 0...Tile.levelMax where !fresh.isEmpty {
            let stretch = try beginning(of: level, before: old, read) + fresh
            let rows = Tree.rows(stretch, level: level, firstTile: old / 256)
            filled += rows.map { FilledTile(tile: $0.tile, bytes: $0.hashes.flatMap(\.bytes)) }
            fresh = rows.filter(\.tile.isFull).map { root(ofFull: $0.hashes) }
            old /= 256
        }
        return filled
    }

    /// What the last tile of a level of `old` hashes holds, if it is not full.
    private static func beginning(of level: Int, before old: UInt64, _ read: (Tile) throws -> [UInt8]) throws
        -> [Digest]
    {
        guard old % 256 > 0 else { return [] }
        let tile = Tile(unchecked: level, old / 256, width: Int(old % 256))
        return try tile.hashes(in: read(tile))
    }

    private static func rows(_ stretch: [Digest], level: Int, firstTile: UInt64) -> [(tile: Tile, hashes: [Digest])] {
        stride(from: 0, to: stretch.count, by: Tile.widthMax).map { start in
            let hashes = Array(stretch[start..<min(start + Tile.widthMax, stretch.count)])
            let index = firstTile + UInt64(start / Tile.widthMax)
            return (Tile(unchecked: level, index, width: hashes.count), hashes)
        }
    }

    private static func root(ofFull hashes: [Digest]) -> Digest {
        var hashes = hashes
        while hashes.count > 1 { hashes = parents(hashes) }
        return hashes[0]
    }
}
