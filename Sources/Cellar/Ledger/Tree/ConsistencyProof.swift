/// The hashes that show that an earlier tree is the beginning of a later one.
///
/// Source: RFC 9162 section 2.1.4.
public struct ConsistencyProof: Hashable, Sendable {
    /// The earlier number of leaves.
    public let from: UInt64
    /// The later number of leaves.
    public let to: UInt64
    /// In the order of the RFC; at most 63.
    public let hashes: [Digest]

    /// Takes a proof as somebody handed it over; `proves` judges it.
    public init(from: UInt64, to: UInt64, hashes: [Digest]) {
        (self.from, self.to, self.hashes) = (from, to, hashes)
    }

    /// Whether the tree with root `earlier` is the beginning of the tree with root `later`.
    ///
    /// A tree without leaves is the beginning of every tree, if its root is the one for nothing.
    /// Source: RFC 9162 section 2.1.4.2.
    public func proves(earlier: Digest, later: Digest) -> Bool {
        guard from <= to, to <= Tree.sizeMax else { return false }
        if from == 0 { return hashes.isEmpty && earlier == .emptyTree && (to > 0 || later == .emptyTree) }
        if from == to { return hashes.isEmpty && earlier == later }
        // A perfect old tree is a node of the new one, and its root is then not repeated in the proof.
        let path = from.nonzeroBitCount == 1 ? [earlier] + hashes : hashes
        guard let roots = computedRoots(path) else { return false }
        return roots.earlier == earlier && roots.later == later
    }

    private func computedRoots(_ path: [Digest]) -> (earlier: Digest, later: Digest)? {
        guard let start = path.first else { return nil }
        let rise = UInt64((~(from - 1)).trailingZeroBitCount)
        var (place, last) = ((from - 1) >> rise, (to - 1) >> rise)
        var roots = (earlier: start, later: start)
        for hash in path.dropFirst() {
            guard last > 0 else { return nil }
            if place & 1 == 1 || place == last {
                roots = (.node(hash, roots.earlier), .node(hash, roots.later))
                let rise = place & 1 == 1 ? 0 : UInt64(place.trailingZeroBitCount)
                (place, last) = (place >> rise, last >> rise)
            } else {
                roots.later = .node(roots.later, hash)
            }
            (place, last) = (place >> 1, last >> 1)
        }
        return last == 0 ? roots : nil
    }
}
