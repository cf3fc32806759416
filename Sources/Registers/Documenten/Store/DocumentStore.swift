import Catalogi
public import Database
public import Kernel
public import Ledger
public import Vault

/// The register's documents: made, changed, locked and removed, each with its entry on the document's own chain.
///
/// A verb runs in the transaction of its `Change`; it throws `Invalid` for what breaks a rule (400) and `Problem` for
/// what the mandate does not allow (403) or what is not there (404). Contents were received before.
public struct DocumentStore: Sendable {
    public let neighbours: DocumentNeighbours
    public let settings: DocumentSettings
    let contents: Contents

    public init(
        neighbours: DocumentNeighbours = .catalogi,
        contents: Contents,
        settings: DocumentSettings = DocumentSettings()
    ) {
        (self.neighbours, self.contents, self.settings) = (neighbours, contents, settings)
    }

    /// Makes a document, starts its chain, and puts its content under the key of that chain.
    ///
    /// Without a content and with a size, the document is locked and waits for its parts.
    ///
    /// - Parameter number: what it is called if nobody gave an identificatie (`DocumentNumbers`); without one it is
    ///   called by its uuid.
    public func add(
        _ draft: Draft<EnkelvoudigInformatieObject>,
        content: PreparedContent?,
        number: String?,
        _ mandate: DocumentMandate,
        _ change: Change
    ) throws -> KeptRecord<EnkelvoudigInformatieObject> {
        var draft = draft
        let id = change.identifier()
        let type = try draft.informatieobjecttype.flatMap {
            try neighbours.informatieobjecttype($0, change.transaction)
        }
        let known = try content.map { try self.known($0, change) }
        fill(&draft, id, number, type, change)
        Self.take(known, into: &draft)
        var document = try draft.record()
        document.dropEmptyGroups()
        try check(document, old: nil, type, change.transaction)
        let parts = known == nil ? document.bestandsomvang ?? 0 : 0
        if parts > 0 { Self.close(&document, change) }
        let kept = try keep(document) { try Self.rows.kept(change.transaction).add($0, to: id, change) }
        try content.map { try lay($0, in: id, change) }
        if parts > 0 { try plan(parts, of: id, change) }
        try Self.index(document, in: change.transaction)
        try Self.rows.mustRemain(id, mandate.documenten, in: change.transaction)
        return kept
    }

    /// Makes the next version of a document out of what a client sent.
    ///
    /// - Parameter lock: what opens the lock; without the right one nothing changes (drc-009, drc-010).
    public func change(
        _ id: Identifier,
        _ draft: Draft<EnkelvoudigInformatieObject>,
        _ rewriting: Rewriting,
        content: ContentChange,
        lock: String?,
        _ mandate: DocumentMandate,
        _ change: Change
    ) throws -> KeptRecord<EnkelvoudigInformatieObject> {
        let old = try held(id, mandate, change)
        try old.mustOpen(with: lock)
        var draft = draft
        let type = try neighbours.informatieobjecttype(
            draft.informatieobjecttype ?? old.informatieobjecttype,
            change.transaction
        )
        try refill(&draft, rewriting, old, type, content, change)
        if case .set(let content) = content { Self.take(try known(content, change), into: &draft) }
        var document = try draft.record(rewriting, old)
        document.dropEmptyGroups()
        if case .clear = content { document.forgetContent() }
        (document.versie, document.beginRegistratie) = (old.versie + 1, max(change.now, old.beginRegistratie))
        try check(document, old: old, type, change.transaction)
        try DocumentVersieStore.keep(old, change)
        let kept = try keep(document) { try Self.rows.kept(change.transaction).replace($0, in: id, change) }
        try settle(content, document, change)
        try Self.index(document, in: change.transaction)
        try Self.rows.mustRemain(id, mandate.documenten, in: change.transaction)
        return kept
    }

    /// Locks a document for whoever works on it; answers what opens the lock.
    public func lock(_ id: Identifier, _ mandate: DocumentMandate, _ change: Change) throws -> String {
        var document = try held(id, mandate, change)
        guard document.slot == nil else {
            throw Invalid(Fault.whole, "existing-lock", "Het document is al vergrendeld.")
        }
        Self.close(&document, change)
        try Self.rows.kept(change.transaction).replace(
            document,
            in: id,
            as: DocumentenModule.Kinds.vergrendeld,
            change
        )
        return document.slot ?? ""
    }

    /// Takes the lock away, and makes one content of the parts that were sent.
    ///
    /// - Parameters:
    ///   - lock: what opens it; without, the mandate must force it, and parts are dropped.
    ///   - merged: the parts as one content (`DocumentUploads.merge`); nil when there are none, or not all.
    public func unlock(
        _ id: Identifier,
        lock: String?,
        merged: MergedParts?,
        _ mandate: DocumentMandate,
        _ change: Change
    ) throws {
        var document = try held(id, mandate, change)
        let isForced = lock == nil && mandate.extra.contains(.geforceerdUnlock)
        if !isForced { try document.mustOpen(with: lock) }
        let parts = try DocumentPartStore.parts(of: id, in: change.transaction)
        var content: PreparedContent?
        if !parts.isEmpty {
            if isForced {
                document.bestandsomvang = nil
            } else {
                let merged = try Self.whole(parts, merged)
                (document, content) = (try self.taking(merged.content, document, change), merged.content)
            }
        }
        (document.slot, document.slotSinds, document.slotDoor) = (nil, nil, nil)
        try Self.rows.kept(change.transaction).replace(
            document,
            in: id,
            as: DocumentenModule.Kinds.ontgrendeld,
            change
        )
        try content.map { try lay($0, in: id, change) }
        try dropParts(of: id, keeping: content, change)
    }

    /// What others must know of a document; nil when there is none.
    public static func facts(of id: Identifier, in transaction: Transaction) throws -> DocumentFacts? {
        let kept = rows.kept(transaction)
        return try kept.first(where: [kept.identity(id)], in: transaction).map { found in
            DocumentFacts(
                informatieobjecttype: found.record.informatieobjecttype,
                isGearchiveerd: found.record.status == .gearchiveerd,
                isLocked: found.record.slot != nil,
                indicatieGebruiksrecht: found.record.indicatieGebruiksrecht
            )
        }
    }
}

// MARK: - What the server gives

extension DocumentStore {
    private func fill(
        _ draft: inout Draft<EnkelvoudigInformatieObject>,
        _ id: Identifier,
        _ number: String?,
        _ type: DocumenttypeFacts?,
        _ change: Change
    ) {
        (draft.uuid, draft.versie, draft.beginRegistratie) = (id, 1, change.now)
        draft.ingediendDoor = .some(change.author.pseudonym)
        if draft.identificatie ?? "" == "" { draft.identificatie = number ?? id.description }
        guarded(&draft, type)
    }

    /// drc-007: as confidential as the type says, and as the strictest where there is no type to ask.
    private func guarded(_ draft: inout Draft<EnkelvoudigInformatieObject>, _ type: DocumenttypeFacts?) {
        guard !draft.gives(\.vertrouwelijkheidaanduiding) else { return }
        draft.vertrouwelijkheidaanduiding = type?.vertrouwelijkheidaanduiding ?? .zeer_geheim
    }

    private func refill(
        _ draft: inout Draft<EnkelvoudigInformatieObject>,
        _ rewriting: Rewriting,
        _ old: Record<EnkelvoudigInformatieObject>,
        _ type: DocumenttypeFacts?,
        _ content: ContentChange,
        _ change: Change
    ) throws {
        if draft.gives(\.identificatie), draft.identificatie == "" { draft.identificatie = old.identificatie }
        if case .keep = content {
            let given = draft.bestandsomvang ?? nil
            guard given == nil || given == old.bestandsomvang else { throw Self.otherSize }
            draft.bestandsomvang = .some(old.bestandsomvang)
        }
        guard rewriting == .put else { return }
        if !draft.gives(\.identificatie) { draft.identificatie = old.identificatie }
        if !draft.gives(\.indicatieGebruiksrecht), try Self.hasRights(old.identifier, in: change.transaction) {
            draft.indicatieGebruiksrecht = .some(old.indicatieGebruiksrecht)
        }
        guarded(&draft, type)
    }

    /// Locks it with what nobody can guess.
    static func close(_ document: inout Record<EnkelvoudigInformatieObject>, _ change: Change) {
        document.slot = Hexadecimal.text(of: change.random(16))
        (document.slotSinds, document.slotDoor) = (change.now, change.author.pseudonym)
    }

    private func keep(
        _ document: Record<EnkelvoudigInformatieObject>,
        _ write: (Record<EnkelvoudigInformatieObject>) throws -> KeptRecord<EnkelvoudigInformatieObject>
    ) throws -> KeptRecord<EnkelvoudigInformatieObject> {
        do {
            return try write(document)
        } catch let error as DatabaseError where error.code == .unique {
            throw Invalid("identificatie", "identificatie-niet-uniek")
        }
    }

    /// A document that is going to be changed: locked first, so that of two who write at once the second starts from
    /// what the first left.
    func held(
        _ id: Identifier,
        _ mandate: DocumentMandate,
        _ change: Change
    ) throws -> Record<EnkelvoudigInformatieObject> {
        try change.lock([id])
        return try Self.rows.find(id, mandate.documenten, in: change.transaction).record
    }
}
