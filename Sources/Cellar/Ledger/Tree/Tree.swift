/// A stored tree of a given size, read tile by tile to answer questions about it.
///
/// Keeps the tiles that it read, so that a proof costs at most two reads for each level of tiles: six in a tree of
/// 16 million leaves. Make one for a question or a page of questions, not for the life of the program.
/// Source: RFC 9162 sections 2.1.3 and 2.1.4; C2SP tlog-tiles.
public struct Tree {
    /// The most leaves that this code counts to; a size fits in a signed column and no sum of two overflows.
    public static let sizeMax: UInt64 = 1 << 62
    /// How many tiles are kept at once, 8 KiB each; then it begins anew.
    public static let tilesKeptMax = 64

    /// The number of leaves.
    public let size: UInt64
    private let read: (Tile) throws -> [UInt8]
    private var tiles: [Tile: [Digest]] = [:]

    /// Looks at the first `size` leaves of what is stored.
    ///
    /// `read` gives the bytes of a tile; more hashes than the tile's width are allowed, as when it has grown since.
    public init(size: UInt64, read: @escaping (Tile) throws -> [UInt8]) throws {
        guard size <= Tree.sizeMax else { throw TreeError.tooLarge(size) }
        (self.size, self.read) = (size, read)
    }

    /// The root, from the stored hashes.
    public mutating func root() throws -> Digest {
        size == 0 ? .emptyTree : try hash(0..<size)
    }

    /// The stored hash of a leaf.
    public mutating func leaf(at index: UInt64) throws -> Digest {
        guard index < size else { throw TreeError.beyondTree(asked: index, size: size) }
        return try hash(index..<index + 1)
    }

    /// The proof that the leaf at this index, counted from zero, is in the tree.
    ///
    /// Source: RFC 9162 section 2.1.3.1.
    public mutating func inclusion(of index: UInt64) throws -> InclusionProof {
        guard index < size else { throw TreeError.beyondTree(asked: index, size: size) }
        var hashes: [Digest] = []
        var range = 0..<size
        while range.count > 1 {
            let middle = Tree.split(range)
            if index < middle {
                hashes.append(try hash(middle..<range.upperBound))
                range = range.lowerBound..<middle
            } else {
                hashes.append(try hash(range.lowerBound..<middle))
                range = middle..<range.upperBound
            }
        }
        return InclusionProof(index: index, size: size, hashes: hashes.reversed())
    }

    /// The proof that the tree of the first `old` leaves was this tree's beginning.
    ///
    /// Source: RFC 9162 section 2.1.4.1; empty for the same size and for a tree without leaves.
    public mutating func consistency(from old: UInt64) throws -> ConsistencyProof {
        guard old <= size else { throw TreeError.beyondTree(asked: old, size: size) }
        var hashes: [Digest] = []
        var range = 0..<size
        while old > 0, old < range.upperBound {
            let middle = Tree.split(range)
            if old <= middle {
                hashes.append(try hash(middle..<range.upperBound))
                range = range.lowerBound..<middle
            } else {
                hashes.append(try hash(range.lowerBound..<middle))
                range = middle..<range.upperBound
            }
        }
        // The verifier knows the old root itself only if the old tree is one perfect subtree from the left.
        if old > 0, range.lowerBound > 0 { hashes.append(try hash(range)) }
        return ConsistencyProof(from: old, to: size, hashes: hashes.reversed())
    }
}

extension Tree {
    /// Where RFC 9162 cuts a range of two or more leaves: the largest power of two below its length, from its start.
    private static func split(_ range: Range<UInt64>) -> UInt64 {
        let length = range.upperBound - range.lowerBound
        return range.lowerBound + 1 << UInt64(63 - (length - 1).leadingZeroBitCount)
    }

    /// The root of the subtree over a range that such cuts can give; at most 62 cuts deep.
    private mutating func hash(_ range: Range<UInt64>) throws -> Digest {
        let length = range.upperBound - range.lowerBound
        if length.nonzeroBitCount == 1 {
            return try perfect(height: length.trailingZeroBitCount, index: range.lowerBound / length)
        }
        let middle = Tree.split(range)
        return .node(try hash(range.lowerBound..<middle), try hash(middle..<range.upperBound))
    }

    /// The root of the perfect subtree of that height, from the tile that holds it or the hashes below it.
    private mutating func perfect(height: Int, index: UInt64) throws -> Digest {
        let (level, inside) = height.quotientAndRemainder(dividingBy: Tile.height)
        let first = index << UInt64(inside)
        let start = Int(first % 256)
        var hashes = Array(try hashes(level: level, index: first / 256)[start..<start + 1 << inside])
        while hashes.count > 1 { hashes = Tree.parents(hashes) }
        return hashes[0]
    }

    /// One level up, for a number of hashes that is a power of two.
    static func parents(_ hashes: [Digest]) -> [Digest] {
        stride(from: 0, to: hashes.count - 1, by: 2).map { .node(hashes[$0], hashes[$0 + 1]) }
    }

    private mutating func hashes(level: Int, index: UInt64) throws -> [Digest] {
        let known = (size >> UInt64(Tile.height * level)) - index * 256
        let tile = Tile(unchecked: level, index, width: Int(min(known, 256)))
        if let hashes = tiles[tile] { return hashes }
        let hashes = try tile.hashes(in: read(tile))
        if tiles.count >= Tree.tilesKeptMax { tiles = [:] }
        tiles[tile] = hashes
        return hashes
    }
}

extension Tile {
    /// The tile's hashes at the front of stored bytes, which may hold more.
    func hashes(in bytes: [UInt8]) throws -> [Digest] {
        guard bytes.count >= width * Digest.length else { throw TreeError.shortTile(self) }
        return Digest.list(bytes.prefix(width * Digest.length))
    }
}
