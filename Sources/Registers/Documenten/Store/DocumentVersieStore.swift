public import Database
public import Kernel
public import Ledger

/// Which version of a document.
public enum DocumentMoment: Hashable, Sendable {
    case current
    case versie(Int)
    /// The one that held at a moment.
    case at(Instant)
}

/// The versions of documents that others followed.
enum DocumentVersieStore {
    static let rows = DocumentRows<DocumentVersie>(
        "enkelvoudiginformatieobject_versie",
        kinds: DocumentenModule.Kinds.versie,
        parent: "enkelvoudiginformatieobject_versie.document",
        order: "enkelvoudiginformatieobject_versie.versie DESC"
    )

    static let migration = Migration(
        "documenten: make versies",
        """
        CREATE TABLE enkelvoudiginformatieobject_versie (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            document TEXT NOT NULL REFERENCES enkelvoudiginformatieobject (uuid),
            versie BIGINT NOT NULL,
            begin_registratie BIGINT NOT NULL,
            staat TEXT NOT NULL
        );
        CREATE UNIQUE INDEX enkelvoudiginformatieobject_versie_nummer
            ON enkelvoudiginformatieobject_versie (document, versie);
        CREATE INDEX enkelvoudiginformatieobject_versie_chain ON enkelvoudiginformatieobject_versie (chain);
        """
    )

    /// Keeps a version that another one is going to follow.
    static func keep(_ document: Record<EnkelvoudigInformatieObject>, _ change: Change) throws {
        var draft = Draft<DocumentVersie>()
        draft.uuid = change.identifier()
        draft.document = .own(document.identifier)
        draft.versie = document.versie
        draft.beginRegistratie = document.beginRegistratie
        draft.staat = document
        try rows.kept(change.transaction).add(try draft.record(), to: document.identifier, change)
    }

    /// An earlier version; nil when there is none such.
    static func find(
        _ document: Identifier,
        _ moment: DocumentMoment,
        in transaction: Transaction
    ) throws -> KeptRecord<DocumentVersie>? {
        let wanted: Clause
        switch moment {
        case .current: return nil
        case .versie(let number): wanted = "enkelvoudiginformatieobject_versie.versie = \(.integer(Int64(number)))"
        case .at(let instant):
            // The last that had begun; a version that began later than the one after it is no version of that moment.
            wanted = """
                enkelvoudiginformatieobject_versie.versie = (SELECT max(v.versie)
                FROM enkelvoudiginformatieobject_versie v WHERE v.document = \(document.stored)
                AND v.begin_registratie <= \(.integer(instant.milliseconds)))
                """
        }
        return try rows.kept(transaction).first(where: [rows.of(document), wanted], in: transaction)
    }
}

extension DocumentStore {
    /// A document as it is or was; throws 403 or 404.
    public static func find(
        _ id: Identifier,
        _ moment: DocumentMoment = .current,
        _ visible: Clause,
        in transaction: Transaction
    ) throws -> KeptRecord<EnkelvoudigInformatieObject> {
        // Who may see the document as it is now may see what it was.
        var found = try rows.find(id, visible, in: transaction)
        let current = found.record
        if case .current = moment { return found }
        if case .versie(current.versie) = moment { return found }
        if case .at(let instant) = moment, current.beginRegistratie <= instant { return found }
        guard let earlier = try DocumentVersieStore.find(id, moment, in: transaction) else {
            throw Problem(.notFound, detail: "Deze versie van het document is er niet.")
        }
        // The number stays that of the document as it is: what shows of an earlier version changes with its lock.
        found.record = earlier.record.staat
        found.record.locked = current.locked
        found.record.bestandsdelen = []
        let hasContent = found.record.inhoudId != nil || found.record.bestandsomvang == 0
        found.record.inhoud =
            hasContent
            ? Link("\(EnkelvoudigInformatieObject.path)/\(id)/download?versie=\(found.record.versie)") : nil
        return found
    }
}
