import Kernel

/// One step of the schema, named for what it does; append-only: a step that was applied never changes.
public struct Migration: Sendable {
    public let name: String
    public let sql: String

    /// - Parameter sql: statements in the common words of both databases (`Dialect`).
    public init(_ name: String, _ sql: String) {
        (self.name, self.sql) = (name, sql)
    }

    /// FNV-1a over the text: tells an edited step from the one that was applied; it protects nothing.
    var checksum: String {
        let hash = sql.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}

extension Database {
    /// Brings the schema up to the given steps, in their order, all in one transaction; safe to repeat.
    ///
    /// Throws `newer` when the database holds a step that this program does not know, and `migrationChanged` when a
    /// step was applied with another text. Nothing is changed then.
    public func migrate(_ migrations: [Migration]) async throws {
        try await write { transaction in
            for statement in Self.statements(Self.migrationTable, transaction.dialect) {
                try transaction.run(statement)
            }
            try transaction.run(Self.migrationLock(transaction.dialect))
            let applied = try Self.applied(transaction)
            try Self.check(applied, against: migrations)
            let names = Set(applied.map(\.name))
            let missing = migrations.filter { !names.contains($0.name) }
            for (index, migration) in missing.enumerated() {
                for statement in Self.statements(migration.sql, transaction.dialect) { try transaction.run(statement) }
                try transaction.run(
                    "INSERT INTO migration (sequence, name, checksum) VALUES ($1, $2, $3)",
                    [.integer(Int64(applied.count + index)), .text(migration.name), .text(migration.checksum)]
                )
            }
        }
    }

    private static let migrationTable = """
        CREATE TABLE IF NOT EXISTS migration (
            sequence BIGINT PRIMARY KEY NOT NULL,
            name TEXT NOT NULL UNIQUE,
            checksum TEXT NOT NULL
        );
        """

    /// Two servers that start at once migrate one after the other; SQLite's writer is alone already.
    private static func migrationLock(_ dialect: Dialect) -> String {
        dialect == .postgres ? "LOCK TABLE migration IN EXCLUSIVE MODE" : "SELECT 1"
    }

    private static func applied(_ transaction: Transaction) throws -> [(name: String, checksum: String)] {
        try transaction.all("SELECT name, checksum FROM migration ORDER BY sequence") { ($0.text(0), $0.text(1)) }
    }

    /// Steps are known by their name and not by their place: a room may get a new step after a later room had its own.
    private static func check(_ applied: [(name: String, checksum: String)], against known: [Migration]) throws {
        let checksums = Dictionary(known.map { ($0.name, $0.checksum) }) { first, _ in first }
        precondition(checksums.count == known.count, "two migrations have the same name")
        for step in applied {
            guard let checksum = checksums[step.name] else {
                throw DatabaseError(.newer, "step '\(step.name)' is unknown: use a newer version of Belfort")
            }
            guard step.checksum == checksum else {
                throw DatabaseError(.migrationChanged, "step '\(step.name)' was applied with another text")
            }
        }
    }

    /// A statement ends with a semicolon at the end of a line.
    private static func statements(_ sql: String, _ dialect: Dialect) -> [String] {
        var statements: [String] = []
        var lines: [Substring] = []
        for line in dialect.migration(sql).split(separator: "\n") {
            lines.append(line)
            if line.hasSuffix(";") {
                statements.append(lines.joined(separator: "\n"))
                lines = []
            }
        }
        return lines.isEmpty ? statements : statements + [lines.joined(separator: "\n")]
    }
}
