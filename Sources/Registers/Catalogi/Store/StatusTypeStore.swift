public import Database
public import Kernel
public import Ledger

extension StatusType {
    public static let table = "statustype"
    public static let kinds = KeptKinds(from: 120)
    public static let order: Clause = "statustype.zaaktype, statustype.volgnummer, statustype.uuid"

    static let migration = Migration(
        "catalogi: make statustypen",
        """
        CREATE TABLE statustype (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            omschrijving TEXT NOT NULL,
            omschrijving_generiek TEXT NOT NULL,
            statustekst TEXT NOT NULL,
            zaaktype TEXT NOT NULL REFERENCES zaaktype (uuid),
            volgnummer BIGINT NOT NULL,
            informeren BIGINT NOT NULL,
            doorlooptijd TEXT,
            toelichting TEXT,
            checklistitem_statustype TEXT NOT NULL
        );
        CREATE INDEX statustype_chain ON statustype (chain);
        CREATE INDEX statustype_order ON statustype (zaaktype, volgnummer, uuid);
        CREATE UNIQUE INDEX statustype_volgnummer ON statustype (zaaktype, volgnummer);
        """
    )

    public static func derived(_ dialect: Dialect, on day: Day) -> [String: String] {
        let last = "SELECT max(s.volgnummer) FROM statustype s WHERE s.zaaktype = statustype.zaaktype"
        return fromZaakType.merging([
            "is_eindstatus": "CASE WHEN statustype.volgnummer = (\(last)) THEN 1 ELSE 0 END",
            "eigenschappen":
                dialect.list(
                    """
                    SELECT p.uuid AS x FROM eigenschap p
                    WHERE p.zaaktype = statustype.zaaktype AND p.statustype = statustype.uuid ORDER BY p.naam, p.uuid
                    """
                ),
        ]) { first, _ in first }
    }
}
