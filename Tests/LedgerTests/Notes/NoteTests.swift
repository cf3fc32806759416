import Kernel
import Ledger
import Testing

struct NoteTests {
    @Test func `a note made elsewhere verifies, and ours is the same to the byte`() throws {
        let note = try Note(bytes: Known.note.utf8)
        let verified = try note.verified(by: Known.keys)
        #expect(verified.map(\.key.name) == [Known.origin, "buurstad.example/getuige"])
        #expect(verified.map(\.timestamp) == [nil, Known.timestamp])
        let checkpoint = try Checkpoint(origin: Known.origin, size: 1_234, root: .emptyTree)
        var ours = try checkpoint.signed(by: Known.log)
        try ours.add(try Known.witness.cosign(checkpoint, timestamp: Known.timestamp))
        #expect(ours == note)
        #expect(ours.bytes == Array(Known.note.utf8))
    }

    @Test func `no changed bit of a signed note leaves both its signatures standing`() throws {
        let bytes = Array(Known.note.utf8)
        for bit in 0..<bytes.count * 8 {
            guard let note = try? Note(bytes: flipped(bytes, bit: bit)) else { continue }
            // A change in the name or the id of a line makes it a stranger's: one of the two remains.
            let verified = (try? note.verified(by: Known.keys)) ?? []
            #expect(verified.count < 2, "bit \(bit)")
        }
    }

    @Test func `a line by a stranger is passed over, a false one by a known key is not`() throws {
        let stranger = Known.signer("vreemd.example", seed: [UInt8](repeating: 9, count: 32))
        let namesake = Known.signer(Known.origin, seed: [UInt8](repeating: 9, count: 32))
        var note = try Note(text: "tekst\n")
        try note.add(try stranger.sign(note.text))
        try note.add(try namesake.sign(note.text))
        #expect(throws: NoteError.unsigned) { try note.verified(by: Known.keys) }
        try note.add(try Known.log.sign(note.text))
        #expect(try note.verified(by: Known.keys).count == 1)
        try note.add(try Known.log.sign("andere tekst\n"))
        #expect(throws: NoteError.badSignature(name: Known.origin)) { try note.verified(by: Known.keys) }
    }

    @Test func `the same key twice counts once`() throws {
        var note = try Note(text: "tekst\n")
        for _ in 0..<3 { try note.add(try Known.log.sign(note.text)) }
        #expect(try note.verified(by: Known.keys).count == 1)
    }

    @Test func `the text may hold empty lines, and the last one parts it from the signatures`() throws {
        var note = try Note(text: "één\n\n\ntwee\n\n")
        try note.add(try Known.log.sign(note.text))
        #expect(try Note(bytes: note.bytes) == note)
    }

    @Test(arguments: [
        "", "\n", "\n\n", "a", "a\n", "a\n\n", "a\n\n\n", "a\n— b AAAAAAA=\n", "a\n\n— b AAAAAAA=",
        "a\n\n- b AAAAAAA=\n",
        "a\n\n—b AAAAAAA=\n", "a\n\n— b  AAAAAAA=\n", "a\n\n— b AAAAAAA= \n", "a\n\n— b AAAA\n", "a\n\n— b AAAAAAA\n",
        "a\n\n— b AAAAAAB=\n", "a\n\n— AAAAAAA=\n", "a\n\n—  AAAAAAA=\n", "a\n\n— b+c AAAAAAA=\n",
        "a\r\n\n— b AAAAAAA=\n",
        "a\n\n— b AAAAAAA=\r\n", "a\t\n\n— b AAAAAAA=\n", "a\u{0}\n\n— b AAAAAAA=\n", "a\n\n— b AAAAAAA=\nc\n",
    ])
    func `a note in any other form is refused`(text: String) {
        #expect(throws: NoteError.self) { try Note(bytes: text.utf8) }
    }

    @Test func `a note is bounded`() throws {
        let line = "— b AAAAAAA=\n"
        #expect(try Note(bytes: ("a\n\n" + String(repeating: line, count: 64)).utf8).signatures.count == 64)
        #expect(throws: NoteError.tooLarge) { try Note(bytes: ("a\n\n" + String(repeating: line, count: 65)).utf8) }
        #expect(throws: NoteError.tooLarge) { try Note(bytes: [UInt8](repeating: 0x61, count: Note.sizeMax + 1)) }
        #expect(throws: NoteError.notText) { try Note(bytes: [0xC3, 0x28, 0x0A, 0x0A]) }
        #expect(throws: NoteError.notText) { try Note(text: "zonder einde") }
    }

    @Test func `what is read is written again to the byte, and noise never stops the program`() {
        var generator = SeededGenerator(seed: seed)
        let likely = Array("\n\n— =A+/0".utf8)
        for _ in 0..<3_000 {
            var bytes = Array(Known.note.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes.remove(at: place)
                case 1: bytes.insert(likely.randomElement(using: &generator) ?? 0, at: place)
                default: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                }
            }
            if let note = try? Note(bytes: bytes) { #expect(note.bytes == bytes) }
            let text = String(decoding: bytes, as: UTF8.self)
            if let checkpoint = try? Checkpoint(text: text) { #expect(checkpoint.text == text) }
        }
    }
}
