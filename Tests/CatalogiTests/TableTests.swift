import Catalogi
import Database
import Kernel
import Ledger
import TestGround
import Testing

/// What the tables look like, against the declarations.
@Suite struct TableTests {
    @Test(arguments: Kind.available) func `each table has the columns of its declaration, in its order`(
        _ kind: Kind
    ) async throws {
        try await withTypes(kind) { ground in
            try await check(Catalogus.self, ground)
            try await check(ZaakType.self, ground)
            try await check(ZaakTypeRelatie.self, ground)
            try await check(StatusType.self, ground)
            try await check(ResultaatType.self, ground)
            try await check(RolType.self, ground)
            try await check(Eigenschap.self, ground)
            try await check(InformatieObjectType.self, ground)
            try await check(ZaakTypeInformatieObjectType.self, ground)
            try await check(BesluitType.self, ground)
            try await check(ZaakObjectType.self, ground)
        }
    }

    private func check<R: CatalogiResource>(_ type: R.Type, _ ground: TypeGround) async throws {
        let found = try await ground.database.read { transaction in
            try transaction.all(Self.columns(transaction.dialect), [.text(R.table)]) { row in
                "\(row.text(0)) \(row.bool(1) ? "" : "NOT ")NULL"
            }
        }
        let own = ["chain NOT NULL", "salt NOT NULL", "version NOT NULL"]
        let declared = R.declaration.columns.map { "\($0.name) \($0.isNullable ? "" : "NOT ")NULL" }
        #expect(found == declared.prefix(1) + own + declared.dropFirst(), "\(R.table)")
    }

    private static func columns(_ dialect: Dialect) -> String {
        switch dialect {
        case .sqlite: "SELECT name, 1 - \"notnull\" FROM pragma_table_info($1) ORDER BY cid"
        case .postgres:
            """
            SELECT column_name::text, CASE is_nullable WHEN 'YES' THEN 1 ELSE 0 END FROM information_schema.columns
            WHERE table_name = $1 ORDER BY ordinal_position
            """
        }
    }

    @Test func `no two kinds of entries have the same number, and all are of Catalogi`() {
        let kinds =
            CatalogiModule.kinds.values.flatMap { [$0.added, $0.changed, $0.removed] } + CatalogiModule.published
        #expect(Set(kinds).count == kinds.count)
        #expect(kinds.allSatisfy { (100...199).contains($0.rawValue) })
        #expect(CatalogiModule.states.count == CatalogiModule.migrations.count)
    }

    /// A column of each table, and something else than stands there.
    private static let changes = [
        ("catalogus", "naam", "Ander"), ("zaaktype", "doel", "Ander"), ("zaaktype_relatie", "gerelateerd", "x"),
        ("zaaktype", "concept", "0"), ("statustype", "volgnummer", "9"),
        ("resultaattype", "archiefactietermijn", "P1D"), ("roltype", "omschrijving_generiek", "behandelaar"),
        ("eigenschap", "definitie", "Ander"), ("informatieobjecttype", "trefwoord", "[\"x\"]"),
        ("zaaktype_informatieobjecttype", "richting", "uitgaand"), ("besluittype", "publicatie_indicatie", "0"),
        ("zaakobjecttype", "ander_objecttype", "1"),
    ]

    @Test(arguments: Kind.available) func `a column changed by hand is found`(_ kind: Kind) async throws {
        try await withTown(kind) { town in
            try await fill(town)
            #expect(try await town.ground.findings() == [])
            for (table, column, value) in Self.changes {
                let (id, old) = try await swap(value, in: column, of: table, town)
                let expected = [Finding(place: "table \(table), row \(id)", reason: "it was changed")]
                #expect(try await town.ground.findings() == expected)
                _ = try await swap(old, in: column, of: table, town)
                #expect(try await town.ground.findings() == [])
            }
        }
    }

    /// Puts another value in the one row of a table, and answers whose row it is and what stood there.
    private func swap(
        _ value: String?,
        in column: String,
        of table: String,
        _ town: Town
    ) async throws -> (id: String, old: String?) {
        try await town.ground.database.write { transaction in
            let row = try transaction.first("SELECT uuid, CAST(\(column) AS TEXT) FROM \(table)") {
                ($0.text(0), $0.optionalText(1))
            }
            let text = value.map { "'\($0)'" } ?? "NULL"
            _ = try transaction.run("UPDATE \(table) SET \(column) = \(text)")
            return row ?? ("", nil)
        }
    }

    /// One row in each table.
    private func fill(_ town: Town) async throws {
        try await town.patch(
            ZaakType.self,
            town.zaaktype,
            ["gerelateerdeZaaktypen": #"[{"zaaktype":"ander","aardRelatie":"vervolg"}]"#]
        )
        try await town.add(StatusType.self, .statustype(town.zaaktypeURL))
        try await town.add(ResultaatType.self, .resultaattype(town.zaaktypeURL))
        try await town.add(RolType.self, .roltype(town.zaaktypeURL))
        try await town.add(Eigenschap.self, .eigenschap(town.zaaktypeURL))
        try await town.add(InformatieObjectType.self, .informatieobjecttype(town.catalogusURL))
        try await town.add(ZaakTypeInformatieObjectType.self, .zaakTypeInformatieObjectType(town.zaaktypeURL))
        try await town.add(BesluitType.self, .besluittype(town.catalogusURL))
        try await town.add(ZaakObjectType.self, .zaakobjecttype(town.zaaktypeURL))
    }
}
