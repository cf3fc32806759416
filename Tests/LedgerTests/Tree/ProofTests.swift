import Kernel
import Ledger
import Testing

struct ProofTests {
    private static let sizeMax = 130
    private let leaves = (0..<ProofTests.sizeMax).map(leaf)

    @Test func `every leaf of every tree is proved, with the hashes that the RFC lists`() throws {
        let box = try filledBox()
        for size in 1...ProofTests.sizeMax {
            var tree = try Tree(size: UInt64(size), read: box.read)
            let root = Naive.root(leaves[..<size])
            #expect(try tree.root() == root)
            for place in 0..<size {
                let proof = try tree.inclusion(of: UInt64(place))
                #expect(proof.hashes == Naive.path(place, leaves[..<size]))
                #expect(proof.proves(leaf: leaves[place], root: root))
                #expect(try tree.leaf(at: UInt64(place)) == leaves[place])
            }
        }
    }

    @Test func `every tree is proved to begin with every smaller one, with the hashes that the RFC lists`() throws {
        let box = try filledBox()
        let roots = (0...ProofTests.sizeMax).map { Naive.root(leaves[..<$0]) }
        for size in 1...ProofTests.sizeMax {
            var tree = try Tree(size: UInt64(size), read: box.read)
            for old in 1...size {
                let proof = try tree.consistency(from: UInt64(old))
                #expect(proof.hashes == Naive.proof(old, leaves[..<size]))
                #expect(proof.proves(earlier: roots[old], later: roots[size]))
            }
            let fromNothing = try tree.consistency(from: 0)
            #expect(fromNothing.proves(earlier: .emptyTree, later: roots[size]))
            #expect(!fromNothing.proves(earlier: roots[1], later: roots[size]))
        }
    }

    @Test func `an inclusion proof with any one bit changed proves nothing`() throws {
        var generator = SeededGenerator(seed: seed)
        let box = try filledBox()
        for _ in 0..<8 {
            let size = Int.random(in: 1...ProofTests.sizeMax, using: &generator)
            let place = Int.random(in: 0..<size, using: &generator)
            var tree = try Tree(size: UInt64(size), read: box.read)
            let (proof, root) = (try tree.inclusion(of: UInt64(place)), try tree.root())
            let hold = (0..<256).filter { bit in
                proof.proves(leaf: leaves[place].flipped(bit: bit), root: root)
                    || proof.proves(leaf: leaves[place], root: root.flipped(bit: bit))
                    || spoiled(proof.hashes, bit: bit).contains {
                        InclusionProof(index: proof.index, size: proof.size, hashes: $0)
                            .proves(leaf: leaves[place], root: root)
                    }
            }
            #expect(hold.isEmpty, "leaf \(place) of \(size), seed \(seed)")
        }
    }

    @Test func `an inclusion proof at another place proves nothing`() throws {
        var tree = try Tree(size: 130, read: filledBox().read)
        let root = try tree.root()
        for place in 0..<130 {
            let proof = try tree.inclusion(of: UInt64(place))
            let elsewhere = (0..<130).filter { other in
                InclusionProof(index: UInt64(other), size: 130, hashes: proof.hashes)
                    .proves(leaf: leaves[place], root: root)
            }
            #expect(elsewhere == [place])
        }
    }

    @Test func `a consistency proof with any one bit changed proves nothing`() throws {
        var generator = SeededGenerator(seed: seed)
        let box = try filledBox()
        for _ in 0..<8 {
            let size = Int.random(in: 2...ProofTests.sizeMax, using: &generator)
            let old = Int.random(in: 1..<size, using: &generator)
            var tree = try Tree(size: UInt64(size), read: box.read)
            let (earlier, later) = (Naive.root(leaves[..<old]), try tree.root())
            let proof = try tree.consistency(from: UInt64(old))
            let hold = (0..<256).filter { bit in
                proof.proves(earlier: earlier.flipped(bit: bit), later: later)
                    || proof.proves(earlier: earlier, later: later.flipped(bit: bit))
                    || spoiled(proof.hashes, bit: bit).contains {
                        ConsistencyProof(from: proof.from, to: proof.to, hashes: $0)
                            .proves(earlier: earlier, later: later)
                    }
            }
            #expect(hold.isEmpty, "from \(old) to \(size), seed \(seed)")
        }
    }

    @Test func `a rewritten history is not consistent`() throws {
        let box = try filledBox()
        var tree = try Tree(size: 100, read: box.read)
        let proof = try tree.consistency(from: 60)
        var other = leaves
        other[3] = leaf(1_000)
        #expect(!proof.proves(earlier: Naive.root(other[..<60]), later: try tree.root()))
    }

    @Test func `numbers at the ends never stop the program`() throws {
        let ends: [UInt64] = [0, 1, 2, 63, Tree.sizeMax - 1, Tree.sizeMax, Tree.sizeMax + 1, .max - 1, .max]
        for first in ends {
            for second in ends {
                for count in [0, 1, 2, 62, 63, 64, 65, 200] {
                    let hashes = [Digest](repeating: .zero, count: count)
                    let inclusion = InclusionProof(index: first, size: second, hashes: hashes)
                    #expect(!inclusion.proves(leaf: leaf(0), root: leaf(1)))
                    let consistency = ConsistencyProof(from: first, to: second, hashes: hashes)
                    #expect(!consistency.proves(earlier: leaf(0), later: leaf(1)))
                }
            }
        }
    }

    @Test func `questions beyond the tree are refused`() throws {
        #expect(throws: TreeError.tooLarge(.max)) { try Tree(size: .max) { _ in [] } }
        var tree = try Tree(size: 5) { _ in [UInt8](repeating: 0, count: 5 * 32) }
        #expect(throws: TreeError.beyondTree(asked: 5, size: 5)) { try tree.inclusion(of: 5) }
        #expect(throws: TreeError.beyondTree(asked: 6, size: 5)) { try tree.consistency(from: 6) }
        #expect(throws: TreeError.beyondTree(asked: .max, size: 5)) { try tree.leaf(at: .max) }
    }

    private func filledBox() throws -> TileBox {
        let box = TileBox()
        try box.append(leaves, after: 0)
        return box
    }

    /// Every way to turn this bit in one hash, and the list one hash shorter and longer.
    private func spoiled(_ hashes: [Digest], bit: Int) -> [[Digest]] {
        hashes.indices.map { place in
            var hashes = hashes
            hashes[place] = hashes[place].flipped(bit: bit)
            return hashes
        } + [hashes + [.zero]] + (hashes.isEmpty ? [] : [Array(hashes.dropLast()), Array(hashes.dropFirst())])
    }
}
