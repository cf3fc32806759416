import Kernel
import Ledger
import Testing

struct TileTests {
    @Test func `a tree of 70,000 leaves is stored in the tiles that the specification counts`() throws {
        let tiles = Tile.grown(from: 0, to: 70_000)
        #expect(tiles.filter { $0.level == 0 && $0.isFull }.count == 273)
        #expect(tiles.filter { !$0.isFull }.map(\.width) == [112, 17, 1])
        #expect(tiles.filter { $0.level == 1 && $0.isFull }.count == 1)
        #expect(tiles.count == 273 + 1 + 1 + 1 + 1)
        #expect(Tile.grown(from: 0, to: 256).map(\.description) == ["tile/0/000", "tile/1/000.p/1"])
        #expect(Tile.grown(from: 256, to: 256).isEmpty)
    }

    @Test(arguments: [
        (0, 1_234_067, 256, "tile/0/x001/x234/067"), (0, 0, 256, "tile/0/000"), (3, 7, 1, "tile/3/007.p/1"),
        (1, 999, 255, "tile/1/999.p/255"), (1, 1_000, 256, "tile/1/x001/000"),
        (0, 18_014_398_509_481_984, 1, "tile/0/x018/x014/x398/x509/x481/984.p/1"),
    ])
    func `a tile's path is written and read`(level: Int, index: UInt64, width: Int, path: String) throws {
        let tile = try #require(Tile(level: level, index: index, width: width))
        #expect(tile.description == path)
        #expect(Tile(path) == tile)
    }

    @Test(arguments: [
        "", "tile", "tile/0", "tile/0/", "tile/0/67", "tile/0/0067", "tile/00/067", "tile/+1/067", "tile/64/000",
        "tile/0/x000/067", "tile/0/001/067", "tile/0/x001", "tile/0/067.p/0", "tile/0/067.p/256", "tile/0/067.p/01",
        "tile/0/067.p/", "tile/0/067.p", "tile/0/067/", "/tile/0/067", "tile/entries/067", "tile/0/-01", "tile/0/.p/1",
        "tile/0/x999/x999/x999/x999/x999/999", "tile/0/x001/x001/x001/x001/x001/x001/001", "tile/-1/000", "tile/7/001",
    ])
    func `a path in any other spelling is refused`(path: String) {
        #expect(Tile(path) == nil)
    }

    @Test func `a tree that grows in batches holds what it would hold had it grown at once`() throws {
        var generator = SeededGenerator(seed: seed)
        let (batched, once) = (TileBox(), TileBox())
        let leaves = (0..<70_000).map(leaf)
        var size = 0
        while size < leaves.count {
            let next = min(leaves.count, size + Int.random(in: 0...9_000, using: &generator))
            try batched.append(Array(leaves[size..<next]), after: size)
            size = next
        }
        try once.append(leaves, after: 0)
        #expect(batched.stored == once.stored)
        #expect(once.stored.values.filter { $0.count == 8_192 }.count == 274)
    }

    @Test func `growing names the tiles that it fills`() throws {
        let box = TileBox()
        var size = 0
        for count in [1, 254, 1, 1, 300, 0, 512] {
            let leaves = (size..<size + count).map(leaf)
            let filled = try Tree.grow(from: UInt64(size), appending: leaves, read: box.read)
            #expect(filled.map(\.tile) == Tile.grown(from: UInt64(size), to: UInt64(size + count)))
            box.keep(filled)
            size += count
        }
    }

    @Test func `a proof in a large tree reads two tiles for each level`() throws {
        let box = TileBox()
        let leaves = (0..<70_000).map(leaf)
        try box.append(leaves, after: 0)
        var frontier = Frontier()
        for leaf in leaves { frontier.append(leaf) }
        for place in [0, 255, 256, 40_000, 65_535, 65_536, 69_999] {
            box.reads = 0
            var tree = try Tree(size: 70_000, read: box.read)
            let proof = try tree.inclusion(of: UInt64(place))
            #expect(proof.proves(leaf: leaves[place], root: frontier.root))
            #expect(box.reads <= 6)
        }
    }

    @Test func `a tile that has grown since still answers for the smaller tree`() throws {
        let box = TileBox()
        try box.append((0..<200).map(leaf), after: 0)
        var tree = try Tree(size: 77, read: box.read)
        #expect(try tree.root() == Naive.root((0..<77).map(leaf)[...]))
    }

    @Test func `a tile cut short is named`() throws {
        let tile = try #require(Tile(level: 0, index: 0, width: 5))
        var tree = try Tree(size: 5) { _ in [UInt8](repeating: 0, count: 5 * 32 - 1) }
        #expect(throws: TreeError.shortTile(tile)) { try tree.root() }
        #expect(throws: TreeError.shortTile(tile)) { try Tree.grow(from: 5, appending: [.zero]) { _ in [] } }
    }
}
