import Database
import Kernel
import Ledger
import TestGround
import Testing

@testable import Zaken

@Suite struct RoundTripTests {
    /// Every member that a client can give, besides those of `Town.body`.
    static let fullest = """
        "identificatie":"2025-000077","omschrijving":"Dakkapel \\"Oude Markt\\"",
        "toelichting":"Eerste regel\\nTweede regel","registratiedatum":"2026-03-01","einddatumGepland":"2027-01-10",
        "uiterlijkeEinddatumAfdoening":"2027-02-10","publicatiedatum":"2026-11-30",
        "communicatiekanaal":"https://lijsten.example/kanalen/loket","productenOfDiensten":
        ["https://ipdc.example/p/1","https://belfort.example/producten/2"],"vertrouwelijkheidaanduiding":"geheim",
        "betalingsindicatie":"gedeeltelijk","laatsteBetaaldatum":"2026-03-01T20:37:59.123Z",
        "zaakgeometrie":{"type":"Point","coordinates":[4.70,50.8790]},"verlenging":{"reden":"Advies","duur":"P30D"},
        "opschorting":{"indicatie":true,"reden":"Wacht op plan"},
        "selectielijstklasse":"https://lijsten.example/resultaten/3","relevanteAndereZaken":[
        {"url":"https://elders.example/zaken/7","aardRelatie":"bijdrage"}],
        "kenmerken":[{"kenmerk":"A-12","bron":"Omgevingsloket"}],"archiefnominatie":"vernietigen",
        "archiefstatus":"nog_te_archiveren","archiefactiedatum":"2037-01-10",
        "opdrachtgevendeOrganisatie":"517439943","processobjectaard":"Perceel",
        "startdatumBewaartermijn":"2027-01-10","processobject":{"datumkenmerk":"einde",
        "identificatie":"24062A0001","objecttype":"perceel","registratie":"kadaster"}
        """

    @Test(arguments: Kind.available) func `every member of a zaak comes back as it was sent`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let whole = try await town.zaak()
            let more = Self.fullest + ",\"hoofdzaak\":\"\(Town.url(whole))\""
            let id = try await town.zaak(more)
            let sent = try JSONValue(Array(Town.body(more).utf8))
            let answer = try await town.json(id)
            guard case .object(let members) = sent else { return }
            for member in members { #expect(answer[member.name] == member.value, "\(member.name)") }
            // All but the identity and the end, which the server gives.
            #expect(members.count == Zaak.declaration.columns.count - 2, "a field without a sample is not tried")
            try await town.patch(id, String(decoding: answer.bytes, as: UTF8.self), .put)
            #expect(try await town.json(id) == answer, "what was shown can be sent back")
        }
    }

    @Test(arguments: Kind.available) func `a zaak shows all that belongs to it`(_ kind: Kind) async throws {
        try await withTown(kind) { town in
            let id = try await town.zaak()
            let part = try await town.zaak("\"hoofdzaak\":\"\(Town.url(id))\"")
            let roles = [try await town.rol(on: id), try await town.rol(on: id)]
            let fact = try await town.eigenschap(on: id, "20300101")
            let object = try await town.object(on: id, #""objectType":"pand","object":"https://data.example/pand/1""#)
            let stuk = try await town.stuk(on: id)
            let resultaat = try await town.resultaat(on: id)
            let status = try await town.status(Catalogue.ontvangen, on: id)
            let answer = try await town.json(id)
            func urls(_ path: String, _ ids: [Identifier]) -> JSONValue {
                .array(ids.map { .text(Catalogue.url(path, $0)) })
            }
            #expect(answer["deelzaken"] == urls(Zaak.path, [part]))
            #expect(answer["rollen"] == urls(Rol.path, roles))
            #expect(answer["eigenschappen"] == urls("\(Zaak.path)/\(id)/zaakeigenschappen", [fact]))
            #expect(answer["zaakobjecten"] == urls(ZaakObject.path, [object]))
            #expect(answer["zaakinformatieobjecten"] == urls(ZaakInformatieObject.path, [stuk]))
            #expect(answer["resultaat"]?.text == Catalogue.url(Resultaat.path, resultaat))
            #expect(answer["status"]?.text == Catalogue.url(Status.path, status))
            let bare = try await town.json(part)
            #expect(bare["rollen"] == .array([]))
            #expect(bare["status"] == .null)
        }
    }
}
