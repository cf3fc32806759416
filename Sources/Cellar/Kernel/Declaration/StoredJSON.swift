/// How groups and lists stand in their column: one compact JSON text, the same for the same value on both databases.
///
/// A group's members stand in the order of their numbers, and those that equal their default are left out; so a field
/// that is added changes neither the text nor the hash of what was there. Truths are 0 and 1, moments milliseconds,
/// references ids or URLs: as in a column.
enum StoredJSON {
    /// Generous, since the text was within limits when it came in.
    static let limits = JSONLimits(bytes: 1 << 26, depth: 48, text: 1 << 26, elements: 1 << 20)

    static func text(_ body: (inout JSONWriter) -> Void) -> String {
        String(decoding: JSONWriter.bytes(capacity: 256, body), as: UTF8.self)
    }

    /// The text of a group.
    static func text(of values: [Value], _ outline: Outline) -> Value {
        .text(text { write(values, outline, to: &$0) })
    }

    private static func write(_ values: [Value], _ outline: Outline, to writer: inout JSONWriter) {
        writer.beginObject()
        for slot in outline.hashOrder where values[slot] != outline.slotted[slot].spec.fallback {
            writer.name(outline.slotted[slot].name)
            write(values[slot], outline.slotted[slot].spec.kind, to: &writer)
        }
        writer.endObject()
    }

    /// Writes a stored value within a group or list.
    static func write(_ value: Value, _ kind: FieldKind, to writer: inout JSONWriter) {
        switch value {
        case .null: writer.null()
        case .integer(let number): writer.integer(number)
        case .real(let number): writer.real(number)
        case .text(var text) where kind.isStoredAsJSON: text.withUTF8 { writer.json(utf8: $0) }
        case .text(let text): writer.text(text)
        case .bytes(let bytes): bytes.withUnsafeBufferPointer { writer.text(utf8: $0) }
        }
    }

    /// Writes a list.
    static func write(_ elements: [Value], _ kind: FieldKind, to writer: inout JSONWriter) {
        writer.beginArray()
        for element in elements { write(element, kind, to: &writer) }
        writer.endArray()
    }

    /// Whether the text is a group or list of the kind, with values that their fields can hold.
    static func holds(_ text: UnsafeBufferPointer<UInt8>, _ spec: FieldSpec) -> Bool {
        if text.count == 2, text[0] == 0x5B, text[1] == 0x5D { return spec.way == .list }
        do throws(JSONError) {
            var reader = try JSONReader(text, limits: limits)
            let holds = try reader.holdsStored(spec)
            try reader.finish()
            return holds
        } catch {
            return false
        }
    }

    /// The stored values of a list's elements; nil if the text is no such list.
    static func elements(of text: String, _ kind: FieldKind) -> [Value]? {
        try? JSONReader.read(Array(text.utf8), limits: limits) { (reader) throws(JSONError) in
            var values: [Value] = []
            try reader.array { (reader, _) throws(JSONError) in values.append(try reader.stored(kind)) }
            return values
        }
    }

    /// The stored values of a group; nil if the text is no such group.
    static func values(of text: String, _ outline: Outline) -> [Value]? {
        try? JSONReader.read(Array(text.utf8), limits: limits) { (reader) throws(JSONError) in
            try outline.stored(from: &reader)
        }
    }
}

extension Outline {
    /// Takes a group's values from its stored text; what was left out is the default.
    func stored(from reader: inout JSONReader) throws(JSONError) -> [Value] {
        var values = fallbacks.map { $0 ?? .null }
        try reader.object { (reader, name) throws(JSONError) in
            guard let index = names.index(of: name), let slot = entries[index].slot else { return }
            values[slot] = try reader.stored(entries[index].spec.kind)
        }
        return values
    }
}

extension JSONReader {
    /// Takes a value as it stands in a stored text.
    mutating func stored(_ kind: FieldKind) throws(JSONError) -> Value {
        if try takeNull() { return .null }
        switch kind {
        case .boolean, .integer, .instant: return .integer(try storedInteger())
        case .real: return .real(try number().double)
        case .group, .list, .json:
            let bytes = try JSONWriter.bytes(capacity: 256) { writer throws(JSONError) in try copy(to: &writer) }
            return .text(String(decoding: bytes, as: UTF8.self))
        default: return .text(try text())
        }
    }

    /// Takes a value as it stands in a stored text, and says whether its field can hold it.
    fileprivate mutating func holdsStored(_ spec: FieldSpec) throws(JSONError) -> Bool {
        if spec.way == .group, let outline = spec.outline {
            return zip(try outline.stored(from: &self), outline.slotted).allSatisfy { $1.spec.holds($0) }
        }
        guard spec.way == .list, let element = spec.element else { return spec.holds(try stored(spec.kind)) }
        var holds = true
        try array { (reader, _) throws(JSONError) in
            let isHeld = try reader.holdsStored(element)
            holds = holds && isHeld
        }
        return holds
    }

    mutating func storedInteger() throws(JSONError) -> Int64 {
        guard case .integer(let number) = try number() else { throw JSONError(.unexpectedKind, at: position) }
        return number
    }
}
