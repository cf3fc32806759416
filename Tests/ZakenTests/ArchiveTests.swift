import Database
import Kernel
import Ledger
import TestGround
import Testing

@testable import Zaken

@Suite struct ArchiveTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let rule: BrondatumArchiefprocedure?
        var term = Period("P10Y")
        var more = ""
        var before: @Sendable (Town, Identifier) async throws -> Void = { _, _ in }
        let brondatum: String?
        let date: String?
        var faults: [String] = []

        var testDescription: String { name }
    }

    private static let failed = ["nonFieldErrors: archiefactiedatum-error"]

    static let cases = [
        Case(name: "afgehandeld", rule: .init(.afgehandeld), brondatum: "2026-03-02", date: "2036-03-02"),
        Case(
            name: "termijn",
            rule: .init(.termijn, procestermijn: Period("P1M")),
            brondatum: "2026-04-02",
            date: "2036-04-02"
        ),
        Case(name: "termijn without term", rule: .init(.termijn), brondatum: nil, date: nil, faults: failed),
        Case(name: "hoofdzaak without whole", rule: .init(.hoofdzaak), brondatum: nil, date: nil, faults: failed),
        Case(name: "ander datumkenmerk", rule: .init(.ander_datumkenmerk), brondatum: nil, date: nil),
        Case(
            name: "eigenschap not there",
            rule: .init(.eigenschap, datumkenmerk: "einde_vergunning"),
            brondatum: nil,
            date: nil
        ),
        Case(
            name: "eigenschap in eight digits",
            rule: .init(.eigenschap, datumkenmerk: "einde_vergunning"),
            before: { town, id in try await town.eigenschap(on: id, "20300131") },
            brondatum: "2030-01-31",
            date: "2040-01-31"
        ),
        Case(
            name: "eigenschap as ISO date, a month from the last of January",
            rule: .init(.eigenschap, datumkenmerk: "einde_vergunning"),
            term: Period("P1M"),
            before: { town, id in try await town.eigenschap(on: id, "2030-01-31") },
            brondatum: "2030-01-31",
            date: "2030-02-28"
        ),
        Case(
            name: "eigenschap that is no date",
            rule: .init(.eigenschap, datumkenmerk: "einde_vergunning"),
            before: { town, id in try await town.eigenschap(on: id, "ooit") },
            brondatum: nil,
            date: nil,
            faults: failed
        ),
        Case(
            name: "zaakobject, the latest",
            rule: .init(.zaakobject, datumkenmerk: "gebruik/einde", objecttype: .overige),
            before: { town, id in
                for day in ["2031-05-01", "2032-05-01"] {
                    try await town.object(
                        on: id,
                        #""objectType":"overige","objectTypeOverige":"boom","#
                            + "\"objectIdentificatie\":{\"overigeData\":{\"gebruik\":{\"einde\":\"\(day)\"}}}"
                    )
                }
            },
            brondatum: "2032-05-01",
            date: "2042-05-01"
        ),
        Case(
            name: "zaakobject not there",
            rule: .init(.zaakobject, datumkenmerk: "einde", objecttype: .pand),
            brondatum: nil,
            date: nil,
            faults: failed
        ),
        Case(name: "no related zaak", rule: .init(.gerelateerde_zaak), brondatum: nil, date: nil, faults: failed),
        Case(name: "no decision", rule: .init(.ingangsdatum_besluit), brondatum: nil, date: nil, faults: failed),
        Case(
            name: "the latest decision",
            rule: .init(.ingangsdatum_besluit),
            before: { town, id in
                try await town.besluit(81, on: id, from: "2026-02-01")
                try await town.besluit(82, on: id, from: "2026-02-20")
            },
            brondatum: "2026-02-20",
            date: "2036-02-20"
        ),
        Case(
            name: "a decision without end",
            rule: .init(.vervaldatum_besluit),
            before: { town, id in try await town.besluit(83, on: id) },
            brondatum: nil,
            date: nil
        ),
        Case(
            name: "a decision with an end",
            rule: .init(.vervaldatum_besluit),
            before: { town, id in try await town.besluit(84, on: id, until: "2029-12-31") },
            brondatum: "2029-12-31",
            date: "2039-12-31"
        ),
        Case(name: "no term, so no date", rule: .init(.hoofdzaak), term: nil, brondatum: nil, date: nil),
        Case(name: "no way to date it", rule: nil, brondatum: nil, date: nil),
        Case(
            name: "a day set beforehand",
            rule: .init(.hoofdzaak),
            more: #""startdatumBewaartermijn":"2027-07-07""#,
            brondatum: "2027-07-07",
            date: "2037-07-07"
        ),
    ]

    @Test(arguments: Kind.available) func `a closed zaak is dated by the way that its result names`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            for one in Self.cases {
                let type = Catalogue.id(23)
                town.catalogue.change { $0.resultaattypen[type] = Catalogue.result(one.rule, termijn: one.term) }
                let id = try await town.zaak(one.more)
                try await one.before(town, id)
                try await town.resultaat(on: id, type: type)
                let told = await refusal { try await town.status(Catalogue.afgesloten, on: id) }
                #expect(told == one.faults, "\(one.name)")
                let zaak = try await town.record(id)
                #expect((zaak.einddatum == nil) == !one.faults.isEmpty, "\(one.name)")
                #expect((zaak.archiefnominatie == nil) == !one.faults.isEmpty, "\(one.name)")
                #expect(zaak.startdatumBewaartermijn == one.brondatum.flatMap { Day($0) }, "\(one.name)")
                #expect(zaak.archiefactiedatum == one.date.flatMap { Day($0) }, "\(one.name)")
            }
            try await town.journal.sequence()
            #expect(try await town.findings() == [])
        }
    }

    @Test(arguments: Kind.available) func `related zaken date a zaak when they have ended`(_ kind: Kind) async throws {
        try await withTown(kind) { town in
            let type = Catalogue.id(23)
            town.catalogue.change { $0.resultaattypen[type] = Catalogue.result(.init(.gerelateerde_zaak)) }
            let other = try await town.zaak()
            let id = try await town.zaak(
                "\"relevanteAndereZaken\":[{\"url\":\"\(Town.url(other))\",\"aardRelatie\":\"vervolg\"}]"
            )
            try await town.resultaat(on: id, type: type)
            #expect(await refusal { try await town.status(Catalogue.afgesloten, on: id) } == Self.failed)
            try await town.resultaat(on: other)
            try await town.status(Catalogue.afgesloten, on: other, at: "2026-03-01T10:00:00Z")
            try await town.status(Catalogue.afgesloten, on: id)
            #expect(try await town.record(id).startdatumBewaartermijn == Day("2026-03-01"))
        }
    }

    @Test(arguments: Kind.available) func `own choices win over the type, and later facts change the dates`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let type = Catalogue.id(23)
            town.catalogue.change { $0.resultaattypen[type] = Catalogue.result(.init(.vervaldatum_besluit)) }
            let id = try await town.zaak(#""archiefnominatie":"blijvend_bewaren""#)
            try await town.besluit(85, on: id)
            let resultaat = try await town.resultaat(on: id, type: type)
            try await town.status(Catalogue.afgesloten, on: id)
            #expect(try await town.record(id).archiefnominatie == .blijvend_bewaren)
            #expect(try await town.record(id).archiefactiedatum == nil)
            town.catalogue.change { $0.besluiten[Catalogue.id(85)]?.vervaldatum = Day("2030-06-30") }
            let (besluiten, resultaten) = (town.besluiten, town.resultaten)
            try await town.change { try besluiten.follow(id, $0) }
            #expect(try await town.record(id).archiefactiedatum == Day("2040-06-30"))
            try await town.change { try resultaten.remove(resultaat, Town.all, $0) }
            #expect(try await town.record(id).archiefactiedatum == nil)
            try await town.resultaat(on: id, type: type, Town.all)
            #expect(try await town.record(id).archiefactiedatum == Day("2040-06-30"))
        }
    }
}
