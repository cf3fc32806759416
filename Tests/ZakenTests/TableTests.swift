import Database
import Kernel
import Ledger
import TestGround
import Testing

@testable import Zaken

@Suite struct TableTests {
    /// What a row has besides its declaration: the ledger's columns, and the rank that follows from the secrecy.
    private static let others: Set<String> = ["chain", "salt", "version", "rang"]

    private static func columns(_ table: String, in transaction: Transaction) throws -> [String] {
        let names =
            transaction.dialect == .postgres
            ? try transaction.all(
                """
                SELECT column_name::text FROM information_schema.columns
                WHERE table_name = $1 ORDER BY ordinal_position
                """,
                [.text(table)]
            ) { $0.text(0) }
            : try transaction.all("SELECT name FROM pragma_table_xinfo($1) ORDER BY cid", [.text(table)]) { $0.text(0) }
        return names.filter { !others.contains($0) }
    }

    @Test(arguments: Kind.available) func `each table has the columns of its declaration, in order`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            try await town.read { transaction in
                func check<R: Resource>(_ rows: Rows<R>) throws {
                    let found = try Self.columns(rows.table, in: transaction)
                    #expect(found == R.declaration.columns.map(\.name), "\(rows.table)")
                }
                try check(ZaakStore.rows)
                try check(StatusStore.rows)
                try check(ResultaatStore.rows)
                try check(RolStore.rows)
                try check(ZaakObjectStore.rows)
                try check(ZaakInformatieObjectStore.rows)
                try check(ZaakEigenschapStore.rows)
                try check(KlantContactStore.rows)
                try check(ZaakBesluitStore.rows)
                try check(ZaakContactMomentStore.rows)
                try check(ZaakVerzoekStore.rows)
                try check(ZaakNotitieStore.rows)
            }
        }
    }

    @Test(arguments: Kind.available) func `the rank in a row is that of the choice`(_ kind: Kind) async throws {
        try await withTown(kind) { town in
            for (index, choice) in Vertrouwelijkheidaanduiding.allCases.enumerated() {
                let id = try await town.zaak("\"vertrouwelijkheidaanduiding\":\"\(choice.rawValue)\"")
                let rank = try await town.read { transaction in
                    try transaction.first("SELECT rang FROM zaak WHERE uuid = $1", [id.stored]) { $0.integer(0) }
                }
                #expect(rank == choice.rank)
                #expect(rank == Int64(index) + 1)
            }
        }
    }

    /// One change by hand to a zaak that has everything; each must be found in the row that it changed.
    private static let tampering = [
        ("zaak", "toelichting = 'anders'"), ("zaak", "zaaktype = '\(Catalogue.bezwaar)'"),
        ("zaak", "startdatum = '2026-02-01'"), ("zaak", "vertrouwelijkheidaanduiding = 'openbaar'"),
        ("zaak", "kenmerken = '[]'"), ("zaak", "archiefactiedatum = '2099-01-01'"), ("zaak", "einddatum = NULL"),
        ("status", "datum_status_gezet = 5"), ("status", "statustoelichting = 'anders'"),
        ("resultaat", "toelichting = 'anders'"), ("rol", "betrokkene_identificatie = NULL"),
        ("rol", "roltoelichting = 'anders'"), ("zaakobject", "relatieomschrijving = 'anders'"),
        ("zaakinformatieobject", "titel = 'anders'"), ("zaakeigenschap", "waarde = '20990101'"),
        ("zaakbesluit", "besluit = '\(Catalogue.id(99))'"),
    ]

    @Test(arguments: Kind.available) func `a column changed by hand is found, and the row is named`(
        _ kind: Kind
    ) async throws {
        try await withTown(kind) { town in
            let id = try await town.zaak(#""kenmerken":[{"kenmerk":"A-12","bron":"Loket"}]"#)
            try await town.rol(on: id)
            try await town.object(on: id, #""objectType":"pand","object":"https://data.example/pand/1""#)
            try await town.stuk(on: id)
            try await town.eigenschap(on: id, "20300101")
            try await town.besluit(86, on: id)
            try await town.resultaat(on: id)
            try await town.status(Catalogue.afgesloten, on: id)
            try await town.journal.sequence()
            #expect(try await town.findings() == [])
            for (table, assignment) in Self.tampering {
                let column = String(assignment.prefix { $0 != " " })
                let row = try await town.database.write { transaction in
                    try transaction.run("CREATE TABLE kept AS SELECT uuid, \(column) AS old FROM \(table)")
                    _ = try transaction.run("UPDATE \(table) SET \(assignment)")
                    return try transaction.first("SELECT uuid FROM \(table)") { $0.text(0) }
                }
                let place = "table \(table), row \(row ?? "")"
                #expect(try await town.findings() == [Finding(place: place, reason: "it was changed")], "\(assignment)")
                try await town.database.write { transaction in
                    try transaction.run("UPDATE \(table) SET \(column) = (SELECT old FROM kept)")
                    _ = try transaction.run("DROP TABLE kept")
                }
            }
            #expect(try await town.findings() == [])
        }
    }
}
