internal import HTTPTypes

/// The request target in parts: a path that can be read in one way only, and the query as it was sent.
///
/// Refused: `;` (parameters that proxies and servers read differently), `\`, encoded `/` or `\`, dot segments and empty
/// ones, control bytes, bytes that a path may not hold, percent signs without two digits, and what is not UTF-8.
///
/// Source: RFC 3986 sections 2.1 and 3.3; RFC 9112 section 3.2.
struct Target: Sendable, Equatable {
    /// The path as it was sent; `*` for OPTIONS on the whole server.
    let path: String
    /// The decoded parts between the slashes; the last is empty when the path ends in a slash, and it is the only one
    /// for the path `/`.
    let segments: [String]
    /// What comes after the question mark, undecoded.
    let query: String

    init(_ text: String, method: HTTPRequest.Method, host: String) throws(Refusal) {
        if text == "*", method == .options {
            (path, segments, query) = ("*", [], "")
            return
        }
        let origin = try Target.originForm(of: text[...], host: host)
        let end = origin.utf8.firstIndex(of: UInt8(ascii: "?")) ?? origin.endIndex
        path = String(origin[..<end])
        query = end == origin.endIndex ? "" : String(origin[origin.utf8.index(after: end)...])
        segments = try Target.segments(of: path)
        guard query.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }) else {
            throw .malformed("De zoekvraag bevat tekens die gecodeerd moeten zijn.")
        }
    }

    /// Takes scheme and host off an absolute target, which proxies may send; the host must be that of the Host field.
    private static func originForm(of text: Substring, host: String) throws(Refusal) -> Substring {
        if text.utf8.first == UInt8(ascii: "/") { return text }
        for scheme in ["http://", "https://"] where text.lowercased().hasPrefix(scheme) {
            let rest = text.dropFirst(scheme.count)
            let authority = rest.prefix { $0 != "/" && $0 != "?" }
            guard authority.lowercased() == host else {
                throw .malformed("Het adres en het veld Host spreken elkaar tegen.")
            }
            let path = rest.dropFirst(authority.count)
            return path.first == "/" ? path : Substring("/" + path)
        }
        throw .malformed("Het adres is geen pad.")
    }

    private static func segments(of path: String) throws(Refusal) -> [String] {
        var segments: [String] = []
        var current: [UInt8] = []
        var bytes = path.utf8.dropFirst().makeIterator()
        while let byte = bytes.next() {
            switch byte {
            case UInt8(ascii: "/"):
                guard !current.isEmpty else { throw .malformed("Het pad heeft een leeg deel.") }
                segments.append(try segment(current))
                current.removeAll(keepingCapacity: true)
            case UInt8(ascii: "%"):
                current.append(try decode(bytes.next(), bytes.next()))
            default:
                guard isPathByte(byte) else { throw .malformed("Het pad bevat tekens die gecodeerd moeten zijn.") }
                current.append(byte)
            }
        }
        segments.append(try segment(current))
        return segments
    }

    private static func decode(_ high: UInt8?, _ low: UInt8?) throws(Refusal) -> UInt8 {
        guard let byte = Percent.byte(high, low) else { throw .malformed("Het pad is niet goed gecodeerd.") }
        guard byte >= 0x20, byte != 0x7F, byte != UInt8(ascii: "/"), byte != UInt8(ascii: "\\") else {
            throw .malformed("Het pad verbergt een schuine streep of een stuurteken.")
        }
        return byte
    }

    private static func segment(_ bytes: [UInt8]) throws(Refusal) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .malformed("Het pad is geen UTF-8.") }
        guard text != ".", text != ".." else { throw .malformed("Het pad bevat delen met alleen punten.") }
        return text
    }

    private static func isPathByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        case UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "("): true
        case UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: "="): true
        case UInt8(ascii: ":"), UInt8(ascii: "@"): true
        default: false
        }
    }
}

/// Percent-encoding, RFC 3986 section 2.1.
enum Percent {
    /// The byte that two hexadecimal digits stand for.
    static func byte(_ high: UInt8?, _ low: UInt8?) -> UInt8? {
        guard let high = high.flatMap(digit), let low = low.flatMap(digit) else { return nil }
        return high << 4 | low
    }

    /// Decodes a form component, where `+` is a space; `nil` when it is broken or not UTF-8 or holds a NUL.
    static func decodeForm(_ bytes: some Sequence<UInt8>) -> String? {
        var decoded: [UInt8] = []
        var bytes = bytes.makeIterator()
        while let byte = bytes.next() {
            switch byte {
            case UInt8(ascii: "+"): decoded.append(0x20)
            case UInt8(ascii: "%"):
                guard let byte = self.byte(bytes.next(), bytes.next()), byte != 0 else { return nil }
                decoded.append(byte)
            case 0: return nil
            default: decoded.append(byte)
            }
        }
        return String(validating: decoded, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
