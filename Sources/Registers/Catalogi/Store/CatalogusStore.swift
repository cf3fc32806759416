public import Database
public import Kernel
public import Ledger

extension Catalogus {
    public static let table = "catalogus"
    public static let kinds = KeptKinds(from: 100)
    public static let order: Clause = "catalogus.domein, catalogus.rsin, catalogus.uuid"

    static let migration = Migration(
        "catalogi: make catalogussen",
        """
        CREATE TABLE catalogus (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            domein TEXT NOT NULL,
            rsin TEXT NOT NULL,
            contactpersoon_beheer_naam TEXT NOT NULL,
            contactpersoon_beheer_telefoonnummer TEXT NOT NULL,
            contactpersoon_beheer_emailadres TEXT NOT NULL,
            naam TEXT,
            versie TEXT,
            begindatum_versie TEXT
        );
        CREATE INDEX catalogus_chain ON catalogus (chain);
        CREATE UNIQUE INDEX catalogus_domein_rsin ON catalogus (domein, rsin);
        CREATE INDEX catalogus_order ON catalogus (domein, rsin, uuid);
        CREATE INDEX catalogus_rsin ON catalogus (rsin);
        """
    )

    public static func derived(_ dialect: Dialect, on day: Day) -> [String: String] {
        func versions(of table: String, _ what: String, _ order: String) -> String {
            dialect.list("SELECT \(what) AS x FROM \(table) v WHERE v.catalogus = catalogus.uuid ORDER BY \(order)")
        }
        let (named, dated) = ("v.omschrijving, v.begin_geldigheid, v.uuid", "v.begin_geldigheid, v.uuid")
        return [
            "zaaktypen": versions(of: "zaaktype", "v.uuid", "v.identificatie, \(dated)"),
            "besluittypen": versions(of: "besluittype", "v.uuid", named),
            "besluittype_omschrijving": versions(of: "besluittype", "DISTINCT v.omschrijving", "x"),
            "informatieobjecttypen": versions(of: "informatieobjecttype", "v.uuid", named),
            "informatieobjecttype_omschrijving":
                versions(of: "informatieobjecttype", "DISTINCT v.omschrijving", "x"),
        ]
    }

    public static func filter(_ name: String, _ text: String, _ scope: FilterScope) throws(Invalid) -> Clause? { nil }
}

/// Writes catalogues. A catalogue is a chain of its own.
public struct CatalogusStore {
    let work: TypeWork

    /// Takes what a verb works with.
    public init(_ work: TypeWork) { self.work = work }

    /// Makes a catalogue (POST).
    @discardableResult
    public func add(_ draft: Draft<Catalogus>) throws -> KeptRecord<Catalogus> {
        var draft = draft
        let id = work.change.identifier()
        draft.uuid = id
        let record = try draft.record()
        try check(record)
        return try kept.add(record, to: id, work.change)
    }

    /// Changes what is given (PATCH).
    @discardableResult
    public func change(_ id: Identifier, _ draft: Draft<Catalogus>) throws -> KeptRecord<Catalogus> {
        let old = try find(id)
        let record = try draft.record(changing: old.record)
        return try replace(record, old)
    }

    /// Writes it anew (PUT).
    @discardableResult
    public func replace(_ id: Identifier, _ draft: Draft<Catalogus>) throws -> KeptRecord<Catalogus> {
        let old = try find(id)
        return try replace(try draft.record(replacing: old.record), old)
    }

    /// Removes an empty catalogue (Catalogi API 1.4, ztc-017).
    public func remove(_ id: Identifier) throws {
        let old = try find(id)
        for table in [ZaakType.table, BesluitType.table, InformatieObjectType.table] {
            let used = "SELECT 1 FROM \(name: table) WHERE catalogus = \(id.stored) LIMIT 1" as Clause
            guard try work.transaction.first(used, { _ in true }) == nil else {
                throw Problem(.conflict, code: "CATALOG_NOT_EMPTY", detail: "De catalogus bevat nog typen.")
            }
        }
        try kept.remove(old.record, from: old.chain, work.change)
    }

    private var kept: Kept<Catalogus> { Catalogus.kept(work.transaction.dialect, on: work.day) }

    private func find(_ id: Identifier) throws -> KeptRecord<Catalogus> {
        try work.find(id, in: kept)
    }

    private func replace(_ record: Record<Catalogus>, _ old: KeptRecord<Catalogus>) throws -> KeptRecord<Catalogus> {
        try check(record)
        return try kept.replace(record, in: old.chain, work.change)
    }

    private func check(_ record: Record<Catalogus>) throws {
        var check = Check()
        if let code = work.rules.organisatieNummer.fault(in: record.rsin) { check.add(Fault("rsin", code)) }
        let same: Clause = """
            SELECT 1 FROM catalogus WHERE domein = \(.text(record.domein)) AND rsin = \(.text(record.rsin))
            AND uuid <> \(record.identifier.stored)
            """
        check.that(try work.transaction.first(same) { _ in true } == nil, Fault.whole, "unique")
        try check.done()
    }
}
