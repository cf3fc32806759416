public import Database
public import Ledger

extension RolType {
    public static let table = "roltype"
    public static let kinds = KeptKinds(from: 130)
    public static let order: Clause = "roltype.zaaktype, roltype.omschrijving, roltype.uuid"

    static let migration = Migration(
        "catalogi: make roltypen",
        """
        CREATE TABLE roltype (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            zaaktype TEXT NOT NULL REFERENCES zaaktype (uuid),
            omschrijving TEXT NOT NULL,
            omschrijving_generiek TEXT NOT NULL
        );
        CREATE INDEX roltype_chain ON roltype (chain);
        CREATE INDEX roltype_order ON roltype (zaaktype, omschrijving, uuid);
        CREATE INDEX roltype_generiek ON roltype (omschrijving_generiek, zaaktype, omschrijving, uuid);
        CREATE UNIQUE INDEX roltype_omschrijving ON roltype (zaaktype, omschrijving);
        """
    )
}
