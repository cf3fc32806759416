import Database
import Kernel
import TestGround
import Testing

@testable import Vault

@Suite struct PlanTests {
    private static let statements: [(sql: String, values: [Value], index: String)] = [
        (ContentStore.ofChain, [.bytes(Array(repeating: 7, count: 16))], "vault_content_chain"),
        (ContentStore.looseBefore, [.integer(10), .integer(100)], "vault_content_loose"),
        (QuarantineStore.oldestDue, [.integer(10)], "vault_content_waiting"),
        (QuarantineStore.countWaiting, [], "vault_content_waiting"),
    ]

    @Test(arguments: Kind.available) func `among many contents the few that are asked for are found by an index`(
        _ kind: Kind
    ) async throws {
        try await withDatabase(kind) { database in
            try await database.migrate(Contents.migrations)
            // A cast has another name in each; a statement of the house has none.
            let fill = kind == .sqlite ? Self.fill.replacing("BYTEA", with: "BLOB") : Self.fill
            try await database.write { try $0.run(fill) }
            try await database.write { try $0.run("ANALYZE") }
            for (sql, values, index) in Self.statements {
                let plan = try await database.read { try $0.plan(sql, values) }
                #expect(plan.contains { $0.contains(index) }, "\(sql)\n\(plan)")
            }
            let page = try await database.read { transaction in
                try transaction.plan(ContentListStore.nextAfter, [.bytes([1]), .integer(256)])
            }
            #expect(!page.contains { $0.contains("Seq Scan") || $0.contains("TEMP B-TREE") }, "\(page)")
        }
    }

    /// 20,000 rows of which one in a hundred waits and one in a hundred is loose; ids and chains are hexadecimal digits
    /// of a number, 16 of them.
    private static let fill = """
        WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 20000)
        INSERT INTO vault_content (id, chain, size, hash, sealed_hash, salt, wrapped, kind, marks, state, note, made,
            referred, scan_due, scan_tries)
        SELECT CAST(substr('0000000000000000' || n, length('' || n) + 1) AS BYTEA),
            CAST(substr('0000000000000000' || (n / 10), length('' || (n / 10)) + 1) AS BYTEA), 1,
            CAST('0123456789abcdef0123456789abcdef' AS BYTEA), CAST('0123456789abcdef0123456789abcdef' AS BYTEA),
            CAST('0123456789abcdef0123456789abcdef' AS BYTEA),
            CAST('0123456789abcdef0123456789abcdef0123456789abcdef0123456789ab' AS BYTEA), 'text', 0,
            CASE WHEN n % 100 = 0 THEN 0 ELSE 1 END, '', n, CASE WHEN n % 100 = 1 THEN 0 ELSE 1 END, 0, 0
        FROM number
        """
}
