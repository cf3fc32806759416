import Database
import Foundation
import Kernel
import Keys
import TestGround
import Testing

@testable import Ledger

/// A resource with one field of each sort that matters to a table.
private struct Boek: Resource {
    let url = OwnURL()
    let uuid = Field<Identifier>(1, .identity)
    let titel = Field<String>(2, .required, .max(100), .filter(.exact, .contains))
    let verschenen = Field<Day?>(3, .filter(.range, .isNull))
    let exemplaren = Field<Int>(4, .default(1), .filter(.exact, .in))
    let lengte = Field<Int>(5, .derived, .filter(.exact))

    static let path = "/boeken/api/v1/boeken"
    static let declaration = Declaration(Boek())
}

@Suite struct KeptTests {
    private static let boeken = Kept<Boek>(
        "boek",
        kinds: KeptKinds(from: 40_010),
        derived: ["lengte": "length(boek.titel)"]
    )

    private static let table = Migration(
        "boek: make books",
        """
        CREATE TABLE boek (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            titel TEXT NOT NULL,
            verschenen TEXT,
            exemplaren BIGINT NOT NULL
        );
        CREATE INDEX boek_chain ON boek (chain);
        """
    )

    private let addresses = Addresses(publicURL: "https://stad.example")

    private func withBooks(_ kind: Kind, _ body: (TestHouse) async throws -> Void) async throws {
        try await withHouse(kind) { house in
            try await house.database.migrate(
                ChainKeys.migrations + LedgerStore.migrations + [Thing.migration, Self.table]
            )
            try await body(house)
        }
    }

    private func record(_ house: TestHouse, _ titel: String, _ verschenen: Day? = nil) throws -> Record<Boek> {
        var draft = Draft<Boek>()
        draft.uuid = house.surroundings.identifier()
        draft.titel = titel
        draft.verschenen = verschenen
        return try draft.record()
    }

    private func add(_ house: TestHouse, _ record: Record<Boek>) async throws -> KeptRecord<Boek> {
        try await house.journal.change(by: house.author, request: record.identifier) { change in
            try Self.boeken.add(record, to: record.identifier, change)
        }
    }

    private func findings(_ house: TestHouse) async throws -> [Finding] {
        var findings: [Finding] = []
        _ = try await Verification(
            database: house.database,
            verifierKey: house.journal.verifierKey,
            states: [Self.boeken.state]
        ).run { findings.append($0) }
        return findings
    }

    @Test(arguments: Kind.available) func `a row comes back as it was written, with what is derived`(
        _ kind: Kind
    ) async throws {
        try await withBooks(kind) { house in
            let record = try record(house, "De zeven torens", Day("1912-05-01"))
            _ = try await add(house, record)
            let kept = try await house.database.read { transaction in
                try Self.boeken.first(where: [Self.boeken.identity(record.identifier)], in: transaction)
            }
            let found = try #require(kept)
            #expect(found.record.titel == "De zeven torens")
            #expect(found.record.verschenen == Day("1912-05-01"))
            #expect(found.record.exemplaren == 1)
            #expect(found.record.lengte == 15)
            #expect((found.chain, found.version) == (record.identifier, 0))
        }
    }

    @Test(arguments: Kind.available) func `a client reads the row as JSON`(_ kind: Kind) async throws {
        try await withBooks(kind) { house in
            let addresses = try #require(addresses)
            let record = try record(house, "Het \"huis\"")
            _ = try await add(house, record)
            let json = try await house.database.read { transaction in
                var writer = JSONWriter(capacity: 256)
                let version = try Self.boeken.write(
                    where: [Self.boeken.identity(record.identifier)],
                    to: &writer,
                    addresses,
                    in: transaction
                )
                #expect(version == 0)
                return writer.withBytes { String(decoding: $0, as: UTF8.self) }
            }
            let url = "https://stad.example/boeken/api/v1/boeken/\(record.identifier)"
            let expected =
                #"{"url":"\#(url)","uuid":"\#(record.identifier)","titel":"Het \"huis\"","verschenen":null,"#
                + #""exemplaren":1,"lengte":10}"#
            #expect(json == expected)
        }
    }

    @Test(arguments: Kind.available) func `each change is an entry with the full new state`(_ kind: Kind) async throws {
        try await withBooks(kind) { house in
            var record = try record(house, "Eerste")
            let added = try await add(house, record)
            record.titel = "Tweede"
            let changed = record
            let version = try await house.journal.change(by: house.author, request: added.chain) { change in
                try Self.boeken.replace(changed, in: added.chain, change).version
            }
            #expect(version == 1)
            try await house.journal.sequence()
            #expect(try await findings(house) == [])
            let payload = try await house.journal.clear(of: EntryPlace(chain: added.chain, sequence: 1))
            let text = String(decoding: payload ?? [], as: UTF8.self)
            #expect(text == #"{"uuid":"\#(record.identifier)","titel":"Tweede"}"#)
            try await house.journal.change(by: house.author, request: added.chain) { change in
                try Self.boeken.remove(changed, from: added.chain, change)
            }
            #expect(try await findings(house) == [])
        }
    }

    @Test(
        arguments: Kind.available,
        ["titel = 'Andere'", "verschenen = '2020-01-01'", "verschenen = 'x'", "exemplaren = 2", "salt = chain_salt"]
    ) func `any column changed by hand is found`(_ kind: Kind, _ assignment: String) async throws {
        try await withBooks(kind) { house in
            let record = try record(house, "Eerste", Day("1912-05-01"))
            _ = try await add(house, record)
            try await house.journal.sequence()
            try await house.database.write { transaction in
                if assignment.hasPrefix("salt") {
                    _ = try transaction.run("UPDATE boek SET salt = $1", [.bytes([1])])
                } else {
                    _ = try transaction.run("UPDATE boek SET \(assignment)")
                }
            }
            let place = "table boek, row \(record.identifier)"
            #expect(try await findings(house) == [Finding(place: place, reason: "it was changed")])
        }
    }

    @Test(arguments: Kind.available) func `a list is filtered as its declaration says`(_ kind: Kind) async throws {
        try await withBooks(kind) { house in
            let addresses = try #require(addresses)
            for (titel, day) in [("Een 100% boek", "2020-01-01"), ("Een 1000 boek", "2021-01-01"), ("Een!", nil)] {
                _ = try await add(house, try record(house, titel, day.flatMap { Day($0) }))
            }
            let cases: [(String, String, Int)] = [
                ("titel", "Een!", 1), ("titel__icontains", "EEN", 3), ("titel__icontains", "100%", 1),
                ("titel__icontains", "!", 1), ("titel__icontains", "_", 0), ("verschenen__gte", "2021-01-01", 1),
                ("verschenen__lt", "2021-01-01", 1), ("verschenen__isnull", "true", 1), ("exemplaren", "1", 3),
                ("exemplaren__in", "2,3", 0), ("exemplaren__in", "1,3", 3), ("lengte", "4", 1),
            ]
            for (name, value, count) in cases {
                let filter = try #require(Boek.declaration.filters.first { $0.name == name })
                let clause = Self.boeken.clause(try filter.condition(value, addresses))
                let found = try await house.database.read { try Self.boeken.count(where: [clause], in: $0) }
                #expect(found == count, "\(name)=\(value)")
            }
        }
    }

    @Test(arguments: Kind.available) func `the table has the columns that the declaration asks for`(
        _ kind: Kind
    ) async throws {
        try await withBooks(kind) { house in
            let list = Boek.declaration.columns.map(\.name).joined(separator: ", ")
            _ = try await house.database.read { try $0.run("SELECT \(list) FROM boek") }
        }
    }
}
