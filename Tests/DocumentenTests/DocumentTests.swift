import Access
import Catalogi
import Database
import Kernel
import Keys
import Ledger
import TestGround
import Testing
import Vault

@testable import Documenten

@Suite struct DocumentTests {
    @Test(arguments: TestGround.Kind.available) func `a document comes back as it was sent, member by member`(
        _ kind: TestGround.Kind
    ) async throws {
        try await withTown(kind) { town in
            let members = """
                "identificatie":"DOC-1","vertrouwelijkheidaanduiding":"openbaar","status":"definitief",
                "formaat":"text/plain","bestandsnaam":"brief.txt","bestandsomvang":6,"link":"https://elders.example/1",
                "beschrijving":"Een brief","ontvangstdatum":"2026-03-01","verzenddatum":"2026-03-02",
                "indicatieGebruiksrecht":false,"verschijningsvorm":"papier",
                "ondertekening":{"soort":"digitaal","datum":"2026-03-01"},
                "integriteit":{"algoritme":"md5","waarde":"abc","datum":"2026-03-01"},
                "trefwoorden":["bouw","plan"]
                """
            let id = try await town.document(members)
            let answer = try await town.json(id)
            guard case .object(let sent) = try JSONValue(Array(Town.body(members).utf8)) else { return }
            for member in sent { #expect(answer[member.name] == member.value, "\(member.name)") }
            #expect(answer["versie"]?.integer == 1)
            #expect(answer["locked"] == .boolean(false))
            #expect(answer["bestandsdelen"] == .array([]))
            let url = Town.url(EnkelvoudigInformatieObject.path, id)
            #expect(answer["url"]?.text == url)
            #expect(answer["inhoud"]?.text == "\(url)/download?versie=1")
            for hidden in ["inhoudId", "sha256", "soort", "slot", "slotSinds", "slotDoor", "ingediendDoor", "lock"] {
                #expect(answer[hidden] == nil, "\(hidden)")
            }
            #expect(try await town.text(id) == "Beste,")
            #expect(try await town.findings() == [])
        }
    }

    @Test(arguments: TestGround.Kind.available)
    func `what nobody said comes from the type, and a number from the server`(
        _ kind: TestGround.Kind
    ) async throws {
        try await withTown(kind) { town in
            let numbers = DocumentNumbers(database: town.database)
            let day = try #require(Day("2026-03-02"))
            #expect(try await numbers.next(of: "123456782", on: day) == "D-2026-000001")
            #expect(try await numbers.next(of: "123456782", on: day) == "D-2026-000002")
            let others = DocumentNumbers(database: town.database)
            #expect(try await others.next(of: "123456782", on: day) == "D-2026-000051")
            let documenten = town.documenten
            let made = try await town.change { change in
                try documenten.add(try draft(Town.body()), content: nil, number: "D-2026-000001", Town.plain, change)
                    .record
            }
            #expect(made.identificatie == "D-2026-000001")
            #expect(made.vertrouwelijkheidaanduiding == .zaakvertrouwelijk)
            let unnamed = try await town.change { change in
                try documenten.add(try draft(Town.body()), content: nil, number: nil, Town.plain, change).record
            }
            #expect(unnamed.identificatie == unnamed.identifier.description)
        }
    }

    @Test(arguments: TestGround.Kind.available) func `a new title makes a new version and stores no byte again`(
        _ kind: TestGround.Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.document()
            let first = try await town.record(id)
            let lock = try await town.lock(id)
            for title in ["Een", "Twee", "Drie"] { try await town.write(id, #"{"titel":"\#(title)"}"#, lock: lock) }
            try await town.unlock(id, lock)
            #expect(try await town.record(id).versie == 4)
            for (number, title) in [(1, "Brief"), (2, "Een"), (3, "Twee"), (4, "Drie")] {
                let version = try await town.record(id, .versie(number))
                #expect(version.titel == title)
                #expect(version.inhoudId == first.inhoudId)
                #expect(version.inhoud?.text.hasSuffix("?versie=\(number)") == true)
                #expect(try await town.text(id, .versie(number)) == "Beste,")
            }
            #expect(town.files == 1)
            #expect(await refusal { _ = try await town.record(id, .versie(5)) } == ["404"])
            let second = try await town.record(id, .versie(2))
            #expect(try await town.record(id, .at(second.beginRegistratie)).versie == 2)
            let before = try #require(first.beginRegistratie.adding(milliseconds: -1))
            #expect(await refusal { _ = try await town.record(id, .at(before)) } == ["404"])
            #expect(
                try await town.read { try DocumentStore.count(try .init([], Town.addresses), "1 = 1", in: $0) } == 1
            )
            #expect(try await town.findings() == [])
        }
    }

    @Test(arguments: TestGround.Kind.available) func `a new content leaves the old one to the old version`(
        _ kind: TestGround.Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.document()
            let lock = try await town.lock(id)
            let content = try await town.received("Geachte,")
            try await town.write(id, "{}", content: .set(content), lock: lock)
            #expect(try await town.text(id) == "Geachte,")
            #expect(try await town.text(id, .versie(1)) == "Beste,")
            #expect(try await town.record(id).bestandsomvang == 8)
            try await town.write(id, #"{"bestandsomvang":null}"#, content: .clear, lock: lock)
            let bare = try await town.record(id)
            #expect(bare.inhoud == nil && bare.bestandsomvang == nil && bare.sha256.isEmpty)
            #expect(try await town.findings() == [])
        }
    }

    @Test(arguments: TestGround.Kind.available) func `a content of a draft moves to the document without a copy`(
        _ kind: TestGround.Kind
    ) async throws {
        try await withTown(kind) { town in
            let draftChain = town.surroundings.identifier()
            let (contents, documenten, keys) = (town.contents, town.documenten, town.keys)
            let received = try await town.uploads.receive(Bytes("Plan"))
            try await town.database.write { transaction in
                _ = try keys.make(draftChain, in: transaction)
                try contents.put(received, in: draftChain, transaction)
                try contents.refer(received.id, transaction)
            }
            let elsewhere = town.surroundings.identifier()
            for (chain, expected) in [(elsewhere, false), (draftChain, true)] {
                let answer = await refusal {
                    _ = try await town.change { change in
                        try documenten.add(
                            try draft(Town.body()),
                            content: .lying(received.id, in: chain),
                            number: "D-7",
                            Town.plain,
                            change
                        )
                    }
                }
                #expect(answer.isEmpty == expected, "\(answer)")
            }
            let id = try await town.read { transaction in
                try transaction.first("SELECT uuid FROM enkelvoudiginformatieobject") { Identifier($0.text(0)) } ?? nil
            }
            let document = try #require(id)
            // The draft expires with its key; the document does not need it.
            try await town.database.write { try keys.destroy(draftChain, in: $0) }
            #expect(try await town.text(document) == "Plan")
            #expect(town.files == 1)
        }
    }

    @Test(arguments: TestGround.Kind.available) func `an empty file is a file, and no content is none`(
        _ kind: TestGround.Kind
    ) async throws {
        try await withTown(kind) { town in
            let empty = try await town.document(#""bestandsomvang":0"#, text: nil)
            #expect(try await town.record(empty).inhoud != nil)
            #expect(try await town.reader.open(empty, for: .house).hasContent)
            let bare = try await town.document(text: nil)
            #expect(try await town.record(bare).inhoud == nil)
            #expect(try await !town.reader.open(bare, for: .house).hasContent)
        }
    }

    @Test(arguments: TestGround.Kind.available) func `a row that was changed behind the ledger is found`(
        _ kind: TestGround.Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.document()
            #expect(try await town.findings() == [])
            try await town.database.write { transaction in
                try transaction.run(
                    "UPDATE enkelvoudiginformatieobject SET sha256 = 'x' WHERE uuid = $1",
                    [id.stored]
                )
            }
            #expect(try await !town.findings().isEmpty)
        }
    }
}
