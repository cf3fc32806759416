import Database
import Kernel
import TestGround
import Testing

@testable import Besluiten

/// How the database goes about lists of 100,000 decisions: by the index that was made for it.
@Suite struct PlanTests {
    private static let rows: Int64 = 100_000
    private static let numbers = "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $1)"
    private static func id(_ number: String) -> String {
        "'00000000-0000-4000-8000-' || substr(CAST(100000000000 + \(number) AS TEXT), 1, 12)"
    }

    /// A hundred types, every eighth by itself, a document for each.
    static func fill(_ transaction: Transaction) throws {
        try transaction.run(
            """
            \(numbers) INSERT INTO besluit (uuid, chain, salt, version, identificatie, verantwoordelijke_organisatie,
                besluittype, zaak, datum, toelichting, bestuursorgaan, ingangsdatum)
            SELECT \(id("i")), \(id("i")), $2, 0, 'B-' || CAST(i AS TEXT), '123456782', \(id("i % 100")),
                CASE WHEN i % 8 = 0 THEN NULL ELSE \(id("i / 4")) END,
                '2026-' || substr(CAST(101 + i % 12 AS TEXT), 2, 2) || '-' || substr(CAST(101 + i % 28 AS TEXT), 2, 2),
                '', '', '2026-01-01' FROM n
            """,
            [.integer(rows), .bytes([1])]
        )
        try transaction.run(
            """
            \(numbers) INSERT INTO besluitinformatieobject (uuid, chain, salt, version, informatieobject, besluit)
            SELECT \(id("i")), \(id("i")), $2, 0, \(id("i / 2")), \(id("i")) FROM n
            """,
            [.integer(rows), .bytes([1])]
        )
        _ = try transaction.run("ANALYZE")
    }

    private static func plan(
        _ asked: [(name: String, value: String)],
        after: BesluitPlace? = nil,
        _ visible: Clause = "1 = 1",
        in transaction: Transaction
    ) throws -> String {
        let clauses = try BesluitStore.rows.clauses(asked, Town.addresses)
        let statement = BesluitStore.statement(clauses, size: 100, offset: 0, after: after, visible)
        return try transaction.plan(statement.sql(), statement.values).joined(separator: "\n")
    }

    /// The statement that `writeAll` makes for documents.
    private static func documentPlan(
        _ asked: [(name: String, value: String)],
        in transaction: Transaction
    ) throws -> String {
        let rows = BesluitStore.documents
        let clauses = try rows.clauses(asked, Town.addresses) + [rows.within("1 = 1")]
        let statement: Clause = """
            SELECT besluitinformatieobject.uuid FROM besluitinformatieobject WHERE \(.all(clauses))
            ORDER BY \(name: rows.order) LIMIT 10000
            """
        return try transaction.plan(statement.sql(), statement.values).joined(separator: "\n")
    }

    /// Whether a table is read from end to end; by an index in its order, until the page is full, it is not.
    private static func reads(_ table: String, whole plan: String) -> Bool {
        plan.contains("Seq Scan on \(table) ")
            || plan.split(separator: "\n").contains { $0.hasSuffix("SCAN \(table)") }
    }

    @Test(arguments: Kind.available) func `each list goes by its index`(_ kind: Kind) async throws {
        let some = Identifier("00000000-0000-4000-8000-100000000007") ?? Around.brief
        let besluiten: [([(name: String, value: String)], String)] = [
            ([], "besluit_datum"),
            ([("besluittype", Town.url(Besluit.Besluittype.path, some))], "besluit_type"),
            ([("identificatie", "B-77")], "besluit_identificatie"),
            ([("identificatie", "B-77"), ("verantwoordelijkeOrganisatie", "123456782")], "besluit_"),
            ([("zaak", Town.url(Besluit.Zaak.path, some))], "besluit_zaak"),
        ]
        let documents: [([(name: String, value: String)], String)] = [
            ([], "besluitinformatieobject_volgorde"),
            ([("besluit", Town.url(Besluit.path, some))], "besluitinformatieobject_"),
            ([("informatieobject", Town.url(Besluit.Informatieobject.path, some))], "besluitinformatieobject_stuk"),
        ]
        try await withTown(kind) { town in
            try await town.database.write { try Self.fill($0) }
            try await town.read { transaction in
                for (asked, index) in besluiten {
                    let plan = try Self.plan(asked, in: transaction)
                    #expect(plan.contains(index) && !Self.reads("besluit", whole: plan), "\(asked)\n\(plan)")
                    #expect(!plan.contains("Sort") && !plan.contains("TEMP B-TREE"), "\(asked)\n\(plan)")
                }
                let few = "besluit.besluittype IN (\(some.stored))" as Clause
                for (asked, index) in documents {
                    let plan = try Self.documentPlan(asked, in: transaction)
                    let isWhole = Self.reads("besluitinformatieobject", whole: plan)
                    #expect(plan.contains(index) && !isWhole, "\(asked)\n\(plan)")
                }
                let own = try Self.plan([], few, in: transaction)
                #expect(!Self.reads("besluit", whole: own), "\(own)")
                // A page far on starts at its place and does not count up to it.
                let next = try Self.plan([], after: BesluitPlace("2026-06-15_\(some)"), in: transaction)
                #expect(next.contains("datum<?") || next.contains("Index Cond: (datum"), "\(next)")
            }
        }
    }
}
