import Database
import Kernel
import Ledger

extension DocumentStore {
    /// The rows of documents.
    public static let rows = DocumentRows<EnkelvoudigInformatieObject>(
        "enkelvoudiginformatieobject",
        kinds: DocumentenModule.Kinds.enkelvoudiginformatieobject,
        parent: "enkelvoudiginformatieobject.uuid",
        order: "enkelvoudiginformatieobject.begin_registratie DESC",
        derived: derived
    )

    static func derived(_ dialect: Dialect) -> [String: String] {
        let join = dialect == .postgres ? "string_agg" : "group_concat"
        return [
            // An empty file needs no content in the vault.
            "inhoud": """
            (CASE WHEN enkelvoudiginformatieobject.inhoud_id IS NULL
                AND COALESCE(enkelvoudiginformatieobject.bestandsomvang, 1) <> 0 THEN NULL
            ELSE '\(EnkelvoudigInformatieObject.path)/' || enkelvoudiginformatieobject.uuid || '/download?versie='
                || CAST(enkelvoudiginformatieobject.versie AS TEXT) END)
            """,
            "locked": "(CASE WHEN enkelvoudiginformatieobject.slot IS NULL THEN 0 ELSE 1 END)",
            "bestandsdelen": """
            (SELECT COALESCE('[' || \(join)(gathered.element, ',') || ']', '[]') FROM (
                SELECT '{"url":"\(BestandsDeel.path)/' || deel.uuid || '","volgnummer":'
                    || CAST(deel.volgnummer AS TEXT) || ',"omvang":' || CAST(deel.omvang AS TEXT)
                    || ',"voltooid":' || (CASE WHEN deel.inhoud_id IS NULL THEN '0' ELSE '1' END)
                    || ',"lock":"' || COALESCE(enkelvoudiginformatieobject.slot, '') || '"}' AS element
                FROM bestandsdeel AS deel WHERE deel.document = enkelvoudiginformatieobject.uuid
                ORDER BY deel.volgnummer
            ) AS gathered)
            """,
        ]
    }

    /// `rang` is the confidentiality as a number, which rights compare; `document_trefwoord` holds each keyword of
    /// `trefwoorden` in a row of its own, so that a list can be filtered by it.
    static let migration = Migration(
        "documenten: make enkelvoudiginformatieobjecten",
        """
        CREATE TABLE enkelvoudiginformatieobject (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            identificatie TEXT NOT NULL,
            bronorganisatie TEXT NOT NULL,
            creatiedatum TEXT NOT NULL,
            titel TEXT NOT NULL,
            vertrouwelijkheidaanduiding TEXT NOT NULL,
            auteur TEXT NOT NULL,
            status TEXT,
            formaat TEXT NOT NULL,
            taal TEXT NOT NULL,
            versie BIGINT NOT NULL CHECK (versie > 0),
            begin_registratie BIGINT NOT NULL,
            bestandsnaam TEXT NOT NULL,
            bestandsomvang BIGINT CHECK (bestandsomvang >= 0),
            link TEXT,
            beschrijving TEXT NOT NULL,
            ontvangstdatum TEXT,
            verzenddatum TEXT,
            indicatie_gebruiksrecht BIGINT,
            verschijningsvorm TEXT NOT NULL,
            ondertekening TEXT,
            integriteit TEXT,
            informatieobjecttype TEXT NOT NULL,
            trefwoorden TEXT NOT NULL,
            inhoud_id TEXT,
            sha256 TEXT NOT NULL,
            soort TEXT NOT NULL,
            slot TEXT,
            slot_sinds BIGINT,
            slot_door TEXT,
            ingediend_door TEXT,
            rang BIGINT NOT NULL GENERATED ALWAYS AS (
                CASE vertrouwelijkheidaanduiding
                    WHEN 'openbaar' THEN 1 WHEN 'beperkt_openbaar' THEN 2 WHEN 'intern' THEN 3
                    WHEN 'zaakvertrouwelijk' THEN 4 WHEN 'vertrouwelijk' THEN 5 WHEN 'confidentieel' THEN 6
                    WHEN 'geheim' THEN 7 ELSE 8
                END
            ) STORED
        );
        CREATE UNIQUE INDEX document_nummer ON enkelvoudiginformatieobject (bronorganisatie, identificatie);
        CREATE INDEX document_chain ON enkelvoudiginformatieobject (chain);
        CREATE INDEX document_registratie ON enkelvoudiginformatieobject (begin_registratie, uuid);
        CREATE INDEX document_type
            ON enkelvoudiginformatieobject (informatieobjecttype, begin_registratie, uuid, rang);
        CREATE INDEX document_bron ON enkelvoudiginformatieobject (bronorganisatie, begin_registratie, uuid);
        CREATE INDEX document_identificatie ON enkelvoudiginformatieobject (identificatie, uuid);
        CREATE INDEX document_creatie ON enkelvoudiginformatieobject (creatiedatum, uuid);
        CREATE TABLE document_trefwoord (
            document TEXT NOT NULL REFERENCES enkelvoudiginformatieobject (uuid),
            trefwoord TEXT NOT NULL,
            PRIMARY KEY (document, trefwoord)
        );
        CREATE INDEX document_trefwoord_woord ON document_trefwoord (trefwoord, document);
        """
    )

    /// Keeps the keywords of a document in rows of their own.
    static func index(_ document: Record<EnkelvoudigInformatieObject>, in transaction: Transaction) throws {
        try unindex(document.identifier, in: transaction)
        for word in Set(document.trefwoorden).sorted() {
            try transaction.run(
                "INSERT INTO document_trefwoord (document, trefwoord) VALUES ($1, $2)",
                [document.identifier.stored, .text(word)]
            )
        }
    }

    static func unindex(_ id: Identifier, in transaction: Transaction) throws {
        try transaction.run("DELETE FROM document_trefwoord WHERE document = $1", [id.stored])
    }
}
