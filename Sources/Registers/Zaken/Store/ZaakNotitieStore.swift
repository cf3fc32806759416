import Database
public import Kernel
public import Ledger

/// Notes kept with zaken. A note that is final is never edited again.
public struct ZaakNotitieStore: Sendable {
    let zaken: ZaakStore

    public init(zaken: ZaakStore) {
        self.zaken = zaken
    }

    /// Keeps a note.
    public func add(
        _ draft: Draft<ZaakNotitie>,
        _ mandate: Mandate,
        _ change: Change
    ) throws -> KeptRecord<ZaakNotitie> {
        var draft = draft
        draft.uuid = change.identifier()
        (draft.aanmaakdatum, draft.wijzigingsdatum) = (change.now, change.now)
        let note = try draft.record()
        let zaak = try zaken.openParent(note.gerelateerdAan, named: "gerelateerdAan", mandate, change)
        return try Self.rows.kept(change.transaction).add(note, to: zaak.identifier, change)
    }

    /// Edits a note that is still a draft.
    public func change(
        _ id: Identifier,
        _ draft: Draft<ZaakNotitie>,
        _ rewrite: Rewrite,
        _ mandate: Mandate,
        _ change: Change
    ) throws -> KeptRecord<ZaakNotitie> {
        let (old, zaak) = try concept(id, mandate, change)
        var note = try draft.record(rewrite, old)
        note.wijzigingsdatum = change.now
        return try Self.rows.kept(change.transaction).replace(note, in: zaak, change)
    }

    /// Throws a draft away.
    public func remove(_ id: Identifier, _ mandate: Mandate, _ change: Change) throws {
        let (old, zaak) = try concept(id, mandate, change)
        try Self.rows.kept(change.transaction).remove(old, from: zaak, change)
    }

    private func concept(
        _ id: Identifier,
        _ mandate: Mandate,
        _ change: Change
    ) throws -> (Record<ZaakNotitie>, Identifier) {
        let old = try zaken.held(Self.rows, id, mandate, change)
        let zaak = try zaken.openParent(old.gerelateerdAan, named: "gerelateerdAan", mandate, change)
        guard old.status == .concept else {
            throw Invalid("status", "invalid", "Een definitieve notitie wijzigt niet meer.")
        }
        return (old, zaak.identifier)
    }
}

extension ZaakNotitieStore {
    /// The rows of notes.
    public static let rows = Rows<ZaakNotitie>(
        "zaaknotitie",
        kinds: ZakenModule.Kinds.zaaknotitie,
        parent: "zaaknotitie.gerelateerd_aan",
        order: "zaaknotitie.aanmaakdatum DESC"
    )

    static let migration = Migration(
        "zaken: make notes",
        """
        CREATE TABLE zaaknotitie (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            onderwerp TEXT NOT NULL,
            tekst TEXT NOT NULL,
            aangemaakt_door TEXT NOT NULL,
            notitie_type TEXT NOT NULL,
            status TEXT NOT NULL,
            aanmaakdatum BIGINT NOT NULL,
            wijzigingsdatum BIGINT NOT NULL,
            gerelateerd_aan TEXT NOT NULL REFERENCES zaak (uuid)
        );
        CREATE INDEX zaaknotitie_chain ON zaaknotitie (chain);
        CREATE INDEX zaaknotitie_zaak ON zaaknotitie (gerelateerd_aan, aanmaakdatum);
        CREATE INDEX zaaknotitie_gemaakt ON zaaknotitie (aanmaakdatum, uuid);
        """
    )
}
