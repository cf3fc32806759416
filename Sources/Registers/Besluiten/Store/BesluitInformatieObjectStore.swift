import Database
public import Kernel
public import Ledger

/// The documents of decisions; the register of documents keeps the other side of each tie.
extension BesluitStore {
    /// Ties a document to a decision, on both sides.
    public func addDocument(
        _ draft: Draft<BesluitInformatieObject>,
        _ mandate: BesluitMandate,
        _ change: Change
    ) throws -> KeptRecord<BesluitInformatieObject> {
        var draft = draft
        draft.uuid = change.identifier()
        let tie = try draft.record()
        let besluit = try parent(of: tie, mandate, change)
        try mustTakeMore(besluit, mandate, change)
        try check(tie, of: besluit, change.transaction)
        let kept = try Self.documents.kept.add(tie, to: besluit.identifier, change)
        try neighbours.documentTied(tie, change)
        return kept
    }

    /// Ties a document of this house to a decision.
    @discardableResult
    public func addDocument(
        _ document: Identifier,
        to besluit: Identifier,
        _ mandate: BesluitMandate,
        _ change: Change
    ) throws -> KeptRecord<BesluitInformatieObject> {
        var draft = Draft<BesluitInformatieObject>()
        (draft.informatieobject, draft.besluit) = (.own(document), .own(besluit))
        return try addDocument(draft, mandate, change)
    }

    /// Unties a document, on both sides; the document stays.
    public func removeDocument(_ id: Identifier, _ mandate: BesluitMandate, _ change: Change) throws {
        let seen = try Self.documents.find(id, mandate.besluiten, in: change.transaction)
        let besluit = try held(seen.chain, also: seen.record.documentChain, mandate, change)
        let tie = try Self.documents.find(id, mandate.besluiten, in: change.transaction).record
        try mustBeOpen(besluit, mandate, change)
        try erase(tie, change)
    }

    /// Removes the row and the other side.
    func erase(_ tie: Record<BesluitInformatieObject>, _ change: Change) throws {
        guard let besluit = tie.besluit.identifier else { return }
        try Self.documents.kept.remove(tie, from: besluit, change)
        try neighbours.documentUntied(tie, change)
    }

    /// The decision of a new tie: locked with its document, and within the mandate.
    private func parent(
        of tie: Record<BesluitInformatieObject>,
        _ mandate: BesluitMandate,
        _ change: Change
    ) throws -> Record<Besluit> {
        guard let id = tie.besluit.identifier else { throw Invalid("besluit", "no_match") }
        do {
            return try held(id, also: tie.documentChain, mandate, change)
        } catch let problem as Problem where problem.kind == .notFound {
            throw Invalid("besluit", "does_not_exist")
        }
    }

    /// brc-003, brc-004 and brc-008.
    private func check(
        _ tie: Record<BesluitInformatieObject>,
        of besluit: Record<Besluit>,
        _ transaction: Transaction
    ) throws {
        guard let type = try neighbours.informatieobjecttype(tie.informatieobject, transaction) else {
            throw Invalid("informatieobject", "bad-url")
        }
        guard try neighbours.admitsDocument(besluit.besluittype, type, transaction) else {
            throw Invalid(
                Fault.whole,
                "missing-besluittype-informatieobjecttype-relation",
                "Het besluittype kent geen documenten van dit type."
            )
        }
        let isTied = try transaction.exists(
            "SELECT 1 FROM besluitinformatieobject WHERE besluit = $1 AND informatieobject = $2",
            [besluit.identifier.stored, tie.informatieobject.stored]
        )
        guard !isTied else { throw Invalid(Fault.whole, "unique", "Het document hoort al bij het besluit.") }
    }
}

extension Record where F == BesluitInformatieObject {
    /// The chain of a document of this house, which the other side of the tie is written on.
    fileprivate var documentChain: [Identifier] { self.informatieobject.identifier.map { [$0] } ?? [] }
}

extension BesluitStore {
    /// The chains of a decision's documents.
    static func documentChains(of id: Identifier, in transaction: Transaction) throws -> [Identifier] {
        try transaction.all(
            "SELECT informatieobject FROM besluitinformatieobject WHERE besluit = $1",
            [id.stored]
        ) { Identifier($0.text(0)) }.compactMap(\.self)
    }

    /// The rows of documents' ties.
    public static let documents = BesluitRows<BesluitInformatieObject>(
        "besluitinformatieobject",
        kinds: BesluitenModule.Kinds.besluitinformatieobject,
        parent: "besluitinformatieobject.besluit",
        order: "besluitinformatieobject.besluit, besluitinformatieobject.uuid"
    )

    static let documentMigration = Migration(
        "besluiten: make ties with documents",
        """
        CREATE TABLE besluitinformatieobject (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            informatieobject TEXT NOT NULL,
            besluit TEXT NOT NULL REFERENCES besluit (uuid)
        );
        CREATE UNIQUE INDEX besluitinformatieobject_paar ON besluitinformatieobject (besluit, informatieobject);
        CREATE INDEX besluitinformatieobject_chain ON besluitinformatieobject (chain);
        CREATE INDEX besluitinformatieobject_volgorde ON besluitinformatieobject (besluit, uuid);
        CREATE INDEX besluitinformatieobject_stuk ON besluitinformatieobject (informatieobject, besluit, uuid);
        """
    )
}
