import Database
public import Kernel
public import Ledger

/// What zaken are about.
public struct ZaakObjectStore: Sendable {
    let zaken: ZaakStore

    /// Characters of an object's description at most; what is larger belongs in a register of its own.
    public static let identificationMax = 16_384

    public init(zaken: ZaakStore) {
        self.zaken = zaken
    }

    /// Ties an object to a zaak.
    public func add(
        _ draft: Draft<ZaakObject>,
        _ mandate: Mandate,
        _ change: Change
    ) throws -> KeptRecord<ZaakObject> {
        var draft = draft
        draft.uuid = change.identifier()
        let object = try Self.identified(try draft.record())
        let zaak = try zaken.openParent(object.zaak, mandate, change)
        try check(object, of: zaak, change.transaction)
        let kept = try Self.rows.kept(change.transaction).add(object, to: zaak.identifier, change)
        try zaken.rederive(zaak.identifier, when: [.zaakobject], change)
        return kept
    }

    /// Writes the tie again; its zaak, object and type of object stay.
    public func change(
        _ id: Identifier,
        _ draft: Draft<ZaakObject>,
        _ rewrite: Rewrite,
        _ mandate: Mandate,
        _ change: Change
    ) throws -> KeptRecord<ZaakObject> {
        let old = try zaken.held(Self.rows, id, mandate, change)
        let zaak = try zaken.openParent(old.zaak, mandate, change)
        let object = try Self.identified(try draft.record(rewrite, old))
        try check(object, of: zaak, change.transaction)
        let kept = try Self.rows.kept(change.transaction).replace(object, in: zaak.identifier, change)
        try zaken.rederive(zaak.identifier, when: [.zaakobject], change)
        return kept
    }

    /// Takes the object away from its zaak.
    public func remove(_ id: Identifier, _ mandate: Mandate, _ change: Change) throws {
        let old = try zaken.held(Self.rows, id, mandate, change)
        let zaak = try zaken.openParent(old.zaak, mandate, change)
        try Self.rows.kept(change.transaction).remove(old, from: zaak.identifier, change)
    }
}

// MARK: - Rules

extension ZaakObjectStore {
    /// Objects that are parties are read in the form of their type; others are kept as they came, within a limit.
    private static func identified(_ object: Record<ZaakObject>) throws -> Record<ZaakObject> {
        var (object, check) = (object, Check())
        check.that(
            object.object != nil || object.objectIdentificatie != nil,
            Fault.whole,
            "invalid-zaakobject",
            "Geef object of objectIdentificatie."
        )
        if object.objectType == .overige {
            check.that(!object.objectTypeOverige.isEmpty, "objectTypeOverige", "missing-object-type-overige")
        } else {
            let isFree = object.objectTypeOverige.isEmpty && object.objectTypeOverigeDefinitie == nil
            check.that(isFree, "objectTypeOverige", "invalid-object-type-overige-usage")
        }
        if let sent = object.objectIdentificatie {
            check.that(sent.text.count <= identificationMax, "objectIdentificatie", "max_length")
            do {
                if let type = object.objectType.betrokkeneType {
                    object.objectIdentificatie = try type.identification(sent)
                }
            } catch {
                check.add(error, inside: "objectIdentificatie")
            }
        }
        try check.done()
        return object
    }

    private func check(_ object: Record<ZaakObject>, of zaak: Record<Zaak>, _ transaction: Transaction) throws {
        guard let type = object.zaakobjecttype else { return }
        guard let zaaktype = try zaken.neighbours.zaakobjecttype(type, transaction) else {
            throw Invalid("zaakobjecttype", "bad-url")
        }
        guard zaaktype == zaak.zaaktype else { throw Invalid(Fault.whole, "zaaktype-mismatch") }
    }
}

extension ZaakObjectStore {
    /// The rows of objects.
    public static let rows = Rows<ZaakObject>(
        "zaakobject",
        kinds: ZakenModule.Kinds.zaakobject,
        parent: "zaakobject.zaak",
        order: "zaakobject.zaak DESC"
    )

    static let migration = Migration(
        "zaken: make objects",
        """
        CREATE TABLE zaakobject (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            zaak TEXT NOT NULL REFERENCES zaak (uuid),
            object TEXT,
            zaakobjecttype TEXT,
            object_type TEXT NOT NULL,
            object_type_overige TEXT NOT NULL,
            object_type_overige_definitie TEXT,
            relatieomschrijving TEXT NOT NULL,
            object_identificatie TEXT
        );
        CREATE INDEX zaakobject_chain ON zaakobject (chain);
        CREATE INDEX zaakobject_zaak ON zaakobject (zaak, uuid);
        CREATE INDEX zaakobject_object ON zaakobject (object) WHERE object IS NOT NULL;
        """
    )
}
