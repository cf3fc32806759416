/// A Swift type that a field can have, and how it is stored in a column.
///
/// `stored` and `init(stored:)` are each other's inverse; nil means that the column holds something else, which only
/// a damaged database does.
public protocol FieldValue: Hashable, Sendable {
    /// What the type is to columns, JSON and schema.
    static var kind: FieldKind { get }
    /// Whether null is a value of it.
    static var isNullable: Bool { get }
    init?(stored: Value)
    var stored: Value { get }
}

extension FieldValue {
    /// Not unless it is optional.
    public static var isNullable: Bool { false }
}

extension String: FieldValue {
    public static var kind: FieldKind { .text }
    public var stored: Value { .text(self) }

    public init?(stored: Value) {
        guard case .text(let text) = stored else { return nil }
        self = text
    }
}

extension Bool: FieldValue {
    public static var kind: FieldKind { .boolean }
    public var stored: Value { .integer(self ? 1 : 0) }

    public init?(stored: Value) {
        guard case .integer(let number) = stored else { return nil }
        self = number != 0
    }
}

extension Int: FieldValue {
    public static var kind: FieldKind { .integer }
    public var stored: Value { .integer(Int64(self)) }

    public init?(stored: Value) {
        guard case .integer(let number) = stored else { return nil }
        self.init(exactly: number)
    }
}

extension Double: FieldValue {
    public static var kind: FieldKind { .real }
    public var stored: Value { .real(self) }

    public init?(stored: Value) {
        guard case .real(let number) = stored else { return nil }
        self = number
    }
}

extension Instant: FieldValue {
    public static var kind: FieldKind { .instant }
    public var stored: Value { .integer(milliseconds) }

    public init?(stored: Value) {
        guard case .integer(let number) = stored else { return nil }
        self.init(exactly: number)
    }
}

extension Day: FieldValue {
    public static var kind: FieldKind { .day }
}

extension Period: FieldValue {
    public static var kind: FieldKind { .period }
}

extension Identifier: FieldValue {
    public static var kind: FieldKind { .identifier }
}

extension FieldValue where Self: LosslessStringConvertible {
    /// Its text.
    public var stored: Value { .text(description) }

    public init?(stored: Value) {
        guard case .text(let text) = stored else { return nil }
        self.init(text)
    }
}

extension Optional: FieldValue where Wrapped: FieldValue {
    public static var kind: FieldKind { Wrapped.kind }
    public static var isNullable: Bool { true }
    public var stored: Value { self?.stored ?? .null }

    public init?(stored: Value) {
        if case .null = stored {
            self = Wrapped?.none
        } else {
            guard let value = Wrapped(stored: stored) else { return nil }
            self = value
        }
    }
}

extension Array: FieldValue where Element: FieldValue {
    public static var kind: FieldKind { .list(Element.kind) }

    /// One JSON text of the stored elements.
    public var stored: Value {
        .text(StoredJSON.text { StoredJSON.write(map(\.stored), Element.kind, to: &$0) })
    }

    public init?(stored: Value) {
        guard case .text(let text) = stored, let values = StoredJSON.elements(of: text, Element.kind) else {
            return nil
        }
        self = values.compactMap { Element(stored: $0) }
        guard count == values.count else { return nil }
    }
}
