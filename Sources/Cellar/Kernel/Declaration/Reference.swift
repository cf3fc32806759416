/// A reference to a resource: one of our own, or one in somebody else's register.
///
/// Our own is stored as its id and gets its host when it is shown, so that a move to another host changes no row and
/// no hash. A foreign one is an http(s) URL, whose first letter no id starts with.
public enum Reference<Target: Linkable>: Hashable, Sendable {
    case own(Identifier)
    case foreign(String)

    /// The id, if it is one of our own.
    public var identifier: Identifier? {
        guard case .own(let id) = self else { return nil }
        return id
    }
}

extension Reference: FieldValue {
    public static var kind: FieldKind { .reference(path: Target.path) }

    public var stored: Value {
        switch self {
        case .own(let id): .text(id.description)
        case .foreign(let url): .text(url)
        }
    }

    public init?(stored: Value) {
        guard case .text(let text) = stored else { return nil }
        if let id = Identifier(text) {
            self = .own(id)
        } else if text.hasPrefix("http") {
            self = .foreign(text)
        } else {
            return nil
        }
    }
}

/// Any http(s) URL; one of our own is kept without its host, as a path.
public struct Link: Hashable, Sendable {
    /// `https://elders.example/x`, or `/zaken/api/v1/zaken/…` if it is ours.
    public let text: String

    /// Takes a URL or one of our paths; nil for anything else.
    public init?(_ text: String) {
        var text = text
        guard text.withUTF8({ $0.first == 0x2F ? Addresses.isPlain($0) : Addresses.isURL($0) }) else { return nil }
        self.text = text
    }
}

extension Link: FieldValue {
    public static var kind: FieldKind { .link }
    public var stored: Value { .text(text) }

    public init?(stored: Value) {
        guard case .text(let text) = stored else { return nil }
        self.init(text)
    }
}

/// JSON that is kept as it came, without its spaces: GeoJSON, or what another standard describes.
public struct RawJSON: Hashable, Sendable {
    /// The JSON, compact.
    public let text: String

    /// Takes a tree.
    public init(_ value: JSONValue) {
        text = String(decoding: value.bytes, as: UTF8.self)
    }

    /// The tree; nil only if the database was damaged.
    public var value: JSONValue? { try? JSONValue(Array(text.utf8), limits: StoredJSON.limits) }
}

extension RawJSON: FieldValue {
    public static var kind: FieldKind { .json }
    public var stored: Value { .text(text) }

    public init?(stored: Value) {
        guard case .text(let text) = stored else { return nil }
        self.text = text
    }
}

/// A text in the town's languages is a group of three.
struct TextFields: Fields {
    let nl = Field<String>(1, .required)
    let en = Field<String?>(2)
    let fr = Field<String?>(3)
    static let declaration = Declaration(TextFields())
}

extension Text: FieldValue {
    public static var kind: FieldKind { .group(TextFields.declaration.outline) }

    public var stored: Value {
        var record = Draft<TextFields>()
        (record.nl, record.en, record.fr) = (nl, en, fr)
        return StoredJSON.text(of: record.filled, TextFields.declaration.outline)
    }

    public init?(stored: Value) {
        guard let record = Record<TextFields>(stored: stored) else { return nil }
        self.init(nl: record.nl, en: record.en, fr: record.fr)
    }
}
