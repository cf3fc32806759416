import TestGround
import Testing

@testable import Database

@Suite struct MigrationTests {
    private static let first = Migration("make one", "CREATE TABLE one (\n    id BIGINT PRIMARY KEY NOT NULL\n);")
    private static let second = Migration("make two", "CREATE TABLE two (\n    id BIGINT PRIMARY KEY NOT NULL\n);")

    private static func has(_ table: String, _ database: Database) async -> Bool {
        (try? await database.read { try $0.run("SELECT count(*) FROM \(table)") }) != nil
    }

    @Test(arguments: Kind.available) func `steps are applied once, in order`(_ kind: Kind) async throws {
        try await withDatabase(kind) { database in
            try await database.migrate([Self.first])
            try await database.migrate([Self.first, Self.second])
            try await database.migrate([Self.first, Self.second])
            #expect(await Self.has("two", database))
        }
    }

    @Test(arguments: Kind.available) func `a part of the house may get a step after its neighbours had theirs`(
        _ kind: Kind
    ) async throws {
        try await withDatabase(kind) { database in
            try await database.migrate([Self.second])
            try await database.migrate([Self.first, Self.second])
            #expect(await Self.has("one", database))
        }
    }

    @Test(arguments: Kind.available) func `a newer database is refused`(_ kind: Kind) async throws {
        try await withDatabase(kind) { database in
            try await database.migrate([Self.first, Self.second])
            await #expect(throws: DatabaseError(.newer, "")) { try await database.migrate([Self.first]) }
        }
    }

    @Test(arguments: Kind.available) func `a step that was changed afterwards is refused`(_ kind: Kind) async throws {
        try await withDatabase(kind) { database in
            try await database.migrate([Self.first])
            let changed = Migration("make one", Self.first.sql + " ")
            await #expect(throws: DatabaseError(.migrationChanged, "")) { try await database.migrate([changed]) }
        }
    }

    @Test(arguments: Kind.available) func `a step that fails takes all the others back`(_ kind: Kind) async throws {
        try await withDatabase(kind) { database in
            let broken = Migration("break", "CREATE TABEL three (\n    id BIGINT\n);")
            await #expect(throws: DatabaseError.self) { try await database.migrate([Self.first, broken]) }
            #expect(await Self.has("one", database) == false)
            try await database.migrate([Self.first])
            #expect(await Self.has("one", database))
        }
    }
}
