import Database
public import Kernel
public import Ledger

/// Contacts of other registers, tied to zaken.
public struct ZaakContactMomentStore: Sendable {
    let zaken: ZaakStore

    public init(zaken: ZaakStore) {
        self.zaken = zaken
    }

    /// Ties a contact to a zaak.
    public func add(_ draft: Draft<ZaakContactMoment>, _ mandate: Mandate, _ change: Change) throws -> KeptRecord<
        ZaakContactMoment
    > {
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

extension ZaakContactMomentStore {
    /// The rows of ties.
    public static let rows = Rows<ZaakContactMoment>(
        "zaakcontactmoment",
        kinds: ZakenModule.Kinds.zaakcontactmoment,
        parent: "zaakcontactmoment.zaak",
        order: "zaakcontactmoment.zaak"
    )

    static let migration = Migration(
        "zaken: make ties with contactmomenten",
        """
        CREATE TABLE zaakcontactmoment (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            zaak TEXT NOT NULL REFERENCES zaak (uuid),
            contactmoment TEXT NOT NULL
        );
        CREATE UNIQUE INDEX zaakcontactmoment_paar ON zaakcontactmoment (zaak, contactmoment);
        CREATE INDEX zaakcontactmoment_chain ON zaakcontactmoment (chain);
        CREATE INDEX zaakcontactmoment_ander ON zaakcontactmoment (contactmoment);
        """
    )
}
