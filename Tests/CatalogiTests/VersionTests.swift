import Catalogi
import Database
import Kernel
import Ledger
import TestGround
import Testing

/// Concept, published, corrected, deleted: the life of a version.
@Suite struct VersionTests {
    /// A body of each type that has versions, and a change to it.
    private static let omschrijving = ["omschrijvingGeneriek": #""Anders""#]

    @Test(arguments: Kind.available) func `a concept changes freely, a published type only its last day`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let frozen = ["nonFieldErrors non-concept-object"]
            let type = ZaakType.self
            try await town.patch(type, town.zaaktype, Self.omschrijving)
            try await town.publish(type, town.zaaktype)
            try await town.publish(type, town.zaaktype)
            let end = ["eindeGeldigheid": #""2026-12-31""#]
            try await town.patch(type, town.zaaktype, end)
            let both = end.merging(Self.omschrijving) { first, _ in first }
            try await refuses(frozen) { try await town.patch(type, town.zaaktype, Self.omschrijving) }
            try await refuses(frozen) { try await town.patch(type, town.zaaktype, both) }
            try await refuses(frozen) { try await town.patch(type, town.zaaktype, [:]) }
            try await refuses(frozen) { try await town.remove(type, town.zaaktype) }
            let whole: TypeInput<ZaakType> = try Body.zaaktype(town.catalogusURL).input(town.ground)
            let put = try await faults {
                try await town.ground.change { _ = try VersionStore<ZaakType>($0).replace(town.zaaktype, whole) }
            }
            #expect(put == frozen)
            try await town.patch(type, town.zaaktype, both, forced: true)
            try await town.remove(type, town.zaaktype, forced: true)
            #expect(try await town.ground.json(type, town.zaaktype) == nil)
            #expect(try await town.ground.findings() == [])
        }
    }

    @Test(arguments: Kind.available) func `documenttypes and besluittypes live by the same rules`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let frozen = ["nonFieldErrors non-concept-object"]
            let document = try await town.add(InformatieObjectType.self, .informatieobjecttype(town.catalogusURL))
            try await town.patch(InformatieObjectType.self, document, ["trefwoord": #"["a"]"#])
            try await town.publish(InformatieObjectType.self, document)
            let change = ["trefwoord": "[]"]
            try await refuses(frozen) { try await town.patch(InformatieObjectType.self, document, change) }
            try await refuses(frozen) { try await town.remove(InformatieObjectType.self, document) }
            let decision = try await town.add(BesluitType.self, .besluittype(town.catalogusURL))
            try await town.publish(BesluitType.self, decision)
            try await refuses(frozen) { try await town.patch(BesluitType.self, decision, Self.omschrijving) }
            try await refuses(frozen) { try await town.remove(BesluitType.self, decision) }
            try await town.patch(BesluitType.self, decision, ["eindeGeldigheid": #""2026-06-30""#])
            let shown = try await town.ground.json(BesluitType.self, decision)
            #expect(shown?["eindeGeldigheid"]?.text == "2026-06-30")
        }
    }

    /// The end of the first version, the second's begin, and what publishing the second says.
    @Test(
        arguments: Kind.available,
        [
            (nil, "2027-01-01", ["beginGeldigheid overlap"]), ("2026-12-31", "2027-01-01", []),
            ("2027-01-01", "2027-01-01", ["beginGeldigheid overlap"]),
            ("2026-12-31", "2025-01-01", ["beginGeldigheid overlap"]),
        ] as [(String?, String, [String])]
    ) func `published versions never share a day`(
        _ kind: Kind,
        _ case: (end: String?, begin: String, faults: [String])
    ) async throws {
        try await withTown(kind) { town in
            try await town.publish(ZaakType.self, town.zaaktype)
            if let end = `case`.end {
                try await town.patch(ZaakType.self, town.zaaktype, ["eindeGeldigheid": "\"\(end)\""])
            }
            // A concept may overlap.
            let body = Body.zaaktype(town.catalogusURL).with(["beginGeldigheid": "\"\(`case`.begin)\""])
            let next = try await town.add(ZaakType.self, body)
            try await refuses(`case`.faults) { try await town.publish(ZaakType.self, next) }
        }
    }

    @Test(arguments: Kind.available) func `a last day that reaches into the next version is refused`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            try await town.patch(ZaakType.self, town.zaaktype, ["eindeGeldigheid": #""2026-06-30""#])
            try await town.publish(ZaakType.self, town.zaaktype)
            let body = Body.zaaktype(town.catalogusURL).with(["beginGeldigheid": #""2026-07-01""#])
            let next = try await town.add(ZaakType.self, body)
            try await town.publish(ZaakType.self, next)
            let found = try await faults {
                try await town.patch(ZaakType.self, town.zaaktype, ["eindeGeldigheid": #""2026-07-01""#])
            }
            #expect(found == ["eindeGeldigheid overlap"])
            let open = try await faults {
                try await town.patch(ZaakType.self, town.zaaktype, ["eindeGeldigheid": "null"])
            }
            #expect(open == ["eindeGeldigheid overlap"])
            let shown = try await town.ground.json(ZaakType.self, next)
            #expect(shown?["beginObject"]?.text == "2026-01-01")
            #expect(shown?["eindeObject"] == .null)
        }
    }

    @Test(arguments: Kind.available) func `related types are shown as the versions of the day that is asked for`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let old = Body.besluittype(town.catalogusURL).with(["eindeGeldigheid": #""2026-06-30""#])
            let new = Body.besluittype(town.catalogusURL).with(["beginGeldigheid": #""2026-07-01""#])
            let oldID = try await town.add(BesluitType.self, old)
            // By URL, as clients of 1.2 do, and by name; both before anything is published.
            let url = town.ground.url(BesluitType.self, oldID)
            try await town.patch(ZaakType.self, town.zaaktype, ["besluittypen": "[\"\(url)\",\"Vergunning\"]"])
            let concept = try await town.ground.json(ZaakType.self, town.zaaktype)
            #expect(concept?["besluittypen"] == .array([]))
            #expect(concept?["besluittypeOmschrijving"] == .array([.text("Vergunning")]))
            try await refuses(["nonFieldErrors concept-relation"]) {
                try await town.publish(ZaakType.self, town.zaaktype)
            }
            try await town.publish(BesluitType.self, oldID)
            let newID = try await town.add(BesluitType.self, new)
            try await town.publish(BesluitType.self, newID)
            try await town.publish(ZaakType.self, town.zaaktype)
            for (day, id) in [("2026-06-30", oldID), ("2026-07-01", newID)] {
                let shown = try await town.ground.json(ZaakType.self, town.zaaktype, on: try #require(Day(day)))
                #expect(shown?["besluittypen"] == .array([.text(town.ground.url(BesluitType.self, id))]), "\(day)")
            }
            let back = try await town.ground.json(BesluitType.self, oldID)
            #expect(back?["zaaktypen"] == .array([.text(town.zaaktypeURL)]))
            #expect(back?["zaaktypeIdentificaties"] == .array([.text("dakkapel")]))
        }
    }

    @Test(arguments: Kind.available) func `a related zaaktype is kept by name, a foreign one by URL`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let foreign = "https://elders.example/catalogi/api/v1/zaaktypen/1"
            try await town.patch(
                ZaakType.self,
                town.zaaktype,
                [
                    "deelzaaktypen": #"["advies"]"#,
                    "gerelateerdeZaaktypen": """
                    [{"zaaktype":"advies","aardRelatie":"bijdrage","toelichting":"Een \\"advies\\""},
                    {"zaaktype":"\(foreign)","aardRelatie":"vervolg"}]
                    """,
                ]
            )
            let before = try await town.ground.json(ZaakType.self, town.zaaktype)
            #expect(before?["gerelateerdeZaaktypen"]?[0]?["zaaktype"]?.text == foreign)
            let advice = Body.zaaktype(town.catalogusURL).with(["identificatie": #""advies""#])
            let id = try await town.add(ZaakType.self, advice)
            try await town.publish(ZaakType.self, id)
            let url = town.ground.url(ZaakType.self, id)
            let shown = try await town.ground.json(ZaakType.self, town.zaaktype)
            #expect(shown?["deelzaaktypen"] == .array([.text(url)]))
            #expect(shown?["deelzaaktypeIdentificaties"] == .array([.text("advies")]))
            let relation = shown?["gerelateerdeZaaktypen"]?[0]
            #expect(relation?["zaaktype"]?.text == url)
            #expect(relation?["zaaktypeIdentificatie"]?.text == "advies")
            #expect(relation?["aardRelatie"]?.text == "bijdrage")
            #expect(relation?["toelichting"]?.text == #"Een "advies""#)
            #expect(try await town.ground.findings() == [])
        }
    }

    @Test(arguments: Kind.available) func `a type that may not be seen cannot be changed, and one in use stays`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let hidden = try await faults {
                try await town.ground.change(visible: "1 = 0") { try VersionStore<ZaakType>($0).remove(town.zaaktype) }
            }
            #expect(hidden == ["404 not_found"])
            let rules = CatalogiRules(inUse: { path, _, _ in path == ZaakType.path ? "related-zaken" : nil })
            let used = try await faults {
                try await town.ground.change(rules: rules) { try VersionStore<ZaakType>($0).remove(town.zaaktype) }
            }
            #expect(used == ["nonFieldErrors related-zaken"])
        }
    }

    @Test(arguments: Kind.available) func `a new version and the end of the old are one change`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            try await town.publish(ZaakType.self, town.zaaktype)
            let body = Body.zaaktype(town.catalogusURL).with(["beginGeldigheid": #""2026-07-01""#])
            let next = try await town.add(ZaakType.self, body)
            let end = TypeInput<ZaakType>.ending(on: Day("2026-06-30"), town.ground.addresses)
            try await town.ground.change { work in
                let store = VersionStore<ZaakType>(work)
                try store.change(town.zaaktype, end)
                try store.publish(next)
            }
            #expect(try await town.ground.json(ZaakType.self, next)?["concept"] == .boolean(false))
            #expect(try await town.ground.findings() == [])
        }
    }

    @Test(arguments: Kind.available) func `a designer hears what a zaaktype lacks`(_ kind: Kind) async throws {
        try await withTown(kind) { town in
            let lacking = try await town.ground.database.read { transaction in
                try Reading<ZaakType>(transaction, on: TypeGround.today, visible: .all([]))
                    .shortcomings(of: town.zaaktype).map(\.name)
            }
            #expect(lacking == ["roltypen", "resultaattypen", "statustypen"])
        }
    }

    @Test(arguments: Kind.available) func `of two versions published at once for the same days, one is refused`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind, writers: 2) { town in
            let next = try await town.add(ZaakType.self, .zaaktype(town.catalogusURL))
            async let first = faults { try await town.publish(ZaakType.self, town.zaaktype) }
            async let second = faults { try await town.publish(ZaakType.self, next) }
            let found = try await [first, second].sorted { $0.count < $1.count }
            #expect(found == [[], ["beginGeldigheid overlap"]])
        }
    }

    @Test(arguments: Kind.available) func `besluittypen without a name are no versions of each other`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            for _ in 1...2 {
                let body = Body.besluittype(town.catalogusURL).with(["omschrijving": nil])
                try await town.publish(BesluitType.self, try await town.add(BesluitType.self, body))
            }
        }
    }
}
