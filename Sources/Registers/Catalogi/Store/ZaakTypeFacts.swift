import Database
public import Kernel

/// What the parts of a zaaktype must know of it.
public struct ZaakTypeFacts: Sendable {
    public let id: Identifier
    public let catalogus: Identifier
    public let concept: Bool
    public let beginGeldigheid: Day
    public let eindeGeldigheid: Day?
    public let selectielijstProcestype: Link?
}

/// What a client repeated of a zaaktype in one of its parts; nil is not repeated.
public struct RepeatedFacts: Sendable {
    public var catalogus: Reference<Catalogus>?
    public var beginGeldigheid: Day?
    /// Given, it may be nil.
    public var eindeGeldigheid: Day??

    public init() {}

    /// Takes what stands in a part's relations.
    init(_ relations: Draft<PartRelations>) {
        catalogus = relations.catalogus ?? nil
        beginGeldigheid = relations.beginGeldigheid ?? nil
        eindeGeldigheid = relations.eindeGeldigheid
    }
}

extension ZaakTypeFacts {
    /// Notes where what was repeated says something else.
    func compare(_ repeated: RepeatedFacts, _ check: inout Check) {
        if let given = repeated.catalogus, given != .own(catalogus) {
            check.add(
                Fault(
                    Fault.whole,
                    "relations-incorrect-catalogus",
                    "Dit is niet de catalogus van het zaaktype."
                )
            )
        }
        if let given = repeated.beginGeldigheid, given != beginGeldigheid {
            check.add(Fault("beginGeldigheid", "date-mismatch", "Het zaaktype begint op een andere dag."))
        }
        if case .some(.some(let given)) = repeated.eindeGeldigheid, given != eindeGeldigheid {
            check.add(Fault("eindeGeldigheid", "date-mismatch", "Het zaaktype eindigt op een andere dag."))
        }
    }
}

extension TypeWork {
    /// A zaaktype that may be seen, kept until the commit; nil when there is none.
    func lockZaakType(_ id: Identifier) throws -> ZaakTypeFacts? {
        try transaction.first(
            """
            SELECT catalogus, concept, begin_geldigheid, einde_geldigheid, selectielijst_procestype
            FROM zaaktype WHERE uuid = \(id.stored)\(name: transaction.dialect.forUpdate)
            """ as Clause
        ) { row -> ZaakTypeFacts? in
            guard let catalogus = Identifier(row.text(0)), let begin = Day(row.text(2)) else { return nil }
            return ZaakTypeFacts(
                id: id,
                catalogus: catalogus,
                concept: row.bool(1),
                beginGeldigheid: begin,
                eindeGeldigheid: row.optionalText(3).flatMap { Day($0) },
                selectielijstProcestype: row.optionalText(4).flatMap { Link($0) }
            )
        } ?? nil
    }

    /// Notes a statustype that is no part of the zaaktype.
    func checkStatusType(_ status: Reference<StatusType>?, of type: ZaakTypeFacts, _ check: inout Check) throws {
        guard let status else { return }
        let owner = try transaction.first("SELECT zaaktype FROM statustype WHERE uuid = \(status.stored)" as Clause) {
            $0.text(0)
        }
        guard let owner else { return check.add(Fault("statustype", "bad-url")) }
        check.that(
            owner == type.id.description,
            Fault.whole,
            "relations-incorrect-zaaktype",
            "Dit statustype hoort bij een ander zaaktype."
        )
    }
}

extension TypeWork {
    /// Notes an eigenschap that is no part of the zaaktype.
    func checkEigenschap(
        _ eigenschap: Reference<Eigenschap>,
        of type: ZaakTypeFacts,
        _ place: String,
        _ check: inout Check
    ) throws {
        guard let id = eigenschap.identifier else { return check.add(Fault(place, "no_match")) }
        let owner = try transaction.first("SELECT zaaktype FROM eigenschap WHERE uuid = \(id.stored)" as Clause) {
            $0.text(0)
        }
        guard let owner else { return check.add(Fault(place, "bad-url")) }
        check.that(
            owner == type.id.description,
            Fault.whole,
            "relations-incorrect-zaaktype",
            "Deze eigenschap hoort bij een ander zaaktype."
        )
    }
}

extension WrittenPart {
    /// Notes a part of the same zaaktype that has the same number or name.
    static func checkUnique(_ record: Record<Self>, _ work: TypeWork, _ check: inout Check) throws {
        guard !uniqueColumns.isEmpty else { return }
        let values = Dictionary(zip(declaration.columns.map(\.name), record.columnValues)) { first, _ in first }
        let same = uniqueColumns.map { "\(name: $0) = \(values[$0] ?? .null)" as Clause }
        let found = try work.transaction.first(
            """
            SELECT 1 FROM \(name: table) WHERE zaaktype = \(record.zaaktype.stored)
            AND uuid <> \(record.identifier.stored) AND \(.all(same)) LIMIT 1
            """ as Clause
        ) { _ in true }
        check.that(found == nil, Fault.whole, "unique")
    }
}
