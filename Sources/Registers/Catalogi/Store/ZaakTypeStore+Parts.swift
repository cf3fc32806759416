import Database
public import Kernel
import Ledger

extension TypeWork {
    /// The names, of those given, that no published version in the catalogue has, while a concept has.
    func conceptOnly<T: VersionedType>(
        _ names: [String],
        of type: T.Type,
        _ record: Record<ZaakType>
    ) throws -> [String] {
        guard !names.isEmpty else { return [] }
        return try transaction.all(
            """
            SELECT \(name: T.naam.name) FROM \(name: T.table) WHERE catalogus = \(record.catalogus.stored)
            AND \(name: T.naam.name) IN (\(.list(names.map { .text($0) })))
            GROUP BY \(name: T.naam.name) HAVING min(concept) = 1 ORDER BY \(name: T.naam.name)
            """ as Clause
        ) { $0.text(0) }
    }

    /// The documents that a zaaktype names.
    func documentNames(of zaaktype: Identifier) throws -> [String] {
        try transaction.all(
            """
            SELECT DISTINCT informatieobjecttype FROM zaaktype_informatieobjecttype
            WHERE zaaktype = \(zaaktype.stored) ORDER BY informatieobjecttype
            """ as Clause
        ) { $0.text(0) }
    }

    /// Writes the relations of a zaaktype anew, unless they are what they were.
    func writeRelations(_ relations: [WrittenRelation], of zaaktype: Identifier) throws {
        let kept = ZaakTypeRelatie.kept(transaction.dialect, on: day)
        let old = try parts(of: zaaktype, kept)
        let same = old.map {
            WrittenRelation(zaaktype: $0.gerelateerd, aardRelatie: $0.aardRelatie, toelichting: $0.toelichting)
        }
        guard same != relations else { return }
        for record in old { try kept.remove(record, from: zaaktype, change) }
        for (index, relation) in relations.enumerated() {
            var draft = Draft<ZaakTypeRelatie>()
            draft.uuid = change.identifier()
            draft.zaaktype = .own(zaaktype)
            draft.volgnummer = index + 1
            draft.gerelateerd = relation.zaaktype
            draft.aardRelatie = relation.aardRelatie
            draft.toelichting = relation.toelichting
            try kept.add(try draft.record(), to: zaaktype, change)
        }
    }

    /// Removes all that belongs to a zaaktype, each part with its entry.
    func removeParts(of zaaktype: Identifier) throws {
        try removeAll(ZaakTypeRelatie.self, of: zaaktype)
        try removeAll(ZaakTypeInformatieObjectType.self, of: zaaktype)
        try removeAll(ZaakObjectType.self, of: zaaktype)
        try removeAll(Eigenschap.self, of: zaaktype)
        try removeAll(RolType.self, of: zaaktype)
        try removeAll(ResultaatType.self, of: zaaktype)
        try removeAll(StatusType.self, of: zaaktype)
    }

    private func removeAll<P: PartOfZaakType>(_ type: P.Type, of zaaktype: Identifier) throws {
        let kept = P.kept(transaction.dialect, on: day)
        for record in try parts(of: zaaktype, kept) { try kept.remove(record, from: zaaktype, change) }
    }

    /// The parts of one kind, in their order, without what is derived.
    private func parts<P: PartOfZaakType>(of zaaktype: Identifier, _ kept: Kept<P>) throws -> [Record<P>] {
        let ids = try transaction.all(
            "SELECT uuid FROM \(name: P.table) WHERE zaaktype = \(zaaktype.stored) ORDER BY \(P.order)" as Clause
        ) { Identifier($0.text(0)) }
        return try ids.compactMap { id in
            try id.flatMap { try kept.first(where: [kept.identity($0)], in: transaction)?.record }
        }
    }

    /// Makes a statustype name these eigenschappen of its zaaktype and no others.
    func give(_ eigenschappen: Set<Identifier>, to status: Record<StatusType>) throws {
        guard let zaaktype = status.zaaktype.identifier else { return }
        let kept = Eigenschap.kept(transaction.dialect, on: day)
        for var record in try parts(of: zaaktype, kept) {
            let (wanted, named) = (
                eigenschappen.contains(record.identifier), record.statustype == .own(status.identifier)
            )
            guard wanted != named else { continue }
            record.statustype = wanted ? .own(status.identifier) : nil
            try kept.replace(record, in: zaaktype, change)
        }
    }

    /// Lets go of a statustype in the parts of one kind that name it.
    func release<P: PartOfZaakType>(
        _ status: Record<StatusType>,
        in type: P.Type,
        _ field: WritableStatus<P>
    ) throws {
        guard let zaaktype = status.zaaktype.identifier else { return }
        let kept = P.kept(transaction.dialect, on: day)
        for var record in try parts(of: zaaktype, kept) where field.get(record) == .own(status.identifier) {
            field.clear(&record)
            try kept.replace(record, in: zaaktype, change)
        }
    }
}

/// The field of a part that names a statustype.
struct WritableStatus<P: PartOfZaakType> {
    let get: (Record<P>) -> Reference<StatusType>?
    let clear: (inout Record<P>) -> Void
}

extension Reading<ZaakType> {
    /// What a zaaktype lacks to be of use, each as a fault: warnings for whoever designs it, no rules of the standard.
    public func shortcomings(of id: Identifier) throws -> [Fault] {
        let wanted = [
            ("roltype", "roltypen", 1), ("resultaattype", "resultaattypen", 1), ("statustype", "statustypen", 2),
        ]
        return try wanted.compactMap { table, name, least in
            let count = try transaction.first(
                "SELECT count(*) FROM \(name: table) WHERE zaaktype = \(id.stored)" as Clause
            ) { $0.integer(0) }
            return count ?? 0 < least ? Fault(name, "empty", "Hier hoort minstens \(least) bij.") : nil
        }
    }
}
