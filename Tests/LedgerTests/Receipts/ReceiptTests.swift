import Kernel
import Ledger
import Testing

struct ReceiptTests {
    @Test func `a receipt holds, step by step, and says what came in from inside the proof`() throws {
        let taken = try Taken(witnessed: true)
        let documents = [Taken.held(Taken.plan), Taken.held(Taken.foto, as: "x")]
        let verdict = Receipt.check(taken.file, keys: Known.keys, documents: documents)
        #expect(verdict.refusal == nil)
        #expect(verdict.isGood)
        #expect(verdict.holds == Verdict.Step.allCases)
        #expect(verdict.content?.nummer == "OV-2026-0001")
        #expect(verdict.content?.documenten.map(\.naam) == ["plan.pdf", "foto.jpg"])
        #expect(verdict.place == 137)
        #expect(
            verdict.lines(in: .nl) == [
                "Dit bewijs klopt.",
                "Nummer: OV-2026-0001",
                "Tijd: 2026-11-24T19:37:59Z",
                "Document: plan.pdf (SHA-256 \(Digest.of(Taken.plan)))",
                "Document: foto.jpg (SHA-256 \(Digest.of(Taken.foto)))",
                "Register: stad.example/belfort-ledger, 138/300, 2023-11-14T22:13:20Z",
                "Getuige: buurstad.example/getuige, 2023-03-20T12:25:47Z",
            ]
        )
    }

    @Test func `a changed document is refused by name, and the true ones are still told`() throws {
        let documents = [Taken.held(Taken.foto), Taken.held(Taken.plan + [0], as: "plan.pdf")]
        let verdict = Receipt.check(try Taken().file, keys: Known.keys, documents: documents)
        #expect(verdict.refusal == .document(naam: "plan.pdf"))
        #expect(verdict.holds == [.form, .signature, .inclusion, .opening, .content])
        #expect(
            verdict.lines(in: .nl).first == "Dit bewijs klopt niet: het document “plan.pdf” is niet wat werd ontvangen."
        )
        #expect(verdict.content?.documenten.map(\.naam) == ["plan.pdf", "foto.jpg"])
    }

    @Test func `a receipt without documents in hand holds, and does not claim to have compared any`() throws {
        let verdict = Receipt.check(try Taken().file, keys: Known.keys, documents: [])
        #expect(verdict.isGood)
        #expect(!verdict.holds.contains(.documents))
    }

    @Test(arguments: Tampering.all)
    func `a spoilt receipt is refused`(tampering: Tampering) throws {
        let file = String(decoding: try Taken().file, as: UTF8.self)
        let spoilt = tampering.spoil(file)
        #expect(spoilt != file)
        let verdict = Receipt.check(Array(spoilt.utf8), keys: Known.keys, documents: [Taken.held(Taken.plan)])
        #expect(!verdict.isGood)
        #expect(!verdict.holds.contains(.opening))
    }

    @Test func `a changed bit in any byte of a receipt is refused`() throws {
        var generator = SeededGenerator(seed: seed)
        let file = try Taken().file
        for place in file.indices {
            let spoilt = flipped(file, bit: place * 8 + Int.random(in: 0..<8, using: &generator))
            let verdict = Receipt.check(spoilt, keys: Known.keys, documents: [])
            #expect(!verdict.isGood, "byte \(place)")
        }
    }

    @Test func `a receipt is refused without the log's own key`() throws {
        let file = try Taken(witnessed: true).file
        for keys in [[], [Known.keys[1]]] {
            let verdict = Receipt.check(file, keys: keys, documents: [])
            #expect(verdict.holds == [.form])
            #expect(verdict.content == nil)
        }
    }

    @Test(arguments: [
        "", "{}", "[]", "null", #"{"nummer":"","tijd":"2026-11-24T20:37:59Z","documenten":[]}"#,
        #"{"nummer":1,"tijd":"2026-11-24T20:37:59Z","documenten":[]}"#,
        #"{"nummer":"1","tijd":"gisteren","documenten":[]}"#, #"{"nummer":"1","tijd":"2026-11-24T20:37:59Z"}"#,
        #"{"nummer":"1","tijd":"2026-11-24T20:37:59Z","documenten":[{"naam":"a","sha256":"00"}]}"#,
        #"{"nummer":"1","tijd":"2026-11-24T20:37:59Z","documenten":[{"naam":"a"}]}"#,
        #"{"nummer":"1","tijd":"2026-11-24T20:37:59Z","documenten":{}}"#, "\u{FEFF}" + Taken.json,
        #"{"nummer":"1","nummer":"2","tijd":"2026-11-24T20:37:59Z","documenten":[]}"#,
        #"{"nummer":"1","n\u0075mmer":"2","tijd":"2026-11-24T20:37:59Z","documenten":[]}"#,
        #"{"nummer":"1","tijd":"2026-11-24T20:37:59Z","documenten":[],"x":[{"y":{"a\"b": 1, "a\"b" : 2}}]}"#,
        String(repeating: #"{"a":"#, count: 50_000),
    ])
    func `an entry that says no number, time and documents is no receipt`(json: String) throws {
        let verdict = Receipt.check(try Taken(json: json).file, keys: Known.keys, documents: [])
        #expect(verdict.refusal == .content)
        #expect(verdict.holds == [.form, .signature, .inclusion, .opening])
    }

    @Test func `the same key in two objects, and a text like a key, are no repetition`() throws {
        let json = #"{"nummer":"nummer","tijd":"2026-11-24T20:37:59Z","documenten":[],"x":[{"a":1},{"a":"a"},"a","x"]}"#
        #expect(Receipt.check(try Taken(json: json).file, keys: Known.keys, documents: []).isGood)
    }

    @Test func `a receipt that would not hold cannot be made`() throws {
        let receipt = try Taken().receipt
        let proof = InclusionProof(index: receipt.index, size: 300, hashes: receipt.hashes)
        let moved = InclusionProof(index: 138, size: 300, hashes: receipt.hashes)
        let other = try #require(Opening(nonce: receipt.opening.nonce, clear: []))
        _ = try Receipt(entry: receipt.entry, opening: receipt.opening, proof: proof, note: receipt.note)
        #expect(throws: ReceiptError.doesNotHold) {
            try Receipt(entry: receipt.entry, opening: receipt.opening, proof: moved, note: receipt.note)
        }
        #expect(throws: ReceiptError.doesNotHold) {
            try Receipt(entry: receipt.entry, opening: other, proof: proof, note: receipt.note)
        }
    }

    @Test func `a receipt is read back to the byte, is bounded, and noise never stops the program`() throws {
        var generator = SeededGenerator(seed: seed)
        let file = try Taken().file
        #expect(try Receipt(bytes: file).bytes == file)
        #expect(throws: ReceiptError.tooLarge) {
            try Receipt(bytes: [UInt8](repeating: 10, count: Receipt.sizeMax + 1))
        }
        for _ in 0..<1_000 {
            var bytes = file
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                let end = min(bytes.count, place + Int.random(in: 0...80, using: &generator))
                bytes.replaceSubrange(place..<end, with: drawn(end - place, using: &generator).map { $0 % 75 + 10 })
            }
            if let receipt = try? Receipt(bytes: bytes) { #expect(receipt.bytes == bytes) }
        }
    }

    @Test func `control characters in a name do not reach the reader`() throws {
        let json = #"{"nummer":"1\u001b[2J\u202e","tijd":"2026-11-24T20:37:59Z","documenten":[]}"#
        let verdict = Receipt.check(try Taken(json: json).file, keys: Known.keys, documents: [])
        #expect(verdict.lines(in: .en)[1] == "Number: 1 [2J ")
    }
}
