/// The right edge of a growing tree: all that is needed to append leaves and to know the root.
///
/// Holds one hash for each one bit of the size, at most 64; appending costs about two hashes.
/// Source: RFC 9162 section 2.1.1; the perfect subtrees are those that its definition of a tree splits off.
public struct Frontier: Hashable, Sendable {
    /// The number of leaves.
    public private(set) var size: UInt64 = 0
    /// The roots of the perfect subtrees from left to right, the largest first.
    private var peaks: [Digest] = []

    /// A tree without leaves.
    public init() {}

    /// Adds a leaf's hash at the right.
    public mutating func append(_ leaf: Digest) {
        var carry = leaf
        for _ in 0..<(~size).trailingZeroBitCount {
            guard let left = peaks.popLast() else { break }
            carry = .node(left, carry)
        }
        peaks.append(carry)
        // A decoded size is at most 2^62, so that no run of this program counts past 64 bits.
        size &+= 1
    }

    /// The root of the tree so far.
    public var root: Digest {
        guard var root = peaks.last else { return .emptyTree }
        for peak in peaks.dropLast().reversed() { root = .node(peak, root) }
        return root
    }
}

extension Frontier {
    /// Reads what `bytes` wrote; nil if the length does not fit the size, or the size is over `Tree.sizeMax`.
    public init?(bytes: [UInt8]) {
        guard bytes.count >= 8, (bytes.count - 8) % Digest.length == 0 else { return nil }
        size = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        guard size <= Tree.sizeMax, (bytes.count - 8) / Digest.length == size.nonzeroBitCount else { return nil }
        peaks = Digest.list(bytes.dropFirst(8))
    }

    /// For a column: the size in eight bytes, the most significant first, and the hashes from left to right.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(bigEndian: size)
        for peak in peaks { peak.write(into: &bytes) }
        return bytes
    }
}

extension Digest {
    /// Cuts bytes into hashes; a rest shorter than a hash is left out.
    static func list(_ bytes: ArraySlice<UInt8>) -> [Digest] {
        bytes.withUnsafeBytes { buffer in
            (0..<buffer.count / length).map { Digest(loading: buffer, at: $0 * length) }
        }
    }
}
