import Database
public import Kernel
public import Ledger

/// Moments at which somebody and the town spoke about a zaak; written once.
public struct KlantContactStore: Sendable {
    let zaken: ZaakStore

    public init(zaken: ZaakStore) {
        self.zaken = zaken
    }

    /// Writes a contact down.
    public func add(
        _ draft: Draft<KlantContact>,
        _ mandate: Mandate,
        _ change: Change
    ) throws -> KeptRecord<KlantContact> {
        var draft = draft
        let id = change.identifier()
        draft.uuid = id
        if draft.identificatie ?? "" == "" { draft.identificatie = Self.number(id) }
        let contact = try draft.record()
        let latest = change.now.adding(milliseconds: Settings.clockLeeway) ?? .latest
        guard contact.datumtijd <= latest else { throw Invalid("datumtijd", "date-in-future") }
        let zaak = try zaken.openParent(contact.zaak, mandate, change)
        do {
            return try Self.rows.kept(change.transaction).add(contact, to: zaak.identifier, change)
        } catch let error as DatabaseError where error.code == .unique {
            throw Invalid("identificatie", "unique")
        }
    }

    /// Fourteen hexadecimal digits of the identity: 56 bits, so that no counter is needed.
    private static func number(_ id: Identifier) -> String {
        String(id.description.replacing("-", with: "").prefix(14))
    }
}

extension KlantContactStore {
    /// The rows of contacts.
    public static let rows = Rows<KlantContact>(
        "klantcontact",
        kinds: ZakenModule.Kinds.klantcontact,
        parent: "klantcontact.zaak",
        order: "klantcontact.datumtijd DESC"
    )

    static let migration = Migration(
        "zaken: make contacts",
        """
        CREATE TABLE klantcontact (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            zaak TEXT NOT NULL REFERENCES zaak (uuid),
            identificatie TEXT NOT NULL UNIQUE,
            datumtijd BIGINT NOT NULL,
            kanaal TEXT NOT NULL,
            onderwerp TEXT NOT NULL,
            toelichting TEXT NOT NULL
        );
        CREATE INDEX klantcontact_chain ON klantcontact (chain);
        CREATE INDEX klantcontact_zaak ON klantcontact (zaak, datumtijd);
        CREATE INDEX klantcontact_tijd ON klantcontact (datumtijd, uuid);
        """
    )
}
