/// What a field holds, without its Swift type: it decides column, JSON and schema.
public indirect enum FieldKind: Sendable {
    case text
    case boolean
    case integer
    case real
    case day
    case instant
    case period
    case identifier
    /// One of a list of texts, each with a label.
    case choice([(value: String, label: String)])
    /// Any URL; one of our own is stored without its host.
    case link
    /// The URL of a resource; one of our own is stored as its id.
    case reference(path: String)
    /// A part with fields of its own.
    case group(Outline)
    case list(FieldKind)
    /// JSON that is kept as it came, without spaces.
    case json
    /// Never stored: the resource's own URL.
    case ownURL
    /// Never stored: the label of a choice in the field with this number.
    case label(of: Int)
}

extension FieldKind {
    /// How it is stored.
    var column: ColumnType {
        switch self {
        case .boolean, .integer, .instant: .integer
        case .real: .real
        default: .text
        }
    }

    /// What stands there when nobody gave a value, if the kind has such a thing.
    var naturalDefault: Value? {
        switch self {
        case .text: .text("")
        case .boolean: .integer(0)
        case .list: .text("[]")
        default: nil
        }
    }

    /// The limit of a kind that declares none.
    var ordinaryMax: Int64? {
        switch self {
        case .link, .reference: 1_000
        default: nil
        }
    }

    /// Whether what is stored is JSON itself.
    var isStoredAsJSON: Bool {
        switch self {
        case .group, .list, .json: true
        default: false
        }
    }

    /// Whether an empty text can stand for nothing.
    var canBeBlank: Bool {
        switch self {
        case .choice, .link, .reference: true
        default: false
        }
    }
}

/// The type of a column; both databases have these four.
public enum ColumnType: String, Hashable, Sendable {
    case text = "TEXT"
    case integer = "BIGINT"
    case real = "DOUBLE PRECISION"
    case bytes = "BYTEA"
}

/// A column that a declared field needs.
public struct Column: Hashable, Sendable {
    /// The field's name in snake case.
    public let name: String
    /// How the value is stored.
    public let type: ColumnType
    /// Whether NULL can stand there.
    public let isNullable: Bool

    /// The column as a table's definition names it: `startdatum TEXT NOT NULL`.
    public var definition: String {
        "\(name) \(type.rawValue)\(isNullable ? "" : " NOT NULL")"
    }

    /// `datumStatusGezet` becomes `datum_status_gezet`.
    static func name(of field: String) -> String {
        field.reduce(into: "") { name, letter in
            if letter.isUppercase, !name.isEmpty, !name.hasSuffix("_") { name += "_" }
            name += letter.lowercased()
        }
    }
}
