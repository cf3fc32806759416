import Ledger
import Testing

struct CheckpointTests {
    @Test func `a checkpoint is written and read as text`() throws {
        let checkpoint = try Checkpoint(origin: Known.origin, size: 1_234, root: .emptyTree)
        #expect(checkpoint.text == "\(Known.origin)\n1234\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")
        #expect(try Checkpoint(text: checkpoint.text) == checkpoint)
        let extended = try Checkpoint(origin: "log", size: 0, root: .zero, extensions: ["een", "twee"])
        #expect(try Checkpoint(text: extended.text) == extended)
    }

    @Test(arguments: [
        "", "\n", "a\n1\n", "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
        "\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "a\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "a\n+1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "a\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "a\n18446744073709551616\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "a\n18446744073709551615\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU\n", "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n",
        "a\n1\nAAAA\n", "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n",
        "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\nb\n",
        "a\n 1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "a\n\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
    ])
    func `a text in any other form is no checkpoint`(text: String) {
        #expect(throws: NoteError.checkpoint) { try Checkpoint(text: text) }
    }

    @Test func `a checkpoint that could not be read again cannot be made`() {
        let long = String(repeating: "a", count: 256)
        for origin in ["", "a\nb", long] {
            #expect(throws: NoteError.checkpoint) { try Checkpoint(origin: origin, size: 1, root: .zero) }
        }
        #expect(throws: NoteError.checkpoint) { try Checkpoint(origin: "a", size: Tree.sizeMax + 1, root: .zero) }
        #expect(throws: NoteError.checkpoint) { try Checkpoint(origin: "a", size: 1, root: .zero, extensions: [""]) }
    }

    @Test func `a checkpoint holds only with the log's own signature; witnesses are named beside it`() throws {
        let note = try Note(bytes: Known.note.utf8)
        let signed = try SignedCheckpoint(note: note, keys: Known.keys)
        #expect(signed.checkpoint.size == 1_234)
        #expect(signed.log.key.name == Known.origin)
        #expect(signed.witnesses.map(\.timestamp) == [Known.timestamp])
        let witnessOnly = [Known.keys[1]]
        #expect(throws: NoteError.unsignedByLog(origin: Known.origin)) {
            try SignedCheckpoint(note: note, keys: witnessOnly)
        }
        let other = try Checkpoint(origin: "andere.example", size: 1, root: .zero).signed(by: Known.log)
        #expect(throws: NoteError.unsignedByLog(origin: "andere.example")) {
            try SignedCheckpoint(note: other, keys: Known.keys)
        }
    }

    @Test func `a text that would pass for a cosignature is not signed`() throws {
        let checkpoint = try Checkpoint(origin: "cosignature/v1", size: 1, root: .zero)
        #expect(throws: NoteError.unsignable) { try checkpoint.signed(by: Known.log) }
        #expect(throws: NoteError.unsignable) { try Known.witness.cosign(checkpoint, timestamp: .max) }
    }

    @Test func `a cosignature moved to another time or checkpoint does not hold`() throws {
        let checkpoint = try Checkpoint(origin: Known.origin, size: 7, root: leaf(1))
        let line = try Known.witness.cosign(checkpoint, timestamp: 1_000)
        var note = try Checkpoint(origin: Known.origin, size: 8, root: leaf(1)).signed(by: Known.log)
        try note.add(line)
        #expect(throws: NoteError.badSignature(name: "buurstad.example/getuige")) {
            try SignedCheckpoint(note: note, keys: Known.keys)
        }
        let again = try #require(NoteSignature(line.description))
        #expect(again == line)
        #expect(NoteSignature("— a") == nil)
    }
}
