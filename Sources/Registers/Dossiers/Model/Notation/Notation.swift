import Kernel

/// How one kind of value stands in a document: how it is read, written, and described in the published schema.
struct Notation<Value: Sendable>: Sendable {
    /// The value, or nil after telling what is wrong.
    let read: @Sendable (Place, inout TypeFaults) -> Value?
    let write: @Sendable (Value) -> JSONValue
    /// JSON schema 2020-12.
    let schema: JSONValue
    /// The definitions that the schema refers to, by name.
    let definitions: [String: JSONValue]

    init(
        schema: JSONValue,
        definitions: [String: JSONValue] = [:],
        write: @escaping @Sendable (Value) -> JSONValue,
        read: @escaping @Sendable (Place, inout TypeFaults) -> Value?
    ) {
        (self.schema, self.definitions, self.write, self.read) = (schema, definitions, write, read)
    }
}

/// A part of a document that is described member by member.
protocol Described: Hashable, Sendable {
    /// A part with nothing filled in; reading fills it.
    init()
    static var shape: Shape<Self> { get }
}

/// A part that others refer to by its name.
protocol Named: Described {
    var name: String { get }
}

extension Notation where Value: Described {
    /// An object with exactly the members of its shape.
    static var object: Notation {
        let shape = Value.shape
        var definitions = shape.members.reduce(into: [:]) { all, member in
            all.merge(member.definitions) { first, _ in first }
        }
        definitions[shape.name] = shape.schema
        return Notation(
            schema: .object([.init("$ref", .text("#/$defs/\(shape.name)"))]),
            definitions: definitions,
            write: { shape.write($0) },
            read: { shape.read($0, &$1) }
        )
    }
}
