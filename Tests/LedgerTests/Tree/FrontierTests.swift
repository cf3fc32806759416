import Kernel
import Ledger
import Testing

struct FrontierTests {
    @Test func `the trees over the eight reference entries have their known roots`() {
        var frontier = Frontier()
        #expect(frontier.root == digest("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"))
        for (entry, root) in zip(reference.entries, reference.roots) {
            frontier.append(.leaf(entry))
            #expect(frontier.root == digest(root))
        }
    }

    @Test func `the root is that of the tree as the RFC writes it down`() {
        var frontier = Frontier()
        var leaves: [Digest] = []
        for place in 0..<600 {
            leaves.append(leaf(place))
            frontier.append(leaf(place))
            #expect(frontier.size == UInt64(place + 1))
            #expect(frontier.root == Naive.root(leaves[...]))
        }
    }

    @Test func `a frontier that was stored goes on as if it had not been`() throws {
        var (straight, stored) = (Frontier(), Frontier())
        for place in 0..<300 {
            straight.append(leaf(place))
            stored = try #require(Frontier(bytes: stored.bytes))
            stored.append(leaf(place))
            #expect(stored == straight)
        }
    }

    @Test func `bytes that no frontier wrote are refused`() {
        var frontier = Frontier()
        for place in 0..<5 { frontier.append(leaf(place)) }
        let bytes = frontier.bytes
        #expect(bytes.count == 8 + 2 * 32)
        for length in 0..<bytes.count { #expect(Frontier(bytes: Array(bytes.prefix(length))) == nil) }
        #expect(Frontier(bytes: bytes + [0]) == nil)
        #expect(Frontier(bytes: bytes + [UInt8](repeating: 0, count: 32)) == nil)
        #expect(Frontier(bytes: [UInt8](repeating: 255, count: 8 + 64 * 32)) == nil)
    }

    @Test func `noise never stops the program`() {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            var frontier = Frontier(bytes: drawn(Int.random(in: 0...120, using: &generator), using: &generator))
            frontier?.append(.zero)
            #expect(frontier?.root != .zero)
        }
    }

    /// The entries of the Certificate Transparency reference and the roots over the first one, two, … of them.
    private let reference: (entries: [[UInt8]], roots: [String]) = (
        [
            [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
            [0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57], Array(0x60...0x6F),
        ],
        [
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ]
    )
}
