import Database
import Kernel
import TestGround
import Testing

@testable import Zaken

/// How the database goes about lists of 100,000 zaken: by the index that was made for it, never by reading the table.
@Suite struct PlanTests {
    private static let rows: Int64 = 100_000

    /// The id of the n-th row, in both databases' words.
    private static let id = "'00000000-0000-4000-8000-' || substr(CAST(100000000000 + i AS TEXT), 1, 12)"

    private static let day = """
        '2026-' || substr(CAST(101 + i % 12 AS TEXT), 2, 2) || '-' || substr(CAST(101 + i % 28 AS TEXT), 2, 2)
        """

    private static let numbers = "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $1)"

    /// A hundred types, every eighth zaak open, a person for every hundredth.
    static func fill(_ transaction: Transaction) throws {
        try transaction.run(
            """
            \(numbers) INSERT INTO zaak (uuid, chain, salt, version, identificatie, bronorganisatie, omschrijving,
                toelichting, zaaktype, registratiedatum, verantwoordelijke_organisatie, startdatum, einddatum,
                producten_of_diensten, vertrouwelijkheidaanduiding, relevante_andere_zaken, kenmerken,
                archiefstatus, archiefactiedatum, opdrachtgevende_organisatie, processobjectaard)
            SELECT \(id), \(id), $2, 0, 'Z-' || CAST(i AS TEXT), '123456782', '', '',
                'ca7a0000-0000-4000-8000-' || substr(CAST(100000000000 + i % 100 AS TEXT), 1, 12), \(day),
                '123456782', \(day), CASE WHEN i % 8 = 0 THEN NULL ELSE \(day) END, '[]', 'intern', '[]', '[]',
                'nog_te_archiveren', CASE WHEN i % 8 = 0 THEN NULL ELSE \(day) END, '', ''
            FROM n
            """,
            [.integer(rows), .bytes([1])]
        )
        try transaction.run(
            """
            \(numbers) INSERT INTO rol (uuid, chain, salt, version, zaak, betrokkene_type, afwijkende_naam_betrokkene,
                roltype, omschrijving, omschrijving_generiek, roltoelichting, registratiedatum)
            SELECT \(id), \(id), $2, 0, \(id), 'natuurlijk_persoon', '', '\(Catalogue.aanvrager)', '', 'initiator',
                '', i FROM n
            """,
            [.integer(rows), .bytes([1])]
        )
        try transaction.run(
            """
            \(numbers) INSERT INTO rol_sleutel (rol, naam, waarde)
            SELECT \(id), 'natuurlijkPersoon__inpBsn', CAST(100000000 + i / 100 AS TEXT) FROM n
            """,
            [.integer(rows)]
        )
        try transaction.run(
            """
            \(numbers) INSERT INTO status (uuid, chain, salt, version, zaak, statustype, datum_status_gezet,
                statustoelichting)
            SELECT \(id), \(id), $2, 0, \(id), '\(Catalogue.ontvangen)', i, '' FROM n
            """,
            [.integer(rows), .bytes([1])]
        )
        _ = try transaction.run("ANALYZE")
    }

    static let type = Catalogue.url(
        "/catalogi/api/v1/zaaktypen",
        Identifier("ca7a0000-0000-4000-8000-100000000007") ?? Catalogue.dakkapel
    )

    /// What is asked, and the index that answers it.
    private static let cases: [(parameters: [(String, String)], index: String)] = [
        ([], "zaak_registratie"),
        ([("zaaktype", type)], "zaak_type"),
        ([("zaaktype", type), ("maximaleVertrouwelijkheidaanduiding", "intern")], "zaak_type"),
        ([("identificatie", "Z-77")], "zaak_identificatie"),
        ([("ordering", "startdatum")], "zaak_start"),
        ([("ordering", "-startdatum"), ("startdatum__gte", "2026-12-27")], "zaak_start"),
        ([("ordering", "einddatum")], "zaak_einde"),
        ([("ordering", "-einddatum")], "zaak_einde"),
        ([("ordering", "archiefactiedatum"), ("archiefactiedatum__lt", "2026-01-02")], "zaak_archief"),
        ([("ordering", "identificatie")], "zaak_identificatie"),
        ([("rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn", "100000077")], "rol_sleutel_waarde"),
    ]

    private static func plan(
        _ parameters: [(String, String)],
        after: Place? = nil,
        _ visible: Clause = "1 = 1",
        in transaction: Transaction
    ) throws -> String {
        let query = try ZaakQuery(parameters.map { Parameter($0.0, $0.1) }, Town.addresses)
        guard let page = PageNumber(1) else { return "" }
        let statement = ZaakStore.statement(query, page, after: after, visible)
        return try transaction.plan(statement.sql(), statement.values).joined(separator: "\n")
    }

    /// Whether a table is read from end to end; by an index in its order, until the page is full, it is not.
    private static func reads(_ table: String, whole plan: String) -> Bool {
        plan.contains("Seq Scan on \(table) ")
            || plan.split(separator: "\n").contains { $0.hasSuffix("SCAN \(table)") }
    }

    @Test(arguments: Kind.available) func `each list goes by its index`(_ kind: Kind) async throws {
        try await withTown(kind) { (town) async throws in
            try await town.database.write { try Self.fill($0) }
            try await town.read { transaction in
                for (parameters, index) in Self.cases {
                    let plan = try Self.plan(parameters, in: transaction)
                    #expect(plan.contains(index), "\(parameters)\n\(plan)")
                    #expect(!Self.reads("zaak", whole: plan), "\(parameters)\n\(plan)")
                    #expect(!Self.reads("rol", whole: plan), "\(parameters)\n\(plan)")
                }
                let place = Place(values: [.text("2026-06-15"), .text("00000000-0000-4000-8000-100000050000")])
                let next = try Self.plan([], after: place, in: transaction)
                #expect(next.contains("zaak_registratie"), "\(next)")
                // A page far on starts at its place and does not count up to it.
                #expect(
                    next.contains("registratiedatum<?") || next.contains("Index Cond: (registratiedatum"),
                    "\(next)"
                )
                // What a zaak shows of its parts is looked up, one zaak at a time.
                for (name, expression) in ZaakStore.derived(transaction.dialect) {
                    let plan = try transaction.plan(
                        "SELECT \(expression) FROM zaak WHERE zaak.uuid = $1",
                        [Catalogue.dakkapel.stored]
                    ).joined(separator: "\n")
                    for table in ["zaak", "deel", "rol", "status"] {
                        #expect(!Self.reads(table, whole: plan), "\(name)\n\(plan)")
                        #expect(!plan.contains("SCAN \(table) USING"), "\(name)\n\(plan)")
                    }
                }
                let few: Clause = "zaak.zaaktype IN (\(.text("ca7a0000-0000-4000-8000-100000000007")))"
                let seen = try Self.plan([], few, in: transaction)
                #expect(!Self.reads("zaak", whole: seen), "\(seen)")
            }
        }
    }
}
