public import Database
public import Kernel

extension RolStore {
    /// What a client asks of the list of roles: the declared filters, and what a party is known by
    /// (`betrokkeneIdentificatie__natuurlijkPersoon__inpBsn`).
    public static func clauses(_ parameters: [Parameter], _ addresses: Addresses) throws(Invalid) -> [Clause] {
        let keys = parameters.compactMap { parameter in key(of: parameter) }
        let others = parameters.filter { key(of: $0) == nil }
        return try rows.clauses(others, addresses) + keys.filter { !$0.value.isEmpty }.map(known)
    }

    /// Roles of which the party is known by a value.
    private static func known(_ key: Parameter) -> Clause {
        """
        rol.uuid IN (SELECT rol_sleutel.rol FROM rol_sleutel WHERE rol_sleutel.naam = \(.text(key.name))
        AND rol_sleutel.waarde = \(.text(key.value)))
        """
    }

    private static func key(of parameter: Parameter) -> Parameter? {
        let parts = parameter.name.split(separator: "__", maxSplits: 1)
        guard parts.count == 2, parts[0] == "betrokkeneIdentificatie", keyNames.contains(String(parts[1])) else {
            return nil
        }
        return Parameter(String(parts[1]), parameter.value)
    }

    /// `natuurlijkPersoon__inpBsn` and the others.
    private static let keyNames = Set(
        BetrokkeneType.allCases.flatMap { type in type.keys.members.map { "\(type.keys.group)__\($0)" } }
    )

    /// Zaken with one rol for which all of the clauses hold.
    static func zaken(with clauses: [Clause]) -> Clause {
        "zaak.uuid IN (SELECT rol.zaak FROM rol WHERE \(.all(clauses)))"
    }
}
