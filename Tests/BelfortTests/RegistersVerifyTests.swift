import Catalogi
import Database
import Foundation
import House
import Kernel
import Ledger
import TestGround
import Testing

@Suite struct RegistersVerifyTests {
    private static let body = #"""
        {"domein":"VERG","rsin":"123456782","naam":"Vergunningen","contactpersoonBeheerNaam":"An Peeters"}
        """#

    /// A house with one catalogus, made by the register's own verb.
    private func withCatalogus(_ body: ([String], Identifier, Database.Location) async throws -> Void) async throws {
        try await withFolder { folder in
            var settings = Settings()
            settings.data = folder.appending(path: "data").path
            let hall = try await TownHall.open(settings)
            let addresses = try #require(Addresses(publicURL: "https://stad.example"))
            let input = try TypeInput<Catalogus>(Array(Self.body.utf8), addresses)
            let day = try #require(Day("2026-11-25"))
            let id = try await hall.journal.change(by: .house, request: Surroundings.live.identifier()) { change in
                let work = TypeWork(change, on: day, visible: "1 = 1")
                return try CatalogusStore(work).add(input.draft).record.identifier
            }
            try await hall.journal.sequence()
            hall.database.close()
            try await body(["--data", settings.data], id, settings.location)
        }
    }

    @Test func `the rows of a register are looked at too`() async throws {
        try await withCatalogus { arguments, _, _ in
            let outcome = try await Program.run(["verify"] + arguments)
            #expect(outcome.status == 0, "\(outcome.output)")
            #expect(outcome.output.contains("1 rijen nagekeken: alles klopt"))
        }
    }

    @Test func `one letter changed by hand in a register's row is named`() async throws {
        try await withCatalogus { arguments, id, location in
            let database = try Database(location)
            try await database.write { transaction in
                try transaction.run("UPDATE catalogus SET naam = 'Vergunninger'")
            }
            database.close()
            let outcome = try await Program.run(["verify"] + arguments)
            #expect(outcome.status == 1)
            #expect(outcome.output.contains("table catalogus, row \(id): it was changed"))
        }
    }
}
