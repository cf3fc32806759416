/// Reads one JSON document from bytes, value after value, as the caller asks for them.
///
/// Strict by RFC 8259, and stricter where that leaves a choice: UTF-8 is checked, no byte order mark, no duplicate
/// names, no half surrogate pairs. It copies nothing but texts with escapes, stops nowhere on bad input, and recurses
/// only as deep as its limits allow. Errors carry the byte and the path.
public struct JSONReader {
    /// What a value is, seen from its first byte.
    public enum Kind: String, Hashable, Sendable {
        case object, array, text, number, boolean, null
    }

    let bytes: UnsafeBufferPointer<UInt8>
    let limits: JSONLimits
    var position = 0
    var depth = 0
    /// The last text that had escapes, undone.
    var unescaped: [UInt8] = []
    /// Names met so far in the objects that are open, the innermost last.
    var names = JSONNames()

    /// Reads from memory that outlives the reader; see `read` for a way that cannot go wrong.
    public init(_ bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits = JSONLimits()) throws(JSONError) {
        guard bytes.count <= limits.bytes else { throw JSONError(.documentTooLong, at: limits.bytes) }
        (self.bytes, self.limits) = (bytes, limits)
    }

    /// Lends a reader of the bytes, and makes sure that nothing follows what the closure read.
    public static func read<Result>(
        _ bytes: [UInt8],
        limits: JSONLimits = JSONLimits(),
        _ body: (inout JSONReader) throws(JSONError) -> Result
    ) throws(JSONError) -> Result {
        try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in
            var reader = try JSONReader(buffer, limits: limits)
            let result = try body(&reader)
            try reader.finish()
            return result
        }
    }

    /// What comes next, without taking it.
    public mutating func kind() throws(JSONError) -> Kind {
        skipSpace()
        switch try current() {
        case 0x7B: return .object
        case 0x5B: return .array
        case 0x22: return .text
        case 0x2D, 0x30...0x39: return .number
        case 0x74, 0x66: return .boolean
        case 0x6E: return .null
        default: throw error(.unexpectedByte)
        }
    }

    /// Takes `null` if it comes next, and says whether it did.
    public mutating func takeNull() throws(JSONError) -> Bool {
        guard try kind() == .null else { return false }
        try take("null")
        return true
    }

    /// Takes `true` or `false`.
    public mutating func boolean() throws(JSONError) -> Bool {
        try expect(.boolean)
        let isTrue = bytes[position] == 0x74
        try take(isTrue ? "true" : "false")
        return isTrue
    }

    /// Steps over a value of any kind, which must be right all the same.
    public mutating func skip() throws(JSONError) {
        switch try kind() {
        case .object: try object { (_, _) throws(JSONError) in }
        case .array: try array { (_, _) throws(JSONError) in }
        case .text: _ = try takeText()
        case .number: _ = try takeNumber()
        case .boolean: _ = try boolean()
        case .null: _ = try takeNull()
        }
    }

    /// Makes sure that nothing but space is left.
    public mutating func finish() throws(JSONError) {
        skipSpace()
        guard position == bytes.count else { throw error(.trailingBytes) }
    }
}

// MARK: - Steps

extension JSONReader {
    func error(_ code: JSONError.Code) -> JSONError {
        JSONError(code, at: position)
    }

    func current() throws(JSONError) -> UInt8 {
        guard position < bytes.count else { throw error(.unexpectedEnd) }
        return bytes[position]
    }

    mutating func expect(_ wanted: Kind) throws(JSONError) {
        guard try kind() == wanted else { throw error(.unexpectedKind) }
    }

    mutating func skipSpace() {
        while position < bytes.count {
            let byte = bytes[position]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            position += 1
        }
    }

    mutating func take(_ word: StaticString) throws(JSONError) {
        for offset in 0..<word.utf8CodeUnitCount {
            guard try current() == word.utf8Start[offset] else { throw error(.unexpectedByte) }
            position += 1
        }
    }
}
