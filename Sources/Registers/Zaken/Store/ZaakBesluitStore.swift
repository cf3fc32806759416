import Database
public import Kernel
public import Ledger

/// Decisions taken in zaken. The register of decisions writes them along with a decision; a client that posts one
/// itself is held against that decision (brc-006).
public struct ZaakBesluitStore: Sendable {
    let zaken: ZaakStore

    public init(zaken: ZaakStore) {
        self.zaken = zaken
    }

    /// Ties a decision to a zaak, as that decision says. Repeating it answers what is there.
    public func add(
        _ draft: Draft<ZaakBesluit>,
        to id: Identifier,
        _ mandate: Mandate,
        _ change: Change
    ) throws -> KeptRecord<ZaakBesluit> {
        var draft = draft
        draft.uuid = change.identifier()
        let tie = try draft.record()
        let zaak = try zaken.openParent(.own(id), mandate, change)
        guard let besluit = try zaken.neighbours.besluit(tie.besluit, change.transaction) else {
            throw Invalid("besluit", "bad-url")
        }
        guard besluit.zaak == .own(id) else {
            throw Invalid(Fault.whole, "inconsistent-relation", "Het besluit noemt deze zaak niet.")
        }
        let kept = Self.rows.kept(change.transaction)
        let same: Clause = "zaakbesluit.besluit = \(tie.besluit.stored)"
        if let old = try kept.first(where: [Self.rows.of(id), same], in: change.transaction) { return old }
        let added = try kept.add(tie, to: zaak.identifier, change)
        try follow(id, change)
        return added
    }

    /// Unties a decision. A client can do so only when the decision no longer says that it was taken in the zaak.
    public func remove(_ id: Identifier, of zaak: Identifier, _ mandate: Mandate, _ change: Change) throws {
        _ = try zaken.openParent(.own(zaak), mandate, change)
        let found = try Self.rows.find(id, mandate.zaken, in: change.transaction)
        guard found.chain == zaak else { throw Problem(.notFound) }
        if try zaken.neighbours.besluit(found.record.besluit, change.transaction)?.zaak == .own(zaak) {
            throw Invalid(Fault.whole, "inconsistent-relation", "Het besluit noemt deze zaak nog.")
        }
        try Self.rows.kept(change.transaction).remove(found.record, from: zaak, change)
        try follow(zaak, change)
    }

    /// Finds the archive dates anew after a decision of the zaak came, went or changed its dates.
    public func follow(_ zaak: Identifier, _ change: Change) throws {
        try zaken.rederive(zaak, when: [.ingangsdatum_besluit, .vervaldatum_besluit], change)
    }
}

extension ZaakBesluitStore {
    /// The rows of decisions' ties.
    public static let rows = Rows<ZaakBesluit>(
        "zaakbesluit",
        kinds: ZakenModule.Kinds.zaakbesluit,
        parent: "zaakbesluit.chain",
        order: "zaakbesluit.chain"
    ) { _ in
        ["url": "'/zaken/api/v1/zaken/' || zaakbesluit.chain || '/besluiten/' || zaakbesluit.uuid"]
    }

    static let migration = Migration(
        "zaken: make ties with decisions",
        """
        CREATE TABLE zaakbesluit (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL REFERENCES zaak (uuid),
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            besluit TEXT NOT NULL
        );
        CREATE UNIQUE INDEX zaakbesluit_paar ON zaakbesluit (chain, besluit);
        CREATE INDEX zaakbesluit_besluit ON zaakbesluit (besluit);
        """
    )
}
