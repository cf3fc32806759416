import Database
import Kernel
import Ledger
import TestGround
import Testing

@testable import Zaken

@Suite struct ChildrenTests {
    @Test(arguments: Kind.available) func `a rol is held against its type, and there is one initiator`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.zaak()
            let person = #""betrokkeneType":"natuurlijk_persoon","betrokkeneIdentificatie":{"geslachtsnaam":"Peeters"}"#
            let first = try await town.rol(on: id, type: Catalogue.aanvrager, person)
            #expect(
                await refusal { try await town.rol(on: id, type: Catalogue.aanvrager, person) }
                    == ["roltype: max-occurences"]
            )
            #expect(await refusal { try await town.rol(on: id, type: Catalogue.behandelaar, person) } == [])
            #expect(
                await refusal { try await town.rol(on: id, #""betrokkeneType":"vestiging""#) }
                    == ["nonFieldErrors: invalid-betrokkene"]
            )
            #expect(
                await refusal { try await town.rol(on: id, type: Catalogue.id(99), person) } == ["roltype: bad-url"]
            )
            let other = try await town.zaak(type: Catalogue.bezwaar)
            #expect(await refusal { try await town.rol(on: other, person) } == ["nonFieldErrors: zaaktype-mismatch"])
            let long = #""betrokkeneType":"natuurlijk_persoon","betrokkeneIdentificatie":{"inpBsn":"12345678901"}"#
            #expect(
                await refusal { try await town.rol(on: id, long) } == ["betrokkeneIdentificatie.inpBsn: max_length"]
            )
            let rollen = town.rollen
            try await town.change { change in
                _ = try rollen.change(
                    first,
                    try draft(Rol.self, #"{"roltoelichting":"anders"}"#),
                    .patch,
                    Town.plain,
                    change
                )
            }
            let rol = try await town.read { try RolStore.rows.find(first, "1 = 1", in: $0).record }
            #expect(rol.roltoelichting == "anders")
            #expect((rol.omschrijving, rol.omschrijvingGeneriek) == ("Aanvrager", .initiator))
        }
    }

    @Test(arguments: Kind.available) func `what a party is known by is kept in the form of its type only`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.zaak()
            let body =
                #""betrokkeneType":"medewerker","betrokkeneIdentificatie":{"inpBsn":"123456782","achternaam":"Maes"}"#
            let rol = try await town.rol(on: id, body)
            let kept = try await town.read { try RolStore.rows.find(rol, "1 = 1", in: $0).record }
            #expect(
                kept.betrokkeneIdentificatie?.text
                    == #"{"identificatie":"","achternaam":"Maes","voorletters":"","voorvoegselAchternaam":""}"#
            )
        }
    }

    @Test(arguments: Kind.available) func `a key that does not follow from its rol is found`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { (town) async throws in
            let id = try await town.zaak()
            let rol = try await town.rol(on: id)
            #expect(try await town.read { try RolStore.keysDiffer(of: id, in: $0) } == [])
            try await town.database.write { try $0.run("UPDATE rol_sleutel SET waarde = 'u-13'") }
            #expect(try await town.read { try RolStore.keysDiffer(of: id, in: $0) } == [rol])
        }
    }

    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let more: String
        let faults: [String]

        var testDescription: String { name }
    }

    static let objects = [
        Case(name: "a URL", more: #""objectType":"adres","object":"https://data.example/adres/1""#, faults: []),
        Case(name: "neither", more: #""objectType":"adres""#, faults: ["nonFieldErrors: invalid-zaakobject"]),
        Case(
            name: "other without its name",
            more: #""objectType":"overige","object":"https://data.example/1""#,
            faults: ["objectTypeOverige: missing-object-type-overige"]
        ),
        Case(
            name: "a name where it does not belong",
            more: #""objectType":"adres","objectTypeOverige":"boom","object":"https://data.example/1""#,
            faults: ["objectTypeOverige: invalid-object-type-overige-usage"]
        ),
        Case(
            name: "a name with capitals",
            more: #""objectType":"overige","objectTypeOverige":"Boom","object":"https://data.example/1""#,
            faults: ["objectTypeOverige: invalid"]
        ),
        Case(
            name: "older clients' capitals",
            more: #""objectType":"ADRES","objectIdentificatie":{"identificatie":"1"}"#,
            faults: []
        ),
        Case(
            name: "a party with too long a number",
            more: #""objectType":"medewerker","objectIdentificatie":{"identificatie":"1234567890123456789012345"}"#,
            faults: ["objectIdentificatie.identificatie: max_length"]
        ),
        Case(
            name: "more than is kept",
            more:
                "\"objectType\":\"pand\",\"objectIdentificatie\":{\"x\":\"\(String(repeating: "x", count: 20_000))\"}",
            faults: ["objectIdentificatie: max_length"]
        ),
        Case(
            name: "a type of ours",
            more: #""objectType":"pand","object":"https://data.example/1","zaakobjecttype":""#
                + Catalogue.url("/catalogi/api/v1/zaakobjecttypen", Catalogue.id(71)) + "\"",
            faults: []
        ),
        Case(
            name: "a type that is not there",
            more: #""objectType":"pand","object":"https://data.example/1","zaakobjecttype":""#
                + Catalogue.url("/catalogi/api/v1/zaakobjecttypen", Catalogue.id(72)) + "\"",
            faults: ["zaakobjecttype: bad-url"]
        ),
    ]

    @Test(arguments: Kind.available) func `an object is tied within the rules`(_ kind: Kind) async throws {
        try await withTown(kind) { town in
            let id = try await town.zaak()
            for one in Self.objects {
                #expect(await refusal { try await town.object(on: id, one.more) } == one.faults, "\(one.name)")
            }
        }
    }

    @Test(arguments: Kind.available) func `a document is tied once, on both sides, if the type knows such documents`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.zaak()
            let tie = try await town.stuk(on: id)
            #expect(town.catalogue.tied == [tie])
            #expect(await refusal { try await town.stuk(on: id) } == ["nonFieldErrors: unique"])
            #expect(await refusal { try await town.stuk(on: id, Catalogue.id(59)) } == ["informatieobject: bad-url"])
            town.catalogue.change {
                $0.documenten[Catalogue.id(52)] = InformatieobjectFacts(informatieobjecttype: .own(Catalogue.id(62)))
            }
            #expect(
                await refusal { try await town.stuk(on: id, Catalogue.id(52)) }
                    == ["nonFieldErrors: missing-zaaktype-informatieobjecttype-relation"]
            )
            let stukken = town.stukken
            try await town.change { try stukken.remove(tie, Town.plain, $0) }
            #expect(town.catalogue.tied == [])
        }
    }

    @Test(arguments: Kind.available) func `facts, results and decisions belong to their zaak`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.zaak()
            let other = try await town.zaak(type: Catalogue.bezwaar)
            let mismatch = ["nonFieldErrors: zaaktype-mismatch"]
            let fact = try await town.eigenschap(on: id, "20300101")
            let kept = try await town.read { try ZaakEigenschapStore.rows.find(fact, "1 = 1", in: $0).record }
            #expect(kept.naam == "einde_vergunning")
            #expect(await refusal { try await town.eigenschap(on: other, "x") } == mismatch)
            #expect(await refusal { try await town.resultaat(on: other) } == mismatch)
            try await town.resultaat(on: id)
            #expect(await refusal { try await town.resultaat(on: id) } == ["zaak: unique"])
            let tie = try await town.besluit(87, on: id)
            #expect(try await town.besluit(87, on: id) == tie, "repeating it changes nothing")
            let besluiten = town.besluiten
            let body = "{\"besluit\":\"\(Catalogue.url("/besluiten/api/v1/besluiten", Catalogue.id(87)))\"}"
            #expect(
                await refusal {
                    try await town.change { change in
                        _ = try besluiten.add(try draft(ZaakBesluit.self, body), to: other, Town.plain, change)
                    }
                } == ["nonFieldErrors: inconsistent-relation"]
            )
            #expect(
                await refusal { try await town.change { try besluiten.remove(tie, of: id, Town.plain, $0) } }
                    == ["nonFieldErrors: inconsistent-relation"]
            )
            town.catalogue.change { $0.besluiten[Catalogue.id(87)]?.zaak = nil }
            #expect(await refusal { try await town.change { try besluiten.remove(tie, of: id, Town.plain, $0) } } == [])
        }
    }

    @Test(arguments: Kind.available) func `contacts, requests and notes are kept with their zaak`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.zaak()
            let contacts = KlantContactStore(zaken: town.zaken)
            let moments = ZaakContactMomentStore(zaken: town.zaken)
            let requests = ZaakVerzoekStore(zaken: town.zaken)
            let notes = ZaakNotitieStore(zaken: town.zaken)
            let zaak = "\"zaak\":\"\(Town.url(id))\""
            let note = try await town.change { change in
                let contact = try contacts.add(
                    try draft(KlantContact.self, "{\(zaak),\"datumtijd\":\"2026-03-01T10:00:00Z\"}"),
                    Town.plain,
                    change
                )
                #expect(contact.record.identificatie.count == 14)
                _ = try moments.add(
                    try draft(ZaakContactMoment.self, "{\(zaak),\"contactmoment\":\"https://k.example/1\"}"),
                    Town.plain,
                    change
                )
                _ = try requests.add(
                    try draft(ZaakVerzoek.self, "{\(zaak),\"verzoek\":\"https://v.example/1\"}"),
                    Town.plain,
                    change
                )
                let body = "{\"gerelateerdAan\":\"\(Town.url(id))\",\"onderwerp\":\"Bel terug\",\"tekst\":\"Morgen\"}"
                return try notes.add(try draft(ZaakNotitie.self, body), Town.plain, change).record.identifier
            }
            func edit(_ body: String) async -> [String] {
                await refusal {
                    try await town.change { change in
                        _ = try notes.change(note, try draft(ZaakNotitie.self, body), .patch, Town.plain, change)
                    }
                }
            }
            #expect(await edit(#"{"tekst":"Overmorgen","status":"definitief"}"#) == [])
            #expect(await edit(#"{"tekst":"Nooit"}"#) == ["status: invalid"])
            try await town.journal.sequence()
            #expect(try await town.findings() == [])
        }
    }

    @Test(arguments: Kind.available) func `a removed zaak takes all that belongs to it along, save what must stay`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.zaak()
            let part = try await town.zaak("\"hoofdzaak\":\"\(Town.url(id))\"")
            for zaak in [id, part] {
                try await town.rol(on: zaak)
                try await town.stuk(on: zaak)
                try await town.eigenschap(on: zaak, "x")
                try await town.resultaat(on: zaak)
                try await town.status(Catalogue.ontvangen, on: zaak)
                try await town.object(on: zaak, #""objectType":"pand","object":"https://data.example/1""#)
            }
            let tie = try await town.besluit(88, on: part)
            let (zaken, besluiten) = (town.zaken, town.besluiten)
            func remove() async -> [String] {
                await refusal { try await town.change { try zaken.remove(id, Town.plain, $0) } }
            }
            #expect(await remove() == ["nonFieldErrors: related-besluiten"])
            town.catalogue.change { $0.besluiten = [:] }
            try await town.change { try besluiten.remove(tie, of: part, Town.plain, $0) }
            #expect(await remove() == [])
            #expect(await remove() == ["404"])
            #expect(town.catalogue.tied == [])
            for table in [
                "zaak", "status", "rol", "rol_sleutel", "zaakobject", "zaakinformatieobject", "zaakeigenschap",
            ] {
                #expect(try await town.read { try $0.exists("SELECT 1 FROM \(table)") } == false, "\(table)")
            }
            try await town.journal.sequence()
            #expect(try await town.findings() == [])
        }
    }
}
