import Database
public import Kernel
public import Ledger

/// From whom documents came and to whom they went.
public struct VerzendingStore: Sendable {
    let documenten: DocumentStore

    public init(documenten: DocumentStore) {
        self.documenten = documenten
    }

    public func add(
        _ draft: Draft<Verzending>,
        _ mandate: DocumentMandate,
        _ change: Change
    ) throws -> KeptRecord<Verzending> {
        var draft = draft
        draft.uuid = change.identifier()
        let sending = try draft.record()
        let document = try documenten.parent(sending.informatieobject, mandate, change)
        try Self.check(sending, change.transaction)
        return try Self.rows.kept(change.transaction).add(sending, to: document.identifier, change)
    }

    public func change(
        _ id: Identifier,
        _ draft: Draft<Verzending>,
        _ rewriting: Rewriting,
        _ mandate: DocumentMandate,
        _ change: Change
    ) throws -> KeptRecord<Verzending> {
        let old = try documenten.held(Self.rows, id, mandate, change)
        let sending = try draft.record(rewriting, old.record)
        try Self.check(sending, change.transaction)
        return try Self.rows.kept(change.transaction).replace(sending, in: old.chain, change)
    }

    public func remove(_ id: Identifier, _ mandate: DocumentMandate, _ change: Change) throws {
        let old = try documenten.held(Self.rows, id, mandate, change)
        try Self.rows.kept(change.transaction).remove(old.record, from: old.chain, change)
    }

    /// One kind of address, and one row for who sent it.
    private static func check(_ sending: Record<Verzending>, _ transaction: Transaction) throws {
        var check = Check()
        check.that(
            sending.addressKinds == 1,
            Fault.whole,
            "invalid-address",
            "Geef precies één adres: post, fax, mail, telefoon of de brievenbus van de overheid."
        )
        if sending.aardRelatie == .afzender {
            let isKnown = try transaction.exists(
                """
                SELECT 1 FROM verzending
                WHERE informatieobject = $1 AND betrokkene = $2 AND aard_relatie = $3 AND uuid <> $4
                """,
                [
                    sending.informatieobject.stored, sending.betrokkene.stored, sending.aardRelatie.stored,
                    sending.identifier.stored,
                ]
            )
            check.that(!isKnown, Fault.whole, "unique", "Deze afzender staat al bij het document.")
        }
        try check.done()
    }

    public static let rows = DocumentRows<Verzending>(
        "verzending",
        kinds: DocumentenModule.Kinds.verzending,
        parent: "verzending.informatieobject",
        order: "verzending.informatieobject DESC"
    )

    static let migration = Migration(
        "documenten: make verzendingen",
        """
        CREATE TABLE verzending (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            betrokkene TEXT NOT NULL,
            informatieobject TEXT NOT NULL REFERENCES enkelvoudiginformatieobject (uuid),
            aard_relatie TEXT NOT NULL,
            toelichting TEXT NOT NULL,
            ontvangstdatum TEXT,
            verzenddatum TEXT,
            contact_persoon TEXT NOT NULL,
            contactpersoonnaam TEXT NOT NULL,
            binnenlands_correspondentieadres TEXT,
            buitenlands_correspondentieadres TEXT,
            correspondentie_postadres TEXT,
            faxnummer TEXT,
            emailadres TEXT,
            mijn_overheid BIGINT NOT NULL,
            telefoonnummer TEXT
        );
        CREATE INDEX verzending_document ON verzending (informatieobject, uuid);
        CREATE INDEX verzending_betrokkene ON verzending (betrokkene, informatieobject);
        CREATE INDEX verzending_aard ON verzending (aard_relatie, informatieobject, uuid);
        CREATE INDEX verzending_chain ON verzending (chain);
        """
    )
}
