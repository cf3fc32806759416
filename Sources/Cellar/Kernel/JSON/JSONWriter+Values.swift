extension JSONWriter {
    /// Writes `null`.
    public mutating func null() { word("null") }

    /// Writes `true` or `false`.
    public mutating func boolean(_ value: Bool) { word(value ? "true" : "false") }

    /// Writes a whole number.
    public mutating func integer(_ value: Int64) {
        reserve(21)
        putComma()
        if value < 0 {
            base[count] = 0x2D
            count += 1
        }
        putDigits(value.magnitude)
    }

    /// Writes the shortest decimal that reads back as the same double; `null` for what JSON has no number for.
    public mutating func real(_ value: Double) {
        guard value.isFinite else { return null() }
        var text = value.description
        text.withUTF8 { json(utf8: $0) }
    }

    /// Writes a text.
    public mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { self.text(utf8: $0) }
    }

    /// Writes a text from UTF-8 bytes, such as a column where the database keeps it; they must be valid.
    public mutating func text(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        reserve(bytes.count + 3)
        putComma()
        base[count] = 0x22
        count += 1
        putEscaped(bytes)
        put(0x22)
    }

    /// Writes one text made of up to three parts that need no escape.
    mutating func plain(
        _ first: UnsafeBufferPointer<UInt8>,
        _ second: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0),
        _ third: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0)
    ) {
        reserve(first.count + second.count + third.count + 3)
        putComma()
        base[count] = 0x22
        count += 1
        putAll(first)
        putAll(second)
        putAll(third)
        base[count] = 0x22
        count += 1
    }

    /// Writes `"YYYY-MM-DD"`.
    public mutating func day(_ value: Day) { quoted { value.write(into: &$0) } }

    /// Writes a moment in Greenwich, RFC 3339.
    public mutating func instant(_ value: Instant) { quoted { value.write(into: &$0) } }

    /// Writes 36 characters.
    public mutating func identifier(_ value: Identifier) { quoted { value.write(into: &$0) } }

    /// Writes an ISO 8601 duration.
    public mutating func period(_ value: Period) { text(value.description) }

    /// Writes a tree.
    public mutating func value(_ value: JSONValue) {
        switch value {
        case .null: null()
        case .boolean(let value): boolean(value)
        case .number(.integer(let value)): integer(value)
        case .number(.decimal(var text, _)): text.withUTF8 { json(utf8: $0) }
        case .text(let value): text(value)
        case .array(let elements):
            beginArray()
            for element in elements { self.value(element) }
            endArray()
        case .object(let members):
            beginObject()
            for member in members {
                name(member.name)
                self.value(member.value)
            }
            endObject()
        }
    }

    private mutating func quoted(_ fill: (inout [UInt8]) -> Void) {
        scratch.removeAll(keepingCapacity: true)
        fill(&scratch)
        reserve(scratch.count + 3)
        putComma()
        base[count] = 0x22
        count += 1
        scratch.withUnsafeBufferPointer { putAll($0) }
        put(0x22)
    }

    private mutating func word(_ word: StaticString) {
        json(utf8: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }
}
