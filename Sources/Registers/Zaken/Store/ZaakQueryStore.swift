import Database
public import Kernel

/// What a client asks of the list of zaken, by query parameters or by the body of `_zoek`.
///
/// Filters on `rol__…` must hold for one and the same rol. Pages, `expand` and `fields` are the route's.
public struct ZaakQuery: Sendable {
    /// What must hold for each zaak.
    let clauses: [Clause]
    let ordering: ZaakOrdering

    /// Reads query parameters; throws all that cannot be read, and those that nobody knows.
    public init(_ parameters: [Parameter] = [], _ addresses: Addresses) throws(Invalid) {
        var (clauses, check, ordering) = ([Clause](), Check(), ZaakOrdering.newest)
        var (roles, declared) = ([Parameter](), [Parameter]())
        for parameter in parameters where !parameter.value.isEmpty {
            do {
                switch parameter.name {
                case "ordering": ordering = try ZaakOrdering(parameter.value)
                case "uuid__in": clauses.append(try Self.identities(parameter))
                case "maximaleVertrouwelijkheidaanduiding": clauses.append(try Self.ceiling(parameter))
                case let name where name.hasPrefix("rol__"):
                    roles.append(Parameter(String(name.dropFirst(5)), parameter.value))
                default: declared.append(parameter)
                }
            } catch {
                error.faults.forEach { check.add($0) }
            }
        }
        do {
            clauses += try ZaakStore.rows.clauses(declared, addresses)
        } catch {
            error.faults.forEach { check.add($0) }
        }
        do {
            let asked = try RolStore.clauses(roles, addresses)
            if !asked.isEmpty { clauses.append(RolStore.zaken(with: asked)) }
        } catch {
            error.faults.forEach {
                check.add($0.name == Fault.whole ? $0 : Fault("rol__\($0.name)", $0.code, $0.reason))
            }
        }
        try check.done()
        (self.clauses, self.ordering) = (clauses, ordering)
    }

    /// Reads the body of `_zoek`: the same filters as members, lists as lists.
    ///
    /// Searching within an area (`zaakgeometrie`) needs the Geo target; until it is there it is refused, since to leave
    /// it out would find too much.
    public init(search body: JSONValue, _ addresses: Addresses) throws(Invalid) {
        guard case .object(let members) = body else { throw Invalid(Fault.whole, "invalid", "Hier hoort een object.") }
        let asked = members.filter { $0.value != .null && !["expand", "fields"].contains($0.name) }
        guard !asked.isEmpty else { throw Invalid(Fault.whole, "empty_search_body", "Geef aan wat je zoekt.") }
        guard body["zaakgeometrie"].map({ $0 == .null }) ?? true else {
            throw Invalid("zaakgeometrie", "not-supported", "Zoeken binnen een gebied kan nog niet.")
        }
        var parameters: [Parameter] = []
        for member in asked {
            guard let text = Self.text(of: member.value) else { throw Invalid(member.name, "invalid") }
            parameters.append(Parameter(member.name, text))
        }
        try self.init(parameters, addresses)
    }

    private static func text(of value: JSONValue) -> String? {
        switch value {
        case .text(let text): return text
        case .boolean(let truth): return truth ? "true" : "false"
        case .array(let elements):
            let texts = elements.compactMap(\.text)
            return texts.count == elements.count ? texts.joined(separator: ",") : nil
        default: return value.integer.map { String($0) }
        }
    }

    private static func identities(_ parameter: Parameter) throws(Invalid) -> Clause {
        let texts = parameter.value.split(separator: ",")
        guard texts.count <= Condition.valuesMax else { throw Invalid(parameter.name, "max_length") }
        let ids = texts.compactMap { Identifier(String($0)) }
        guard ids.count == texts.count else { throw Invalid(parameter.name, "invalid") }
        return "zaak.uuid IN (\(.list(ids.map(\.stored))))"
    }

    private static func ceiling(_ parameter: Parameter) throws(Invalid) -> Clause {
        guard let ceiling = Vertrouwelijkheidaanduiding(rawValue: parameter.value) else {
            throw Invalid(parameter.name, "invalid_choice")
        }
        return "zaak.rang <= \(.integer(ceiling.rank))"
    }
}
