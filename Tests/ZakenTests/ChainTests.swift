import Database
import Kernel
import Ledger
import TestGround
import Testing

@testable import Zaken

@Suite struct ChainTests {
    @Test(arguments: Kind.available) func `a zaak gets its number, its dates and its secrecy from the type`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let zaak = try await town.record(try await town.zaak())
            #expect(zaak.identificatie == "2026-000001")
            #expect(zaak.registratiedatum == Day("2026-03-02"))
            #expect(zaak.einddatumGepland == Day("2026-03-31"))
            #expect(zaak.uiterlijkeEinddatumAfdoening == Day("2026-05-01"))
            #expect(zaak.vertrouwelijkheidaanduiding == .intern)
            #expect(zaak.archiefstatus == .nog_te_archiveren)
        }
    }

    @Test(arguments: Kind.available) func `the last status closes a zaak and dates its archive`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.zaak()
            let first = try await town.status(Catalogue.ontvangen, on: id, at: "2026-03-01T10:00:00+01:00")
            #expect(try await town.record(id).status == .own(first))
            try await town.resultaat(on: id)
            let last = try await town.status(Catalogue.afgesloten, on: id, at: "2026-03-01T23:30:00Z")
            let zaak = try await town.record(id)
            #expect(zaak.status == .own(last))
            #expect(zaak.einddatum == Day("2026-03-02"), "the day in Brussels")
            #expect(zaak.archiefnominatie == .vernietigen)
            #expect(zaak.startdatumBewaartermijn == Day("2026-03-02"))
            #expect(zaak.archiefactiedatum == Day("2036-03-02"))
            try await town.journal.sequence()
            #expect(try await town.findings() == [])
        }
    }

    @Test(arguments: Kind.available) func `another status makes a closed zaak run again`(_ kind: Kind) async throws {
        try await withTown(kind) { town in
            let id = try await town.closed()
            #expect(await refusal { try await town.status(Catalogue.behandeld, on: id, Town.worker) } == ["403"])
            try await town.status(Catalogue.behandeld, on: id, Mandate(zaken: "1 = 1", .heropenen))
            let zaak = try await town.record(id)
            #expect((zaak.einddatum, zaak.archiefnominatie) == (nil, nil))
            #expect((zaak.archiefactiedatum, zaak.startdatumBewaartermijn) == (nil, nil))
            #expect(zaak.resultaat != nil)
        }
    }

    @Test(arguments: Kind.available) func `two writers on one zaak come one after the other`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.zaak()
            let start = town.clock.now
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<20 {
                    let moment = start.adding(milliseconds: Int64(number))?.description
                    group.addTask { try await town.status(Catalogue.ontvangen, on: id, at: moment) }
                    group.addTask { try await town.patch(id, #"{"toelichting":"\#(number)"}"#) }
                }
                try await group.waitForAll()
            }
            let count = try await town.read { try StatusStore.rows.count(of: id, Town.everything, in: $0) }
            #expect(count == 20)
            try await town.journal.sequence()
            #expect(try await town.findings() == [])
        }
    }

    @Test(arguments: Kind.available) func `two that close a zaak at once do not both close it`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.zaak()
            try await town.resultaat(on: id)
            let moment = town.clock.now
            let answers = try await withThrowingTaskGroup(of: [String].self) { group in
                for number in 0..<4 {
                    let at = moment.adding(milliseconds: Int64(number))?.description
                    group.addTask {
                        await refusal { try await town.status(Catalogue.afgesloten, on: id, at: at, Town.worker) }
                    }
                }
                return try await group.reduce(into: [[String]]()) { $0.append($1) }
            }
            #expect(answers.count { $0.isEmpty } == 1)
            #expect(answers.count { $0 == ["403"] } == 3)
        }
    }

    @Test(arguments: Kind.available) func `two who change different fields of one thing both keep their change`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let tie = try await town.stuk(on: try await town.zaak())
            let stukken = town.stukken
            try await withThrowingTaskGroup(of: Void.self) { group in
                for body in [#"{"titel":"Plan B"}"#, #"{"beschrijving":"Zuidgevel"}"#] {
                    group.addTask {
                        try await town.change { change in
                            _ = try stukken.change(
                                tie,
                                try draft(ZaakInformatieObject.self, body),
                                .patch,
                                Town.plain,
                                change
                            )
                        }
                    }
                }
                try await group.waitForAll()
            }
            let kept = try await town.read { try ZaakInformatieObjectStore.rows.find(tie, "1 = 1", in: $0).record }
            #expect((kept.titel, kept.beschrijving) == ("Plan B", "Zuidgevel"))
        }
    }
}
