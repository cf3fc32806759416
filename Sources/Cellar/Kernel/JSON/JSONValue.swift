/// A JSON value as a small tree, for what has no declaration; members keep their order.
public enum JSONValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case number(JSONNumber)
    case text(String)
    case array([JSONValue])
    case object([Member])

    /// A name and its value.
    public struct Member: Hashable, Sendable {
        public var name: String
        public var value: JSONValue

        public init(_ name: String, _ value: JSONValue) {
            (self.name, self.value) = (name, value)
        }
    }

    /// The value of a member, if this is an object that has it.
    public subscript(_ name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// An element, if this is an array that long.
    public subscript(_ index: Int) -> JSONValue? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    /// The characters, if this is a text.
    public var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    /// The value, if this is a whole number of 64 bits.
    public var integer: Int64? {
        guard case .number(.integer(let value)) = self else { return nil }
        return value
    }
}

extension JSONValue {
    /// Reads a whole document.
    public init(_ bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONError) {
        self = try JSONReader.read(bytes, limits: limits) { (reader) throws(JSONError) in try reader.value() }
    }

    /// The document as compact UTF-8.
    public var bytes: [UInt8] {
        JSONWriter.bytes { $0.value(self) }
    }
}

extension JSONReader {
    /// Takes a value of any kind as a tree, as deep as the limits allow.
    public mutating func value() throws(JSONError) -> JSONValue {
        switch try kind() {
        case .object:
            var members: [JSONValue.Member] = []
            try object { (reader, name) throws(JSONError) in
                members.append(JSONValue.Member(String(decoding: name, as: UTF8.self), try reader.value()))
            }
            return .object(members)
        case .array:
            var elements: [JSONValue] = []
            try array { (reader, _) throws(JSONError) in elements.append(try reader.value()) }
            return .array(elements)
        case .text: return .text(try text())
        case .number: return .number(try number())
        case .boolean: return .boolean(try boolean())
        case .null:
            _ = try takeNull()
            return .null
        }
    }

    /// Takes a value of any kind and writes it again without spaces; numbers keep their characters.
    public mutating func copy(to writer: inout JSONWriter) throws(JSONError) {
        switch try kind() {
        case .object:
            writer.beginObject()
            try object { (reader, name) throws(JSONError) in
                writer.name(utf8: name)
                try reader.copy(to: &writer)
            }
            writer.endObject()
        case .array:
            writer.beginArray()
            try array { (reader, _) throws(JSONError) in try reader.copy(to: &writer) }
            writer.endArray()
        case .text: try withText { (bytes) throws(JSONError) in writer.text(utf8: bytes) }
        case .number: writer.json(utf8: UnsafeBufferPointer(rebasing: bytes[try takeNumber().range]))
        case .boolean: writer.boolean(try boolean())
        case .null:
            _ = try takeNull()
            writer.null()
        }
    }
}
