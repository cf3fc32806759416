import Catalogi
import Foundation
import Kernel

/// A body as a client sends it, with some members changed, added or taken away.
struct Body: Sendable {
    var members: [String: String]

    /// The JSON text of a member; nil takes it away.
    subscript(_ name: String) -> String? {
        get { members[name] }
        set { members[name] = newValue }
    }

    var bytes: [UInt8] {
        Array("{\(members.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ","))}".utf8)
    }

    func with(_ changes: [String: String?]) -> Body {
        var body = self
        for (name, value) in changes { body.members[name] = value }
        return body
    }

    /// What a verb takes.
    func input<R: CatalogiResource>(_ ground: TypeGround) throws -> TypeInput<R> {
        try TypeInput(bytes, ground.addresses)
    }
}

extension Body {
    static let catalogus = Body(members: [
        "domein": #""VERG""#, "rsin": #""123456782""#, "contactpersoonBeheerNaam": #""An Peeters""#,
    ])

    static func zaaktype(_ catalogus: String) -> Body {
        Body(members: [
            "identificatie": #""dakkapel""#, "omschrijving": #""Dakkapel""#,
            "vertrouwelijkheidaanduiding": #""openbaar""#, "doel": #""Een besluit""#, "aanleiding": #""Een aanvraag""#,
            "indicatieInternOfExtern": #""extern""#, "handelingInitiator": #""aanvragen""#,
            "onderwerp": #""Bouwen""#, "handelingBehandelaar": #""behandelen""#, "doorlooptijd": #""P60D""#,
            "opschortingEnAanhoudingMogelijk": "true", "verlengingMogelijk": "true", "verlengingstermijn": #""P30D""#,
            "publicatieIndicatie": "false", "productenOfDiensten": "[]",
            "selectielijstProcestype": "\"\(Samples.procestype)\"",
            "referentieproces": #"{"naam":"Vergunnen"}"#, "verantwoordelijke": #""Ruimte""#,
            "catalogus": "\"\(catalogus)\"", "besluittypen": "[]", "gerelateerdeZaaktypen": "[]",
            "beginGeldigheid": #""2026-01-01""#,
        ])
    }

    static func statustype(_ zaaktype: String, _ volgnummer: Int = 1) -> Body {
        Body(members: [
            "zaaktype": "\"\(zaaktype)\"", "omschrijving": "\"Status \(volgnummer)\"", "volgnummer": "\(volgnummer)",
        ])
    }

    static func resultaattype(_ zaaktype: String) -> Body {
        Body(members: [
            "zaaktype": "\"\(zaaktype)\"", "omschrijving": #""Verleend""#,
            "resultaattypeomschrijving": "\"\(Samples.omschrijving)\"",
            "selectielijstklasse": #""https://lijsten.example/resultaten/vrij""#,
            "brondatumArchiefprocedure": #"{"afleidingswijze":"afgehandeld"}"#,
        ])
    }

    static func roltype(_ zaaktype: String) -> Body {
        Body(members: [
            "zaaktype": "\"\(zaaktype)\"", "omschrijving": #""Aanvrager""#,
            "omschrijvingGeneriek": #""initiator""#,
        ])
    }

    static func eigenschap(_ zaaktype: String) -> Body {
        Body(members: [
            "zaaktype": "\"\(zaaktype)\"", "naam": #""oppervlakte""#, "definitie": #""In m2""#,
            "specificatie": #"{"formaat":"getal","lengte":"8,2","kardinaliteit":"1"}"#,
        ])
    }

    static func informatieobjecttype(_ catalogus: String) -> Body {
        Body(members: [
            "catalogus": "\"\(catalogus)\"", "omschrijving": #""Plan""#,
            "vertrouwelijkheidaanduiding": #""openbaar""#, "beginGeldigheid": #""2026-01-01""#,
        ])
    }

    static func zaakTypeInformatieObjectType(_ zaaktype: String) -> Body {
        Body(members: [
            "zaaktype": "\"\(zaaktype)\"", "informatieobjecttype": #""Plan""#, "volgnummer": "1",
            "richting": #""inkomend""#,
        ])
    }

    static func besluittype(_ catalogus: String) -> Body {
        Body(members: [
            "catalogus": "\"\(catalogus)\"", "omschrijving": #""Vergunning""#, "publicatieIndicatie": "true",
            "informatieobjecttypen": "[]", "beginGeldigheid": #""2026-01-01""#,
        ])
    }

    static func zaakobjecttype(_ zaaktype: String) -> Body {
        Body(members: [
            "zaaktype": "\"\(zaaktype)\"", "anderObjecttype": "false",
            "objecttype": #""https://objecten.example/pand""#, "relatieOmschrijving": #""Het pand""#,
        ])
    }
}
