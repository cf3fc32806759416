public import Database
public import Kernel
public import Ledger

extension ZaakObjectType {
    public static let table = "zaakobjecttype"
    public static let kinds = KeptKinds(from: 155)
    public static let order: Clause = """
        zaakobjecttype.zaaktype, zaakobjecttype.relatie_omschrijving, zaakobjecttype.uuid
        """

    static let migration = Migration(
        "catalogi: make zaakobjecttypen",
        """
        CREATE TABLE zaakobjecttype (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            ander_objecttype BIGINT NOT NULL,
            objecttype TEXT NOT NULL,
            relatie_omschrijving TEXT NOT NULL,
            zaaktype TEXT NOT NULL REFERENCES zaaktype (uuid),
            statustype TEXT
        );
        CREATE INDEX zaakobjecttype_chain ON zaakobjecttype (chain);
        CREATE INDEX zaakobjecttype_order ON zaakobjecttype (zaaktype, relatie_omschrijving, uuid);
        """
    )

    public static func derived(_ dialect: Dialect, on day: Day) -> [String: String] {
        let status = """
            SELECT s.uuid AS x FROM statustype s
            WHERE s.uuid = zaakobjecttype.statustype AND s.zaaktype = zaakobjecttype.zaaktype
            """
        return fromZaakType.merging([
            // No client can name them: the standard shows this relation and has no way to write it.
            "resultaattypen": "'[]'", "resultaattype_omschrijving": "'[]'",
            "statustypen": dialect.list(status),
        ]) { first, _ in first }
    }

    public static func filter(_ name: String, _ text: String, _ scope: FilterScope) throws(Invalid) -> Clause? {
        switch name {
        case "catalogus":
            scope.few(Self.self, "z.catalogus = \(TypeName(text, of: Catalogus.self, scope.addresses).value)")
        case "datumBeginGeldigheid":
            scope.each(Self.self, "z.begin_geldigheid = \(try scope.day(name, text).stored)")
        case "datumEindeGeldigheid":
            scope.each(Self.self, "z.einde_geldigheid = \(try scope.day(name, text).stored)")
        default: try scope.part(of: Self.self, name, text)
        }
    }
}
