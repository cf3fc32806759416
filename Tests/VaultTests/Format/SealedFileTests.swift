import Crypto
import Kernel
import Testing

@testable import Vault

/// A content sealed in memory, with small chunks where a test goes over every byte.
struct SealedSample {
    let id: Identifier
    let key: SymmetricKey
    let layout: Layout
    let clear: [UInt8]
    let sealed: [UInt8]

    init(size: Int, chunkSize: Int, seed: UInt64, parts: (inout SeededGenerator) -> Int = { _ in 1_000 }) throws {
        var generator = SeededGenerator(seed: seed)
        id = Identifier.random(using: &generator)
        key = SymmetricKey(data: (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) })
        clear = (0..<size).map { _ in UInt8.random(in: 0...255, using: &generator) }
        layout = try #require(Layout(size: Int64(size), chunkSize: chunkSize))
        var output: [UInt8] = []
        var sealer = Sealer(key: key, header: Header(id: id, chunkSize: chunkSize), into: &output)
        var rest = clear[...]
        while !rest.isEmpty {
            let part = rest.prefix(max(1, parts(&generator)))
            try sealer.take(part, into: &output)
            rest = rest.dropFirst(part.count)
        }
        let hashes = try sealer.finish(into: &output)
        #expect(hashes.clear == Array(SHA256.hash(data: clear)))
        #expect(hashes.sealed == Array(SHA256.hash(data: output)))
        sealed = output
    }

    /// The content of a file of this id, key and size.
    func open(_ file: [UInt8], as id: Identifier? = nil) throws -> [UInt8] {
        let opener = Opener(key: key, id: id ?? self.id, layout: layout)
        try opener.check(header: Array(file.prefix(Header.size)), sealedSize: Int64(file.count))
        return try (0..<layout.chunks).reduce(into: []) { clear, chunk in
            let start = Int(layout.offset(of: chunk))
            let size = layout.clearSize(of: chunk) + Layout.tagSize
            try opener.open(file[start..<start + size], chunk: chunk, into: &clear)
        }
    }
}

@Suite struct SealedFileTests {
    private let damaged = VaultError(.damaged, "")

    @Test(arguments: [0, 1, 63, 64, 65, 127, 128, 129, 640, 1_000])
    func `what was sealed opens again, whatever its length`(_ size: Int) throws {
        for seed in UInt64(1)...20 {
            let sample = try SealedSample(size: size, chunkSize: 64, seed: seed) { Int.random(in: 1...200, using: &$0) }
            #expect(Int64(sample.sealed.count) == sample.layout.sealedSize, "seed \(seed)")
            #expect(try sample.open(sample.sealed) == sample.clear, "seed \(seed)")
        }
    }

    @Test func `a content of usual chunks opens again`() throws {
        for size in [65_535, 65_536, 65_537, 131_072, 200_000] {
            let sample = try SealedSample(size: size, chunkSize: Layout.chunkSizeUsual, seed: UInt64(size))
            #expect(try sample.open(sample.sealed) == sample.clear)
        }
    }

    @Test func `every change of one byte of three chunks is found`() throws {
        let sample = try SealedSample(size: 3 * 512 - 7, chunkSize: 512, seed: 7)
        #expect(sample.layout.chunks == 3)
        for index in sample.sealed.indices {
            for change in [UInt8(1), 0x80, UInt8(truncatingIfNeeded: index) | 1] {
                var file = sample.sealed
                file[index] ^= change
                #expect(throws: damaged, "byte \(index) ^ \(change)") { try sample.open(file) }
            }
        }
    }

    @Test func `changes anywhere in chunks of the usual size are found`() throws {
        let sample = try SealedSample(size: 3 * Layout.chunkSizeUsual, chunkSize: Layout.chunkSizeUsual, seed: 8)
        var generator = SeededGenerator(seed: 9)
        for _ in 0..<300 {
            var file = sample.sealed
            let index = Int.random(in: file.indices, using: &generator)
            file[index] ^= UInt8.random(in: 1...255, using: &generator)
            #expect(throws: damaged, "byte \(index)") { try sample.open(file) }
        }
    }

    @Test func `a file cut off or added to anywhere is found`() throws {
        let sample = try SealedSample(size: 200, chunkSize: 64, seed: 3)
        for length in 0..<sample.sealed.count {
            #expect(throws: damaged) { try sample.open(Array(sample.sealed.prefix(length))) }
        }
        #expect(throws: damaged) { try sample.open(sample.sealed + [0]) }
        #expect(throws: damaged) { try sample.open(sample.sealed + sample.sealed.suffix(24)) }
    }

    @Test func `a file cut after a whole chunk does not open as a shorter content`() throws {
        let sample = try SealedSample(size: 192, chunkSize: 64, seed: 4)
        let layout = try #require(Layout(size: 128, chunkSize: 64))
        let opener = Opener(key: sample.key, id: sample.id, layout: layout)
        let start = Int(layout.offset(of: 1))
        var clear: [UInt8] = []
        #expect(throws: damaged) { try opener.open(sample.sealed[start..<start + 80], chunk: 1, into: &clear) }
    }

    @Test func `chunks that changed places are found`() throws {
        let sample = try SealedSample(size: 192, chunkSize: 64, seed: 5)
        let (one, two) = (32..<112, 112..<192)
        let swapped = Array(sample.sealed[..<32] + sample.sealed[two] + sample.sealed[one] + sample.sealed[192...])
        #expect(throws: damaged) { try sample.open(swapped) }
        let doubled = Array(sample.sealed[..<32] + sample.sealed[one] + sample.sealed[one] + sample.sealed[192...])
        #expect(throws: damaged) { try sample.open(doubled) }
    }

    @Test func `a file does not open as another content, even with its key and a header of that one`() throws {
        let sample = try SealedSample(size: 100, chunkSize: 64, seed: 6)
        let other = Surroundings.live.identifier()
        #expect(throws: damaged) { try sample.open(sample.sealed, as: other) }
        let forged = Header(id: other, chunkSize: 64).bytes + sample.sealed.dropFirst(Header.size)
        #expect(throws: damaged) { try sample.open(forged, as: other) }
    }

    @Test func `a chunk of another file of the same key and id length does not fit`() throws {
        let (one, two) = (
            try SealedSample(size: 128, chunkSize: 64, seed: 10), try SealedSample(size: 128, chunkSize: 64, seed: 11)
        )
        let mixed = Array(one.sealed[..<112] + two.sealed[112...])
        #expect(throws: damaged) { try one.open(mixed) }
    }
}

@Suite struct LayoutTests {
    @Test func `no size from outside overflows the arithmetic`() {
        #expect(Layout(size: -1) == nil)
        #expect(Layout(size: .max) == nil)
        #expect(Layout(size: Layout.sizeMax + 1) == nil)
        #expect(Layout(size: Layout.sizeMax)?.sealedSize ?? 0 > Layout.sizeMax)
    }

    @Test(arguments: [(0, 1, 0), (1, 1, 1), (65_536, 1, 65_536), (65_537, 2, 1), (131_072, 2, 65_536)])
    func `the last chunk holds the rest, and nothing only when all is nothing`(
        _ size: Int,
        _ chunks: Int,
        _ last: Int
    ) throws {
        let layout = try #require(Layout(size: Int64(size)))
        #expect(layout.chunks == Int64(chunks))
        #expect(layout.clearSize(of: layout.chunks - 1) == last)
        #expect(layout.sealedSize == layout.offset(of: layout.chunks - 1) + Int64(last + Layout.tagSize))
    }
}

@Suite struct WrappedKeyTests {
    private let surroundings = Surroundings.fixed(at: Instant(milliseconds: 0), seed: 1)

    @Test func `a wrap opens for its content and chain only`() throws {
        let (content, other) = (surroundings.identifier(), surroundings.identifier())
        let (chain, foreign) = (SymmetricKey(size: .bits256), SymmetricKey(size: .bits256))
        let key = SymmetricKey(size: .bits256)
        let wrap = try WrappedKey(key, of: content, under: chain, surroundings)
        #expect(try wrap.open(of: content, under: chain) == key)
        #expect(throws: VaultError(.damaged, "")) { try wrap.open(of: other, under: chain) }
        #expect(throws: VaultError(.damaged, "")) { try wrap.open(of: content, under: foreign) }
        #expect(throws: VaultError(.damaged, "")) { try WrappedKey.blank.open(of: content, under: chain) }
    }

    @Test func `every change of one byte of salt or wrap is found`() throws {
        let (content, chain) = (surroundings.identifier(), SymmetricKey(size: .bits256))
        let wrap = try WrappedKey(SymmetricKey(size: .bits256), of: content, under: chain, surroundings)
        let whole = wrap.salt + wrap.wrapped
        for index in whole.indices {
            var changed = whole
            changed[index] ^= 1
            let forged = WrappedKey(salt: Array(changed.prefix(32)), wrapped: Array(changed.dropFirst(32)))
            #expect(throws: VaultError(.damaged, "")) { try forged.open(of: content, under: chain) }
        }
    }
}
