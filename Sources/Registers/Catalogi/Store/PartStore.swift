import Database
public import Kernel
public import Ledger

/// Writes the parts of a zaaktype: they stand in its chain, and change while it is a concept (ztc-010).
public struct PartStore<P: WrittenPart> {
    let work: TypeWork
    let kept: Kept<P>

    /// Takes what a verb works with.
    public init(_ work: TypeWork) {
        self.work = work
        kept = P.kept(work.transaction.dialect, on: work.day)
    }

    /// Makes a part (POST).
    @discardableResult
    public func add(_ input: TypeInput<P>) throws -> KeptRecord<P> {
        var input = input
        input.draft.uuid = work.change.identifier()
        var record = try input.record({ draft throws(Invalid) in try draft.record() }, relationsRequired: true)
        let zaaktype = try settle(&record, input)
        let added = try kept.add(record, to: zaaktype.id, work.change)
        try P.wrote(record, input, work)
        return added
    }

    /// Changes what is given (PATCH).
    @discardableResult
    public func change(_ id: Identifier, _ input: TypeInput<P>) throws -> KeptRecord<P> {
        let old = try found(id)
        var record = try input.record(
            { draft throws(Invalid) in try draft.record(changing: old.record) },
            relationsRequired: false
        )
        return try write(&record, input, over: old)
    }

    /// Writes it anew (PUT).
    @discardableResult
    public func replace(_ id: Identifier, _ input: TypeInput<P>) throws -> KeptRecord<P> {
        let old = try found(id)
        var record = try input.record(
            { draft throws(Invalid) in try draft.record(replacing: old.record) },
            relationsRequired: true
        )
        return try write(&record, input, over: old)
    }

    /// Removes it (DELETE).
    public func remove(_ id: Identifier) throws {
        let old = try found(id)
        if let code = try work.rules.inUse(P.path, id, work.transaction) { throw Invalid(Fault.whole, code) }
        try P.willRemove(old.record, work)
        try kept.remove(old.record, from: old.chain, work.change)
    }
}

extension PartStore {
    /// A part that may be changed: the lock of its zaaktype comes first, so that a publication waits or is seen.
    private func found(_ id: Identifier) throws -> KeptRecord<P> {
        let seen = try kept.first(where: [kept.identity(id), work.visible], in: work.transaction)
        guard let type = try seen?.record.zaaktype.identifier.flatMap({ try work.lockZaakType($0) }) else {
            throw Problem(.notFound)
        }
        guard type.concept || work.forced else { throw P.frozen }
        return try work.find(id, in: kept)
    }

    private func write(
        _ record: inout Record<P>,
        _ input: TypeInput<P>,
        over old: KeptRecord<P>
    ) throws -> KeptRecord<P> {
        _ = try settle(&record, input)
        let written = try kept.replace(record, in: old.chain, work.change)
        try P.wrote(record, input, work)
        return written
    }

    private func settle(_ record: inout Record<P>, _ input: TypeInput<P>) throws -> ZaakTypeFacts {
        guard let type = try record.zaaktype.identifier.flatMap({ try work.lockZaakType($0) }) else {
            throw Invalid("zaaktype", "bad-url")
        }
        guard type.concept || work.forced else { throw P.frozen }
        var check = Check()
        type.compare(P.repeated(input), &check)
        try P.settle(&record, input, type, work, &check)
        try P.checkUnique(record, work, &check)
        try check.done()
        return type
    }
}

/// A part of a zaaktype that clients write.
public protocol WrittenPart: PartOfZaakType {
    /// The code when the zaaktype was published.
    static var frozenCode: String { get }
    /// The columns that, beside the zaaktype, no two parts have the same.
    static var uniqueColumns: [String] { get }
    /// What the client repeated of the zaaktype.
    static func repeated(_ input: TypeInput<Self>) -> RepeatedFacts
    /// Fills in what follows, and holds the rules of this kind of part; notes all that is wrong.
    static func settle(
        _ record: inout Record<Self>,
        _ input: TypeInput<Self>,
        _ type: ZaakTypeFacts,
        _ work: TypeWork,
        _ check: inout Check
    ) throws
    /// Writes what goes with it.
    static func wrote(_ record: Record<Self>, _ input: TypeInput<Self>, _ work: TypeWork) throws
    /// Lets go of it where it is named.
    static func willRemove(_ record: Record<Self>, _ work: TypeWork) throws
}

extension WrittenPart {
    public static var frozenCode: String { "non-concept-zaaktype" }
    public static var uniqueColumns: [String] { [] }
    public static func repeated(_ input: TypeInput<Self>) -> RepeatedFacts { RepeatedFacts() }
    public static func settle(
        _ record: inout Record<Self>,
        _ input: TypeInput<Self>,
        _ type: ZaakTypeFacts,
        _ work: TypeWork,
        _ check: inout Check
    ) throws {}
    public static func wrote(_ record: Record<Self>, _ input: TypeInput<Self>, _ work: TypeWork) throws {}
    public static func willRemove(_ record: Record<Self>, _ work: TypeWork) throws {}

    static var frozen: Invalid {
        Invalid(Fault.whole, frozenCode, "Het zaaktype is gepubliceerd en verandert niet meer.")
    }
}
