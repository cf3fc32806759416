import Database
public import Kernel
public import Ledger

/// Writes types that have versions: a version is a chain of its own, as it is the main object of its channel.
///
/// A version begins as a concept, is published once, and from then on only its last day changes (ztc-009).
public struct VersionStore<T: WrittenVersion> {
    let work: TypeWork
    let kept: Kept<T>

    /// Takes what a verb works with.
    public init(_ work: TypeWork) {
        self.work = work
        kept = T.kept(work.transaction.dialect, on: work.day)
    }

    /// Makes a concept (POST).
    @discardableResult
    public func add(_ input: TypeInput<T>) throws -> KeptRecord<T> {
        var input = input
        let id = work.change.identifier()
        input.draft.uuid = id
        var record = try input.record({ draft throws(Invalid) in try draft.record() }, relationsRequired: true)
        try settle(&record, input, nil)
        let added = try kept.add(record, to: id, work.change)
        try T.wrote(added.record, input, work)
        return added
    }

    /// Changes what is given (PATCH).
    @discardableResult
    public func change(_ id: Identifier, _ input: TypeInput<T>) throws -> KeptRecord<T> {
        let old = try work.find(id, in: kept)
        guard old.record.concept || work.forced || input.writesOnlyEnd else { throw Self.published }
        let record = try input.record(
            { draft throws(Invalid) in try draft.record(changing: old.record) },
            relationsRequired: false
        )
        return try write(record, input, over: old)
    }

    /// Writes it anew (PUT).
    @discardableResult
    public func replace(_ id: Identifier, _ input: TypeInput<T>) throws -> KeptRecord<T> {
        let old = try work.find(id, in: kept)
        guard old.record.concept || work.forced else { throw Self.published }
        let record = try input.record(
            { draft throws(Invalid) in try draft.record(replacing: old.record) },
            relationsRequired: true
        )
        return try write(record, input, over: old)
    }

    /// Removes a concept and its parts (DELETE).
    public func remove(_ id: Identifier) throws {
        let old = try work.find(id, in: kept)
        guard old.record.concept || work.forced else { throw Self.published }
        if let code = try work.rules.inUse(T.path, id, work.transaction) { throw Invalid(Fault.whole, code) }
        try T.willRemove(old.record, work)
        try kept.remove(old.record, from: old.chain, work.change)
    }

    /// Publishes it, which cannot be undone; doing so again changes nothing.
    @discardableResult
    public func publish(_ id: Identifier) throws -> KeptRecord<T> {
        let old = try work.find(id, in: kept)
        guard old.record.concept else { return old }
        guard try work.lockCatalogus(old.record.catalogus.identifier ?? id) else { throw Problem(.notFound) }
        var check = Check()
        for fault in try T.obstacles(old.record, work) { check.add(fault) }
        check.that(try !work.overlaps(old.record), "beginGeldigheid", "overlap", Self.overlap)
        try check.done()
        var record = old.record
        record.concept = false
        return try kept.replace(record, in: old.chain, as: T.published, work.change)
    }
}

extension VersionStore {
    private func write(_ record: Record<T>, _ input: TypeInput<T>, over old: KeptRecord<T>) throws -> KeptRecord<T> {
        var record = record
        try settle(&record, input, old.record)
        let written = try kept.replace(record, in: old.chain, work.change)
        try T.wrote(record, input, work)
        return written
    }

    /// Fills in what follows from what was written, and holds it against the rules.
    private func settle(_ record: inout Record<T>, _ input: TypeInput<T>, _ old: Record<T>?) throws {
        var check = Check()
        if let catalogus = record.catalogus.identifier, try !work.lockCatalogus(catalogus) {
            check.add(Fault("catalogus", "bad-url"))
        }
        if let end = record.eindeGeldigheid {
            check.that(
                end >= record.beginGeldigheid,
                "eindeGeldigheid",
                "date-mismatch",
                "De laatste dag ligt vóór de eerste."
            )
        }
        try T.settle(&record, input, old, work, &check)
        if check.isClean, !record.concept, try work.overlaps(record) {
            check.add(Fault(input.writesOnlyEnd ? "eindeGeldigheid" : "beginGeldigheid", "overlap", Self.overlap))
        }
        try check.done()
    }

    private static var overlap: String { "Een andere gepubliceerde versie geldt op dezelfde dagen." }

    private static var published: Invalid {
        Invalid(Fault.whole, "non-concept-object", "Dit type is gepubliceerd en verandert niet meer.")
    }
}

/// A type with versions that clients write.
public protocol WrittenVersion: VersionedType {
    /// Fills in names and holds the rules of this type; notes all that is wrong.
    static func settle(
        _ record: inout Record<Self>,
        _ input: TypeInput<Self>,
        _ old: Record<Self>?,
        _ work: TypeWork,
        _ check: inout Check
    ) throws
    /// What keeps it from being published.
    static func obstacles(_ record: Record<Self>, _ work: TypeWork) throws -> [Fault]
    /// Writes what goes with it.
    static func wrote(_ record: Record<Self>, _ input: TypeInput<Self>, _ work: TypeWork) throws
    /// Removes what goes with it.
    static func willRemove(_ record: Record<Self>, _ work: TypeWork) throws
}

extension WrittenVersion {
    public static func obstacles(_ record: Record<Self>, _ work: TypeWork) throws -> [Fault] { [] }
    public static func wrote(_ record: Record<Self>, _ input: TypeInput<Self>, _ work: TypeWork) throws {}
    public static func willRemove(_ record: Record<Self>, _ work: TypeWork) throws {}
}
