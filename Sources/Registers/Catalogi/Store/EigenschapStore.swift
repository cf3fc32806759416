public import Database
public import Ledger

extension Eigenschap {
    public static let table = "eigenschap"
    public static let kinds = KeptKinds(from: 135)
    public static let order: Clause = "eigenschap.zaaktype, eigenschap.naam, eigenschap.uuid"

    static let migration = Migration(
        "catalogi: make eigenschappen",
        """
        CREATE TABLE eigenschap (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            naam TEXT NOT NULL,
            definitie TEXT NOT NULL,
            specificatie TEXT NOT NULL,
            toelichting TEXT NOT NULL,
            zaaktype TEXT NOT NULL REFERENCES zaaktype (uuid),
            statustype TEXT
        );
        CREATE INDEX eigenschap_chain ON eigenschap (chain);
        CREATE INDEX eigenschap_order ON eigenschap (zaaktype, naam, uuid);
        CREATE UNIQUE INDEX eigenschap_naam ON eigenschap (zaaktype, naam);
        """
    )
}
