import Kernel
import Ledger

/// All that goes into one entry.
struct Sample {
    var draft = Entry.Draft(
        chain: Identifier(high: 1, low: 2),
        sequence: 258,
        time: Instant(milliseconds: 1_700_000_000_000),
        kind: 0x0304,
        actor: Identifier(high: 3, low: 4),
        authenticationLevel: 30,
        resource: Identifier(high: 5, low: 6),
        request: Identifier(high: 7, low: 8)
    )
    var previous = leaf(1)
    var stateHash = leaf(2)
    var clear = Array(#"{"nummer":"2026-0001"}"#.utf8)
    var key = [UInt8](repeating: 7, count: 32)
    var randomSeed = seed

    init() {}

    init(using generator: inout SeededGenerator) {
        draft.chain = .random(using: &generator)
        draft.sequence = UInt64.random(in: 0...UInt64(Int64.max), using: &generator)
        draft.time = Instant(
            milliseconds: Int64.random(in: -62_000_000_000_000...200_000_000_000_000, using: &generator)
        )
        draft.kind = .random(in: 0...(.max), using: &generator)
        draft.authenticationLevel = .random(in: 0...(.max), using: &generator)
        (draft.actor, draft.resource) = (.random(using: &generator), .random(using: &generator))
        clear = drawn(Int.random(in: 0...300, using: &generator), using: &generator)
        key = drawn(32, using: &generator)
        randomSeed = generator.next()
    }

    var chainKey: ChainKey {
        guard let key = ChainKey(bytes: key) else { preconditionFailure("a test wrote down a key of another length") }
        return key
    }

    func seal() throws(EntryError) -> (entry: Entry, sealed: [UInt8]) {
        try Entry.seal(
            draft,
            previous: previous,
            stateHash: stateHash,
            clear: clear,
            chainKey: chainKey,
            randomness: Surroundings.fixed(at: .earliest, seed: randomSeed).random
        )
    }
}
