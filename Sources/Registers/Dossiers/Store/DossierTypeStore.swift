import Catalogi
public import Database
public import Kernel
public import Ledger
import Synchronization

/// Published dossier types: each version is a chain of its own.
public struct DossierTypeStore: Sendable {
    let settings: DossierSettings

    public init(_ settings: DossierSettings) { self.settings = settings }

    static let kept = Kept<TypeVersion>("dossiertype", kinds: DossiersModule.Kinds.type)

    static let migration = Migration(
        "dossiers: make dossiertypen",
        """
        CREATE TABLE dossiertype (
            uuid TEXT PRIMARY KEY NOT NULL,
            chain TEXT NOT NULL,
            salt BYTEA NOT NULL,
            version BIGINT NOT NULL,
            identificatie TEXT NOT NULL,
            versie BIGINT NOT NULL,
            titel TEXT NOT NULL,
            dienst TEXT NOT NULL,
            geldig_vanaf TEXT NOT NULL,
            gepubliceerd BIGINT NOT NULL,
            zaaktype TEXT NOT NULL,
            sleutels TEXT NOT NULL,
            document TEXT NOT NULL
        );
        CREATE UNIQUE INDEX dossiertype_versie ON dossiertype (identificatie, versie);
        CREATE INDEX dossiertype_chain ON dossiertype (chain);
        CREATE UNIQUE INDEX dossiertype_zaaktype ON dossiertype (zaaktype);
        """
    )

    /// What an import would do.
    public struct Preview: Sendable {
        public let type: DossierType
        /// The version that is published now; nil for a type that is new.
        public let current: DossierType?
        /// What changes, in words; empty for a new type.
        public let changes: [String]
        /// What keeps it from being published, in words.
        public let obstacle: String?
        /// Whether this very document is published already.
        public let isKnown: Bool
    }

    /// Says what publishing would do, and changes nothing.
    public func preview(_ type: DossierType, in transaction: Transaction) throws -> Preview {
        let latest = try Self.latest(type.identification, in: transaction).flatMap { PublishedType($0.record) }
        guard let current = latest?.type else {
            // A type that comes from another house may have had versions there.
            return Preview(type: type, current: nil, changes: [], obstacle: nil, isKnown: false)
        }
        let isKnown = current.version == type.version && current.canonical == type.canonical
        return Preview(
            type: type,
            current: current,
            changes: TypeDifference(from: current, to: type).changes.map { change in
                (change.place.joined(separator: " › ") + ": " + change.sentence)
            },
            obstacle: isKnown ? nil : Self.obstacle(from: current, to: type),
            isKnown: isKnown
        )
    }

    private static func obstacle(from current: DossierType, to type: DossierType) -> String? {
        guard type.version == current.version + 1 else {
            return "Versie \(current.version) is gepubliceerd; de volgende heeft nummer \(current.version + 1)."
        }
        guard type.validFrom > current.validFrom else {
            return "Deze versie moet later ingaan dan de vorige (\(current.validFrom.written()))."
        }
        return nil
    }

    /// Publishes a version, with the types of the catalogue that stand for it; doing so again changes nothing.
    ///
    /// Throws `Invalid` for what keeps it from being published.
    @discardableResult
    public func publish(_ type: DossierType, _ change: Change) throws -> KeptRecord<TypeVersion> {
        let catalogus = try self.catalogus(change)
        let previous = try Self.latest(type.identification, in: change.transaction)
        let preview = try preview(type, in: change.transaction)
        if preview.isKnown, let previous { return previous }
        if let obstacle = preview.obstacle { throw Invalid("versie", "not-next", obstacle) }
        var catalogue = TypeCatalogue(work(type, change), settings.addresses, catalogus: catalogus, type)
        let zaaktype = try catalogue.write(after: previous?.record.zaaktype)
        var draft = Draft<TypeVersion>()
        draft.uuid = change.identifier()
        (draft.identificatie, draft.versie) = (type.identification, type.version)
        (draft.titel, draft.dienst) = (type.title.nl.shortened(to: 80), type.department)
        (draft.geldigVanaf, draft.gepubliceerd, draft.zaaktype) = (type.validFrom, change.now, zaaktype)
        (draft.sleutels, draft.document) = (catalogue.keys, String(decoding: type.canonical, as: UTF8.self))
        let record = try draft.record()
        return try Self.kept.add(record, to: record.identifier, change)
    }

    private func work(_ type: DossierType, _ change: Change) -> TypeWork {
        TypeWork(
            change,
            on: BrusselsTime.day(of: change.now),
            visible: "1 = 1",
            selectielijst: TypeCatalogue.selectielijst(type),
            rules: settings.catalogi
        )
    }

    /// The catalogue of the house, made with the first type.
    private func catalogus(_ change: Change) throws -> Identifier {
        let lookup = TypeLookupStore(change.transaction)
        if let found = try lookup.catalogus(settings.domain, settings.organisation) { return found }
        var draft = Draft<Catalogus>()
        (draft.domein, draft.rsin) = (settings.domain, settings.organisation)
        (draft.contactpersoonBeheerNaam, draft.naam) = ("Applicatiebeheer", .some("Dossiertypen"))
        let day = BrusselsTime.day(of: change.now)
        let work = TypeWork(change, on: day, visible: "1 = 1", rules: settings.catalogi)
        return try CatalogusStore(work).add(draft).record.identifier
    }
}

// MARK: - Reading

extension DossierTypeStore {
    static func latest(_ identification: String, in transaction: Transaction) throws -> KeptRecord<TypeVersion>? {
        let newest: Clause = """
            dossiertype.versie = (SELECT max(t.versie) FROM dossiertype t
            WHERE t.identificatie = \(.text(identification)))
            """
        return try kept.first(
            where: ["dossiertype.identificatie = \(.text(identification))", newest],
            in: transaction
        )
    }

    /// The ids of the versions that new dossiers get on a day, by title.
    static func valid(on day: Day, in transaction: Transaction) throws -> [Identifier] {
        try transaction.all(
            """
            SELECT uuid FROM dossiertype WHERE versie = (SELECT max(t.versie) FROM dossiertype t
            WHERE t.identificatie = dossiertype.identificatie AND t.geldig_vanaf <= \(day.stored))
            ORDER BY titel, uuid
            """ as Clause
        ) { Identifier($0.text(0)) }.compactMap(\.self)
    }

    /// The version that a new dossier gets on a day.
    static func valid(_ identification: String, on day: Day, in transaction: Transaction) throws -> Identifier? {
        try transaction.first(
            """
            SELECT uuid FROM dossiertype WHERE identificatie = \(.text(identification))
            AND geldig_vanaf <= \(day.stored) ORDER BY versie DESC LIMIT 1
            """ as Clause
        ) { Identifier($0.text(0)) } ?? nil
    }
}

/// Published types as they were read: a version never changes, so it is read once and kept.
public final class TypeShelf: Sendable {
    private let types = Mutex<[Identifier: PublishedType]>([:])
    /// More than any town has; beyond it the shelf is emptied, which costs time and nothing else.
    private static let countMax = 2_000

    public init() {}

    /// A version by its id.
    public func type(_ id: Identifier, in transaction: Transaction) throws -> PublishedType {
        if let known = types.withLock({ $0[id] }) { return known }
        let kept = DossierTypeStore.kept
        guard let row = try kept.first(where: [kept.identity(id)], in: transaction),
            let type = PublishedType(row.record)
        else { throw Damage(field: "Dossier.dossiertype") }
        types.withLock { types in
            if types.count >= Self.countMax { types.removeAll() }
            types[id] = type
        }
        return type
    }

    /// All types that new dossiers can have on a day, by title.
    public func types(on day: Day, in transaction: Transaction) throws -> [PublishedType] {
        try DossierTypeStore.valid(on: day, in: transaction).map { try type($0, in: transaction) }
    }

    /// The type with this identification that a new dossier gets on a day.
    public func type(_ identification: String, on day: Day, in transaction: Transaction) throws -> PublishedType? {
        try DossierTypeStore.valid(identification, on: day, in: transaction).map { try type($0, in: transaction) }
    }
}
