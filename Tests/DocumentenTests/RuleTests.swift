import Catalogi
import Database
import Kernel
import Keys
import Ledger
import Synchronization
import TestGround
import Testing
import Vault

@testable import Documenten

@Suite struct RuleTests {
    struct Case: CustomStringConvertible, Sendable {
        let description: String
        let members: String
        let expected: [String]
    }

    private static let cases = [
        Case(description: "drc-001, nowhere", members: type(Town.id(9)), expected: ["informatieobjecttype: bad-url"]),
        Case(
            description: "drc-001, concept",
            members: type(Town.concept),
            expected: ["informatieobjecttype: not-published"]
        ),
        Case(
            description: "drc-005",
            members: #""ontvangstdatum":"2026-03-01","status":"in_bewerking""#,
            expected: ["status: invalid_for_received"]
        ),
        Case(
            description: "signed while written",
            members: #""ondertekening":{"soort":"pki","datum":"2026-03-01"},"status":"ter_vaststelling""#,
            expected: ["ondertekening: invalid"]
        ),
        Case(
            description: "drc-006",
            members: #""indicatieGebruiksrecht":true"#,
            expected: ["indicatieGebruiksrecht: missing-gebruiksrechten"]
        ),
        Case(description: "size", members: #""bestandsomvang":5"#, expected: ["nonFieldErrors: file-size"]),
        Case(
            description: "integrity",
            members: #""integriteit":{"algoritme":"sha_256","waarde":"00","datum":"2026-03-01"}"#,
            expected: ["integriteit.waarde: invalid"]
        ),
        Case(
            description: "integrity, in part",
            members: #""integriteit":{"algoritme":"","waarde":"x","datum":null}"#,
            expected: ["integriteit.algoritme: required", "integriteit.datum: required"]
        ),
        Case(
            description: "groups that are empty",
            members: """
                "integriteit":{"algoritme":"","waarde":"","datum":null},"ondertekening":{"soort":"","datum":null},
                "status":"in_bewerking"
                """,
            expected: []
        ),
        Case(
            description: "number",
            members: #""identificatie":"TAKEN""#,
            expected: ["identificatie: identificatie-niet-uniek"]
        ),
    ]

    private static func type(_ id: Identifier) -> String {
        // The member comes twice, of which the reader makes a fault of its own; so the case replaces it.
        "TYPE:\(id)"
    }

    @Test(arguments: Kind.available) func `each rule of making a document is told by field and code`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            try await town.document(#""identificatie":"TAKEN""#)
            for one in Self.cases {
                var body = Town.body(one.members.hasPrefix("TYPE:") ? "" : one.members)
                if one.members.hasPrefix("TYPE:") {
                    body = body.replacing("\(Town.brief)", with: one.members.dropFirst(5))
                }
                let (documenten, sent) = (town.documenten, body)
                let content = try await town.received("Beste,")
                let answer = await refusal {
                    _ = try await town.change { change in
                        try documenten.add(try draft(sent), content: content, number: nil, Town.plain, change)
                    }
                }
                #expect(answer == one.expected, "\(one)")
            }
            // The same number in another organisation is another number.
            try await town.document(#""identificatie":"TAKEN2""#)
            let other = Town.body(#""identificatie":"TAKEN""#).replacing("123456782", with: "517439943")
            let documenten = town.documenten
            _ = try await town.change {
                try documenten.add(try draft(other), content: nil, number: nil, Town.plain, $0)
            }
        }
    }

    @Test(arguments: Kind.available) func `only who holds the lock writes`(_ kind: Kind) async throws {
        try await withTown(kind) { town in
            let id = try await town.document()
            let body = #"{"titel":"Anders"}"#
            #expect(await refusal { try await town.write(id, body, lock: "x") } == ["nonFieldErrors: unlocked"])
            let lock = try await town.lock(id)
            #expect(lock.count == 32)
            #expect(await refusal { _ = try await town.lock(id) } == ["nonFieldErrors: existing-lock"])
            #expect(await refusal { try await town.write(id, body, lock: nil) } == ["nonFieldErrors: missing-lock-id"])
            #expect(
                await refusal { try await town.write(id, body, lock: String(lock.dropLast())) }
                    == ["nonFieldErrors: incorrect-lock-id"]
            )
            #expect(try await town.json(id)["locked"] == .boolean(true))
            #expect(try await town.record(id).slotDoor == Town.marieke)
            #expect(await refusal { try await town.unlock(id, "x") } == ["nonFieldErrors: incorrect-lock-id"])
            #expect(await refusal { try await town.unlock(id, nil) } == ["nonFieldErrors: missing-lock-id"])
            // A wrong id is no force, whoever gives it.
            #expect(await refusal { try await town.unlock(id, "x", Town.all) } == ["nonFieldErrors: incorrect-lock-id"])
            try await town.unlock(id, nil, Town.all)
            #expect(try await town.record(id).slot == nil)
            #expect(try await town.record(id).versie == 1)
            #expect(try await town.findings() == [])
        }
    }

    @Test(arguments: Kind.available) func `rights of use show on the document until the last is gone`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let (id, store) = (try await town.document(), GebruiksrechtenStore(documenten: town.documenten))
            let body = """
                {"informatieobject":"\(Town.url(EnkelvoudigInformatieObject.path, id))",
                "startdatum":"2026-01-01T00:00:00Z","omschrijvingVoorwaarden":"Naamsvermelding"}
                """
            var made: [Identifier] = []
            for _ in 0..<2 {
                made.append(try await town.change { try store.add(try draft(body), Town.plain, $0).record.identifier })
            }
            #expect(try await town.record(id).indicatieGebruiksrecht == true)
            let lock = try await town.lock(id)
            let off = #"{"indicatieGebruiksrecht":false}"#
            #expect(
                await refusal { try await town.write(id, off, lock: lock) }
                    == ["indicatieGebruiksrecht: existing-gebruiksrechten"]
            )
            try await town.write(id, Town.body(), .put, lock: lock)
            for (index, expected) in [(0, true), (1, nil)] as [(Int, Bool?)] {
                let right = made[index]
                try await town.change { try store.remove(right, Town.plain, $0) }
                #expect(try await town.record(id).indicatieGebruiksrecht == expected)
            }
            #expect(try await town.record(id).versie == 2)
            #expect(try await town.findings() == [])
        }
    }

    @Test(arguments: Kind.available) func `a sending has one address, and a sender comes once`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let (id, store) = (try await town.document(), VerzendingStore(documenten: town.documenten))
            func body(_ address: String, _ way: String = "geadresseerde") -> String {
                """
                {"informatieobject":"\(Town.url(EnkelvoudigInformatieObject.path, id))",
                "betrokkene":"https://partijen.example/1","aardRelatie":"\(way)",
                "contactPersoon":"https://partijen.example/2"\(address)}
                """
            }
            let post = """
                ,"binnenlandsCorrespondentieadres":{"huisnummer":1,"naamOpenbareRuimte":"Markt",
                "woonplaatsnaam":"Leuven"}
                """
            for (sent, expected) in [
                (body(""), ["nonFieldErrors: invalid-address"]),
                (body(post + #","emailadres":"a@b.example""#), ["nonFieldErrors: invalid-address"]),
                (body(post), []), (body(post), []), (body(post, "afzender"), []),
                (body(#","emailadres":"a@b.example""#, "afzender"), ["nonFieldErrors: unique"]),
            ] {
                let answer = await refusal {
                    _ = try await town.change { try store.add(try draft(sent), Town.plain, $0) }
                }
                #expect(answer == expected, "\(sent)")
            }
            #expect(try await town.findings() == [])
        }
    }

    @Test(arguments: Kind.available)
    func `a document goes with all its versions, and its bytes after the days of grace`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.document()
            let other = try await town.document(text: "Een ander")
            let lock = try await town.lock(id)
            try await town.write(id, "{}", content: .set(try await town.received("Geachte,")), lock: lock)
            let documenten = town.documenten
            func remove() async -> [String] {
                await refusal { try await town.change { try documenten.remove(id, Town.plain, $0) } }
            }
            #expect(await remove() == ["nonFieldErrors: destroy-locked"])
            try await town.unlock(id, lock)
            try await town.tie(id)
            #expect(await remove() == ["nonFieldErrors: pending-relations"])
            try await town.change { try ObjectInformatieObjectStore.untie(id, from: Town.link(Town.zaak), $0) }
            #expect(await remove() == [])
            #expect(await refusal { _ = try await town.record(id) } == ["404"])
            let listed = town.listed
            let destruction = DocumentDestruction(
                journal: town.journal,
                contents: town.contents,
                surroundings: town.surroundings,
                willDestroy: { chain in listed.chains.withLock { $0.append(chain) } }
            )
            #expect(try await destruction.run() == 0)
            #expect(town.files == 3)
            town.clock.advance(milliseconds: 8 * 24 * 60 * 60 * 1_000)
            #expect(try await destruction.run() == 1)
            #expect(try await destruction.run() == 0)
            #expect(listed.chains.withLock { $0 } == [id])
            #expect(town.files == 1)
            let keys = town.keys
            #expect(try await town.read { try keys.key(id, in: $0) } == nil)
            #expect(try await town.text(other) == "Een ander")
            #expect(try await town.findings() == [])
        }
    }
}
