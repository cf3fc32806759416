public import Database
public import Kernel
public import Ledger

extension BesluitType {
    public static let table = "besluittype"
    public static let kinds = KeptKinds(from: 150)
    public static let published = EntryKind(rawValue: 153)
    public static var naam: (name: String, path: KeyPath<BesluitType, Field<String>>) {
        ("omschrijving", \.omschrijving)
    }
    public static let order: Clause = """
        besluittype.catalogus, besluittype.omschrijving, besluittype.begin_geldigheid, besluittype.uuid
        """

    static let migration = Migration(
        "catalogi: make besluittypen",
        """
        CREATE TABLE besluittype (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            catalogus TEXT NOT NULL REFERENCES catalogus (uuid),
            omschrijving TEXT NOT NULL,
            omschrijving_generiek TEXT NOT NULL,
            besluitcategorie TEXT NOT NULL,
            reactietermijn TEXT,
            publicatie_indicatie BIGINT NOT NULL,
            publicatietekst TEXT NOT NULL,
            publicatietermijn TEXT,
            toelichting TEXT NOT NULL,
            informatieobjecttype_omschrijvingen TEXT NOT NULL,
            begin_geldigheid TEXT NOT NULL,
            einde_geldigheid TEXT,
            concept BIGINT NOT NULL,
            CHECK (concept IN (0, 1)),
            CHECK (einde_geldigheid >= begin_geldigheid)
        );
        CREATE INDEX besluittype_chain ON besluittype (chain);
        CREATE INDEX besluittype_order ON besluittype (catalogus, omschrijving, begin_geldigheid, uuid);
        CREATE INDEX besluittype_concept ON besluittype (concept, catalogus, omschrijving, begin_geldigheid, uuid);
        CREATE INDEX besluittype_omschrijving ON besluittype (omschrijving);
        CREATE INDEX besluittype_documenten
            ON besluittype (catalogus) WHERE informatieobjecttype_omschrijvingen <> '[]';
        """
    )

    public static func derived(_ dialect: Dialect, on day: Day) -> [String: String] {
        func naming(_ column: String) -> String {
            // Most name none, which is told without reading JSON.
            "\(column) <> '[]' AND "
                + "EXISTS (SELECT 1 FROM \(dialect.texts(in: column)) WHERE e.value = besluittype.omschrijving)"
        }
        let here = "z.catalogus = besluittype.catalogus AND \(valid("z", on: day))"
        let zaaktypen = "FROM zaaktype z WHERE \(here) AND \(naming("z.besluittype_omschrijving"))"
        let resultaattypen = """
            FROM zaaktype z JOIN resultaattype r ON r.zaaktype = z.uuid
            WHERE \(here) AND \(naming("r.besluittype_omschrijving"))
            """
        let documents = """
            SELECT v.uuid AS x FROM \(dialect.texts(in: "besluittype.informatieobjecttype_omschrijvingen"))
            JOIN informatieobjecttype v ON v.catalogus = besluittype.catalogus AND v.omschrijving = e.value
            WHERE \(valid("v", on: day)) ORDER BY v.omschrijving, v.uuid
            """
        return [
            "zaaktypen": dialect.list("SELECT z.uuid AS x \(zaaktypen) ORDER BY z.identificatie, z.uuid"),
            "zaaktype_identificaties": dialect.list("SELECT DISTINCT z.identificatie AS x \(zaaktypen) ORDER BY x"),
            "informatieobjecttypen": dialect.list(documents),
            "resultaattypen": dialect.list("SELECT r.uuid AS x \(resultaattypen) ORDER BY r.omschrijving, r.uuid"),
            "resultaattypen_omschrijving":
                dialect.list("SELECT DISTINCT r.omschrijving AS x \(resultaattypen) ORDER BY x"),
            "vastgelegd_in": "besluittype.informatieobjecttype_omschrijvingen",
        ].merging(lifetime(of: table, "omschrijving")) { first, _ in first }
    }

    public static func filter(_ name: String, _ text: String, _ scope: FilterScope) throws(Invalid) -> Clause? {
        switch name {
        case "zaaktypen": named(by: scope.zaaktype(text), scope)
        case "informatieobjecttypen": naming(TypeName(text, of: InformatieObjectType.self, scope.addresses), scope)
        default: try scope.version(of: Self.self, name, text)
        }
    }

    /// The besluittypen that such zaaktypen name.
    private static func named(by type: Clause, _ scope: FilterScope) -> Clause {
        let texts = scope.dialect.texts(in: "z.besluittype_omschrijving")
        return """
            besluittype.catalogus IN (SELECT z.catalogus FROM zaaktype z WHERE \(type))
            AND besluittype.omschrijving IN (SELECT e.value FROM zaaktype z, \(name: texts) WHERE \(type))
            """
    }

    /// The besluittypen that name such an informatieobjecttype.
    private static func naming(_ type: TypeName, _ scope: FilterScope) -> Clause {
        let texts = scope.dialect.texts(in: "besluittype.informatieobjecttype_omschrijvingen")
        guard let id = type.identifier else {
            return "EXISTS (SELECT 1 FROM \(name: texts) WHERE e.value = \(.text(type.text)))"
        }
        return """
            EXISTS (SELECT 1 FROM \(name: texts) JOIN informatieobjecttype v ON v.omschrijving = e.value
                WHERE v.uuid = \(id.stored) AND v.catalogus = besluittype.catalogus)
            """
    }
}

extension FilterScope {
    /// A zaaktype `z`: one version by its URL, or all versions by their identificatie.
    func zaaktype(_ text: String) -> Clause {
        let name = TypeName(text, of: ZaakType.self, addresses)
        return name.identifier.map { "z.uuid = \($0.stored)" } ?? "z.identificatie = \(.text(text))"
    }
}
