/// A media type with its parameters, as in Content-Type (RFC 9110 section 8.3.1).
struct MediaType: Equatable {
    /// Type and subtype in lower case.
    let essence: String
    /// The parameters by name in lower case; quotes taken off.
    let parameters: [String: String]

    /// Nothing for a text that is no media type, has a parameter twice, or more than `parametersMax` of them.
    init?(_ text: String?) {
        guard let text, text.utf8.count <= MediaType.bytesMax else { return nil }
        var reader = ParameterReader(text)
        let essence = reader.head.lowercased()
        let halves = essence.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2, halves.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isTokenByte) }),
            let parameters = reader.parameters(most: MediaType.parametersMax)
        else { return nil }
        (self.essence, self.parameters) = (essence, parameters)
    }

    private static let bytesMax = 512
    private static let parametersMax = 8
}

/// Reads `head; name=value; name="va\"lue"` (RFC 9110 section 5.6.6).
struct ParameterReader {
    /// What comes before the first semicolon, without spaces around it.
    let head: String
    private var rest: Substring.UTF8View

    init(_ text: String) {
        let end = text.utf8.firstIndex(of: UInt8(ascii: ";")) ?? text.endIndex
        head = text[..<end].trimmed
        rest = text[end...].utf8
    }

    /// The parameters, names in lower case; nothing when they break the grammar or are too many.
    mutating func parameters(most: Int) -> [String: String]? {
        var found: [String: String] = [:]
        while skip(UInt8(ascii: ";")) {
            skipSpaces()
            if rest.isEmpty { break }
            guard found.count < most, let name = token(), skip(UInt8(ascii: "=")), let value = value() else {
                return nil
            }
            guard found.updateValue(value, forKey: name.lowercased()) == nil else { return nil }
            skipSpaces()
        }
        return rest.isEmpty ? found : nil
    }

    private mutating func value() -> String? {
        guard skip(UInt8(ascii: "\"")) else { return token() }
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return String(validating: bytes, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let escaped = rest.popFirst() else { return nil }
                bytes.append(escaped)
            case 0..<0x20, 0x7F: return nil
            default: bytes.append(byte)
            }
        }
        return nil
    }

    private mutating func token() -> String? {
        let token = rest.prefix(while: isTokenByte)
        rest = rest.dropFirst(token.count)
        return token.isEmpty ? nil : String(Substring(token))
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest = rest.dropFirst()
        return true
    }

    private mutating func skipSpaces() {
        rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
    }
}

/// A byte of a token, RFC 9110 section 5.6.2.
func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
}
