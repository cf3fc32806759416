import Ledger

/// The tree as RFC 9162 section 2.1 writes it down, recursive and slow: what the real one is compared with.
enum Naive {
    static func root(_ leaves: ArraySlice<Digest>) -> Digest {
        guard let first = leaves.first else { return .emptyTree }
        if leaves.count == 1 { return first }
        let middle = leaves.startIndex + split(leaves.count)
        return .node(root(leaves[..<middle]), root(leaves[middle...]))
    }

    static func path(_ place: Int, _ leaves: ArraySlice<Digest>) -> [Digest] {
        if leaves.count <= 1 { return [] }
        let middle = leaves.startIndex + split(leaves.count)
        return place < middle
            ? path(place, leaves[..<middle]) + [root(leaves[middle...])]
            : path(place, leaves[middle...]) + [root(leaves[..<middle])]
    }

    static func proof(_ old: Int, _ leaves: ArraySlice<Digest>, known: Bool = true) -> [Digest] {
        if old == leaves.count { return known ? [] : [root(leaves)] }
        let half = split(leaves.count)
        let middle = leaves.startIndex + half
        return old <= half
            ? proof(old, leaves[..<middle], known: known) + [root(leaves[middle...])]
            : proof(old - half, leaves[middle...], known: false) + [root(leaves[..<middle])]
    }

    private static func split(_ count: Int) -> Int {
        var half = 1
        while half * 2 < count { half *= 2 }
        return half
    }
}

/// Tiles in memory, which counts how often it is read.
final class TileBox {
    var stored: [String: [UInt8]] = [:]
    var reads = 0

    func keep(_ filled: [FilledTile]) {
        for tile in filled { stored[place(tile.tile)] = tile.bytes }
    }

    func read(_ tile: Tile) -> [UInt8] {
        reads += 1
        return stored[place(tile)] ?? []
    }

    /// Grows by these leaves.
    func append(_ leaves: [Digest], after size: Int) throws {
        keep(try Tree.grow(from: UInt64(size), appending: leaves, read: read))
    }

    private func place(_ tile: Tile) -> String { "\(tile.level)/\(tile.index)" }
}
