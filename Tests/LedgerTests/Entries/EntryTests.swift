import Kernel
import Ledger
import Testing

struct EntryTests {
    @Test func `an entry has the layout that docs/receipt.md describes`() throws {
        let (entry, sealed) = try sample.seal()
        let bytes = entry.bytes
        #expect(bytes.count == 244)
        #expect(bytes[0] == 1)
        #expect(Array(bytes[1..<17]) == sample.draft.chain.bytes)
        #expect(Array(bytes[17..<25]) == [0, 0, 0, 0, 0, 0, 1, 2])
        #expect(Array(bytes[25..<33]) == [0, 0, 1, 0x8B, 0xCF, 0xE5, 0x68, 0x00])
        #expect(Array(bytes[33..<35]) == [3, 4])
        #expect(Array(bytes[35..<51]) == sample.draft.actor.bytes)
        #expect(bytes[51] == 30)
        #expect(Array(bytes[52..<84]) == sample.previous.bytes)
        #expect(Array(bytes[84..<116]) == Digest.of(sealed).bytes)
        #expect(Array(bytes[116..<148]) == entry.keyCommitment.bytes)
        #expect(Array(bytes[148..<180]) == entry.clearCommitment.bytes)
        #expect(Array(bytes[180..<212]) == sample.stateHash.bytes)
        #expect(Array(bytes[212..<228]) == sample.draft.resource.bytes)
        #expect(Array(bytes[228..<244]) == sample.draft.request.bytes)
        #expect(entry.hash == .of(bytes))
        #expect(entry.leaf == .leaf(bytes))
    }

    @Test func `an entry is read back as it was written, and its fields are within reach`() throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let (entry, _) = try Sample(using: &generator).seal()
            #expect(try Entry(bytes: entry.bytes) == entry)
            #expect(entry.chain == entry.draft.chain)
            #expect(entry.time == entry.draft.time)
        }
    }

    @Test func `bytes that no entry wrote are refused with the reason`() throws {
        let bytes = try sample.seal().entry.bytes
        #expect(throws: EntryError.length(0)) { try Entry(bytes: []) }
        #expect(throws: EntryError.length(243)) { try Entry(bytes: Array(bytes.dropLast())) }
        #expect(throws: EntryError.length(245)) { try Entry(bytes: bytes + [0]) }
        #expect(throws: EntryError.version(2)) { try Entry(bytes: replacing(bytes, at: 0, with: [2])) }
        let beyond = [UInt8](repeating: 0xFF, count: 8)
        #expect(throws: EntryError.sequence(.max)) { try Entry(bytes: replacing(bytes, at: 17, with: beyond)) }
        let late: [UInt8] = [0x7F] + beyond.dropFirst()
        #expect(throws: EntryError.time(.max)) { try Entry(bytes: replacing(bytes, at: 25, with: late)) }
    }

    @Test func `noise of the right length never stops the program, and what is accepted has one spelling`() {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            var bytes = drawn(Entry.length, using: &generator)
            if Bool.random(using: &generator) { (bytes[0], bytes[17], bytes[25], bytes[26]) = (1, 0, 0, 0) }
            if let entry = try? Entry(bytes: bytes) { #expect(entry.bytes == bytes) }
            let shorter = drawn(Int.random(in: 0...300, using: &generator), using: &generator)
            if let entry = try? Entry(bytes: shorter) { #expect(entry.bytes == shorter) }
        }
    }

    @Test func `an entry follows only the one before it in its own chain`() throws {
        let first = try sample.seal().entry
        var next = sample
        (next.previous, next.draft.sequence) = (first.hash, first.sequence + 1)
        #expect(try next.seal().entry.follows(first))
        #expect(!first.follows(first))
        var elsewhere = next
        elsewhere.draft.chain = Identifier(high: 9, low: 9)
        #expect(try !elsewhere.seal().entry.follows(first))
        var gap = next
        gap.draft.sequence += 1
        #expect(try !gap.seal().entry.follows(first))
        next.previous = .zero
        #expect(try !next.seal().entry.follows(first))
    }

    private let sample = Sample()
}

/// The same bytes with some of them replaced.
func replacing(_ bytes: [UInt8], at place: Int, with part: [UInt8]) -> [UInt8] {
    Array(bytes[..<place]) + part + Array(bytes[(place + part.count)...])
}
