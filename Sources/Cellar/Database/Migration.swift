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
            for (index, migration) in migrations.enumerated().dropFirst(applied.count) {
                for statement in Self.statements(migration.sql, transaction.dialect) { try transaction.run(statement) }
                try transaction.run(
                    "INSERT INTO migration (sequence, name, checksum) VALUES ($1, $2, $3)",
                    [.integer(Int64(index)), .text(migration.name), .text(migration.checksum)]
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

    private static func check(_ applied: [(name: String, checksum: String)], against known: [Migration]) throws {
        if applied.count > known.count {
            throw DatabaseError(
                .newer,
                "step '\(applied[known.count].name)' is unknown: use a newer version of Belfort"
            )
        }
        for (step, migration) in zip(applied, known) {
            guard step.name == migration.name else {
                throw DatabaseError(.newer, "step '\(step.name)' stands where '\(migration.name)' is expected")
            }
            guard step.checksum == migration.checksum else {
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
