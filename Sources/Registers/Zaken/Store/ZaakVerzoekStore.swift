import Database
public import Kernel
public import Ledger

/// Requests of other registers, tied to zaken.
public struct ZaakVerzoekStore: Sendable {
    let zaken: ZaakStore

    public init(zaken: ZaakStore) {
        self.zaken = zaken
    }

    /// Ties a request to a zaak.
    public func add(_ draft: Draft<ZaakVerzoek>, _ mandate: Mandate, _ change: Change) throws -> KeptRecord<ZaakVerzoek>
    {
        var draft = draft
        draft.uuid = change.identifier()
        let tie = try draft.record()
        let zaak = try zaken.openParent(tie.zaak, mandate, change)
        do {
            return try Self.rows.kept(change.transaction).add(tie, to: zaak.identifier, change)
        } catch let error as DatabaseError where error.code == .unique {
            throw Invalid(Fault.whole, "unique")
        }
    }

    /// Unties it.
    public func remove(_ id: Identifier, _ mandate: Mandate, _ change: Change) throws {
        let old = try zaken.held(Self.rows, id, mandate, change)
        let zaak = try zaken.openParent(old.zaak, mandate, change)
        try Self.rows.kept(change.transaction).remove(old, from: zaak.identifier, change)
    }
}

extension ZaakVerzoekStore {
    /// The rows of ties.
    public static let rows = Rows<ZaakVerzoek>(
        "zaakverzoek",
        kinds: ZakenModule.Kinds.zaakverzoek,
        parent: "zaakverzoek.zaak",
        order: "zaakverzoek.zaak"
    )

    static let migration = Migration(
        "zaken: make ties with verzoeken",
        """
        CREATE TABLE zaakverzoek (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            zaak TEXT NOT NULL REFERENCES zaak (uuid),
            verzoek TEXT NOT NULL
        );
        CREATE UNIQUE INDEX zaakverzoek_paar ON zaakverzoek (zaak, verzoek);
        CREATE INDEX zaakverzoek_chain ON zaakverzoek (chain);
        CREATE INDEX zaakverzoek_ander ON zaakverzoek (verzoek);
        """
    )
}
