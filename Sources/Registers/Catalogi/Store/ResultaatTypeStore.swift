public import Database
public import Kernel
public import Ledger

extension ResultaatType {
    public static let table = "resultaattype"
    public static let kinds = KeptKinds(from: 125)
    public static let order: Clause = "resultaattype.zaaktype, resultaattype.omschrijving, resultaattype.uuid"

    static let migration = Migration(
        "catalogi: make resultaattypen",
        """
        CREATE TABLE resultaattype (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            zaaktype TEXT NOT NULL REFERENCES zaaktype (uuid),
            omschrijving TEXT NOT NULL,
            resultaattypeomschrijving TEXT NOT NULL,
            omschrijving_generiek TEXT NOT NULL,
            selectielijstklasse TEXT NOT NULL,
            toelichting TEXT NOT NULL,
            archiefnominatie TEXT,
            archiefactietermijn TEXT,
            brondatum_archiefprocedure TEXT,
            procesobjectaard TEXT,
            indicatie_specifiek BIGINT,
            procestermijn TEXT,
            besluittype_omschrijving TEXT NOT NULL,
            informatieobjecttype_omschrijving TEXT NOT NULL
        );
        CREATE INDEX resultaattype_chain ON resultaattype (chain);
        CREATE INDEX resultaattype_order ON resultaattype (zaaktype, omschrijving, uuid);
        CREATE INDEX resultaattype_besluiten ON resultaattype (zaaktype) WHERE besluittype_omschrijving <> '[]';
        CREATE UNIQUE INDEX resultaattype_omschrijving ON resultaattype (zaaktype, omschrijving);
        """
    )

    public static func derived(_ dialect: Dialect, on day: Day) -> [String: String] {
        func named(_ table: String, in column: String) -> String {
            dialect.list(
                """
                SELECT v.uuid AS x FROM \(dialect.texts(in: "resultaattype.\(column)"))
                JOIN zaaktype z ON z.uuid = resultaattype.zaaktype
                JOIN \(table) v ON v.catalogus = z.catalogus AND v.omschrijving = e.value
                WHERE \(valid("v", on: day)) ORDER BY v.omschrijving, v.uuid
                """
            )
        }
        return fromZaakType.merging([
            "besluittypen": named("besluittype", in: "besluittype_omschrijving"),
            "informatieobjecttypen": named("informatieobjecttype", in: "informatieobjecttype_omschrijving"),
        ]) { first, _ in first }
    }
}
