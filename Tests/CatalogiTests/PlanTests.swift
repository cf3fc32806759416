import Database
import Kernel
import Ledger
import TestGround
import Testing

@testable import Catalogi

/// How the databases run each list at 100,000 rows in each table.
@Suite struct PlanTests {
    @Test(arguments: Kind.available) func `no list reads a whole table`(_ kind: Kind) async throws {
        try await withTypes(kind) { ground in
            try await fill(ground)
            let id = "https://stad.example/catalogi/api/v1/%/\(Self.id(7))"
            let zaaktype = id.replacing("%", with: "zaaktypen")
            let catalogus = id.replacing("%", with: "catalogussen")
            let document = id.replacing("%", with: "informatieobjecttypen")
            let type: [[String: String]] = [
                [:], ["catalogus": catalogus], ["status": "concept"], ["status": "alles"],
                ["datumGeldigheid": "2026-06-01"], ["catalogus": catalogus, "status": "alles"],
            ]
            let part: [[String: String]] = [
                [:], ["zaaktype": zaaktype], ["zaaktype": zaaktype, "status": "alles"], ["status": "alles"],
                ["zaaktypeIdentificatie": "z7"], ["datumGeldigheid": "2026-06-01", "zaaktype": zaaktype],
            ]
            try await check(Catalogus.self, [[:], ["domein": "7"], ["domein__in": "7,8"], ["rsin": "7"]], ground)
            try await check(
                ZaakType.self,
                type + [["identificatie": "z7"], ["identificatie__icontains": "z7"], ["trefwoorden": "x"]],
                ground
            )
            try await check(
                BesluitType.self,
                type + [
                    ["omschrijving": "n7"], ["zaaktypen": zaaktype], ["informatieobjecttypen": document],
                ],
                ground
            )
            try await check(InformatieObjectType.self, type + [["omschrijving": "n7"], ["zaaktype": zaaktype]], ground)
            try await check(StatusType.self, part, ground)
            try await check(ResultaatType.self, part, ground)
            try await check(RolType.self, part + [["omschrijvingGeneriek": "initiator"]], ground)
            try await check(Eigenschap.self, part, ground)
            try await check(ZaakObjectType.self, part + [["catalogus": catalogus]], ground)
            try await check(
                ZaakTypeInformatieObjectType.self,
                [[:], ["zaaktype": zaaktype], ["informatieobjecttype": "n7"], ["informatieobjecttype": document]],
                ground
            )
        }
    }

    private func check<R: CatalogiResource>(
        _ type: R.Type,
        _ queries: [[String: String]],
        _ ground: TypeGround
    ) async throws {
        let scope = FilterScope(ground.database.dialect, ground.addresses)
        for parameters in queries {
            let query = try ListQuery<R>(parameters.map { (name: $0.key, value: $0.value) }, scope)
            let plan = try await ground.database.read { transaction in
                let derived = R.derived(transaction.dialect, on: TypeGround.today)
                let selection =
                    R.declaration.columns.map { "\(R.table).\($0.name)" }
                    + R.declaration.derivedColumns.compactMap { derived[$0] }
                let list: Clause = """
                    SELECT \(name: selection.joined(separator: ", ")) FROM \(name: R.table)
                    WHERE \(.all(query.clauses)) ORDER BY \(R.order) LIMIT \(.integer(100))
                    """
                return try transaction.plan(list.sql(), list.values)
            }
            let scans = plan.filter { Self.readsWholeTable($0) }
            #expect(scans == [], "\(R.table)?\(parameters)\n\(plan.joined(separator: "\n"))")
        }
    }

    private static func readsWholeTable(_ step: String) -> Bool {
        if step.contains("Seq Scan") { return true }
        guard let range = step.firstRange(of: "SCAN ") else { return false }
        let what = step[range.upperBound...]
        return !what.contains("USING") && !what.contains("VIRTUAL TABLE") && !what.hasPrefix("(")
            && !what.hasPrefix("CONSTANT")
    }
}

// MARK: - 100,000 rows

extension PlanTests {
    private static let rows = 100_000

    private static func id(_ number: Int) -> String { "10000000-0000-4000-8000-\(100_000_000_000 + number)" }

    private static func id(of expression: String) -> String {
        "'10000000-0000-4000-8000-' || CAST(100000000000 + \(expression) AS TEXT)"
    }

    /// The numbers from 1 on, as `i`; the databases make them in their own ways.
    private static func numbers(_ dialect: Dialect) -> String {
        switch dialect {
        case .postgres: "generate_series(1, \(rows)) AS numbers(i)"
        case .sqlite:
            """
            (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(rows)) SELECT i FROM n)
            AS numbers
            """
        }
    }

    private func fill(_ ground: TypeGround) async throws {
        let (catalogus, zaaktype) = (Self.id(of: "i % 1000 + 1"), Self.id(of: "i % 10000 + 1"))
        let version = [
            "catalogus": catalogus, "begin_geldigheid": "'2026-01-01'", "omschrijving": "'n' || (i % 50000)",
            "concept": "CASE WHEN i % 100 = 0 THEN 1 ELSE 0 END",
        ]
        let part = ["zaaktype": zaaktype, "volgnummer": "i", "omschrijving": "'n' || i", "naam": "'n' || i"]
        try await insert(Catalogus.self, ["domein": "CAST(i AS TEXT)", "rsin": "CAST(i AS TEXT)"], ground)
        let types = version.merging(["identificatie": "'z' || (i % 50000)"]) { first, _ in first }
        try await insert(ZaakType.self, types, ground)
        try await insert(BesluitType.self, version, ground)
        try await insert(InformatieObjectType.self, version, ground)
        try await insert(StatusType.self, part, ground)
        try await insert(ResultaatType.self, part, ground)
        try await insert(RolType.self, part, ground)
        try await insert(Eigenschap.self, part, ground)
        try await insert(ZaakObjectType.self, part, ground)
        let documents = part.merging(["informatieobjecttype": "'n' || (i % 50000)"]) { first, _ in first }
        try await insert(ZaakTypeInformatieObjectType.self, documents, ground)
        try await insert(ZaakTypeRelatie.self, part, ground)
        if ground.database.dialect == .postgres {
            // What its own process does within a minute.
            _ = try await ground.database.read { try $0.run("ANALYZE") }
        }
    }

    private func insert<R: CatalogiResource>(
        _ type: R.Type,
        _ given: [String: String],
        _ ground: TypeGround
    ) async throws {
        let columns = R.declaration.columns.dropFirst()
        let values = columns.map { column in
            given[column.name] ?? (column.isNullable ? "NULL" : column.type == .integer ? "0" : "'[]'")
        }
        let sql = """
            INSERT INTO \(R.table) (uuid, chain, salt, version, \(columns.map(\.name).joined(separator: ", ")))
            SELECT \(Self.id(of: "i")), \(Self.id(of: "i")), $1, 0, \(values.joined(separator: ", "))
            FROM \(Self.numbers(ground.database.dialect))
            """
        try await ground.database.write { _ = try $0.run(sql, [.bytes([1])]) }
    }
}
