/// All that was declared about a field, without its Swift type.
final class FieldSpec: Sendable {
    let number: Int?
    let kind: FieldKind
    let isNullable: Bool
    let marks: Trait.Marks
    let max: Int64?
    let min: Int64?
    let pattern: Pattern?
    /// What is stored when nobody gave a value; nil if there must be one.
    let fallback: Value?
    let hasOwnFallback: Bool
    let filters: [Filter]
    let help: String?
    let schema: String?
    /// What holds for each element of a list.
    let element: FieldSpec?
    /// How a value is read from JSON.
    let way: ReadWay
    /// The members of a group.
    let outline: Outline?
    /// The values of a choice, as bytes and as they are stored.
    let choices: [(bytes: [UInt8], value: Value)]
    /// The path of the resource that a reference leads to, with a slash at its end.
    let path: [UInt8]

    convenience init<Content: FieldValue>(_ number: Int, _ type: Content.Type, _ traits: [Trait]) {
        self.init(number: number, kind: type.kind, isNullable: type.isNullable, traits)
    }

    /// A member that is never stored.
    convenience init(_ kind: FieldKind, _ traits: [Trait]) {
        self.init(number: nil, kind: kind, isNullable: false, traits + [.derived])
    }

    private init(number: Int?, kind: FieldKind, isNullable: Bool, _ traits: [Trait]) {
        let facts = TraitFacts(traits)
        (self.number, self.kind, self.isNullable, marks) = (number, kind, isNullable, facts.marks)
        (max, min, pattern) = (facts.max ?? kind.ordinaryMax, facts.min, facts.pattern)
        (filters, help, schema) = (facts.filters, facts.help, facts.schema)
        let natural = isNullable ? Value.null : kind.naturalDefault
        hasOwnFallback = facts.fallback != nil
        fallback = facts.fallback ?? (marks.isDisjoint(with: [.required, .identity]) ? natural : nil)
        if case .list(let kind) = kind {
            element = FieldSpec(number: nil, kind: kind, isNullable: false, [.required])
        } else {
            element = nil
        }
        way = kind.readWay
        (outline, choices, path) = (kind.outline, kind.choices, kind.path)
    }

    /// The type of its column; nil if it has none.
    var column: ColumnType? {
        guard !marks.contains(.derived) else { return nil }
        return marks.contains(.secret) ? .bytes : kind.column
    }
}

/// How a value is read from JSON: the kind without what belongs to it, to branch on without counting references.
enum ReadWay: UInt8, Sendable {
    case text, boolean, integer, real, day, instant, period, identifier, choice, link, reference, group, list, json
}

extension FieldKind {
    fileprivate var readWay: ReadWay {
        switch self {
        case .text, .ownURL, .label: .text
        case .boolean: .boolean
        case .integer: .integer
        case .real: .real
        case .day: .day
        case .instant: .instant
        case .period: .period
        case .identifier: .identifier
        case .choice: .choice
        case .link: .link
        case .reference: .reference
        case .group: .group
        case .list: .list
        case .json: .json
        }
    }

    fileprivate var outline: Outline? {
        guard case .group(let outline) = self else { return nil }
        return outline
    }

    fileprivate var choices: [(bytes: [UInt8], value: Value)] {
        guard case .choice(let choices) = self else { return [] }
        return choices.map { (Array($0.value.utf8), .text($0.value)) }
    }

    fileprivate var path: [UInt8] {
        guard case .reference(let path) = self else { return [] }
        return Array((path + "/").utf8)
    }
}

/// The traits of one field, sorted.
private struct TraitFacts {
    var marks: Trait.Marks = []
    var max: Int64?
    var min: Int64?
    var pattern: Pattern?
    var fallback: Value?
    var filters: [Filter] = []
    var help: String?
    var schema: String?

    init(_ traits: [Trait]) {
        for trait in traits {
            switch trait.detail {
            case .mark(let value): marks.formUnion(value)
            case .max(let value): max = value
            case .min(let value): min = value
            case .pattern(let value): pattern = value
            case .fallback(let value): fallback = value
            case .filter(let value): filters = value
            case .help(let value): help = value
            case .schema(let value): schema = value
            }
        }
    }
}
