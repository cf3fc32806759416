public import Database
public import Kernel
public import Ledger

extension ZaakTypeInformatieObjectType {
    public static let table = "zaaktype_informatieobjecttype"
    public static let kinds = KeptKinds(from: 145)
    public static let order: Clause = """
        zaaktype_informatieobjecttype.zaaktype, zaaktype_informatieobjecttype.volgnummer,
        zaaktype_informatieobjecttype.uuid
        """

    static let migration = Migration(
        "catalogi: make zaaktype-informatieobjecttypen",
        """
        CREATE TABLE zaaktype_informatieobjecttype (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            zaaktype TEXT NOT NULL REFERENCES zaaktype (uuid),
            informatieobjecttype TEXT NOT NULL,
            volgnummer BIGINT NOT NULL,
            richting TEXT NOT NULL,
            statustype TEXT
        );
        CREATE INDEX zaaktype_informatieobjecttype_chain ON zaaktype_informatieobjecttype (chain);
        CREATE INDEX zaaktype_informatieobjecttype_order
            ON zaaktype_informatieobjecttype (zaaktype, volgnummer, uuid);
        CREATE UNIQUE INDEX zaaktype_informatieobjecttype_volgnummer
            ON zaaktype_informatieobjecttype (zaaktype, volgnummer);
        CREATE INDEX zaaktype_informatieobjecttype_naam
            ON zaaktype_informatieobjecttype (informatieobjecttype, zaaktype);
        """
    )

    public static func filter(_ name: String, _ text: String, _ scope: FilterScope) throws(Invalid) -> Clause? {
        guard name == "informatieobjecttype" else { return try scope.part(of: Self.self, name, text) }
        guard let id = TypeName(text, of: InformatieObjectType.self, scope.addresses).identifier else {
            return "zaaktype_informatieobjecttype.informatieobjecttype = \(.text(text))"
        }
        return """
            zaaktype_informatieobjecttype.informatieobjecttype
                IN (SELECT v.omschrijving FROM informatieobjecttype v WHERE v.uuid = \(id.stored))
            AND zaaktype_informatieobjecttype.zaaktype IN (SELECT z.uuid FROM zaaktype z
                JOIN informatieobjecttype v ON v.catalogus = z.catalogus WHERE v.uuid = \(id.stored))
            """
    }
}
