import Foundation
import Kernel
import TestGround
import Testing

@testable import Database

@Suite struct DatabaseTests {
    static let notes = Migration(
        "make notes",
        """
        CREATE TABLE note (
            id BIGINT PRIMARY KEY NOT NULL,
            title TEXT NOT NULL UNIQUE,
            weight DOUBLE PRECISION,
            body BYTEA
        );
        CREATE INDEX note_weight ON note (weight);
        """
    )

    private static func add(_ id: Int64, _ title: String) -> @Sendable (Transaction) throws -> Void {
        { transaction in
            try transaction.run("INSERT INTO note (id, title) VALUES ($1, $2)", [.integer(id), .text(title)])
        }
    }

    private static func titles(_ database: Database) async throws -> [String] {
        try await database.read { try $0.all("SELECT title FROM note ORDER BY id") { $0.text(0) } }
    }

    @Test(arguments: Kind.available) func `the number of a parameter decides, not where it stands`(
        _ kind: Kind
    ) async throws {
        try await withDatabase(kind) { database in
            let pair = try await database.read { transaction in
                try transaction.first(
                    "SELECT CAST($2 AS TEXT), CAST($1 AS TEXT), '$1'",
                    [.text("one"), .text("two")]
                ) { [$0.text(0), $0.text(1), $0.text(2)] }
            }
            #expect(pair == ["two", "one", "$1"])
        }
    }

    @Test(arguments: Kind.available) func `every kind of value comes back as it was stored`(_ kind: Kind) async throws {
        let bytes = (0...255).map { UInt8($0) }
        try await withDatabase(kind) { database in
            try await database.migrate([Self.notes])
            for (id, body) in [[], bytes].enumerated() {
                try await database.write { transaction in
                    try transaction.run(
                        "INSERT INTO note VALUES ($1, $2, $3, $4)",
                        [.integer(id == 0 ? .min : .max), .text("é €\u{1F514} \(id)"), .real(-0.1), .bytes(body)]
                    )
                }
            }
            let rows = try await database.read { transaction in
                try transaction.all("SELECT id, title, weight, body FROM note ORDER BY id") { row in
                    [Value.integer(row.integer(0)), .text(row.text(1)), .real(row.real(2)), .bytes(row.bytes(3))]
                }
            }
            #expect(
                rows == [
                    [.integer(.min), .text("é €\u{1F514} 0"), .real(-0.1), .bytes([])],
                    [.integer(.max), .text("é €\u{1F514} 1"), .real(-0.1), .bytes(bytes)],
                ]
            )
        }
    }

    @Test(arguments: Kind.available) func `text is compared byte by byte`(_ kind: Kind) async throws {
        try await withDatabase(kind) { database in
            try await database.migrate([Self.notes])
            for (id, title) in ["b", "a", "B", "é", "A"].enumerated() {
                try await database.write(Self.add(Int64(id), title))
            }
            let sorted = try await database.read {
                try $0.all("SELECT title FROM note ORDER BY title") { $0.text(0) }
            }
            #expect(sorted == ["A", "B", "a", "b", "é"])
        }
    }

    @Test(arguments: Kind.available) func `a write that fails leaves nothing, and its neighbours stay`(
        _ kind: Kind
    ) async throws {
        try await withDatabase(kind) { database in
            try await database.migrate([Self.notes])
            let failures = await withTaskGroup(of: Bool.self) { group in
                for id in 0..<60 {
                    group.addTask {
                        do {
                            try await database.write { transaction in
                                try Self.add(Int64(id), "note \(id)")(transaction)
                                // Every third write breaks the key of its own first row.
                                if id % 3 == 0 { try Self.add(Int64(id), "again \(id)")(transaction) }
                            }
                            return false
                        } catch {
                            return (error as? DatabaseError)?.code == .unique
                        }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(failures == 20)
            #expect(try await Self.titles(database) == (0..<60).filter { $0 % 3 != 0 }.map { "note \($0)" })
        }
    }

    @Test func `on SQLite waiting writes share a durable commit`() async throws {
        try await withDatabase(.sqlite, durability: .full) { database in
            try await database.migrate([Self.notes])
            let before = (database.statistics.commits, database.statistics.writes)
            try await withThrowingTaskGroup(of: Void.self) { group in
                // The first write keeps the writer busy until all the others wait.
                let gate = DispatchSemaphore(value: 0)
                let started = DispatchSemaphore(value: 0)
                group.addTask {
                    try await database.write { _ in
                        started.signal()
                        gate.wait()
                    }
                }
                while started.wait(timeout: .now()) != .success { await Task.yield() }
                for id in 0..<64 { group.addTask { try await database.write(Self.add(Int64(id), "note \(id)")) } }
                while database.waitingWrites < 64 { await Task.yield() }
                gate.signal()
                try await group.waitForAll()
            }
            #expect(database.statistics.writes - before.1 == 65)
            #expect(database.statistics.commits - before.0 == 2)
        }
    }

    @Test func `the writer flushes its log before it acknowledges`() async throws {
        try await withDatabase(.sqlite, durability: .full) { database in
            let pragmas = try await database.write { transaction in
                try ["synchronous", "secure_delete", "foreign_keys"].map { name in
                    try transaction.first("PRAGMA \(name)") { $0.integer(0) }
                }
            }
            #expect(pragmas == [2, 1, 1])
        }
    }

    @Test(arguments: Kind.available) func `an observer reads and cannot write`(_ kind: Kind) async throws {
        try await withFolder { folder in
            // The name holds what a URI would read otherwise.
            let location = try await location(kind, in: folder.appending(path: "50% a?b#c"))
            let writer = try Database(location)
            try await writer.migrate([Self.notes])
            try await writer.write(Self.add(1, "kept"))
            writer.close()
            let observer = try Database(location, access: .readOnly)
            defer { observer.close() }
            #expect(try await Self.titles(observer) == ["kept"])
            await #expect(throws: DatabaseError(.readOnly, "")) { try await observer.write(Self.add(2, "no")) }
        }
    }

    @Test(arguments: Kind.available) func `a reader cannot write`(_ kind: Kind) async throws {
        try await withDatabase(kind) { database in
            try await database.migrate([Self.notes])
            await #expect(throws: DatabaseError(.readOnly, "")) {
                try await database.snapshot(Self.add(1, "no"))
            }
        }
    }

    @Test(arguments: Kind.available) func `a wrong statement is an error and the connection lives on`(
        _ kind: Kind
    ) async throws {
        try await withDatabase(kind) { database in
            for sql in ["SELEC 1", "SELECT nothing FROM nowhere"] {
                await #expect(throws: DatabaseError(.statement, "")) {
                    try await database.read { try $0.run(sql) }
                }
            }
            let seven = try await database.read { try $0.first("SELECT 7") { $0.integer(0) } }
            #expect(seven == 7)
        }
    }

    @Test(arguments: Kind.available) func `a plan names the index that it uses`(_ kind: Kind) async throws {
        try await withDatabase(kind) { database in
            try await database.migrate([Self.notes])
            let plan = try await database.write { transaction in
                if kind == .postgres { try transaction.run("SET LOCAL enable_seqscan = off") }
                return try transaction.plan("SELECT id FROM note WHERE weight = $1", [.real(1)])
            }
            #expect(plan.joined().contains("note_weight"))
        }
    }

    @Test(.enabled(if: Kind.server != nil)) func `a lost server is answered, and found again`()
        async throws
    {
        try await withDatabase(.postgres) { database in
            try await database.migrate([Self.notes])
            try await database.write(Self.add(1, "before"))
            let killer =
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                + "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            try await database.write { transaction in try transaction.run(killer) }
            var lost = 0
            // Each connection notices by itself, once; four write.
            for id in 2..<12 {
                do {
                    try await database.write(Self.add(Int64(id), "after \(id)"))
                } catch let error as DatabaseError {
                    #expect(error.code == .unavailable)
                    lost += 1
                }
            }
            #expect(lost <= 4)
            #expect(try await Self.titles(database).count == 11 - lost)
        }
    }

    @Test func `more work than may wait is refused`() async throws {
        var limits = Database.Limits()
        limits.waiting = 2
        try await withDatabase(.sqlite, limits: limits) { database in
            let gate = DispatchSemaphore(value: 0)
            let started = DispatchSemaphore(value: 0)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    try await database.write { _ in
                        started.signal()
                        gate.wait()
                    }
                }
                while started.wait(timeout: .now()) != .success { await Task.yield() }
                for _ in 0..<2 { group.addTask { try await database.write { _ in } } }
                while database.waitingWrites < 2 { await Task.yield() }
                await #expect(throws: DatabaseError(.overloaded, "")) { try await database.write { _ in } }
                gate.signal()
                try await group.waitForAll()
            }
        }
    }

    @Test func `a statement that never ends is ended`() async throws {
        var limits = Database.Limits()
        limits.statementSeconds = 0
        try await withDatabase(.sqlite, limits: limits) { database in
            await #expect(throws: DatabaseError(.deadline, "")) {
                try await database.read {
                    try $0.run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n")
                }
            }
        }
    }
}
