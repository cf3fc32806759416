import Database
import Kernel
import Ledger
import TestGround
import Testing

@testable import Catalogi

/// Lists as clients ask for them.
@Suite struct ListTests {
    /// How many a list holds, and what the query is refused for.
    private func count<R: CatalogiResource>(
        _ type: R.Type,
        _ parameters: [(String, String)],
        _ town: Town,
        visible: Clause = .all([])
    ) async throws -> Int {
        let scope = FilterScope(town.ground.database.dialect, town.ground.addresses)
        let query = try ListQuery<R>(parameters.map { (name: $0.0, value: $0.1) }, scope)
        return try await town.ground.database.read { transaction in
            let reading = Reading<R>(transaction, on: query.day ?? TypeGround.today, visible: visible)
            return try reading.count(query)
        }
    }

    private func expect<R: CatalogiResource>(_ type: R.Type, _ town: Town, _ cases: [(String, String, Int)])
        async throws
    {
        for (name, value, expected) in cases {
            let found = try await count(type, [("status", "alles"), (name, value)], town)
            #expect(found == expected, "\(R.table)?\(name)=\(value)")
        }
    }

    @Test(arguments: Kind.available) func `concepts stay out of lists until they are asked for`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            try await town.add(StatusType.self, .statustype(town.zaaktypeURL))
            for (status, zaaktypen) in [("", 0), ("definitief", 0), ("concept", 1), ("alles", 1)] {
                let found = try await count(ZaakType.self, [("status", status)], town)
                let parts = try await count(StatusType.self, [("status", status)], town)
                #expect([found, parts] == [zaaktypen, zaaktypen], "\(status)")
            }
            try await town.publish(ZaakType.self, town.zaaktype)
            #expect(try await count(ZaakType.self, [], town) == 1)
            #expect(try await count(StatusType.self, [], town) == 1)
            #expect(try await count(StatusType.self, [("status", "concept")], town) == 0)
            #expect(try await count(ZaakType.self, [], town, visible: "1 = 0") == 0)
        }
    }

    @Test(arguments: Kind.available) func `each parameter of parts finds what it names`(_ kind: Kind) async throws {
        try await withTown(kind) { town in
            _ = try await fill(town)
            let other = Samples.nowhere("zaaktypen")
            let shared = [
                ("zaaktype", town.zaaktypeURL, 1), ("zaaktype", other, 0), ("zaaktypeIdentificatie", "dakkapel", 1),
                ("zaaktypeIdentificatie", "x", 0), ("datumGeldigheid", "2026-01-01", 1),
                ("datumGeldigheid", "2025-12-31", 0), ("status", "definitief", 0),
            ]
            try await expect(StatusType.self, town, shared)
            try await expect(Eigenschap.self, town, shared)
            try await expect(
                ResultaatType.self,
                town,
                shared + [("zaaktype_identificatie", "dakkapel", 1), ("datum_geldigheid", "2025-12-31", 0)]
            )
            try await expect(
                RolType.self,
                town,
                shared + [
                    ("omschrijvingGeneriek", "initiator", 1), ("omschrijvingGeneriek", "beslisser", 0),
                    ("omschrijving", "Aanvrager", 1),
                ]
            )
            try await expect(
                ZaakObjectType.self,
                town,
                shared + [
                    ("anderObjecttype", "false", 1), ("anderObjecttype", "true", 0),
                    ("relatieOmschrijving", "Het pand", 1),
                    ("objecttype", "https://objecten.example/pand", 1), ("objecttype", "https://objecten.example/x", 0),
                    ("catalogus", town.catalogusURL, 1), ("datumBeginGeldigheid", "2026-01-01", 1),
                    ("datumEindeGeldigheid", "2026-01-01", 0),
                ]
            )
        }
    }

    @Test(arguments: Kind.available) func `each parameter of types and documents finds what it names`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let document = town.ground.url(InformatieObjectType.self, try await fill(town))
            let other = Samples.nowhere("zaaktypen")
            try await expect(
                ZaakTypeInformatieObjectType.self,
                town,
                [
                    ("zaaktype", town.zaaktypeURL, 1), ("informatieobjecttype", "Plan", 1),
                    ("informatieobjecttype", document, 1), ("informatieobjecttype", "x", 0),
                    ("richting", "inkomend", 1), ("richting", "intern", 0),
                ]
            )
            try await expect(
                InformatieObjectType.self,
                town,
                [
                    ("catalogus", town.catalogusURL, 1), ("omschrijving", "Plan", 1),
                    ("omschrijving__icontains", "PL", 1),
                    ("zaaktype", town.zaaktypeURL, 1), ("zaaktype", other, 0), ("datumGeldigheid", "2025-12-31", 0),
                ]
            )
            try await expect(
                BesluitType.self,
                town,
                [
                    ("catalogus", town.catalogusURL, 1), ("omschrijving", "Vergunning", 1),
                    ("zaaktypen", town.zaaktypeURL, 1), ("zaaktypen", other, 0), ("zaaktypen", "dakkapel", 1),
                    ("informatieobjecttypen", document, 1), ("informatieobjecttypen", "Plan", 1),
                    ("informatieobjecttypen", "x", 0), ("datumGeldigheid", "2026-01-01", 1),
                ]
            )
            try await expect(
                ZaakType.self,
                town,
                [
                    ("catalogus", town.catalogusURL, 1), ("identificatie", "dakkapel", 1), ("identificatie", "dak", 0),
                    ("identificatie__icontains", "DAK", 1), ("omschrijving__icontains", "kapel", 1),
                    ("trefwoorden", "bouw", 1), ("trefwoorden", "bouw,dak", 1), ("trefwoorden", "bouw,x", 0),
                    ("datumGeldigheid", "2026-01-01", 1), ("datumGeldigheid", "2025-12-31", 0),
                    ("identificatie", "", 1),
                ]
            )
        }
    }

    @Test(arguments: Kind.available) func `a catalogus is found by domein and rsin`(_ kind: Kind) async throws {
        try await withTown(kind) { town in
            for (name, value, expected) in [
                ("domein", "VERG", 1), ("domein", "X", 0), ("domein__in", "X,VERG", 1), ("rsin", "123456782", 1),
                ("rsin__in", "1,2", 0),
            ] {
                let found = try await count(Catalogus.self, [(name, value)], town)
                #expect(found == expected, "\(name)=\(value)")
            }
        }
    }

    @Test(arguments: Kind.available) func `a parameter that is unknown or wrong is refused by name`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let wrong = [
                ("kleur", "rood", "nonFieldErrors unknown-parameters"), ("status", "x", "status invalid_choice"),
                ("datumGeldigheid", "gisteren", "datumGeldigheid invalid"), ("catalogus", "abc", "catalogus bad-url"),
            ]
            for (name, value, fault) in wrong {
                try await refuses([fault]) { _ = try await count(ZaakType.self, [(name, value)], town) }
            }
            try await refuses(["nonFieldErrors unknown-parameters"]) {
                _ = try await count(Catalogus.self, [("status", "alles")], town)
            }
        }
    }

    @Test(arguments: Kind.available) func `pages follow one another in one order`(_ kind: Kind) async throws {
        try await withTown(kind) { town in
            for number in [5, 3, 1, 4, 2] {
                try await town.add(StatusType.self, .statustype(town.zaaktypeURL, number))
            }
            let scope = FilterScope(town.ground.database.dialect, town.ground.addresses)
            let query = try ListQuery<StatusType>([(name: "status", value: "alles")], scope)
            let addresses = town.ground.addresses
            var numbers: [Int64] = []
            for offset in [0, 2, 4] {
                let bytes = try await town.ground.database.read { transaction in
                    var writer = JSONWriter(capacity: 1_024)
                    writer.beginArray()
                    try Reading<StatusType>(transaction, on: TypeGround.today, visible: .all([]))
                        .write(query, limit: 2, offset: offset, to: &writer, addresses)
                    writer.endArray()
                    return writer.withBytes { Array($0) }
                }
                guard case .array(let page) = try JSONValue(bytes) else { continue }
                numbers += page.compactMap { $0["volgnummer"]?.integer }
            }
            #expect(numbers == [1, 2, 3, 4, 5])
        }
    }

    /// One part of each kind; the besluittype names the document, which is answered, and the zaaktype names both.
    private func fill(_ town: Town) async throws -> Identifier {
        let document = try await town.add(InformatieObjectType.self, .informatieobjecttype(town.catalogusURL))
        let decisionBody = Body.besluittype(town.catalogusURL).with(["informatieobjecttypen": #"["Plan"]"#])
        try await town.add(BesluitType.self, decisionBody)
        try await town.patch(
            ZaakType.self,
            town.zaaktype,
            ["besluittypen": #"["Vergunning"]"#, "trefwoorden": #"["bouw","dak"]"#]
        )
        try await town.add(StatusType.self, .statustype(town.zaaktypeURL))
        try await town.add(ResultaatType.self, .resultaattype(town.zaaktypeURL))
        try await town.add(RolType.self, .roltype(town.zaaktypeURL))
        try await town.add(Eigenschap.self, .eigenschap(town.zaaktypeURL))
        try await town.add(ZaakTypeInformatieObjectType.self, .zaakTypeInformatieObjectType(town.zaaktypeURL))
        try await town.add(ZaakObjectType.self, .zaakobjecttype(town.zaaktypeURL))
        return document
    }
}
