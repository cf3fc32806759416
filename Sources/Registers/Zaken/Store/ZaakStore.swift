import Database
public import Kernel
public import Ledger

/// The register's zaken: made, changed and removed, each with its entry.
///
/// A verb runs in the transaction of its `Change`; it throws `Invalid` for what breaks a rule (400) and `Problem` for
/// what the mandate does not allow (403) or what is not there (404). Other houses' URLs (communicatiekanaal, another
/// town's zaak) are tried before the transaction, by whoever decodes the request.
public struct ZaakStore: Sendable {
    public let neighbours: Neighbours
    public let settings: Settings

    public init(neighbours: Neighbours, settings: Settings = Settings()) {
        (self.neighbours, self.settings) = (neighbours, settings)
    }

    /// Makes a zaak, and starts its chain.
    ///
    /// - Parameter number: what it is called if the client gave no identificatie; see `Intake`.
    public func add(
        _ draft: Draft<Zaak>,
        number: String?,
        _ mandate: Mandate,
        _ change: Change
    ) throws -> KeptRecord<Zaak> {
        var draft = draft
        let type = try draft.zaaktype.flatMap { try neighbours.zaaktype($0, change.transaction) }
        fill(&draft, number, type, change)
        let zaak = try draft.record()
        if let hoofdzaak = zaak.hoofdzaak?.identifier { try change.lock([hoofdzaak]) }
        let checked = try check(zaak, draft, old: nil, type, mandate, change)
        let kept = try keep(checked, change)
        try Self.rows.mustRemain(kept.chain, mandate.zaken, in: change.transaction)
        return kept
    }

    /// Writes a zaak again, with what a client sent.
    public func change(
        _ id: Identifier,
        _ draft: Draft<Zaak>,
        _ rewrite: Rewrite,
        _ mandate: Mandate,
        _ change: Change
    ) throws -> KeptRecord<Zaak> {
        try change.lock([id] + (draft.hoofdzaak??.identifier.map { [$0] } ?? []))
        let old = try Self.rows.find(id, mandate.zaken, in: change.transaction).record
        try mandate.mayChange(old)
        var draft = draft
        let type = try neighbours.zaaktype(draft.zaaktype ?? old.zaaktype, change.transaction)
        refill(&draft, rewrite, old, type)
        let zaak = try check(try draft.record(rewrite, old), draft, old: old, type, mandate, change)
        let kept = try replace(zaak, change)
        try Self.rows.mustRemain(id, mandate.zaken, in: change.transaction)
        return kept
    }

    /// Writes down what a zaak is now; for verbs that change it as a consequence.
    @discardableResult
    func replace(_ zaak: Record<Zaak>, as kind: EntryKind? = nil, _ change: Change) throws -> KeptRecord<Zaak> {
        try Self.rows.kept(change.transaction).replace(zaak, in: zaak.identifier, as: kind, change)
    }
}

// MARK: - What the server gives

extension ZaakStore {
    private func fill(_ draft: inout Draft<Zaak>, _ number: String?, _ type: ZaaktypeFacts?, _ change: Change) {
        draft.uuid = change.identifier()
        draft.einddatum = .some(nil)
        if draft.identificatie ?? "" == "" { draft.identificatie = number }
        if !draft.gives(\.registratiedatum) { draft.registratiedatum = BrusselsTime.day(of: change.now) }
        guarded(&draft, type)
        guard let type, let start = draft.startdatum else { return }
        if draft.einddatumGepland == nil, let norm = type.servicenorm {
            draft.einddatumGepland = .some(start.adding(norm))
        }
        if draft.uiterlijkeEinddatumAfdoening == nil, let limit = type.doorlooptijd {
            draft.uiterlijkeEinddatumAfdoening = .some(start.adding(limit))
        }
    }

    private func refill(
        _ draft: inout Draft<Zaak>,
        _ rewrite: Rewrite,
        _ old: Record<Zaak>,
        _ type: ZaaktypeFacts?
    ) {
        guard rewrite == .put else { return }
        if !draft.gives(\.registratiedatum) { draft.registratiedatum = old.registratiedatum }
        guarded(&draft, type)
    }

    /// As confidential as the type says, and as the strictest where there is no type to ask.
    private func guarded(_ draft: inout Draft<Zaak>, _ type: ZaaktypeFacts?) {
        guard !draft.gives(\.vertrouwelijkheidaanduiding) else { return }
        draft.vertrouwelijkheidaanduiding = type?.vertrouwelijkheidaanduiding ?? .zeer_geheim
    }

    private func keep(_ zaak: Record<Zaak>, _ change: Change) throws -> KeptRecord<Zaak> {
        do {
            return try Self.rows.kept(change.transaction).add(zaak, to: zaak.identifier, change)
        } catch let error as DatabaseError where error.code == .unique {
            throw Invalid("identificatie", "identificatie-niet-uniek")
        }
    }
}
