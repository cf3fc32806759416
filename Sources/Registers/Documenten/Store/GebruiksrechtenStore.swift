import Database
public import Kernel
public import Ledger

/// The rights of use of documents; whether a document has any shows on the document itself (drc-006).
public struct GebruiksrechtenStore: Sendable {
    let documenten: DocumentStore

    public init(documenten: DocumentStore) {
        self.documenten = documenten
    }

    public func add(
        _ draft: Draft<Gebruiksrechten>,
        _ mandate: DocumentMandate,
        _ change: Change
    ) throws -> KeptRecord<Gebruiksrechten> {
        var draft = draft
        draft.uuid = change.identifier()
        let rights = try draft.record()
        try Self.check(rights)
        let document = try documenten.parent(rights.informatieobject, mandate, change)
        let kept = try Self.rows.kept(change.transaction).add(rights, to: document.identifier, change)
        try mark(document, true, change)
        return kept
    }

    public func change(
        _ id: Identifier,
        _ draft: Draft<Gebruiksrechten>,
        _ rewriting: Rewriting,
        _ mandate: DocumentMandate,
        _ change: Change
    ) throws -> KeptRecord<Gebruiksrechten> {
        let old = try documenten.held(Self.rows, id, mandate, change)
        let rights = try draft.record(rewriting, old.record)
        try Self.check(rights)
        return try Self.rows.kept(change.transaction).replace(rights, in: old.chain, change)
    }

    /// With the last of them nobody knows any more whether use is restricted.
    public func remove(_ id: Identifier, _ mandate: DocumentMandate, _ change: Change) throws {
        let old = try documenten.held(Self.rows, id, mandate, change)
        try Self.rows.kept(change.transaction).remove(old.record, from: old.chain, change)
        guard try !DocumentStore.hasRights(old.chain, in: change.transaction) else { return }
        try mark(try DocumentStore.rows.find(old.chain, mandate.documenten, in: change.transaction).record, nil, change)
    }

    private func mark(_ document: Record<EnkelvoudigInformatieObject>, _ value: Bool?, _ change: Change) throws {
        guard document.indicatieGebruiksrecht != value else { return }
        var document = document
        document.indicatieGebruiksrecht = value
        try DocumentStore.rows.kept(change.transaction).replace(
            document,
            in: document.identifier,
            as: DocumentenModule.Kinds.gebruiksrechtAfgeleid,
            change
        )
    }

    private static func check(_ rights: Record<Gebruiksrechten>) throws(Invalid) {
        guard rights.einddatum.map({ $0 >= rights.startdatum }) ?? true else {
            throw Invalid("einddatum", "invalid", "Het einde ligt voor het begin.")
        }
    }

    public static let rows = DocumentRows<Gebruiksrechten>(
        "gebruiksrechten",
        kinds: DocumentenModule.Kinds.gebruiksrechten,
        parent: "gebruiksrechten.informatieobject",
        order: "gebruiksrechten.startdatum DESC"
    )

    static let migration = Migration(
        "documenten: make gebruiksrechten",
        """
        CREATE TABLE gebruiksrechten (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            informatieobject TEXT NOT NULL REFERENCES enkelvoudiginformatieobject (uuid),
            startdatum BIGINT NOT NULL,
            einddatum BIGINT,
            omschrijving_voorwaarden TEXT NOT NULL
        );
        CREATE INDEX gebruiksrechten_document ON gebruiksrechten (informatieobject);
        CREATE INDEX gebruiksrechten_start ON gebruiksrechten (startdatum, uuid);
        CREATE INDEX gebruiksrechten_einde ON gebruiksrechten (einddatum, uuid) WHERE einddatum IS NOT NULL;
        CREATE INDEX gebruiksrechten_chain ON gebruiksrechten (chain);
        """
    )
}

extension DocumentStore {
    /// The document of something that is made: locked, and within the mandate.
    func parent(
        _ reference: Reference<EnkelvoudigInformatieObject>,
        _ mandate: DocumentMandate,
        _ change: Change
    ) throws -> Record<EnkelvoudigInformatieObject> {
        guard let id = reference.identifier else { throw Invalid("informatieobject", "no_match") }
        do {
            return try held(id, mandate, change)
        } catch let problem as Problem where problem.kind == .notFound {
            throw Invalid("informatieobject", "does_not_exist")
        }
    }

    /// Something of a document that is going to be changed, read again once the document is locked.
    func held<R: Resource>(
        _ rows: DocumentRows<R>,
        _ id: Identifier,
        _ mandate: DocumentMandate,
        _ change: Change
    ) throws -> KeptRecord<R> {
        try change.lock([try rows.find(id, mandate.documenten, in: change.transaction).chain])
        return try rows.find(id, mandate.documenten, in: change.transaction)
    }
}
