import Kernel
import Ledger
import Testing

struct SealTests {
    @Test func `a payload comes back out of its seal, with the chain's key and with the entry's own`() throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            let sample = Sample(using: &generator)
            let (entry, sealed) = try sample.seal()
            #expect(sealed.count == sample.clear.count + 60)
            let opening = try entry.open(sealed, chainKey: sample.chainKey)
            #expect(opening.clear == sample.clear)
            #expect(opening.commitment == entry.clearCommitment)
            let handedOver = sample.chainKey.entryKey(chain: entry.chain, sequence: entry.sequence).bytes
            let entryKey = try #require(EntryKey(bytes: handedOver))
            #expect(try entry.open(sealed, entryKey: entryKey) == opening)
            try entry.verifyKeyless(sealed)
        }
    }

    @Test func `an entry's key opens no other entry of the chain`() throws {
        let key = sample.chainKey.entryKey(chain: sample.draft.chain, sequence: sample.draft.sequence)
        var next = sample
        next.draft.sequence += 1
        let (entry, sealed) = try next.seal()
        #expect(throws: EntryError.keyCommitment) { try entry.open(sealed, entryKey: key) }
    }

    @Test func `every changed bit of a sealed payload is seen without a key`() throws {
        let (entry, sealed) = try sample.seal()
        for bit in 0..<sealed.count * 8 {
            #expect(throws: EntryError.payloadHash) { try entry.verifyKeyless(flipped(sealed, bit: bit)) }
        }
        #expect(throws: EntryError.payloadHash) { try entry.verifyKeyless(sealed + [0]) }
        #expect(throws: EntryError.payloadSize(59)) { try entry.verifyKeyless(Array(sealed.prefix(59))) }
    }

    @Test func `every changed byte of an entry changes its hash, and all but the chain's hashes break the opening`()
        throws
    {
        let (entry, sealed) = try sample.seal()
        for place in 0..<Entry.length {
            guard let changed = try? Entry(bytes: flipped(entry.bytes, bit: place * 8 + 3)) else { continue }
            #expect(changed.hash != entry.hash)
            #expect(changed.leaf != entry.leaf)
            let opened = try? changed.open(sealed, chainKey: sample.chainKey)
            // The previous hash and the state hash are outside the seal: chain and tree guard them.
            let outside = (52..<84).contains(place) || (180..<212).contains(place)
            #expect((opened != nil) == outside, "byte \(place)")
        }
    }

    @Test func `a payload and its hash moved to an entry that says otherwise do not open`() throws {
        let (entry, sealed) = try sample.seal()
        // Kind, at 33, is not part of the key's derivation, so only the seal's additional data can notice.
        let changed = try Entry(bytes: replacing(entry.bytes, at: 33, with: [9, 9]))
        try changed.verifyKeyless(sealed)
        #expect(throws: EntryError.seal) { try changed.open(sealed, chainKey: sample.chainKey) }
    }

    @Test func `another key is named as the reason`() throws {
        let (entry, sealed) = try sample.seal()
        var other = sample
        other.key[0] ^= 1
        #expect(throws: EntryError.keyCommitment) { try entry.open(sealed, chainKey: other.chainKey) }
    }

    @Test func `equal payloads look different`() throws {
        var again = sample
        again.randomSeed += 1
        let (one, other) = (try sample.seal(), try again.seal())
        #expect(one.sealed != other.sealed)
        #expect(one.entry.clearCommitment != other.entry.clearCommitment)
    }

    @Test func `a seal without randomness, out of bounds or without end is refused`() throws {
        #expect(throws: EntryError.randomness) { try seal(sample.draft, clear: []) { _ in [] } }
        var beyond = sample.draft
        beyond.sequence = .max
        #expect(throws: EntryError.sequence(.max)) { try seal(beyond, clear: []) { [UInt8](repeating: 0, count: $0) } }
        let large = [UInt8](repeating: 0, count: Entry.clearMax + 1)
        #expect(throws: EntryError.payloadSize(large.count)) {
            try seal(sample.draft, clear: large) { [UInt8](repeating: 0, count: $0) }
        }
    }

    @Test func `a key prints as dots and has one length`() {
        #expect("\(sample.chainKey)" == "•••")
        var dumped = ""
        dump(sample.chainKey, to: &dumped)
        #expect(!dumped.contains("7"))
        #expect(ChainKey(bytes: [1]) == nil)
        #expect(EntryKey(bytes: []) == nil)
    }

    /// Made by an independent program (Python with the cryptography package) from the same inputs.
    @Test func `a seal made elsewhere by the description opens here`() throws {
        let entry = try Entry(bytes: hexadecimal(Elsewhere.entry))
        let opening = try entry.open(hexadecimal(Elsewhere.sealed), chainKey: sample.chainKey)
        #expect(opening.clear == sample.clear)
        #expect(opening.nonce == [UInt8](repeating: 0x2A, count: 32))
    }

    private let sample = Sample()

    private func seal(_ draft: Entry.Draft, clear: [UInt8], _ randomness: (Int) -> [UInt8]) throws {
        _ = try Entry.seal(
            draft,
            previous: .zero,
            stateHash: .zero,
            clear: clear,
            chainKey: sample.chainKey,
            randomness: randomness
        )
    }
}
