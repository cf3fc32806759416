public import Database
public import Kernel
public import Ledger

extension ZaakType {
    public static let table = "zaaktype"
    public static let kinds = KeptKinds(from: 110)
    public static let published = EntryKind(rawValue: 113)
    public static var naam: (name: String, path: KeyPath<ZaakType, Field<String>>) {
        ("identificatie", \.identificatie)
    }
    public static let order: Clause =
        "zaaktype.catalogus, zaaktype.identificatie, zaaktype.begin_geldigheid, zaaktype.uuid"

    static let migration = Migration(
        "catalogi: make zaaktypen",
        """
        CREATE TABLE zaaktype (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            identificatie TEXT NOT NULL,
            omschrijving TEXT NOT NULL,
            omschrijving_generiek TEXT NOT NULL,
            vertrouwelijkheidaanduiding TEXT NOT NULL,
            doel TEXT NOT NULL,
            aanleiding TEXT NOT NULL,
            toelichting TEXT NOT NULL,
            indicatie_intern_of_extern TEXT NOT NULL,
            handeling_initiator TEXT NOT NULL,
            onderwerp TEXT NOT NULL,
            handeling_behandelaar TEXT NOT NULL,
            doorlooptijd TEXT NOT NULL,
            servicenorm TEXT,
            opschorting_en_aanhouding_mogelijk BIGINT NOT NULL,
            verlenging_mogelijk BIGINT NOT NULL,
            verlengingstermijn TEXT,
            trefwoorden TEXT NOT NULL,
            publicatie_indicatie BIGINT NOT NULL,
            publicatietekst TEXT NOT NULL,
            verantwoordingsrelatie TEXT NOT NULL,
            producten_of_diensten TEXT NOT NULL,
            selectielijst_procestype TEXT,
            referentieproces TEXT NOT NULL,
            verantwoordelijke TEXT NOT NULL,
            broncatalogus TEXT,
            bronzaaktype TEXT,
            catalogus TEXT NOT NULL REFERENCES catalogus (uuid),
            besluittype_omschrijving TEXT NOT NULL,
            deelzaaktype_identificaties TEXT NOT NULL,
            begin_geldigheid TEXT NOT NULL,
            einde_geldigheid TEXT,
            versiedatum TEXT,
            concept BIGINT NOT NULL,
            CHECK (concept IN (0, 1)),
            CHECK (einde_geldigheid >= begin_geldigheid)
        );
        CREATE INDEX zaaktype_chain ON zaaktype (chain);
        CREATE INDEX zaaktype_order ON zaaktype (catalogus, identificatie, begin_geldigheid, uuid);
        CREATE INDEX zaaktype_concept ON zaaktype (concept, catalogus, identificatie, begin_geldigheid, uuid);
        CREATE INDEX zaaktype_identificatie ON zaaktype (identificatie);
        CREATE INDEX zaaktype_besluiten ON zaaktype (catalogus) WHERE besluittype_omschrijving <> '[]';
        """
    )

    public static func derived(_ dialect: Dialect, on day: Day) -> [String: String] {
        func parts(_ table: String, _ what: String, _ order: String) -> String {
            dialect.list("SELECT \(what) AS x FROM \(table) p WHERE p.zaaktype = zaaktype.uuid ORDER BY \(order)")
        }
        return [
            "zaakobjecttypen": parts("zaakobjecttype", "p.uuid", "p.relatie_omschrijving, p.uuid"),
            "statustypen": parts("statustype", "p.uuid", "p.volgnummer, p.uuid"),
            "resultaattypen": parts("resultaattype", "p.uuid", "p.omschrijving, p.uuid"),
            "resultaattype_omschrijving": parts("resultaattype", "p.omschrijving", "p.omschrijving, p.uuid"),
            "eigenschappen": parts("eigenschap", "p.uuid", "p.naam, p.uuid"),
            "roltypen": parts("roltype", "p.uuid", "p.omschrijving, p.uuid"),
            "informatieobjecttype_omschrijving":
                parts("zaaktype_informatieobjecttype", "DISTINCT p.informatieobjecttype", "x"),
        ].merging(versions(dialect, on: day)) { first, _ in first }
            .merging(lifetime(of: "zaaktype", "identificatie")) { first, _ in first }
    }

    /// Related types, as the versions that are valid on a day.
    private static func versions(_ dialect: Dialect, on day: Day) -> [String: String] {
        func named(_ table: String, _ key: String, in column: String) -> String {
            dialect.list(
                """
                SELECT v.uuid AS x FROM \(dialect.texts(in: "zaaktype.\(column)"))
                JOIN \(table) v ON v.catalogus = zaaktype.catalogus AND v.\(key) = e.value
                WHERE \(valid("v", on: day)) ORDER BY v.\(key), v.uuid
                """
            )
        }
        return [
            "besluittypen": named("besluittype", "omschrijving", in: "besluittype_omschrijving"),
            "deelzaaktypen": named("zaaktype", "identificatie", in: "deelzaaktype_identificaties"),
            "informatieobjecttypen": dialect.list(
                """
                SELECT DISTINCT v.uuid AS x, v.omschrijving FROM zaaktype_informatieobjecttype p
                JOIN informatieobjecttype v ON v.catalogus = zaaktype.catalogus
                    AND v.omschrijving = p.informatieobjecttype
                WHERE p.zaaktype = zaaktype.uuid AND \(valid("v", on: day)) ORDER BY v.omschrijving, x
                """
            ),
            "gerelateerde_zaaktypen": relations(dialect, on: day),
        ]
    }

    /// A relation is shown while its type has a valid version, or stands in somebody else's catalogue.
    private static func relations(_ dialect: Dialect, on day: Day) -> String {
        let members = [
            ("zaaktype", "coalesce(v.uuid, r.gerelateerd)"),
            ("zaaktypeIdentificatie", "coalesce(v.identificatie, '')"),
            ("aardRelatie", "r.aard_relatie"), ("toelichting", "r.toelichting"),
        ].map { "'\"\($0)\":' || \(dialect.quoted($1))" }.joined(separator: " || ',' || ")
        return dialect.join(
            """
            SELECT '{' || \(members) || '}' AS x FROM zaaktype_relatie r
            LEFT JOIN zaaktype v ON v.catalogus = zaaktype.catalogus AND v.identificatie = r.gerelateerd
                AND \(valid("v", on: day))
            WHERE r.zaaktype = zaaktype.uuid AND (v.uuid IS NOT NULL OR substr(r.gerelateerd, 1, 4) = 'http')
            ORDER BY r.volgnummer, v.uuid
            """
        )
    }

    public static func filter(_ name: String, _ text: String, _ scope: FilterScope) throws(Invalid) -> Clause? {
        guard name == "trefwoorden" else { return try scope.version(of: Self.self, name, text) }
        return .all(
            text.split(separator: ",").prefix(Condition.valuesMax).map { word in
                let texts = scope.dialect.texts(in: "zaaktype.trefwoorden")
                return "EXISTS (SELECT 1 FROM \(name: texts) WHERE e.value = \(.text(String(word))))"
            }
        )
    }
}

extension VersionedType {
    /// The first day of the first version, and the last day of the last.
    static func lifetime(of table: String, _ name: String) -> [String: String] {
        let same = "FROM \(table) v WHERE v.catalogus = \(table).catalogus AND v.\(name) = \(table).\(name)"
        return [
            "begin_object": "(SELECT min(v.begin_geldigheid) \(same))",
            "einde_object":
                "(SELECT CASE WHEN count(*) = count(v.einde_geldigheid) THEN max(v.einde_geldigheid) END \(same))",
        ]
    }
}

extension ZaakTypeRelatie {
    public static let table = "zaaktype_relatie"
    public static let kinds = KeptKinds(from: 115)
    public static let order: Clause = "zaaktype_relatie.zaaktype, zaaktype_relatie.volgnummer, zaaktype_relatie.uuid"

    static let migration = Migration(
        "catalogi: make relations between zaaktypen",
        """
        CREATE TABLE zaaktype_relatie (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            zaaktype TEXT NOT NULL REFERENCES zaaktype (uuid),
            volgnummer BIGINT NOT NULL,
            gerelateerd TEXT NOT NULL,
            aard_relatie TEXT NOT NULL,
            toelichting TEXT NOT NULL
        );
        CREATE INDEX zaaktype_relatie_chain ON zaaktype_relatie (chain);
        CREATE UNIQUE INDEX zaaktype_relatie_volgnummer ON zaaktype_relatie (zaaktype, volgnummer);
        """
    )

    public static func derived(_ dialect: Dialect, on day: Day) -> [String: String] { [:] }
}
