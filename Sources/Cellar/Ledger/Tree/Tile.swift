/// A stretch of up to 256 consecutive hashes of one level of the tree: the unit in which a tree is stored and served.
///
/// A tile of level l holds roots of perfect subtrees of 256^l leaves. A full one has 8,192 bytes and never changes.
/// Source: C2SP tlog-tiles, section Merkle Tree.
public struct Tile: Hashable, Sendable {
    /// The height of the subtree that a full tile stands for.
    public static let height = 8
    /// How many hashes a full tile holds.
    public static let widthMax = 256
    /// The highest level that a tree within `Tree.sizeMax` has: 256^7 leaves to a hash.
    public static let levelMax = 7

    /// Zero for leaves, one for subtrees of 256 leaves, and so on.
    public let level: Int
    /// The place among the tiles of this level, from zero.
    public let index: UInt64
    /// How many hashes it holds: 1 to 256.
    public let width: Int

    /// Nil for a level over 7, a width outside 1 to 256, or a tile that no tree within `Tree.sizeMax` reaches.
    public init?(level: Int, index: UInt64, width: Int = Tile.widthMax) {
        guard (0...Tile.levelMax).contains(level), (1...Tile.widthMax).contains(width),
            index <= Tree.sizeMax >> UInt64(Tile.height * (level + 1))
        else { return nil }
        self.init(unchecked: level, index, width: width)
    }

    init(unchecked level: Int, _ index: UInt64, width: Int) {
        (self.level, self.index, self.width) = (level, index, width)
    }

    /// Whether nothing can be added.
    public var isFull: Bool { width == Tile.widthMax }

    /// The tiles of a tree of that size that one of `from` leaves did not have, or had with a smaller width.
    ///
    /// Level by level, each from left to right, each with its width in the new tree.
    public static func grown(from: UInt64, to size: UInt64) -> [Tile] {
        guard from < size, size <= Tree.sizeMax else { return [] }
        return (0...levelMax).flatMap { level -> [Tile] in
            let shift = UInt64(height * level)
            let (old, new) = (from >> shift, size >> shift)
            guard old < new else { return [] }
            return (old / 256...(new - 1) / 256).map { index in
                Tile(unchecked: level, index, width: Int(min(new - index * 256, 256)))
            }
        }
    }
}

extension Tile: CustomStringConvertible, LosslessStringConvertible {
    /// The path below the log's prefix: `tile/0/x001/x234/067` or, when not full, `tile/0/x001/x234/067.p/112`.
    public var description: String {
        var groups = [Tile.group(index % 1_000)]
        var rest = index / 1_000
        while rest > 0 {
            groups.append("x" + Tile.group(rest % 1_000))
            rest /= 1_000
        }
        let path = "tile/\(level)/" + groups.reversed().joined(separator: "/")
        return isFull ? path : "\(path).p/\(width)"
    }

    /// Reads such a path, in the one spelling that `description` writes.
    public init?(_ path: String) {
        // 2^54 tiles of level 0 are the most, which is six groups.
        guard path.utf8.count <= 64 else { return nil }
        var parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 3, parts[0] == "tile", let level = Int(parts[1]) else { return nil }
        var width = Tile.widthMax
        if parts[parts.count - 2].hasSuffix(".p"), let number = Int(parts.removeLast()) {
            width = number
            parts[parts.count - 1].removeLast(2)
        }
        guard let index = Tile.index(of: parts.dropFirst(2)) else { return nil }
        self.init(level: level, index: index, width: width)
        // Leading zeros, signs, a missing x and a full tile spelt as a partial one all come out differently.
        guard description.utf8.elementsEqual(path.utf8) else { return nil }
    }

    private static func index(of groups: ArraySlice<String>) -> UInt64? {
        guard (1...6).contains(groups.count) else { return nil }
        return groups.reduce(UInt64?.some(0)) { sum, group in
            guard let sum, let number = UInt64(group.hasPrefix("x") ? String(group.dropFirst()) : group),
                number < 1_000
            else { return nil }
            return sum * 1_000 + number
        }
    }

    private static func group(_ number: UInt64) -> String {
        String(repeating: "0", count: number < 10 ? 2 : number < 100 ? 1 : 0) + String(number)
    }
}
