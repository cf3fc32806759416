public import Database
public import Kernel
public import Ledger

/// The register's decisions: made, changed and removed, each with its entry on a chain of its own.
///
/// A verb runs in the transaction of its `Change`; it throws `Invalid` for what breaks a rule (400) and `Problem` for
/// what the mandate does not allow (403) or what is not there (404).
public struct BesluitStore: Sendable {
    public let neighbours: BesluitNeighbours
    public let settings: BesluitSettings

    public init(neighbours: BesluitNeighbours, settings: BesluitSettings) {
        (self.neighbours, self.settings) = (neighbours, settings)
    }

    /// Makes a decision, starts its chain, and ties it to its zaak.
    ///
    /// - Parameter number: what it is called if the draft gives no identificatie; see `BesluitNumbers`.
    public func add(
        _ draft: Draft<Besluit>,
        number: String?,
        _ mandate: BesluitMandate,
        _ change: Change
    ) throws -> KeptRecord<Besluit> {
        var draft = draft
        draft.uuid = change.identifier()
        if (draft.identificatie ?? "").isEmpty { draft.identificatie = number }
        let besluit = try draft.record()
        if let zaak = besluit.zaak?.identifier { try change.lock([zaak]) }
        try check(besluit, mandate, change)
        let kept = try keep(besluit, change)
        try Self.rows.mustRemain(kept.chain, mandate.besluiten, in: change.transaction)
        if besluit.zaak != nil { try neighbours.zaakTied(besluit, change) }
        return kept
    }

    /// Changes a decision: what is absent stays.
    public func change(
        _ id: Identifier,
        _ draft: Draft<Besluit>,
        _ mandate: BesluitMandate,
        _ change: Change
    ) throws -> KeptRecord<Besluit> {
        let old = try held(id, mandate, change)
        try mustBeOpen(old, mandate, change)
        return try keep(try draft.record(changing: old), over: old, mandate, change)
    }

    /// Writes a decision anew: what is absent gets its default, except what is fixed.
    public func replace(
        _ id: Identifier,
        _ draft: Draft<Besluit>,
        _ mandate: BesluitMandate,
        _ change: Change
    ) throws -> KeptRecord<Besluit> {
        let old = try held(id, mandate, change)
        try mustBeOpen(old, mandate, change)
        return try keep(try draft.record(replacing: old), over: old, mandate, change)
    }

    /// A decision as other registers ask for it, in their own transaction; nil when there is none.
    public static func besluit(_ id: Identifier, in transaction: Transaction) throws -> Record<Besluit>? {
        try rows.kept.first(where: [rows.kept.identity(id)], in: transaction)?.record
    }

    /// Removes a decision with its ties to documents and to its zaak; each row gets its last entry (brc-009).
    ///
    /// The documents stay. Also from an archived zaak, so that destruction can go its way.
    public func remove(_ id: Identifier, _ mandate: BesluitMandate, _ change: Change) throws {
        let transaction = change.transaction
        let old = try held(id, also: try Self.documentChains(of: id, in: transaction), mandate, change)
        try change.lock(try Self.documentChains(of: id, in: transaction))
        try mustBeOpen(old, mandate, change)
        let ofBesluit = [Self.documents.of(id)]
        while let tie = try Self.documents.kept.first(where: ofBesluit, in: transaction)?.record {
            try erase(tie, change)
        }
        try Self.rows.kept.remove(old, from: id, change)
        if old.zaak != nil { try neighbours.zaakUntied(old, change) }
    }
}

extension BesluitStore {
    /// A decision that is going to be changed: read again once it and its zaak are locked, in the order of their ids,
    /// so that of two who write at once the second starts from what the first left.
    func held(
        _ id: Identifier,
        also others: [Identifier] = [],
        _ mandate: BesluitMandate,
        _ change: Change
    ) throws -> Record<Besluit> {
        let seen = try Self.rows.find(id, mandate.besluiten, in: change.transaction).record
        // A decision's zaak is fixed, so what was seen before the lock still holds under it.
        try change.lock([id] + others + (seen.zaak?.identifier.map { [$0] } ?? []))
        return try Self.rows.find(id, mandate.besluiten, in: change.transaction).record
    }

    private func keep(
        _ besluit: Record<Besluit>,
        over old: Record<Besluit>,
        _ mandate: BesluitMandate,
        _ change: Change
    ) throws -> KeptRecord<Besluit> {
        if besluit.datum != old.datum { try checkDay(besluit, change) }
        let kept = try Self.rows.kept.replace(besluit, in: besluit.identifier, change)
        try Self.rows.mustRemain(kept.chain, mandate.besluiten, in: change.transaction)
        let moved = (besluit.ingangsdatum, besluit.vervaldatum) != (old.ingangsdatum, old.vervaldatum)
        if moved, besluit.zaak != nil { try neighbours.zaakFollows(besluit, change) }
        return kept
    }

    private func keep(_ besluit: Record<Besluit>, _ change: Change) throws -> KeptRecord<Besluit> {
        do {
            return try Self.rows.kept.add(besluit, to: besluit.identifier, change)
        } catch let error as DatabaseError where error.code == .unique {
            throw Invalid("identificatie", "identificatie-niet-uniek")
        }
    }
}

extension BesluitStore {
    /// The rows of decisions, the latest taken first.
    public static let rows = BesluitRows<Besluit>(
        "besluit",
        kinds: BesluitenModule.Kinds.besluit,
        parent: "besluit.uuid",
        order: "besluit.datum DESC, besluit.uuid DESC"
    )

    static let migration = Migration(
        "besluiten: make besluiten",
        """
        CREATE TABLE besluit (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            identificatie TEXT NOT NULL,
            verantwoordelijke_organisatie TEXT NOT NULL,
            besluittype TEXT NOT NULL,
            zaak TEXT,
            datum TEXT NOT NULL,
            toelichting TEXT NOT NULL,
            bestuursorgaan TEXT NOT NULL,
            ingangsdatum TEXT NOT NULL,
            vervaldatum TEXT,
            vervalreden TEXT,
            publicatiedatum TEXT,
            verzenddatum TEXT,
            uiterlijke_reactiedatum TEXT
        );
        CREATE UNIQUE INDEX besluit_nummer ON besluit (verantwoordelijke_organisatie, identificatie);
        CREATE INDEX besluit_chain ON besluit (chain);
        CREATE INDEX besluit_datum ON besluit (datum, uuid);
        CREATE INDEX besluit_type ON besluit (besluittype, datum, uuid);
        CREATE INDEX besluit_identificatie ON besluit (identificatie, datum, uuid);
        CREATE INDEX besluit_zaak ON besluit (zaak, datum, uuid) WHERE zaak IS NOT NULL;
        """
    )
}
