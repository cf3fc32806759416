import Database
import Kernel
import Ledger
import TestGround
import Testing
import Vault

@testable import Documenten

@Suite struct PartsTests {
    private static var settings: DocumentSettings {
        var settings = DocumentSettings()
        settings.partSize = 4
        return settings
    }

    private func parts(of id: Identifier, _ town: Town) async throws -> [DocumentPart] {
        try await town.read { try DocumentPartStore.parts(of: id, in: $0) }
    }

    @Test(arguments: Kind.available) func `parts come in any order, and again, and become one content`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind, settings: Self.settings) { town in
            let id = try await town.document(#""bestandsomvang":10"#, text: nil)
            let made = try await town.record(id)
            let lock = try #require(made.slot)
            #expect(made.bestandsdelen.map(\.omvang) == [4, 4, 2])
            #expect(made.bestandsdelen.map(\.lock) == [lock, lock, lock])
            #expect(made.inhoud == nil)
            let parts = try await parts(of: id, town)
            #expect(await refusal { try await town.unlock(id, lock) } == ["nonFieldErrors: file-size"])
            let uploads = town.uploads
            for (number, text) in [(2, "ij"), (0, "xxxx"), (0, "abcd")] {
                try await uploads.receivePart(parts[number].id, lock: lock, Bytes(text), Town.plain)
            }
            #expect(try await town.record(id).bestandsdelen.map(\.voltooid) == [true, false, true])
            #expect(await refusal { try await town.unlock(id, lock) } == ["nonFieldErrors: incomplete-upload"])
            #expect(
                await refusal { try await uploads.receivePart(parts[1].id, lock: lock, Bytes("efg"), Town.plain) }
                    == ["nonFieldErrors: file-size"]
            )
            #expect(
                await refusal { try await uploads.receivePart(parts[1].id, lock: lock, Bytes("efghi"), Town.plain) }
                    == ["nonFieldErrors: file-size"]
            )
            #expect(
                await refusal { try await uploads.receivePart(parts[1].id, lock: "x", Bytes("efgh"), Town.plain) }
                    == ["nonFieldErrors: incorrect-lock-id"]
            )
            try await uploads.receivePart(parts[1].id, lock: lock, Bytes("efgh"), Town.plain)
            try await town.unlock(id, lock)
            #expect(try await town.text(id) == "abcdefghij")
            let done = try await town.record(id)
            #expect(done.versie == 1 && done.slot == nil && done.bestandsdelen.isEmpty)
            #expect(
                await refusal { try await uploads.receivePart(parts[1].id, lock: lock, Bytes("efgh"), Town.plain) }
                    == ["404"]
            )
            #expect(try await town.findings() == [])
        }
    }

    @Test(arguments: Kind.available) func `a forced unlock drops the parts`(_ kind: Kind) async throws {
        try await withTown(kind, settings: Self.settings) { town in
            let id = try await town.document(#""bestandsomvang":8"#, text: nil)
            let lock = try #require(try await town.record(id).slot)
            let first = try await parts(of: id, town)[0]
            try await town.uploads.receivePart(first.id, lock: lock, Bytes("abcd"), Town.plain)
            try await town.unlock(id, nil, Town.all)
            let document = try await town.record(id)
            #expect(document.bestandsomvang == nil && document.bestandsdelen.isEmpty && document.inhoud == nil)
            let contents = town.contents
            #expect(try await town.read { try contents.contents(of: id, $0) }.isEmpty)
        }
    }

    @Test(arguments: Kind.available) func `a new size on a locked document asks for its parts`(_ kind: Kind)
        async throws
    {
        try await withTown(kind, settings: Self.settings) { town in
            let id = try await town.document()
            let lock = try await town.lock(id)
            try await town.write(id, #"{"bestandsomvang":4}"#, content: .clear, lock: lock)
            let part = try #require(try await parts(of: id, town).first)
            try await town.uploads.receivePart(part.id, lock: lock, Bytes("abcd"), Town.plain)
            try await town.unlock(id, lock)
            #expect(try await town.text(id) == "abcd")
            #expect(try await town.text(id, .versie(1)) == "Beste,")
            #expect(try await town.findings() == [])
        }
    }

    @Test(arguments: Kind.available) func `any bytes are received, and known by what they are`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { (town) async throws in
            for (text, expected) in [
                ("Beste,", MediaKind.text), ("%PDF-1.7\n%%EOF", .pdf), ("\u{1}\u{2}onbekend", .other), ("", .text),
            ] {
                let received = try await town.uploads.receive(Bytes(text))
                #expect(received.kind == expected, "\(text)")
            }
            // Elsewhere what is not known is refused, and a name must agree.
            await #expect(throws: VaultError(.kind, "")) {
                _ = try await town.contents.receive(Bytes("\u{1}\u{2}"), name: "brief.txt")
            }
        }
    }
}
