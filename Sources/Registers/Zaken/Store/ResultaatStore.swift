import Database
public import Kernel
public import Ledger

/// The results of zaken, at most one each.
public struct ResultaatStore: Sendable {
    let zaken: ZaakStore

    public init(zaken: ZaakStore) {
        self.zaken = zaken
    }

    /// Gives a zaak its result; one that is closed already gets its archive dates with it.
    public func add(_ draft: Draft<Resultaat>, _ mandate: Mandate, _ change: Change) throws -> KeptRecord<Resultaat> {
        var draft = draft
        draft.uuid = change.identifier()
        let resultaat = try draft.record()
        let zaak = try zaken.openParent(resultaat.zaak, mandate, change)
        guard let type = try zaken.neighbours.resultaattype(resultaat.resultaattype, change.transaction) else {
            throw Invalid("resultaattype", "bad-url")
        }
        guard type.zaaktype == zaak.zaaktype else { throw Invalid(Fault.whole, "zaaktype-mismatch") }
        guard zaak.resultaat == nil else { throw Invalid("zaak", "unique", "De zaak heeft al een resultaat.") }
        let kept = try Self.rows.kept(change.transaction).add(resultaat, to: zaak.identifier, change)
        if zaak.einddatum != nil {
            let archive = Archive(zaken: zaken, transaction: change.transaction)
            let hoofdzaak = try zaken.hoofdzaak(of: zaak, in: change.transaction)
            let dated = try archive.derive(zaak, type, hoofdzaak: hoofdzaak)
            try zaken.replace(dated, as: ZakenModule.Kinds.archiefAfgeleid, change)
        }
        return kept
    }

    /// Writes a result again; its zaak and type stay.
    public func change(
        _ id: Identifier,
        _ draft: Draft<Resultaat>,
        _ rewrite: Rewrite,
        _ mandate: Mandate,
        _ change: Change
    ) throws -> KeptRecord<Resultaat> {
        let old = try zaken.held(Self.rows, id, mandate, change)
        let zaak = try zaken.openParent(old.zaak, mandate, change)
        let resultaat = try draft.record(rewrite, old)
        return try Self.rows.kept(change.transaction).replace(resultaat, in: zaak.identifier, change)
    }

    /// Takes the result away, and with it what was derived for the archive.
    public func remove(_ id: Identifier, _ mandate: Mandate, _ change: Change) throws {
        let old = try zaken.held(Self.rows, id, mandate, change)
        let zaak = try zaken.openParent(old.zaak, mandate, change)
        try Self.rows.kept(change.transaction).remove(old, from: zaak.identifier, change)
        guard zaak.einddatum != nil else { return }
        try zaken.replace(zaak.unarchived(), as: ZakenModule.Kinds.archiefAfgeleid, change)
    }
}

extension ResultaatStore {
    /// The rows of results.
    public static let rows = Rows<Resultaat>(
        "resultaat",
        kinds: ZakenModule.Kinds.resultaat,
        parent: "resultaat.zaak",
        order: "resultaat.zaak DESC"
    )

    static let migration = Migration(
        "zaken: make results",
        """
        CREATE TABLE resultaat (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            zaak TEXT NOT NULL UNIQUE REFERENCES zaak (uuid),
            resultaattype TEXT NOT NULL,
            toelichting TEXT NOT NULL
        );
        CREATE INDEX resultaat_chain ON resultaat (chain);
        CREATE INDEX resultaat_type ON resultaat (resultaattype, zaak);
        """
    )
}
