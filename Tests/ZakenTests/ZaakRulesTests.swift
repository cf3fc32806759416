import Database
import Kernel
import Ledger
import TestGround
import Testing

@testable import Zaken

/// Each row: what a client sends on top of the least that is accepted, and what it is told.
@Suite struct ZaakRulesTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        var type = Catalogue.dakkapel
        let more: String
        let faults: [String]

        var testDescription: String { name }
    }

    static let making = [
        Case(name: "the least", more: "", faults: []),
        Case(name: "a concept", type: Catalogue.concept, more: "", faults: ["zaaktype: not-published"]),
        Case(name: "a type that is still to come", type: Catalogue.later, more: "", faults: ["zaaktype: not-valid"]),
        Case(name: "no type of ours", type: Catalogue.id(99), more: "", faults: ["zaaktype: bad-url"]),
        Case(
            name: "an organisation that is none",
            more: #""opdrachtgevendeOrganisatie":"123456789""#,
            faults: ["opdrachtgevendeOrganisatie: invalid"]
        ),
        Case(
            name: "an organisation with letters",
            more: #""opdrachtgevendeOrganisatie":"OVO002949""#,
            faults: ["opdrachtgevendeOrganisatie: only-digits"]
        ),
        Case(
            name: "paid tomorrow",
            more: #""laatsteBetaaldatum":"2026-03-03T08:00:00Z""#,
            faults: ["laatsteBetaaldatum: future_not_allowed"]
        ),
        Case(name: "paid by a clock ahead", more: #""laatsteBetaaldatum":"2026-03-02T08:03:00Z""#, faults: []),
        Case(
            name: "paid where nothing is due",
            more: #""betalingsindicatie":"nvt","laatsteBetaaldatum":"2026-03-01T08:00:00Z""#,
            faults: ["laatsteBetaaldatum: betaling-nvt"]
        ),
        Case(
            name: "products of the type",
            more: #""productenOfDiensten":["https://ipdc.example/p/1","https://belfort.example/producten/2"]"#,
            faults: []
        ),
        Case(
            name: "a product of another type",
            more: #""productenOfDiensten":["https://ipdc.example/p/1","https://ipdc.example/p/9"]"#,
            faults: ["productenOfDiensten: invalid-products-services"]
        ),
        Case(
            name: "a whole that is not there",
            more: "\"hoofdzaak\":\"\(Town.url(Catalogue.id(98)))\"",
            faults: ["hoofdzaak: does_not_exist"]
        ),
        Case(
            name: "a related zaak that is not there",
            more: #""relevanteAndereZaken":[{"url":"https://elders.example/1","aardRelatie":"vervolg"},"#
                + "{\"url\":\"\(Town.url(Catalogue.id(98)))\",\"aardRelatie\":\"vervolg\"}]",
            faults: ["relevanteAndereZaken.1.url: bad-url"]
        ),
        Case(
            name: "archived without what it takes",
            more: #""archiefstatus":"gearchiveerd""#,
            faults: ["archiefnominatie: archiefnominatie-not-set", "archiefactiedatum: archiefactiedatum-not-set"]
        ),
        Case(
            name: "archived with a term that nobody knows yet",
            more: #""archiefstatus":"gearchiveerd_procestermijn_onbekend","archiefnominatie":"vernietigen""#,
            faults: []
        ),
        Case(
            name: "an extension without reason",
            more: #""verlenging":{"reden":"","duur":"P1D"}"#,
            faults: ["verlenging.reden: blank"]
        ),
        Case(
            name: "an empty extension",
            more: #""verlenging":{}"#,
            faults: ["verlenging.reden: required", "verlenging.duur: required"]
        ),
        Case(
            name: "a suspension without reason",
            more: #""opschorting":{"indicatie":true,"reden":""}"#,
            faults: ["opschorting.reden: blank"]
        ),
        Case(name: "no extension, as it is shown", more: #""opschorting":{"indicatie":false,"reden":""}"#, faults: []),
        Case(
            name: "two faults in two rules",
            more:
                #""betalingsindicatie":"nvt","laatsteBetaaldatum":"2026-03-09T08:00:00Z""#
                + #","opdrachtgevendeOrganisatie":"1""#,
            faults: [
                "opdrachtgevendeOrganisatie: invalid-length", "laatsteBetaaldatum: future_not_allowed",
                "laatsteBetaaldatum: betaling-nvt",
            ]
        ),
    ]

    @Test(arguments: Kind.available) func `a zaak is made within the rules or not at all`(_ kind: Kind) async throws {
        try await withTown(kind) { town in
            for one in Self.making {
                let before = try await town.read { try ZaakStore.rows.count(Town.everything, in: $0) }
                let told = await refusal { try await town.zaak(one.more, type: one.type) }
                #expect(told == one.faults, "\(one.name)")
                let after = try await town.read { try ZaakStore.rows.count(Town.everything, in: $0) }
                #expect(after == before + (one.faults.isEmpty ? 1 : 0), "\(one.name)")
            }
            try await town.journal.sequence()
            #expect(try await town.findings() == [])
        }
    }

    @Test(arguments: Kind.available) func `a number is unique within an organisation and never changes`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.zaak(#""identificatie":"A-1""#)
            #expect(
                await refusal { try await town.zaak(#""identificatie":"A-1""#) }
                    == ["identificatie: identificatie-niet-uniek"]
            )
            let elsewhere = Town.body(#""identificatie":"A-1""#).replacing(
                #""bronorganisatie":"123456782""#,
                with: #""bronorganisatie":"517439943""#
            )
            let zaken = town.zaken
            try await town.change { change in
                _ = try zaken.add(try draft(Zaak.self, elsewhere), number: nil, Town.plain, change)
            }
            #expect(
                await refusal { try await town.patch(id, #"{"identificatie":"A-2"}"#) }
                    == ["identificatie: wijzigen-niet-toegelaten"]
            )
            try await town.patch(id, Town.body(), .put)
            #expect(try await town.record(id).identificatie == "A-1")
        }
    }

    @Test(arguments: Kind.available) func `a part has one whole, which is no part`(_ kind: Kind) async throws {
        try await withTown(kind) { town in
            let whole = try await town.zaak()
            let part = try await town.zaak("\"hoofdzaak\":\"\(Town.url(whole))\"", type: Catalogue.deel)
            #expect(try await town.record(whole).deelzaken == [.own(part)])
            func told(_ zaak: Identifier, _ hoofdzaak: Identifier) async -> [String] {
                await refusal { try await town.patch(zaak, "{\"hoofdzaak\":\"\(Town.url(hoofdzaak))\"}") }
            }
            #expect(await told(whole, whole) == ["hoofdzaak: self-forbidden"])
            #expect(await told(try await town.zaak(), part).contains("hoofdzaak: deelzaak-als-hoofdzaak"))
            #expect(await told(whole, try await town.zaak()) == ["hoofdzaak: deelzaak-als-hoofdzaak"])
            let objection = try await town.zaak(type: Catalogue.bezwaar)
            #expect(await told(objection, whole) == ["hoofdzaak: invalid-deelzaaktype"])
            #expect(await told(try await town.zaak(), whole) == [])
        }
    }

    @Test(arguments: Kind.available) func `where nothing is due any more, no payment date stays`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.zaak(#""betalingsindicatie":"geheel","laatsteBetaaldatum":"2026-03-01T08:00:00Z""#)
            #expect(try await town.record(id).laatsteBetaaldatum != nil)
            try await town.patch(id, #"{"betalingsindicatie":"nvt"}"#)
            #expect(try await town.record(id).laatsteBetaaldatum == nil)
        }
    }

    @Test(arguments: Kind.available) func `a zaak is archived only after its documents`(_ kind: Kind) async throws {
        try await withTown(kind) { town in
            let id = try await town.zaak()
            try await town.stuk(on: id)
            let archive = """
                {"archiefstatus":"gearchiveerd","archiefnominatie":"vernietigen","archiefactiedatum":"2036-01-01"}
                """
            #expect(await refusal { try await town.patch(id, archive) } == ["archiefstatus: documents-not-archived"])
            town.catalogue.change { $0.documenten[Catalogue.plan]?.isGearchiveerd = true }
            #expect(await refusal { try await town.patch(id, archive) } == [])
            #expect(
                await refusal { try await town.status(Catalogue.ontvangen, on: id) }
                    == ["nonFieldErrors: zaak-archiefstatus-invalid"]
            )
        }
    }

    @Test(arguments: Kind.available) func `a closed zaak changes only with force`(_ kind: Kind) async throws {
        try await withTown(kind) { town in
            let id = try await town.closed()
            #expect(await refusal { try await town.patch(id, #"{"toelichting":"x"}"#, .patch, Town.worker) } == ["403"])
            #expect(await refusal { try await town.patch(id, #"{"toelichting":"x"}"#, .patch, Town.all) } == [])
            #expect(await refusal { try await town.rol(on: id, Town.worker) } == ["403"])
            #expect(await refusal { try await town.rol(on: id, Town.all) } == [])
        }
    }

    @Test(arguments: Kind.available) func `nobody reaches beyond the mandate, also by what a change makes of a zaak`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.zaak(#""vertrouwelijkheidaanduiding":"openbaar""#)
            let low = Mandate(zaken: "zaak.rang <= \(.integer(Vertrouwelijkheidaanduiding.openbaar.rank))")
            #expect(await refusal { try await town.patch(id, #"{"toelichting":"x"}"#, .patch, low) } == [])
            let raise = #"{"vertrouwelijkheidaanduiding":"geheim"}"#
            #expect(await refusal { try await town.patch(id, raise, .patch, low) } == ["403"])
            #expect(try await town.record(id).vertrouwelijkheidaanduiding == .openbaar)
            #expect(await refusal { try await town.zaak("", low) } == ["403"], "the type says intern")
            let hidden = try await town.zaak()
            #expect(await refusal { try await town.patch(hidden, "{}", .patch, low) } == ["403"])
            #expect(await refusal { try await town.rol(on: hidden, low) } == ["403"])
            let part = "\"vertrouwelijkheidaanduiding\":\"openbaar\",\"hoofdzaak\":\"\(Town.url(hidden))\""
            #expect(await refusal { try await town.zaak(part, low) } == ["hoofdzaak: does_not_exist"])
            #expect(await refusal { try await town.patch(Catalogue.id(98), "{}") } == ["404"])
        }
    }
}
