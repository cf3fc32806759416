import Database
import Foundation
import Kernel
import Keys
import Ledger
import TestGround
import Testing

@testable import Organisatie

@Suite struct AfdelingTests {
    private static let store = AfdelingStore()

    private func withJournal(_ kind: Kind, _ body: (Database, Journal) async throws -> Void) async throws {
        try await withFolder { folder in
            let start = Instant("2026-03-02T08:00:00Z") ?? Instant(milliseconds: 0)
            let surroundings = Surroundings.fixed(at: start, seed: 3)
            let keys = ChainKeys(
                master: try KeyFolder(path: folder.path).masterKeys(surroundings),
                surroundings: surroundings
            )
            try await withDatabase(kind) { database in
                try await database.migrate(
                    ChainKeys.migrations + LedgerStore.migrations + OrganisatieModule.migrations
                )
                let journal = try Journal(
                    database: database,
                    keys: keys,
                    surroundings: surroundings,
                    origin: "proef.example/belfort",
                    signingSeed: [UInt8](repeating: 5, count: 32)
                )
                try await body(database, journal)
            }
        }
    }

    private static func draft(_ code: String, partOf whole: String = "") -> Draft<Afdeling> {
        var draft = Draft<Afdeling>()
        (draft.code, draft.naam, draft.deelVan) = (code, code.uppercased(), whole)
        return draft
    }

    private func add(_ draft: Draft<Afdeling>, _ journal: Journal) async throws {
        let request = Identifier(high: 1, low: 1)
        try await journal.change(by: .house, request: request) { _ = try Self.store.add(draft, $0) }
    }

    @Test(arguments: Kind.available) func `whoever works for the whole works for its parts, and not the other way`(
        _ kind: Kind
    ) async throws {
        try await withJournal(kind) { database, journal in
            for (code, whole) in [("leefomgeving", ""), ("wegen", "leefomgeving"), ("putten", "wegen"), ("ict", "")] {
                try await add(Self.draft(code, partOf: whole), journal)
            }
            let reach = try await database.read { transaction in
                try ["leefomgeving", "putten", "onbekend"].map { try Self.store.reach(of: $0, in: transaction) }
            }
            #expect(reach == [["leefomgeving", "wegen", "putten"], ["putten"], ["onbekend"]])
            #expect(try await database.read { try Self.store.all(in: $0) }.map(\.code).count == 4)
        }
    }

    @Test(arguments: Kind.available) func `a code is given once, and no department is part of itself`(
        _ kind: Kind
    ) async throws {
        try await withJournal(kind) { _, journal in
            try await add(Self.draft("a"), journal)
            try await add(Self.draft("b", partOf: "a"), journal)
            let twice = await #expect(throws: Invalid.self) { try await add(Self.draft("a"), journal) }
            #expect(twice?.faults.map(\.code) == ["unique"])
            let nowhere = await #expect(throws: Invalid.self) {
                try await add(Self.draft("c", partOf: "x"), journal)
            }
            #expect(nowhere?.faults.map(\.code) == ["no_match"])
            let spelled = await #expect(throws: Invalid.self) { try await add(Self.draft("Öö"), journal) }
            #expect(spelled?.faults.map(\.name) == ["code"])
            var circle = Draft<Afdeling>()
            circle.deelVan = "b"
            let wanted = circle
            let around = await #expect(throws: Invalid.self) {
                try await journal.change(by: .house, request: Identifier(high: 1, low: 1)) {
                    _ = try Self.store.change("a", wanted, $0)
                }
            }
            #expect(around?.faults.map(\.code) == ["circle"])
        }
    }
}
