import Database
public import Kernel
public import Ledger

/// The facts that types ask of their zaken.
public struct ZaakEigenschapStore: Sendable {
    let zaken: ZaakStore

    public init(zaken: ZaakStore) {
        self.zaken = zaken
    }

    /// Gives a zaak a fact.
    ///
    /// - Parameter path: the zaak in the address of the request, which is the one in the body.
    public func add(
        _ draft: Draft<ZaakEigenschap>,
        at path: Identifier,
        _ mandate: Mandate,
        _ change: Change
    ) throws -> KeptRecord<ZaakEigenschap> {
        var draft = draft
        draft.uuid = change.identifier()
        if !draft.gives(\.zaak) { draft.zaak = .own(path) }
        let type = try draft.eigenschap.flatMap { try zaken.neighbours.eigenschap($0, change.transaction) }
        if draft.eigenschap != nil, type == nil { draft.add(Fault("eigenschap", "bad-url")) }
        draft.naam = type?.naam ?? ""
        let fact = try draft.record()
        guard fact.zaak == .own(path) else { throw Invalid("zaak", "zaak-mismatch", "Dit is een andere zaak.") }
        let zaak = try zaken.openParent(fact.zaak, mandate, change)
        guard type?.zaaktype == zaak.zaaktype else { throw Invalid(Fault.whole, "zaaktype-mismatch") }
        let kept = try Self.rows.kept(change.transaction).add(fact, to: zaak.identifier, change)
        try zaken.rederive(zaak.identifier, when: [.eigenschap], change)
        return kept
    }

    /// Writes a fact again: its value; zaak and eigenschap stay.
    public func change(
        _ id: Identifier,
        at path: Identifier,
        _ draft: Draft<ZaakEigenschap>,
        _ rewrite: Rewrite,
        _ mandate: Mandate,
        _ change: Change
    ) throws -> KeptRecord<ZaakEigenschap> {
        let old = try find(id, at: path, mandate, change)
        let zaak = try zaken.openParent(old.zaak, mandate, change)
        let fact = try draft.record(rewrite, old)
        let kept = try Self.rows.kept(change.transaction).replace(fact, in: zaak.identifier, change)
        try zaken.rederive(zaak.identifier, when: [.eigenschap], change)
        return kept
    }

    /// Takes a fact away.
    public func remove(_ id: Identifier, at path: Identifier, _ mandate: Mandate, _ change: Change) throws {
        let old = try find(id, at: path, mandate, change)
        let zaak = try zaken.openParent(old.zaak, mandate, change)
        try Self.rows.kept(change.transaction).remove(old, from: zaak.identifier, change)
        try zaken.rederive(zaak.identifier, when: [.eigenschap], change)
    }

    private func find(
        _ id: Identifier,
        at path: Identifier,
        _ mandate: Mandate,
        _ change: Change
    ) throws -> Record<ZaakEigenschap> {
        let found = try zaken.held(Self.rows, id, mandate, change)
        guard found.zaak == .own(path) else { throw Problem(.notFound) }
        return found
    }
}

extension ZaakEigenschapStore {
    /// The rows of facts.
    public static let rows = Rows<ZaakEigenschap>(
        "zaakeigenschap",
        kinds: ZakenModule.Kinds.zaakeigenschap,
        parent: "zaakeigenschap.zaak",
        order: "zaakeigenschap.naam"
    ) { _ in
        ["url": "'/zaken/api/v1/zaken/' || zaakeigenschap.zaak || '/zaakeigenschappen/' || zaakeigenschap.uuid"]
    }

    static let migration = Migration(
        "zaken: make facts",
        """
        CREATE TABLE zaakeigenschap (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            zaak TEXT NOT NULL REFERENCES zaak (uuid),
            eigenschap TEXT NOT NULL,
            naam TEXT NOT NULL,
            waarde TEXT NOT NULL
        );
        CREATE INDEX zaakeigenschap_chain ON zaakeigenschap (chain);
        CREATE INDEX zaakeigenschap_zaak ON zaakeigenschap (zaak, naam);
        """
    )
}
