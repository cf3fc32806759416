import Database
import Kernel

/// In which order zaken come: terms, and then the identity, so that no two stand at the same place.
///
/// A zaak without the date in question comes last going up and first going down, on both databases.
public struct ZaakOrdering: Hashable, Sendable {
    struct Term: Hashable {
        let column: String
        let isNullable: Bool
        let descends: Bool
    }

    let terms: [Term]

    /// The latest registered first.
    public static let newest = ZaakOrdering(
        terms: [Term(column: "registratiedatum", isNullable: false, descends: true)]
    )

    /// The names that can stand in it, and whether the date can be missing.
    private static let names = [
        "startdatum": false, "einddatum": true, "publicatiedatum": true, "archiefactiedatum": true,
        "registratiedatum": false, "identificatie": false,
    ]

    private init(terms: [Term]) {
        self.terms = terms
    }

    /// Reads `-startdatum,identificatie`; throws a fault on `ordering` for another name, or one that comes twice.
    init(_ text: String) throws(Invalid) {
        var terms: [Term] = []
        for part in text.split(separator: ",", maxSplits: Self.names.count) {
            let name = String(part.first == "-" ? part.dropFirst() : part)
            guard let isNullable = Self.names[name], !terms.contains(where: { $0.column == name }) else {
                throw Invalid("ordering", "invalid_choice")
            }
            terms.append(Term(column: name, isNullable: isNullable, descends: part.first == "-"))
        }
        self.terms = terms.isEmpty ? Self.newest.terms : terms
    }

    /// All terms, the identity among them, in the direction of the first.
    private var whole: [Term] {
        terms + [Term(column: "uuid", isNullable: false, descends: terms.first?.descends ?? true)]
    }

    /// The columns whose values are the place of a zaak.
    var columns: [String] { whole.map(\.column) }

    /// For ORDER BY.
    var clause: Clause {
        let texts = whole.map { term in
            let nulls = term.isNullable ? (term.descends ? " NULLS FIRST" : " NULLS LAST") : ""
            return "zaak.\(term.column) \(term.descends ? "DESC" : "ASC")\(nulls)"
        }
        return "\(name: texts.joined(separator: ", "))"
    }

    /// What comes after a place.
    ///
    /// The bound on the first term lets the index start there, and the rest decides among equals.
    func after(_ place: Place) -> Clause? {
        guard place.values.count == whole.count else { return nil }
        var (ways, equal) = ([Clause](), [Clause]())
        for (term, value) in zip(whole, place.values) {
            if let beyond = term.beyond(value) { ways.append(.all(equal + [beyond])) }
            equal.append(term.equals(value))
        }
        guard let first = ways.first else { return "1 = 0" }
        let any = ways.dropFirst().reduce("(\(first))" as Clause) { "\($0) OR (\($1))" }
        guard let lead = whole.first, let bound = lead.from(place.values[0]) else { return any }
        return "\(bound) AND (\(any))"
    }
}

extension ZaakOrdering.Term {
    private var name: String { "zaak.\(column)" }

    func equals(_ value: Value) -> Clause {
        value == .null ? "\(name: name) IS NULL" : "\(name: name) = \(value)"
    }

    /// Strictly after the value; nil if nothing is. No date counts as later than all.
    func beyond(_ value: Value) -> Clause? {
        switch (value, descends) {
        case (.null, true): "\(name: name) IS NOT NULL"
        case (.null, false): nil
        case (_, true): "\(name: name) < \(value)"
        case (_, false): isNullable ? "(\(name: name) > \(value) OR \(name: name) IS NULL)" : "\(name: name) > \(value)"
        }
    }

    /// At or after the value, where one comparison can say so.
    func from(_ value: Value) -> Clause? {
        guard value != .null, descends || !isNullable else { return nil }
        return descends ? "\(name: name) <= \(value)" : "\(name: name) >= \(value)"
    }
}

/// Where a page ended, so that the next one costs the same however far it is: the ordered values of its last zaak.
public struct Place: Hashable, Sendable, LosslessStringConvertible {
    let values: [Value]

    init(values: [Value]) {
        self.values = values
    }

    /// Characters of a place at most, as it stands in an address.
    private static let textMax = 1_000

    /// Reads what `description` wrote; nil for anything else.
    public init?(_ description: String) {
        guard description.utf8.count <= Self.textMax,
            case .array(let elements)? = try? JSONValue(Array(description.utf8))
        else { return nil }
        values = elements.compactMap { $0 == .null ? .null : $0.text.map { .text($0) } }
        guard values.count == elements.count else { return nil }
    }

    /// A JSON list of texts and nulls.
    public var description: String {
        let elements = values.map { value -> JSONValue in
            guard case .text(let text) = value else { return .null }
            return .text(text)
        }
        return String(decoding: JSONValue.array(elements).bytes, as: UTF8.self)
    }
}
