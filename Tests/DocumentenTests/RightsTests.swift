import Access
import Catalogi
import Database
import Kernel
import Ledger
import TestGround
import Testing
import Vault

@testable import Documenten

@Suite struct RightsTests {
    private static let an = Identity(subject: Town.id(101), level: .substantial)
    private static let bert = Identity(subject: Town.id(102), level: .substantial)
    private static let official = Identity(subject: Town.id(103), level: .password)

    private func codes(_ town: Town, _ documents: [String: Identifier], _ visitor: Visitor) async -> Set<String> {
        var seen: Set<String> = []
        for (name, id) in documents {
            let answer = await refusal { _ = try await town.reader.open(id, for: visitor) }
            if answer.isEmpty { seen.insert(name) } else { #expect(answer == ["403"], "\(name) \(visitor)") }
        }
        return seen
    }

    @Test(arguments: TestGround.Kind.available)
    func `who is tied to a zaak reads its documents, save what is for inside`(
        _ kind: TestGround.Kind
    ) async throws {
        try await withTown(kind) { town in
            var documents: [String: Identifier] = [:]
            for word in ["openbaar", "intern", "zaakvertrouwelijk", "vertrouwelijk"] {
                documents[word] = try await town.document(#""vertrouwelijkheidaanduiding":"\#(word)""#)
            }
            let author = Author(pseudonym: Self.an.subject, level: .password)
            documents["own"] = try await town.document(#""vertrouwelijkheidaanduiding":"geheim""#, by: author)
            for id in documents.values { try await town.tie(id) }
            documents["elsewhere"] = try await town.document(#""vertrouwelijkheidaanduiding":"openbaar""#)
            try await town.database.write { transaction in
                for (subject, bond) in [(Self.an.subject, Bond.initiator), (Self.official.subject, .behandelaar)] {
                    try GrantStore.add(Relation(object: Town.zaak, subject: subject, role: bond), in: transaction)
                }
            }
            let seen: Set = ["openbaar", "zaakvertrouwelijk", "own"]
            #expect(await codes(town, documents, .resident(Self.an)) == seen)
            #expect(await codes(town, documents, .guest(Self.an, of: Town.zaak)) == seen)
            #expect(await codes(town, documents, .guest(Self.an, of: Town.id(12))) == [])
            #expect(await codes(town, documents, .resident(Self.bert)) == [])
            #expect(await codes(town, documents, .anonymous) == [])
            let all = Set(documents.keys).subtracting(["elsewhere"])
            #expect(await codes(town, documents, .official(Self.official)) == all)
            #expect(await codes(town, documents, .house).count == documents.count)
            let documenten = town.documenten
            let listed = try await town.read { transaction in
                try documenten.documents(
                    of: Town.link(Town.zaak),
                    DocumentMandate.visible(to: .resident(Self.an)),
                    in: transaction
                )
            }
            #expect(Set(listed.map(\.id)) == Set(seen.compactMap { documents[$0] }))
            #expect(listed.allSatisfy { $0.bestandsnaam == "Brief.txt" && $0.bestandsomvang == 6 })
            #expect(listed.allSatisfy { $0.sha256.count == 64 && $0.scan == .received })
        }
    }

    @Test(arguments: TestGround.Kind.available) func `a right holds for its type, organisation and rank`(
        _ kind: TestGround.Kind
    ) async throws {
        try await withTown(kind) { town in
            let open = try await town.document(#""vertrouwelijkheidaanduiding":"openbaar""#)
            let secret = try await town.document(#""vertrouwelijkheidaanduiding":"geheim""#)
            let program = Visitor.program(Self.official, Claims(client: "proef"))
            try await town.database.write { transaction in
                for scope in ["documenten.lezen", "documenten.bijwerken", "documenten.lock"] as [Scope] {
                    try GrantStore.add(
                        Grant(
                            subject: Self.official.subject,
                            scope: scope,
                            of: .documenten,
                            type: Town.brief,
                            upTo: .intern
                        ),
                        in: transaction
                    )
                }
            }
            #expect(await codes(town, ["open": open, "secret": secret], program) == ["open"])
            let mandate = DocumentMandate(of: program, ["documenten.bijwerken"])
            let lock = try await town.lock(open, mandate)
            #expect(await refusal { _ = try await town.lock(secret, mandate) } == ["403"])
            // Nobody raises a document beyond their own reach.
            let raise = #"{"vertrouwelijkheidaanduiding":"geheim"}"#
            #expect(await refusal { try await town.write(open, raise, lock: lock, mandate) } == ["403"])
            #expect(try await town.record(open).vertrouwelijkheidaanduiding == .openbaar)
            let making = DocumentMandate(of: program, ["documenten.aanmaken"])
            #expect(await refusal { try await town.document("", making) } == ["403"])
            let count = try await town.read { transaction in
                try DocumentStore.count(
                    try .init([], Town.addresses),
                    DocumentMandate.visible(to: program),
                    in: transaction
                )
            }
            #expect(count == 1)
        }
    }

    @Test(arguments: TestGround.Kind.available)
    func `what was not scanned yet is read by who brought it, and by nobody else`(
        _ kind: TestGround.Kind
    ) async throws {
        var settings = DocumentSettings()
        settings.hasScanner = true
        try await withTown(kind, settings: settings) { town in
            let author = Author(pseudonym: Self.an.subject, level: .password)
            let id = try await town.document(by: author)
            try await town.tie(id)
            try await town.database.write { transaction in
                for subject in [Self.an.subject, Self.bert.subject] {
                    try GrantStore.add(Relation(object: Town.zaak, subject: subject, role: .initiator), in: transaction)
                }
            }
            #expect(try await town.text(id, for: .resident(Self.an)) == "Beste,")
            #expect(await refusal { _ = try await town.text(id, for: .resident(Self.bert)) } == ["409"])
            #expect(await refusal { _ = try await town.text(id, for: .house) } == ["409"])
            let content = try #require(try await town.record(id).inhoudId)
            for (state, expected) in [(2, ["403"]), (3, ["403"]), (1, [])] {
                try await town.database.write { transaction in
                    try transaction.run(
                        "UPDATE vault_content SET state = $1 WHERE id = $2",
                        [.integer(Int64(state)), .bytes(content.bytes)]
                    )
                }
                #expect(await refusal { _ = try await town.text(id, for: .resident(Self.bert)) } == expected)
            }
        }
    }

    @Test(arguments: TestGround.Kind.available)
    func `the other side of a tie is made and taken away by its source alone`(
        _ kind: TestGround.Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.document()
            let body = """
                {"informatieobject":"\(Town.url(EnkelvoudigInformatieObject.path, id))",
                "object":"https://belfort.example\(Town.link(Town.zaak).text)","objectType":"zaak"}
                """
            func confirm(_ body: String) async -> [String] {
                await refusal {
                    _ = try await town.change {
                        try ObjectInformatieObjectStore.confirm(try draft(body), Town.plain, $0)
                    }
                }
            }
            #expect(await confirm(body) == ["nonFieldErrors: inconsistent-relation"])
            try await town.tie(id)
            try await town.tie(id)
            #expect(await confirm(body) == [])
            #expect(
                await confirm(body.replacing("belfort.example/zaken", with: "elders.example/z")) == ["object: bad-url"]
            )
            let rows = ObjectInformatieObjectStore.rows
            #expect(try await town.read { try rows.count(Town.everything, in: $0) } == 1)
            let tie = try await town.read { try ObjectInformatieObjectStore.find(id, Town.link(Town.zaak), in: $0) }
            let uuid = try #require(tie?.record.identifier)
            #expect(
                await refusal { try await town.change { try ObjectInformatieObjectStore.remove(uuid, Town.plain, $0) } }
                    == ["nonFieldErrors: remote-relation-exists"]
            )
            let facts = try #require(try await town.read { try DocumentStore.facts(of: id, in: $0) })
            #expect(facts.informatieobjecttype == .own(Town.brief))
            #expect((facts.isLocked, facts.isGearchiveerd, facts.indicatieGebruiksrecht) == (false, false, nil))
            #expect(try await town.findings() == [])
        }
    }
}
