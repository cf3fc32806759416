/// What a client asks of a list in one query parameter: `startdatum__gte=2026-01-01`.
public struct Condition: Hashable, Sendable {
    /// How the column and the values compare.
    public enum Comparison: String, Hashable, Sendable, CaseIterable {
        case equal = ""
        case `in` = "__in"
        case less = "__lt"
        case lessOrEqual = "__lte"
        case greater = "__gt"
        case greaterOrEqual = "__gte"
        /// Anywhere in the text, in either case.
        case contains = "__icontains"
        /// One value: 1 if there must be none, 0 if there must be one.
        case isNull = "__isnull"
    }

    /// The column, or what stands for it when the field is derived.
    public let column: String
    public let comparison: Comparison
    /// One, or for `in` up to `valuesMax`.
    public let values: [Value]

    /// Values that `in` takes at most.
    public static let valuesMax = 500
}

/// A query parameter by which a list can be filtered.
public struct FilterParameter: Sendable {
    /// `startdatum__gte`.
    public let name: String
    /// How it compares.
    public let comparison: Condition.Comparison
    let entry: Outline.Entry

    /// Reads what stands behind the `=`, escapes undone; throws a fault that names the parameter.
    public func condition(_ text: String, _ addresses: Addresses) throws(Invalid) -> Condition {
        let parts = comparison == .in ? text.split(separator: ",").map(String.init) : [text]
        guard parts.count <= Condition.valuesMax else {
            throw Invalid(name, "max_length", "Hoogstens \(Condition.valuesMax) waarden.")
        }
        var values: [Value] = []
        for part in parts { values.append(try value(part, addresses)) }
        return Condition(column: Column.name(of: entry.name), comparison: comparison, values: values)
    }

    private func value(_ text: String, _ addresses: Addresses) throws(Invalid) -> Value {
        if comparison == .contains { return .text(text) }
        let spec = entry.spec
        switch comparison == .isNull ? .boolean : spec.kind {
        case .boolean:
            guard text == "true" || text == "false" else { throw Invalid(name, "invalid", "Kies true of false.") }
            return .integer(text == "true" ? 1 : 0)
        case .integer:
            guard let number = Int64(text) else { throw Invalid(name, "invalid") }
            return .integer(number)
        case .real:
            guard let number = Double(text), number.isFinite else { throw Invalid(name, "invalid") }
            return .real(number)
        case .text:
            // What the field could not hold is no mistake in a question: nothing is found.
            guard !text.utf8.contains(0) else { throw Invalid(name, "null_characters_not_allowed") }
            return .text(text)
        default: return try textValue(text, addresses)
        }
    }

    private func textValue(_ text: String, _ addresses: Addresses) throws(Invalid) -> Value {
        var copy = text
        switch copy.withUTF8({ entry.spec.readText($0, addresses) }) {
        case .value(let value): return value
        // A URL of ours that is of another kind filters as one that leads nowhere: nothing is found.
        case .fault("invalid-resource", _), .fault("no_match", _): return .text(text)
        case .fault(let code, let reason): throw Invalid(name, code, reason)
        case .absent, .faults: throw Invalid(name, "invalid")
        }
    }
}

extension Declaration {
    /// The query parameters by which a list of the resource can be filtered.
    public var filters: [FilterParameter] {
        outline.slotted.flatMap { entry in
            entry.spec.filters.flatMap(\.comparisons).map {
                FilterParameter(name: entry.name + $0.rawValue, comparison: $0, entry: entry)
            }
        }
    }
}

extension Filter {
    var comparisons: [Condition.Comparison] {
        switch self {
        case .exact: [.equal]
        case .in: [.in]
        case .range: [.less, .lessOrEqual, .greater, .greaterOrEqual]
        case .contains: [.contains]
        case .isNull: [.isNull]
        }
    }
}
