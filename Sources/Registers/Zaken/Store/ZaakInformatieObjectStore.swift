import Database
public import Kernel
public import Ledger

/// The documents of zaken; the register of documents keeps the other side of each tie.
public struct ZaakInformatieObjectStore: Sendable {
    let zaken: ZaakStore

    public init(zaken: ZaakStore) {
        self.zaken = zaken
    }

    /// Ties a document to a zaak, on both sides.
    public func add(
        _ draft: Draft<ZaakInformatieObject>,
        _ mandate: Mandate,
        _ change: Change
    ) throws -> KeptRecord<ZaakInformatieObject> {
        var draft = draft
        draft.uuid = change.identifier()
        draft.registratiedatum = change.now
        let tie = try draft.record()
        let zaak = try zaken.openParent(tie.zaak, mandate, change)
        try check(tie, of: zaak, change.transaction)
        let kept = try Self.rows.kept(change.transaction).add(tie, to: zaak.identifier, change)
        try zaken.neighbours.documentTied(tie, change)
        return kept
    }

    /// Writes the tie again; zaak and document stay.
    public func change(
        _ id: Identifier,
        _ draft: Draft<ZaakInformatieObject>,
        _ rewrite: Rewrite,
        _ mandate: Mandate,
        _ change: Change
    ) throws -> KeptRecord<ZaakInformatieObject> {
        let old = try zaken.held(Self.rows, id, mandate, change)
        let zaak = try zaken.openParent(old.zaak, mandate, change)
        let tie = try draft.record(rewrite, old)
        try Self.checkStatus(tie, change.transaction)
        return try Self.rows.kept(change.transaction).replace(tie, in: zaak.identifier, change)
    }

    /// Unties a document, on both sides; also of a closed zaak, so that destruction can go its way.
    public func remove(_ id: Identifier, _ mandate: Mandate, _ change: Change) throws {
        let old = try zaken.held(Self.rows, id, mandate, change)
        let zaak = try zaken.parent(old.zaak, mandate, change)
        try erase(old, from: zaak.identifier, change)
    }

    /// Removes the row and the other side.
    func erase(_ tie: Record<ZaakInformatieObject>, from zaak: Identifier, _ change: Change) throws {
        try Self.rows.kept(change.transaction).remove(tie, from: zaak, change)
        try zaken.neighbours.documentUntied(tie, change)
    }
}

// MARK: - Rules

extension ZaakInformatieObjectStore {
    /// zrc-003, zrc-004 and zrc-017.
    private func check(
        _ tie: Record<ZaakInformatieObject>,
        of zaak: Record<Zaak>,
        _ transaction: Transaction
    ) throws {
        guard let document = try zaken.neighbours.informatieobject(tie.informatieobject, transaction) else {
            throw Invalid("informatieobject", "bad-url")
        }
        guard try zaken.neighbours.admits(zaak.zaaktype, document.informatieobjecttype, transaction) else {
            throw Invalid(
                Fault.whole,
                "missing-zaaktype-informatieobjecttype-relation",
                "Het zaaktype kent geen documenten van dit type."
            )
        }
        let isTied = try transaction.exists(
            "SELECT 1 FROM zaakinformatieobject WHERE zaak = $1 AND informatieobject = $2",
            [zaak.identifier.stored, tie.informatieobject.stored]
        )
        guard !isTied else { throw Invalid(Fault.whole, "unique", "Het document hoort al bij de zaak.") }
        try Self.checkStatus(tie, transaction)
    }

    private static func checkStatus(_ tie: Record<ZaakInformatieObject>, _ transaction: Transaction) throws {
        guard let status = tie.status else { return }
        let isOfZaak = try transaction.exists(
            "SELECT 1 FROM status WHERE uuid = $1 AND zaak = $2",
            [status.stored, tie.zaak.stored]
        )
        guard isOfZaak else { throw Invalid("status", "zaak-mismatch", "Deze status hoort bij een andere zaak.") }
    }
}

extension ZaakInformatieObjectStore {
    /// The rows of documents' ties.
    public static let rows = Rows<ZaakInformatieObject>(
        "zaakinformatieobject",
        kinds: ZakenModule.Kinds.zaakinformatieobject,
        parent: "zaakinformatieobject.zaak",
        order: "zaakinformatieobject.registratiedatum DESC"
    )

    static let migration = Migration(
        "zaken: make ties with documents",
        """
        CREATE TABLE zaakinformatieobject (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            informatieobject TEXT NOT NULL,
            zaak TEXT NOT NULL REFERENCES zaak (uuid),
            aard_relatie_weergave TEXT NOT NULL,
            titel TEXT NOT NULL,
            beschrijving TEXT NOT NULL,
            registratiedatum BIGINT NOT NULL,
            vernietigingsdatum BIGINT,
            status TEXT
        );
        CREATE UNIQUE INDEX zaakinformatieobject_paar ON zaakinformatieobject (zaak, informatieobject);
        CREATE INDEX zaakinformatieobject_chain ON zaakinformatieobject (chain);
        CREATE INDEX zaakinformatieobject_stuk ON zaakinformatieobject (informatieobject);
        CREATE INDEX zaakinformatieobject_status ON zaakinformatieobject (status) WHERE status IS NOT NULL;
        CREATE INDEX zaakinformatieobject_registratie ON zaakinformatieobject (registratiedatum, uuid);
        """
    )
}
