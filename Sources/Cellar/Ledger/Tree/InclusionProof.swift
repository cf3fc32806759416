/// The hashes that lead from one leaf to the root of a tree.
///
/// Source: RFC 9162 section 2.1.3.
public struct InclusionProof: Hashable, Sendable {
    /// The leaf's place, from zero.
    public let index: UInt64
    /// The number of leaves of the tree.
    public let size: UInt64
    /// From the leaf's sibling up; at most 62.
    public let hashes: [Digest]

    /// Takes a proof as somebody handed it over; `proves` judges it.
    public init(index: UInt64, size: UInt64, hashes: [Digest]) {
        (self.index, self.size, self.hashes) = (index, size, hashes)
    }

    /// Whether a tree with this root has this leaf at `index`.
    public func proves(leaf: Digest, root: Digest) -> Bool {
        computedRoot(leaf: leaf) == root
    }

    /// The root that follows from the leaf; nil where the number of hashes does not fit index and size.
    ///
    /// Source: RFC 9162 section 2.1.3.2.
    func computedRoot(leaf: Digest) -> Digest? {
        guard index < size, size <= Tree.sizeMax else { return nil }
        var (place, last) = (index, size - 1)
        var root = leaf
        for hash in hashes {
            guard last > 0 else { return nil }
            if place & 1 == 1 || place == last {
                root = .node(hash, root)
                // A right edge without sibling rises until it is a right child.
                let rise = place & 1 == 1 ? 0 : UInt64(place.trailingZeroBitCount)
                (place, last) = (place >> rise, last >> rise)
            } else {
                root = .node(root, hash)
            }
            (place, last) = (place >> 1, last >> 1)
        }
        return last == 0 ? root : nil
    }
}
