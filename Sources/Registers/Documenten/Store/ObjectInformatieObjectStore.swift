public import Database
public import Kernel
public import Ledger

/// The other side of documents' ties, which zaken and decisions keep in the same change as their own side.
public enum ObjectInformatieObjectStore {
    /// Notes that a document belongs to something; once, however often it is said.
    ///
    /// - Parameter object: the path of the zaak or decision, such as `/zaken/api/v1/zaken/…`.
    @discardableResult
    public static func tie(
        _ document: Identifier,
        to object: Link,
        _ type: DocumentobjectType,
        _ change: Change
    ) throws -> KeptRecord<ObjectInformatieObject> {
        try change.lock([document])
        guard try DocumentStore.facts(of: document, in: change.transaction) != nil else {
            throw Invalid("informatieobject", "bad-url")
        }
        if let found = try find(document, object, in: change.transaction) { return found }
        var draft = Draft<ObjectInformatieObject>()
        (draft.uuid, draft.informatieobject) = (change.identifier(), .own(document))
        (draft.object, draft.objectType) = (object, type)
        return try rows.kept(change.transaction).add(try draft.record(), to: document, change)
    }

    /// Notes that it does not any more.
    public static func untie(_ document: Identifier, from object: Link, _ change: Change) throws {
        try change.lock([document])
        guard let found = try find(document, object, in: change.transaction) else { return }
        try rows.kept(change.transaction).remove(found.record, from: document, change)
    }

    /// The tie of a document to something; nil when there is none.
    public static func find(
        _ document: Identifier,
        _ object: Link,
        in transaction: Transaction
    ) throws -> KeptRecord<ObjectInformatieObject>? {
        try rows.kept(transaction).first(
            where: [rows.of(document), "objectinformatieobject.object = \(object.stored)"],
            in: transaction
        )
    }

    /// Answers the tie that a client asks for: those with something of this house are there already, or are not to be
    /// (drc-003, drc-004).
    public static func confirm(
        _ draft: Draft<ObjectInformatieObject>,
        _ mandate: DocumentMandate,
        _ change: Change
    ) throws -> KeptRecord<ObjectInformatieObject> {
        var draft = draft
        draft.uuid = change.identifier()
        let asked = try draft.record()
        guard let document = asked.informatieobject.identifier else { throw Invalid("informatieobject", "no_match") }
        do {
            _ = try DocumentStore.rows.find(document, mandate.documenten, in: change.transaction)
        } catch let problem as Problem where problem.kind == .notFound {
            throw Invalid("informatieobject", "does_not_exist")
        }
        // Another house is asked before it is believed, and nobody asks yet.
        guard asked.object.text.hasPrefix("/") else { throw Invalid("object", "bad-url") }
        guard let found = try find(document, asked.object, in: change.transaction),
            found.record.objectType == asked.objectType
        else {
            throw Invalid(
                Fault.whole,
                "inconsistent-relation",
                "Leg de relatie eerst bij de zaak of het besluit; dan staat ze hier vanzelf."
            )
        }
        return found
    }

    /// Refuses to take away what its source still has.
    public static func remove(_ id: Identifier, _ mandate: DocumentMandate, _ change: Change) throws {
        let found = try rows.find(id, mandate.documenten, in: change.transaction).record
        guard !found.object.text.hasPrefix("/") else {
            throw Invalid(
                Fault.whole,
                "remote-relation-exists",
                "Neem de relatie weg bij de zaak of het besluit; dan verdwijnt ze hier vanzelf."
            )
        }
        try rows.kept(change.transaction).remove(found, from: found.informatieobject.identifier ?? id, change)
    }
}

extension ObjectInformatieObjectStore {
    public static let rows = DocumentRows<ObjectInformatieObject>(
        "objectinformatieobject",
        kinds: DocumentenModule.Kinds.objectinformatieobject,
        parent: "objectinformatieobject.informatieobject",
        order: "objectinformatieobject.informatieobject"
    )

    /// `object_id` is the id at the end of an address of ours: what relations and rights know the object by.
    static let migration = Migration(
        "documenten: make objectinformatieobjecten",
        """
        CREATE TABLE objectinformatieobject (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            informatieobject TEXT NOT NULL REFERENCES enkelvoudiginformatieobject (uuid),
            object TEXT NOT NULL,
            object_type TEXT NOT NULL,
            object_id TEXT GENERATED ALWAYS AS (
                CASE WHEN substr(object, 1, 1) = '/' THEN substr(object, length(object) - 35) END
            ) STORED
        );
        CREATE UNIQUE INDEX objectinformatieobject_paar ON objectinformatieobject (informatieobject, object);
        CREATE INDEX objectinformatieobject_object ON objectinformatieobject (object, informatieobject);
        CREATE INDEX objectinformatieobject_object_id ON objectinformatieobject (object_id, informatieobject);
        CREATE INDEX objectinformatieobject_chain ON objectinformatieobject (chain);
        """
    )
}
