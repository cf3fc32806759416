import Database
import Ledger

extension ZaakStore {
    /// The rows of zaken.
    public static let rows = Rows<Zaak>(
        "zaak",
        kinds: ZakenModule.Kinds.zaak,
        parent: "zaak.uuid",
        order: "zaak.registratiedatum DESC",
        derived: derived
    )

    static func derived(_ dialect: Dialect) -> [String: String] {
        [
            "deelzaken": GatheredStore.list(
                "deel.uuid",
                from: "zaak AS deel WHERE deel.hoofdzaak = zaak.uuid ORDER BY deel.identificatie, deel.uuid",
                dialect
            ),
            "eigenschappen": GatheredStore.list(
                "'/zaken/api/v1/zaken/' || eigen.zaak || '/zaakeigenschappen/' || eigen.uuid",
                from: "zaakeigenschap AS eigen WHERE eigen.zaak = zaak.uuid ORDER BY eigen.naam, eigen.uuid",
                dialect
            ),
            "rollen": GatheredStore.list(
                "rol.uuid",
                from: "rol WHERE rol.zaak = zaak.uuid ORDER BY rol.registratiedatum, rol.uuid",
                dialect
            ),
            "status": """
            (SELECT status.uuid FROM status WHERE status.zaak = zaak.uuid
            ORDER BY status.datum_status_gezet DESC LIMIT 1)
            """,
            "zaakinformatieobjecten": GatheredStore.list(
                "stuk.uuid",
                from: """
                    zaakinformatieobject AS stuk WHERE stuk.zaak = zaak.uuid
                    ORDER BY stuk.registratiedatum, stuk.uuid
                    """,
                dialect
            ),
            "zaakobjecten": GatheredStore.list(
                "ding.uuid",
                from: "zaakobject AS ding WHERE ding.zaak = zaak.uuid ORDER BY ding.uuid",
                dialect
            ),
            "resultaat": "(SELECT resultaat.uuid FROM resultaat WHERE resultaat.zaak = zaak.uuid)",
        ]
    }

    /// Indexes of what is mostly missing hold only what is there: otherwise the planner takes each value to be as
    /// common as none, and reads the whole table.
    ///
    /// `rang` is the confidentiality as a number, which rights and filters compare.
    static let migration = Migration(
        "zaken: make zaken",
        """
        CREATE TABLE zaak (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            identificatie TEXT NOT NULL,
            bronorganisatie TEXT NOT NULL,
            omschrijving TEXT NOT NULL,
            toelichting TEXT NOT NULL,
            zaaktype TEXT NOT NULL,
            registratiedatum TEXT NOT NULL,
            verantwoordelijke_organisatie TEXT NOT NULL,
            startdatum TEXT NOT NULL,
            einddatum TEXT,
            einddatum_gepland TEXT,
            uiterlijke_einddatum_afdoening TEXT,
            publicatiedatum TEXT,
            communicatiekanaal TEXT,
            producten_of_diensten TEXT NOT NULL,
            vertrouwelijkheidaanduiding TEXT NOT NULL,
            betalingsindicatie TEXT,
            laatste_betaaldatum BIGINT,
            zaakgeometrie TEXT,
            verlenging TEXT,
            opschorting TEXT,
            selectielijstklasse TEXT,
            hoofdzaak TEXT REFERENCES zaak (uuid),
            relevante_andere_zaken TEXT NOT NULL,
            kenmerken TEXT NOT NULL,
            archiefnominatie TEXT,
            archiefstatus TEXT NOT NULL,
            archiefactiedatum TEXT,
            opdrachtgevende_organisatie TEXT NOT NULL,
            processobjectaard TEXT NOT NULL,
            startdatum_bewaartermijn TEXT,
            processobject TEXT,
            rang BIGINT NOT NULL GENERATED ALWAYS AS (
                CASE vertrouwelijkheidaanduiding
                    WHEN 'openbaar' THEN 1 WHEN 'beperkt_openbaar' THEN 2 WHEN 'intern' THEN 3
                    WHEN 'zaakvertrouwelijk' THEN 4 WHEN 'vertrouwelijk' THEN 5 WHEN 'confidentieel' THEN 6
                    WHEN 'geheim' THEN 7 ELSE 8
                END
            ) STORED
        );
        CREATE UNIQUE INDEX zaak_nummer ON zaak (bronorganisatie, identificatie);
        CREATE INDEX zaak_chain ON zaak (chain);
        CREATE INDEX zaak_registratie ON zaak (registratiedatum, uuid);
        CREATE INDEX zaak_type ON zaak (zaaktype, registratiedatum, uuid, rang);
        CREATE INDEX zaak_identificatie ON zaak (identificatie, uuid);
        CREATE INDEX zaak_start ON zaak (startdatum, uuid);
        CREATE INDEX zaak_einde ON zaak (einddatum, uuid);
        CREATE INDEX zaak_gepland ON zaak (einddatum_gepland, uuid);
        CREATE INDEX zaak_uiterlijk ON zaak (uiterlijke_einddatum_afdoening, uuid);
        CREATE INDEX zaak_publicatie ON zaak (publicatiedatum, uuid);
        CREATE INDEX zaak_archief ON zaak (archiefactiedatum, uuid);
        CREATE INDEX zaak_hoofdzaak ON zaak (hoofdzaak) WHERE hoofdzaak IS NOT NULL;
        """
    )
}
