public import Database
public import Kernel
public import Ledger

extension InformatieObjectType {
    public static let table = "informatieobjecttype"
    public static let kinds = KeptKinds(from: 140)
    public static let published = EntryKind(rawValue: 143)
    public static var naam: (name: String, path: KeyPath<InformatieObjectType, Field<String>>) {
        ("omschrijving", \.omschrijving)
    }
    public static let order: Clause = """
        informatieobjecttype.catalogus, informatieobjecttype.omschrijving, informatieobjecttype.begin_geldigheid,
        informatieobjecttype.uuid
        """

    static let migration = Migration(
        "catalogi: make informatieobjecttypen",
        """
        CREATE TABLE informatieobjecttype (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            catalogus TEXT NOT NULL REFERENCES catalogus (uuid),
            omschrijving TEXT NOT NULL,
            vertrouwelijkheidaanduiding TEXT NOT NULL,
            begin_geldigheid TEXT NOT NULL,
            einde_geldigheid TEXT,
            concept BIGINT NOT NULL,
            informatieobjectcategorie TEXT NOT NULL,
            trefwoord TEXT NOT NULL,
            omschrijving_generiek TEXT,
            CHECK (concept IN (0, 1)),
            CHECK (einde_geldigheid >= begin_geldigheid)
        );
        CREATE INDEX informatieobjecttype_chain ON informatieobjecttype (chain);
        CREATE INDEX informatieobjecttype_order
            ON informatieobjecttype (catalogus, omschrijving, begin_geldigheid, uuid);
        CREATE INDEX informatieobjecttype_concept
            ON informatieobjecttype (concept, catalogus, omschrijving, begin_geldigheid, uuid);
        CREATE INDEX informatieobjecttype_omschrijving ON informatieobjecttype (omschrijving);
        """
    )

    public static func derived(_ dialect: Dialect, on day: Day) -> [String: String] {
        // CROSS JOIN keeps SQLite from starting with all zaaktypen; PostgreSQL orders as it likes.
        let used = """
            FROM zaaktype_informatieobjecttype p CROSS JOIN zaaktype v
            WHERE p.informatieobjecttype = informatieobjecttype.omschrijving AND v.uuid = p.zaaktype
            AND v.catalogus = informatieobjecttype.catalogus AND \(valid("v", on: day))
            """
        let decided = """
            FROM besluittype v WHERE v.catalogus = informatieobjecttype.catalogus AND \(valid("v", on: day))
            AND v.informatieobjecttype_omschrijvingen <> '[]'
            AND EXISTS (SELECT 1 FROM \(dialect.texts(in: "v.informatieobjecttype_omschrijvingen"))
            WHERE e.value = informatieobjecttype.omschrijving)
            """
        return [
            "zaaktypen":
                dialect.list("SELECT DISTINCT v.uuid AS x, v.identificatie \(used) ORDER BY v.identificatie, x"),
            "zaaktype_identificaties": dialect.list("SELECT DISTINCT v.identificatie AS x \(used) ORDER BY x"),
            "besluittypen": dialect.list("SELECT v.uuid AS x \(decided) ORDER BY v.omschrijving, v.uuid"),
            "besluittype_omschrijving": dialect.list("SELECT DISTINCT v.omschrijving AS x \(decided) ORDER BY x"),
        ].merging(lifetime(of: table, "omschrijving")) { first, _ in first }
    }

    public static func filter(_ name: String, _ text: String, _ scope: FilterScope) throws(Invalid) -> Clause? {
        guard name == "zaaktype" else { return try scope.version(of: Self.self, name, text) }
        let type = scope.zaaktype(text)
        return """
            informatieobjecttype.catalogus IN (SELECT z.catalogus FROM zaaktype z WHERE \(type))
            AND informatieobjecttype.omschrijving IN (SELECT p.informatieobjecttype
                FROM zaaktype z JOIN zaaktype_informatieobjecttype p ON p.zaaktype = z.uuid WHERE \(type))
            """
    }
}
