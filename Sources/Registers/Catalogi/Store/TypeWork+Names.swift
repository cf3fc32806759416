import Database
import Kernel

extension TypeWork {
    /// What the versions that a client named have in common, each once, in its order; notes what is wrong with them.
    func names<T: VersionedType, R>(
        _ texts: [String],
        of type: T.Type,
        in catalogus: Identifier?,
        field: String,
        _ input: TypeInput<R>,
        _ check: inout Check
    ) throws -> [String] {
        var names: [String] = []
        for (index, text) in texts.enumerated() {
            let place = "\(field).\(index)"
            let name = TypeName(text, of: T.self, input.addresses)
            guard let found = try self.name(name, of: T.self, in: catalogus, place, &check) else { continue }
            if !names.contains(found) { names.append(found) }
        }
        return names
    }

    /// The name behind one reference; nil, and a fault noted, when it leads to nothing that may stand here.
    func name<T: VersionedType>(
        _ name: TypeName,
        of type: T.Type,
        in catalogus: Identifier?,
        _ place: String,
        _ check: inout Check
    ) throws -> String? {
        switch name {
        case .name(let text):
            return check.that(text.unicodeScalars.count <= TypeWork.nameMax, place, "max_length") ? text : nil
        case .elsewhere:
            check.add(Fault(place, "invalid-resource"))
            return nil
        case .own(let id):
            let found = try transaction.first(
                "SELECT \(name: T.naam.name), catalogus FROM \(name: T.table) WHERE uuid = \(id.stored)" as Clause
            ) { (name: $0.text(0), catalogus: $0.text(1)) }
            guard let found else {
                check.add(Fault(place, "bad-url"))
                return nil
            }
            if let catalogus, found.catalogus != catalogus.description {
                if !check.faults.contains(Self.elsewhere) { check.add(Self.elsewhere) }
                return nil
            }
            return found.name
        }
    }

    /// What names a type is at most this long.
    static let nameMax = 100

    private static let elsewhere = Fault(
        Fault.whole,
        "relations-incorrect-catalogus",
        "Deze typen staan niet in dezelfde catalogus."
    )

    /// Whether a catalogue is there; keeps it until the commit, so that two versions are not published at once.
    func lockCatalogus(_ id: Identifier) throws -> Bool {
        try transaction.first(
            "SELECT 1 FROM catalogus WHERE uuid = \(id.stored)\(name: transaction.dialect.forUpdate)" as Clause
        ) { _ in true } ?? false
    }

    /// Whether a published version of the same type has a day in common; types without a name are each their own.
    func overlaps<T: VersionedType>(_ record: Record<T>) throws -> Bool {
        guard !record[dynamicMember: T.naam.path].isEmpty else { return false }
        let end = record.eindeGeldigheid ?? .last
        let found = try transaction.first(
            """
            SELECT 1 FROM \(name: T.table) WHERE catalogus = \(record.catalogus.stored)
            AND \(name: T.naam.name) = \(record[dynamicMember: T.naam.path].stored)
            AND uuid <> \(record.identifier.stored) AND concept = 0 AND begin_geldigheid <= \(end.stored)
            AND (einde_geldigheid IS NULL OR einde_geldigheid >= \(record.beginGeldigheid.stored)) LIMIT 1
            """ as Clause
        ) { _ in true }
        return found ?? false
    }
}
