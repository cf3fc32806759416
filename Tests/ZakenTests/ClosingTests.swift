import Database
import Kernel
import Ledger
import TestGround
import Testing

@testable import Zaken

@Suite struct ClosingTests {
    @Test(arguments: Kind.available) func `a status obeys its zaak, its type and the clock`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.zaak()
            let other = try await town.zaak(type: Catalogue.bezwaar)
            let rol = try await town.rol(on: try await town.zaak())
            let moment = "2026-03-01T12:00:00Z"
            #expect(await refusal { try await town.status(Catalogue.ontvangen, on: id, at: moment, Town.plain) } == [])
            #expect(
                await refusal { try await town.status(Catalogue.ontvangen, on: id, at: moment) }
                    == ["nonFieldErrors: unique"]
            )
            #expect(
                await refusal { try await town.status(Catalogue.behandeld, on: id, Town.plain) } == ["403"],
                "only the first is for everybody"
            )
            #expect(
                await refusal { try await town.status(Catalogue.behandeld, on: id, at: "2026-03-09T12:00:00Z") }
                    == ["datumStatusGezet: date-in-future"]
            )
            #expect(
                await refusal { try await town.status(Catalogue.ontvangen, on: other) }
                    == ["nonFieldErrors: zaaktype-mismatch"]
            )
            #expect(await refusal { try await town.status(Catalogue.id(99), on: id) } == ["statustype: bad-url"])
            #expect(
                await refusal { try await town.status(Catalogue.ontvangen, on: Catalogue.id(97)) }
                    == ["zaak: does_not_exist"]
            )
            let foreign = ",\"gezetdoor\":\"\(Catalogue.url(Rol.path, rol))\""
            #expect(
                await refusal { try await town.status(Catalogue.behandeld, on: id, more: foreign) }
                    == ["gezetdoor: zaak-mismatch"]
            )
            let own = ",\"gezetdoor\":\"\(Catalogue.url(Rol.path, try await town.rol(on: id)))\""
            #expect(await refusal { try await town.status(Catalogue.behandeld, on: id, more: own) } == [])
        }
    }

    @Test(arguments: Kind.available) func `a zaak does not close before all is settled, and then nothing is written`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.zaak()
            try await town.stuk(on: id)
            func close() async -> [String] {
                await refusal { try await town.status(Catalogue.afgesloten, on: id, Town.worker) }
            }
            #expect(await close() == ["nonFieldErrors: resultaat-does-not-exist"])
            town.catalogue.change { $0.documenten[Catalogue.plan]?.isLocked = true }
            #expect(await close() == ["nonFieldErrors: informatieobject-locked"])
            town.catalogue.change {
                $0.documenten[Catalogue.plan]?.isLocked = false
                $0.documenten[Catalogue.plan]?.indicatieGebruiksrecht = nil
            }
            #expect(await close() == ["nonFieldErrors: indicatiegebruiksrecht-unset"])
            town.catalogue.change { $0.documenten[Catalogue.plan]?.indicatieGebruiksrecht = true }
            let part = try await town.zaak("\"hoofdzaak\":\"\(Town.url(id))\"")
            #expect(await close() == ["nonFieldErrors: deelzaken-not-closed"])
            #expect(try await town.read { try StatusStore.rows.count(of: id, Town.everything, in: $0) } == 0)
            try await town.resultaat(on: part)
            try await town.status(Catalogue.afgesloten, on: part)
            #expect(await close() == ["nonFieldErrors: resultaat-does-not-exist"])
            try await town.resultaat(on: id)
            #expect(await close() == [])
            #expect(try await town.record(id).einddatum == Day("2026-03-02"))
        }
    }

    @Test(arguments: Kind.available) func `an end older than the current status needs force`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.zaak()
            try await town.resultaat(on: id)
            try await town.status(Catalogue.ontvangen, on: id, at: "2026-03-01T12:00:00Z")
            let before = "2026-03-01T11:00:00Z"
            #expect(
                await refusal { try await town.status(Catalogue.afgesloten, on: id, at: before, Town.worker) }
                    == ["datumStatusGezet: older-than-status"]
            )
            #expect(await refusal { try await town.status(Catalogue.afgesloten, on: id, at: before) } == [])
            #expect(try await town.record(id).einddatum == nil, "it is history")
            try await town.status(Catalogue.afgesloten, on: id)
            let earlier = "2026-03-01T10:00:00Z"
            let opener = Mandate(zaken: "1 = 1", .heropenen)
            #expect(
                await refusal { try await town.status(Catalogue.behandeld, on: id, at: earlier, opener) }
                    == ["datumStatusGezet: older-than-status"]
            )
            #expect(await refusal { try await town.status(Catalogue.behandeld, on: id, at: earlier) } == [])
            #expect(try await town.record(id).einddatum != nil, "it is history too")
        }
    }

    @Test(arguments: Kind.available) func `a part is dated with its whole, and opened after it`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            town.catalogue.change { $0.resultaattypen[Catalogue.id(22)] = Catalogue.result(.init(.hoofdzaak)) }
            let whole = try await town.zaak()
            let part = try await town.zaak("\"hoofdzaak\":\"\(Town.url(whole))\"")
            try await town.resultaat(on: part, type: Catalogue.id(22))
            try await town.status(Catalogue.afgesloten, on: part)
            #expect(try await town.record(part).archiefactiedatum == nil)
            #expect(try await town.record(part).archiefnominatie == .vernietigen)
            try await town.resultaat(on: whole)
            try await town.status(Catalogue.afgesloten, on: whole)
            #expect(try await town.record(part).archiefactiedatum == Day("2036-03-02"))
            #expect(
                await refusal { try await town.status(Catalogue.behandeld, on: part) }
                    == ["nonFieldErrors: hoofdzaak-closed"]
            )
            try await town.status(Catalogue.behandeld, on: whole)
            #expect(try await town.record(part).archiefactiedatum == nil)
            #expect(try await town.record(part).einddatum != nil)
            #expect(await refusal { try await town.status(Catalogue.behandeld, on: part) } == [])
        }
    }

    @Test(arguments: Kind.available) func `a second end dates the archive anew`(_ kind: Kind) async throws {
        try await withTown(kind) { town in
            let id = try await town.closed()
            #expect(try await town.record(id).archiefactiedatum == Day("2036-03-02"))
            town.clock.advance(milliseconds: 3 * 86_400_000)
            try await town.status(Catalogue.afgesloten, on: id)
            let zaak = try await town.record(id)
            #expect((zaak.einddatum, zaak.archiefactiedatum) == (Day("2026-03-05"), Day("2036-03-05")))
        }
    }
}
