import Database
import Kernel
import Ledger
import TestGround
import Testing

@testable import Zaken

/// Random work on a few zaken: most of it is refused, none of it may leave anything crooked.
@Suite struct RandomTests {
    private static let mandate = Mandate(zaken: "1 = 1", [.statussenToevoegen, .heropenen])

    private static func step(_ town: Town, _ zaken: [Identifier], _ dice: inout SeededGenerator) async throws {
        let id = zaken[Int(dice.next() % UInt64(zaken.count))]
        let other = zaken[Int(dice.next() % UInt64(zaken.count))]
        let minutes = Int64(dice.next() % 600)
        let moment = town.clock.now.adding(milliseconds: -minutes * 60_000)?.description
        switch dice.next() % 9 {
        case 0: try await town.status(Catalogue.ontvangen, on: id, at: moment, mandate)
        case 1: try await town.status(Catalogue.afgesloten, on: id, at: moment, mandate)
        case 2: try await town.status(Catalogue.afgesloten, on: id, mandate)
        case 3: try await town.resultaat(on: id)
        case 4: try await town.patch(id, "{\"toelichting\":\"\(minutes)\"}", .patch, mandate)
        case 5: try await town.patch(id, "{\"hoofdzaak\":\"\(Town.url(other))\"}", .patch, mandate)
        case 6: try await town.rol(on: id, type: Catalogue.aanvrager)
        case 7: try await town.eigenschap(on: id, "20300101")
        default:
            guard minutes < 60 else { return }
            let store = town.zaken
            try await town.change { try store.remove(id, mandate, $0) }
        }
    }

    /// A zaak is closed when its current status is the last of its type, and then only with a result; a part is never a
    /// whole; and the ledger agrees with every row.
    private static func check(_ town: Town, _ seed: UInt64) async throws {
        let crooked = try await town.read { transaction in
            try transaction.all(
                """
                SELECT zaak.uuid FROM zaak LEFT JOIN zaak AS hoofd ON hoofd.uuid = zaak.hoofdzaak
                WHERE (zaak.einddatum IS NULL) = COALESCE(
                    (SELECT status.statustype FROM status WHERE status.zaak = zaak.uuid
                    ORDER BY status.datum_status_gezet DESC LIMIT 1) = $1, 1 = 0)
                OR (zaak.einddatum IS NOT NULL AND zaak.archiefactiedatum IS NULL) OR hoofd.hoofdzaak IS NOT NULL
                """,
                [Catalogue.afgesloten.stored]
            ) { $0.text(0) }
        }
        #expect(crooked == [], "seed \(seed)")
        try await town.journal.sequence()
        #expect(try await town.findings() == [], "seed \(seed)")
    }

    @Test(arguments: Kind.available, [1, 2, 3] as [UInt64]) func `no work leaves a zaak crooked`(
        _ kind: Kind,
        _ seed: UInt64
    ) async throws {
        try await withTown(kind) { town in
            var dice = SeededGenerator(seed: seed)
            var zaken: [Identifier] = []
            for _ in 0..<5 { zaken.append(try await town.zaak()) }
            for number in 0..<150 {
                do {
                    try await Self.step(town, zaken, &dice)
                } catch is Invalid {
                    continue
                } catch is Problem {
                    continue
                } catch {
                    Issue.record("seed \(seed), step \(number): \(error)")
                }
            }
            try await Self.check(town, seed)
        }
    }
}
