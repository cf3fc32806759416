import Access
import Catalogi
import Database
import Kernel
import TestGround
import Testing

@testable import Documenten

/// How the database goes about lists of 100,000 documents: by the index that was made for it, never by the whole table.
@Suite struct PlanTests {
    private static let rows: Int64 = 100_000

    private static let id = "'00000000-0000-4000-8000-' || substr(CAST(100000000000 + i AS TEXT), 1, 12)"

    private static let numbers = "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $1)"

    /// A hundred types, one document in ten with a keyword, each tied to a zaak.
    private static func fill(_ transaction: Transaction) throws {
        try transaction.run(
            """
            \(numbers) INSERT INTO enkelvoudiginformatieobject (uuid, chain, salt, version, identificatie,
                bronorganisatie, creatiedatum, titel, vertrouwelijkheidaanduiding, auteur, formaat, taal, versie,
                begin_registratie, bestandsnaam, beschrijving, verschijningsvorm, informatieobjecttype, trefwoorden,
                sha256, soort)
            SELECT \(id), \(id), $2, 0, 'D-' || CAST(i AS TEXT), '123456782',
                '2026-01-' || substr(CAST(101 + i % 28 AS TEXT), 2, 2), '', 'intern', '', '', 'nld', 1, i, '', '', '',
                'ca7a0000-0000-4000-8000-' || substr(CAST(100000000000 + i % 100 AS TEXT), 1, 12), '[]', '', ''
            FROM n
            """,
            [.integer(rows), .bytes([1])]
        )
        try transaction.run(
            """
            \(numbers) INSERT INTO document_trefwoord (document, trefwoord)
            SELECT \(id), 'woord' || CAST(i / 100 AS TEXT) FROM n WHERE i % 10 = 0
            """,
            [.integer(rows)]
        )
        try transaction.run(
            """
            \(numbers) INSERT INTO objectinformatieobject (uuid, chain, salt, version, informatieobject, object,
                object_type)
            SELECT \(id), \(id), $2, 0, \(id), '/zaken/api/v1/zaken/00000000-0000-4000-9000-'
                || substr(CAST(100000000000 + i / 10 AS TEXT), 1, 12), 'zaak' FROM n
            """,
            [.integer(rows), .bytes([1])]
        )
        _ = try transaction.run("ANALYZE")
    }

    private static let zaak = "https://belfort.example/zaken/api/v1/zaken/00000000-0000-4000-9000-100000000007"

    private static let type = Town.url(
        InformatieObjectType.path,
        Identifier("ca7a0000-0000-4000-8000-100000000007") ?? Town.brief
    )

    /// What is asked, and the index that answers it.
    private static let cases: [(parameters: [(String, String)], index: String)] = [
        ([], "document_registratie"),
        ([("informatieobjecttype", type)], "document_type"),
        ([("identificatie", "D-77")], "document_identificatie"),
        ([("identificatie", "D-77"), ("bronorganisatie", "123456782")], "document_identificatie"),
        ([("trefwoorden", "woord7")], "document_trefwoord_woord"),
        ([("objectinformatieobjecten__object", zaak)], "objectinformatieobject_object"),
    ]

    private static func plan(
        _ parameters: [(String, String)],
        after: DocumentPlace? = nil,
        _ visible: Clause = "1 = 1",
        in transaction: Transaction
    ) throws -> String {
        let query = try DocumentQuery(parameters.map { (name: $0.0, value: $0.1) }, Town.addresses)
        let statement = DocumentStore.statement(query, size: 100, offset: 0, after: after, visible)
        return try transaction.plan(statement.sql(), statement.values).joined(separator: "\n")
    }

    private static func reads(_ table: String, whole plan: String) -> Bool {
        plan.contains("Seq Scan on \(table) ")
            || plan.split(separator: "\n").contains { $0.hasSuffix("SCAN \(table)") }
    }

    @Test(arguments: TestGround.Kind.available) func `each list goes by its index`(
        _ kind: TestGround.Kind
    ) async throws {
        try await withTown(kind) { town in
            try await town.database.write { try Self.fill($0) }
            try await town.read { transaction in
                for (parameters, index) in Self.cases {
                    let plan = try Self.plan(parameters, in: transaction)
                    let isByNumber = index == "document_identificatie" && plan.contains("document_nummer")
                    #expect(plan.contains(index) || isByNumber, "\(parameters)\n\(plan)")
                    for table in ["enkelvoudiginformatieobject", "document_trefwoord", "objectinformatieobject"] {
                        #expect(!Self.reads(table, whole: plan), "\(parameters)\n\(plan)")
                    }
                }
                // A page far on starts at its place and does not count up to it.
                let place = DocumentPlace(moment: 50_000, id: Town.brief)
                let next = try Self.plan([], after: place, in: transaction)
                #expect(next.contains("document_registratie"), "\(next)")
                #expect(
                    next.contains("begin_registratie,uuid)<") || next.contains("Index Cond: (ROW(begin_registratie"),
                    "\(next)"
                )
                // What a document shows of its parts is looked up, one document at a time.
                for (name, expression) in DocumentStore.derived(transaction.dialect) {
                    let plan = try transaction.plan(
                        """
                        SELECT \(expression) FROM enkelvoudiginformatieobject
                        WHERE enkelvoudiginformatieobject.uuid = $1
                        """,
                        [Town.brief.stored]
                    ).joined(separator: "\n")
                    #expect(!Self.reads("enkelvoudiginformatieobject", whole: plan), "\(name)\n\(plan)")
                }
            }
        }
    }

    @Test(arguments: TestGround.Kind.available) func `the documents of a zaak are found by the zaak`(
        _ kind: TestGround.Kind
    ) async throws {
        try await withTown(kind) { town in
            try await town.database.write { try Self.fill($0) }
            let visitors: [Visitor] = [
                .resident(Identity(subject: Town.id(101), level: .substantial)),
                .official(Identity(subject: Town.id(103), level: .password)),
            ]
            let object = try #require(Link(String(Self.zaak.dropFirst("https://belfort.example".count))))
            try await town.read { transaction in
                for visitor in visitors {
                    let statement = DocumentStore.ofObject(object, DocumentMandate.visible(to: visitor), limit: 100)
                    let plan = try transaction.plan(statement.sql(), statement.values).joined(separator: "\n")
                    #expect(plan.contains("objectinformatieobject_object"), "\(visitor)\n\(plan)")
                    #expect(!Self.reads("enkelvoudiginformatieobject", whole: plan), "\(visitor)\n\(plan)")
                }
            }
        }
    }
}
