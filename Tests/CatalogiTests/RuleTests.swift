import Catalogi
import Database
import Kernel
import Ledger
import TestGround
import Testing

/// What each resource refuses, and with which code at which field.
@Suite struct RuleTests {
    @Test(arguments: Kind.available) func `a catalogus`(_ kind: Kind) async throws {
        let rules = [
            Rule(["domein": #""ANDER""#]), Rule(["domein": #""VERG""#], "nonFieldErrors unique"),
            Rule(["domein": #""verg""#], "domein invalid"), Rule(["domein": #""TELANG""#], "domein max_length"),
            Rule(["domein": #""X""#, "rsin": #""123456789""#], "rsin invalid"),
            Rule(["domein": #""X""#, "rsin": #""12345678""#], "rsin invalid-length"),
            Rule(["domein": #""X""#, "rsin": #""OVO002949""#], "rsin only-digits"),
            Rule(
                ["domein": nil, "contactpersoonBeheerNaam": #""""#],
                "domein required",
                "contactpersoonBeheerNaam blank"
            ),
            Rule(
                ["domein": #""X""#, "contactpersoonBeheerEmailadres": #""geen""#],
                "contactpersoonBeheerEmailadres invalid"
            ),
        ]
        try await withTown(kind) { town in
            try await town.check(rules) { rule in
                let input: TypeInput<Catalogus> = try Body.catalogus.with(rule.changes).input(town.ground)
                try await town.ground.change { work in
                    let store = CatalogusStore(work)
                    try store.remove(store.add(input.draft).record.identifier)
                }
            }
        }
    }

    @Test(arguments: Kind.available) func `an OVO code is taken where the town says so, and a full catalogue stays`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let body = Body.catalogus.with(["rsin": #""OVO002949""#])
            let input: TypeInput<Catalogus> = try body.input(town.ground)
            let rules = CatalogiRules(organisatieNummer: .ovo)
            let id = try await town.ground.change(rules: rules) {
                try CatalogusStore($0).add(input.draft).record.identifier
            }
            try await town.ground.change { try CatalogusStore($0).remove(id) }
            let full = try await faults {
                try await town.ground.change { try CatalogusStore($0).remove(town.catalogus) }
            }
            #expect(full == ["409 CATALOG_NOT_EMPTY"])
        }
    }

    @Test(arguments: Kind.available) func `a zaaktype`(_ kind: Kind) async throws {
        let rules = [
            Rule([:]), Rule(["servicenorm": #""P0D""#], "servicenorm empty-duration"), Rule(["servicenorm": "null"]),
            Rule(["verlengingstermijn": nil], "verlengingstermijn verlenging-mismatch"),
            Rule(["verlengingstermijn": nil, "verlengingMogelijk": "false"]),
            Rule(["eindeGeldigheid": #""2025-12-31""#], "eindeGeldigheid date-mismatch"),
            Rule(["eindeGeldigheid": #""2026-01-01""#]),
            Rule(["selectielijstProcestype": #""https://niets.example/1""#], "selectielijstProcestype bad-url"),
            Rule(["selectielijstProcestype": "\"\(Samples.elsewhere)\""], "selectielijstProcestype invalid-resource"),
            Rule(["selectielijstProcestype": #""""#]),
            Rule(["besluittypen": nil], "besluittypen required"),
            Rule(["besluittypen": #"["Nog niets"]"#]),
            Rule(["besluittypen": #"["https://elders.example/1"]"#], "besluittypen.0 invalid-resource"),
            Rule(
                [
                    "besluittypen":
                        #"["x","\#(Samples.nowhere("besluittypen"))"]"#
                ],
                "besluittypen.1 bad-url"
            ),
            Rule(
                [
                    "catalogus":
                        #""https://stad.example/catalogi/api/v1/catalogussen/0f8fad5b-d9cb-469f-a165-70867728950e""#
                ],
                "catalogus bad-url"
            ),
            Rule(["catalogus": #""https://elders.example/1""#], "catalogus no_match"),
            Rule(["trefwoorden": #"["goed","\#(String(repeating: "x", count: 31))"]"#], "trefwoorden.1 max_length"),
            Rule(["doel": nil, "doorlooptijd": #""morgen""#], "doorlooptijd invalid", "doel required"),
        ]
        try await withTown(kind) { town in
            try await town.check(rules, ZaakType.self, .zaaktype(town.catalogusURL))

        }
    }

    @Test(arguments: Kind.available) func `a relation to another catalogue is refused`(_ kind: Kind) async throws {
        try await withTown(kind) { town in
            let input: TypeInput<Catalogus> = try Body.catalogus.with(["domein": #""X""#]).input(town.ground)
            let other = try await town.ground.change { try CatalogusStore($0).add(input.draft).record.identifier }
            let otherURL = town.ground.url(Catalogus.self, other)
            let decision = try await town.add(BesluitType.self, .besluittype(otherURL))
            let document = try await town.add(InformatieObjectType.self, .informatieobjecttype(otherURL))
            let (decisionURL, documentURL) = (
                town.ground.url(BesluitType.self, decision), town.ground.url(InformatieObjectType.self, document)
            )
            let wrong = ["nonFieldErrors relations-incorrect-catalogus"]
            try await refuses(wrong) {
                try await town.patch(
                    ZaakType.self,
                    town.zaaktype,
                    ["besluittypen": "[\"\(decisionURL)\",\"\(decisionURL)\"]"]
                )
            }
            let ziot = Body.zaakTypeInformatieObjectType(town.zaaktypeURL)
                .with(["informatieobjecttype": "\"\(documentURL)\""])
            try await refuses(wrong) { _ = try await town.add(ZaakTypeInformatieObjectType.self, ziot) }
            let result = Body.resultaattype(town.zaaktypeURL).with(["besluittypen": "[\"\(decisionURL)\"]"])
            try await refuses(wrong) { _ = try await town.add(ResultaatType.self, result) }
            let own = Body.besluittype(town.catalogusURL).with(["informatieobjecttypen": "[\"\(documentURL)\"]"])
            try await refuses(wrong) { _ = try await town.add(BesluitType.self, own) }
            let status = Body.statustype(town.zaaktypeURL).with(["catalogus": "\"\(otherURL)\""])
            try await refuses(wrong) { _ = try await town.add(StatusType.self, status) }
        }
    }

    @Test(arguments: Kind.available) func `a statustype`(_ kind: Kind) async throws {
        let rules = [
            Rule(["volgnummer": "2"]), Rule([:], "nonFieldErrors unique"),
            Rule(["volgnummer": "0"], "volgnummer min_value"),
            Rule(["volgnummer": "10000"], "volgnummer max_value"),
            Rule(["volgnummer": "2", "beginGeldigheid": #""2026-01-02""#], "beginGeldigheid date-mismatch"),
            Rule(["volgnummer": "2", "eindeGeldigheid": #""2026-12-31""#], "eindeGeldigheid date-mismatch"),
            Rule(
                ["zaaktype": #""\#(Samples.nowhere("zaaktypen"))""#],
                "zaaktype bad-url"
            ),
        ]
        try await withTown(kind) { town in
            try await town.add(StatusType.self, .statustype(town.zaaktypeURL))
            try await town.check(rules, StatusType.self, .statustype(town.zaaktypeURL))

        }
    }

    @Test(arguments: Kind.available) func `an eigenschap`(_ kind: Kind) async throws {
        let rules = [
            Rule([:]),
            Rule(["specificatie": #"{"formaat":"datum","lengte":"8","kardinaliteit":"1"}"#]),
            Rule(
                ["specificatie": #"{"formaat":"datum","lengte":"10","kardinaliteit":"1"}"#],
                "specificatie.lengte invalid"
            ),
            Rule(["specificatie": #"{"formaat":"datum_tijd","lengte":"14","kardinaliteit":"N"}"#]),
            Rule(
                ["specificatie": #"{"formaat":"datum_tijd","lengte":"8","kardinaliteit":"N"}"#],
                "specificatie.lengte invalid"
            ),
            Rule(
                ["specificatie": #"{"formaat":"getal","lengte":"3.1","kardinaliteit":"1"}"#],
                "specificatie.lengte invalid"
            ),
            Rule(
                ["specificatie": #"{"formaat":"tekst","lengte":"a","kardinaliteit":"x"}"#],
                "specificatie.lengte invalid",
                "specificatie.kardinaliteit invalid"
            ),
            Rule(
                ["specificatie": #"{"formaat":"tekst","lengte":"","kardinaliteit":"1"}"#],
                "specificatie.lengte blank"
            ),
            Rule(["naam": "\"\(String(repeating: "x", count: 21))\""], "naam max_length"),
        ]
        try await withTown(kind) { town in
            try await town.check(rules, Eigenschap.self, .eigenschap(town.zaaktypeURL))

        }
    }

    @Test(arguments: Kind.available) func `a roltype`(_ kind: Kind) async throws {
        let rules = [
            Rule([:]), Rule(["omschrijvingGeneriek": #""INITIATOR""#]),
            Rule(["omschrijvingGeneriek": #""koning""#], "omschrijvingGeneriek invalid_choice"),
        ]
        try await withTown(kind) { town in
            try await town.check(rules, RolType.self, .roltype(town.zaaktypeURL))
        }
    }

    @Test(arguments: Kind.available) func `parts are frozen with their zaaktype, unless they are corrected`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let status = try await town.add(StatusType.self, .statustype(town.zaaktypeURL))
            let document = Body.zaakTypeInformatieObjectType(town.zaaktypeURL)
            let link = try await town.add(ZaakTypeInformatieObjectType.self, document)
            try await town.publish(ZaakType.self, town.zaaktype)
            let frozen = ["nonFieldErrors non-concept-zaaktype"]
            let next = Body.statustype(town.zaaktypeURL, 2)
            let change = ["informeren": "true"]
            try await refuses(frozen) { _ = try await town.add(StatusType.self, next) }
            try await refuses(frozen) { try await town.patch(StatusType.self, status, change) }
            try await refuses(frozen) { try await town.remove(StatusType.self, status) }
            try await refuses(frozen) { _ = try await town.add(RolType.self, .roltype(town.zaaktypeURL)) }
            try await refuses(["nonFieldErrors non-concept-relation"]) {
                try await town.remove(ZaakTypeInformatieObjectType.self, link)
            }
            try await town.add(StatusType.self, next, forced: true)
            try await town.patch(StatusType.self, status, change, forced: true)
            #expect(try await town.ground.findings() == [])
        }
    }

    @Test(arguments: Kind.available) func `a part moves to no other zaaktype and names no statustype of one`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let status = try await town.add(StatusType.self, .statustype(town.zaaktypeURL))
            let body = Body.zaaktype(town.catalogusURL).with(["identificatie": #""ander""#])
            let other = town.ground.url(ZaakType.self, try await town.add(ZaakType.self, body))
            try await refuses(["zaaktype wijzigen-niet-toegelaten"]) {
                try await town.patch(StatusType.self, status, ["zaaktype": "\"\(other)\""])
            }
            let url = "\"\(town.ground.url(StatusType.self, status))\""
            let property = Body.eigenschap(other).with(["statustype": url])
            let wrong = ["nonFieldErrors relations-incorrect-zaaktype"]
            try await refuses(wrong) { _ = try await town.add(Eigenschap.self, property) }
            let object = Body.zaakobjecttype(other).with(["statustype": url])
            try await refuses(wrong) { _ = try await town.add(ZaakObjectType.self, object) }
        }
    }

    @Test(arguments: Kind.available) func `a statustype that goes is let go of where it was named`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let status = try await town.add(StatusType.self, .statustype(town.zaaktypeURL))
            let url = "\"\(town.ground.url(StatusType.self, status))\""
            let property = try await town.add(
                Eigenschap.self,
                Body.eigenschap(town.zaaktypeURL).with(["statustype": url])
            )
            try await town.remove(StatusType.self, status)
            #expect(try await town.ground.json(Eigenschap.self, property)?["statustype"] == .null)
            #expect(try await town.ground.findings() == [])
        }
    }

    @Test(arguments: Kind.available) func `a zaaktype has no two parts of the same name or number`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let url = town.zaaktypeURL
            let twice = ["nonFieldErrors unique"]
            try await town.add(ResultaatType.self, .resultaattype(url))
            try await refuses(twice) { _ = try await town.add(ResultaatType.self, .resultaattype(url)) }
            try await town.add(RolType.self, .roltype(url))
            try await refuses(twice) { _ = try await town.add(RolType.self, .roltype(url)) }
            try await town.add(Eigenschap.self, .eigenschap(url))
            try await refuses(twice) { _ = try await town.add(Eigenschap.self, .eigenschap(url)) }
            let document = Body.zaakTypeInformatieObjectType(url)
            try await town.add(ZaakTypeInformatieObjectType.self, document)
            try await refuses(twice) { _ = try await town.add(ZaakTypeInformatieObjectType.self, document) }
        }
    }

    @Test(arguments: Kind.available) func `eigenschappen written at a statustype move to it`(_ kind: Kind) async throws
    {
        try await withTown(kind) { town in
            let property = try await town.add(Eigenschap.self, .eigenschap(town.zaaktypeURL))
            let url = town.ground.url(Eigenschap.self, property)
            let first = Body.statustype(town.zaaktypeURL, 1).with(["eigenschappen": "[\"\(url)\"]"])
            let firstID = try await town.add(StatusType.self, first)
            let shown = try await town.ground.json(Eigenschap.self, property)
            #expect(shown?["statustype"]?.text == town.ground.url(StatusType.self, firstID))
            let second = Body.statustype(town.zaaktypeURL, 2).with(["eigenschappen": "[\"\(url)\"]"])
            let secondID = try await town.add(StatusType.self, second)
            let moved = try await town.ground.json(StatusType.self, firstID)
            #expect(moved?["eigenschappen"] == .array([]))
            try await town.patch(StatusType.self, secondID, ["eigenschappen": "[]"])
            #expect(try await town.ground.json(Eigenschap.self, property)?["statustype"] == .null)
            let nowhere = ["eigenschappen": "[\"\(Samples.nowhere("eigenschappen"))\"]"]
            try await refuses(["eigenschappen.0 bad-url"]) { try await town.patch(StatusType.self, secondID, nowhere) }
            #expect(try await town.ground.findings() == [])
        }
    }
}
