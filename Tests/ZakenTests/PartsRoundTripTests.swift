import Database
import Kernel
import Ledger
import TestGround
import Testing

@testable import Zaken

/// What belongs to a zaak comes back as it was sent, member by member.
@Suite struct PartsRoundTripTests {
    /// Adds what the body says, and holds the answer against it.
    private func check<R: Resource>(
        _ town: Town,
        _ rows: Rows<R>,
        _ body: String,
        _ add: @escaping @Sendable (Draft<R>, Change) throws -> KeptRecord<R>
    ) async throws {
        let id = try await town.change { change in try add(try draft(R.self, body), change).record.identifier }
        let answer = try await town.read { transaction in
            var writer = JSONWriter(capacity: 1_024)
            try rows.write(id, Town.everything, to: &writer, Town.addresses, in: transaction)
            return try JSONValue(writer.withBytes { Array($0) })
        }
        guard case .object(let members) = try JSONValue(Array(body.utf8)) else { return }
        for member in members {
            #expect(answer[member.name] == member.value, "\(R.self).\(member.name)")
        }
        #expect(answer["uuid"]?.text == id.description)
        #expect(answer["url"]?.text?.hasSuffix("/\(id)") == true)
    }

    private static let person = """
        {"inpBsn":"123456782","anpIdentificatie":"85073003328","inpA_nummer":"1234567890","geslachtsnaam":"Peeters",
        "voorvoegselGeslachtsnaam":"van","voorletters":"A.","voornamen":"Anna","geslachtsaanduiding":"v",
        "geboortedatum":"1985-07-30","verblijfsadres":{"aoaIdentificatie":"1","wplWoonplaatsNaam":"Leuven",
        "gorOpenbareRuimteNaam":"Oude Markt","aoaPostcode":"3000","aoaHuisnummer":7,"aoaHuisletter":"A",
        "aoaHuisnummertoevoeging":"b1","inpLocatiebeschrijving":"achteraan"},"subVerblijfBuitenland":
        {"lndLandcode":"6030","lndLandnaam":"Frankrijk","subAdresBuitenland_1":"Rue 1","subAdresBuitenland_2":"x",
        "subAdresBuitenland_3":"y"}}
        """

    private static let parties = [
        ("natuurlijk_persoon", person),
        (
            "niet_natuurlijk_persoon",
            """
            {"innNnpId":"123456782","annIdentificatie":"0207500123","statutaireNaam":"Bouw nv",
            "innRechtsvorm":"naamloze_vennootschap","bezoekadres":"Kaai 1","subVerblijfBuitenland":null}
            """
        ),
        (
            "vestiging",
            """
            {"vestigingsNummer":"2000123456","handelsnaam":["Bouw","Bouw & Co"],"verblijfsadres":null,
            "subVerblijfBuitenland":null,"kvkNummer":"12345678"}
            """
        ),
        ("organisatorische_eenheid", #"{"identificatie":"OE-1","naam":"Omgeving","isGehuisvestIn":"stadhuis"}"#),
        (
            "medewerker",
            #"{"identificatie":"u-12","achternaam":"Maes","voorletters":"M.","voorvoegselAchternaam":"de"}"#
        ),
    ]

    @Test(arguments: Kind.available) func `roles of every type of party`(_ kind: Kind) async throws {
        try await withTown(kind) { town in
            let (id, rollen) = (try await town.zaak(), town.rollen)
            for (type, party) in Self.parties {
                let body = """
                    {"zaak":"\(Town.url(id))","betrokkene":"https://partijen.example/1","betrokkeneType":"\(type)",
                    "afwijkendeNaamBetrokkene":"An","roltype":
                    "\(Catalogue.url("/catalogi/api/v1/roltypen", Catalogue.behandelaar))",
                    "roltoelichting":"bij de zaak",
                    "indicatieMachtiging":"gemachtigde","contactpersoonRol":{"emailadres":"a@b.example",
                    "functie":"zaakvoerder","telefoonnummer":"016","naam":"An"},"betrokkeneIdentificatie":\(party)}
                    """
                try await check(town, RolStore.rows, body) { try rollen.add($0, Town.plain, $1) }
            }
        }
    }

    @Test(arguments: Kind.available) func `statuses, results, documents and objects`(_ kind: Kind) async throws {
        try await withTown(kind) { town in
            let id = try await town.zaak()
            let (zaak, rol) = (Town.url(id), Catalogue.url(Rol.path, try await town.rol(on: id)))
            let (statussen, resultaten, stukken, objecten) = (
                town.statussen, town.resultaten, town.stukken, town.objecten
            )
            try await check(
                town,
                StatusStore.rows,
                """
                {"zaak":"\(zaak)","statustype":"\(Catalogue.url("/catalogi/api/v1/statustypen", Catalogue.ontvangen))",
                "datumStatusGezet":"2026-03-01T19:37:59.123Z","statustoelichting":"Binnen","gezetdoor":"\(rol)"}
                """
            ) { try statussen.add($0, Town.plain, $1) }
            try await check(
                town,
                ResultaatStore.rows,
                """
                {"zaak":"\(zaak)","resultaattype":
                "\(Catalogue.url("/catalogi/api/v1/resultaattypen", Catalogue.verleend))",
                "toelichting":"Met voorwaarden"}
                """
            ) { try resultaten.add($0, Town.plain, $1) }
            let status = try await town.record(id).status?.identifier ?? id
            let document = Catalogue.url("/documenten/api/v1/enkelvoudiginformatieobjecten", Catalogue.plan)
            try await check(
                town,
                ZaakInformatieObjectStore.rows,
                """
                {"zaak":"\(zaak)","informatieobject":"\(document)","titel":"Plan","beschrijving":"Zuidgevel",
                "aardRelatieWeergave":"Hoort bij, omgekeerd: kent","vernietigingsdatum":"2030-01-01T00:00:00Z",
                "status":"\(Catalogue.url(Status.path, status))"}
                """
            ) { try stukken.add($0, Town.plain, $1) }
            try await check(
                town,
                ZaakObjectStore.rows,
                """
                {"zaak":"\(zaak)","object":"https://data.example/boom/1","objectType":"overige","zaakobjecttype":
                "\(Catalogue.url("/catalogi/api/v1/zaakobjecttypen", Catalogue.id(71)))","objectTypeOverige":"boom",
                "objectTypeOverigeDefinitie":{"url":"https://typen.example/boom","schema":".schema",
                "objectData":".data"},"relatieomschrijving":"te kappen","objectIdentificatie":{"overigeData":
                {"hoogte":12.50,"soort":["eik"],"levend":true}}}
                """
            ) { try objecten.add($0, Town.plain, $1) }
        }
    }

    @Test(arguments: Kind.available) func `facts, decisions, contacts, requests and notes`(_ kind: Kind) async throws {
        try await withTown(kind) { town in
            let id = try await town.zaak()
            let zaak = Town.url(id)
            let (zaken, eigenschappen, besluiten) = (town.zaken, town.eigenschappen, town.besluiten)
            let fact = Catalogue.url("/catalogi/api/v1/eigenschappen", Catalogue.oppervlakte)
            try await check(
                town,
                ZaakEigenschapStore.rows,
                "{\"zaak\":\"\(zaak)\",\"eigenschap\":\"\(fact)\",\"waarde\":\"12,5\"}"
            ) { try eigenschappen.add($0, at: id, Town.plain, $1) }
            town.catalogue.change {
                $0.besluiten[Catalogue.id(89)] = BesluitFacts(
                    zaak: .own(id),
                    ingangsdatum: .known("2026-01-01"),
                    vervaldatum: nil
                )
            }
            let besluit = Catalogue.url("/besluiten/api/v1/besluiten", Catalogue.id(89))
            try await check(town, ZaakBesluitStore.rows, "{\"besluit\":\"\(besluit)\"}") {
                try besluiten.add($0, to: id, Town.plain, $1)
            }
            try await check(
                town,
                KlantContactStore.rows,
                """
                {"zaak":"\(zaak)","identificatie":"KC-1","datumtijd":"2026-03-01T10:00:00Z","kanaal":"balie",
                "onderwerp":"Dakkapel","toelichting":"Vroeg hoe lang het duurt"}
                """
            ) { try KlantContactStore(zaken: zaken).add($0, Town.plain, $1) }
            try await check(
                town,
                ZaakContactMomentStore.rows,
                "{\"zaak\":\"\(zaak)\",\"contactmoment\":\"https://k.example/1\"}"
            ) { try ZaakContactMomentStore(zaken: zaken).add($0, Town.plain, $1) }
            try await check(
                town,
                ZaakVerzoekStore.rows,
                "{\"zaak\":\"\(zaak)\",\"verzoek\":\"https://v.example/1\"}"
            ) { try ZaakVerzoekStore(zaken: zaken).add($0, Town.plain, $1) }
            try await check(
                town,
                ZaakNotitieStore.rows,
                """
                {"gerelateerdAan":"\(zaak)","onderwerp":"Bel terug","tekst":"Morgen","aangemaaktDoor":"Marieke",
                "notitieType":"extern","status":"definitief"}
                """
            ) { try ZaakNotitieStore(zaken: zaken).add($0, Town.plain, $1) }
        }
    }
}
