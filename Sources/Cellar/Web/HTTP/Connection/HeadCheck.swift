internal import HTTPTypes
internal import NIOCore
internal import NIOHTTP1

/// The head of a request, read strictly: what two readers could read in two ways is refused.
///
/// Source: RFC 9112 sections 3.2, 6.1 and 6.3; RFC 9110 sections 7.2 and 10.1.1.
struct RequestHead: Sendable {
    let method: HTTPRequest.Method
    let target: Target
    let fields: HTTPFields
    /// The Host field, in lower case; empty for HTTP/1.0 without one.
    let host: String
    /// The declared length; `nil` for a chunked body.
    let length: Int?
    let expectsGoOn: Bool

    init(_ head: HTTPRequestHead, limits: Limits) throws(Refusal) {
        guard head.headers.count <= limits.headFields else {
            throw Refusal(.requestHeaderFieldsTooLarge, "head_too_large", "De aanhef heeft te veel velden.")
        }
        guard head.uri.utf8.count <= limits.targetBytes else {
            throw Refusal(.uriTooLong, "target_too_long", "Het adres is te lang.")
        }
        guard let method = HTTPRequest.Method(rawValue: head.method.rawValue) else {
            throw .malformed("De methode heeft niet de juiste vorm.")
        }
        self.method = method
        host = try RequestHead.host(of: head)
        target = try Target(head.uri, method: method, host: host)
        fields = try RequestHead.fields(of: head)
        length = try RequestHead.length(of: head)
        expectsGoOn = try RequestHead.expectsGoOn(head)
    }

    private static func host(of head: HTTPRequestHead) throws(Refusal) -> String {
        let hosts = head.headers["host"]
        guard hosts.count <= 1 else { throw .malformed("Het veld Host staat er twee keer.") }
        guard let host = hosts.first else {
            guard head.version.isOld else { throw .malformed("Het veld Host ontbreekt.") }
            return ""
        }
        guard Authority.isValid(host) else { throw .malformed("Het veld Host is geen naam van een machine.") }
        return host.lowercased()
    }

    private static func fields(of head: HTTPRequestHead) throws(Refusal) -> HTTPFields {
        var fields = HTTPFields()
        fields.reserveCapacity(head.headers.count)
        for (name, value) in head.headers {
            guard let name = HTTPField.Name(name), HTTPField.isValidValue(value) else {
                throw .malformed("Een veld van de aanhef heeft niet de juiste vorm.")
            }
            fields.append(HTTPField(name: name, value: value))
        }
        return fields
    }

    /// Zero without a body, a number with Content-Length, `nil` with chunks; both at once is smuggling.
    private static func length(of head: HTTPRequestHead) throws(Refusal) -> Int? {
        let lengths = head.headers["content-length"]
        let codings = head.headers["transfer-encoding"]
        if codings.isEmpty {
            guard lengths.count <= 1 else { throw .malformed("Het veld Content-Length staat er twee keer.") }
            guard let text = lengths.first else { return 0 }
            guard let length = decimal(text) else { throw .malformed("Het veld Content-Length is geen getal.") }
            return length
        }
        guard lengths.isEmpty else { throw .malformed("Content-Length en Transfer-Encoding sluiten elkaar uit.") }
        guard !head.version.isOld, codings.count == 1, codings.first?.lowercased() == "chunked" else {
            throw .malformed("Van Transfer-Encoding kennen we alleen chunked.")
        }
        return nil
    }

    private static func decimal(_ text: String) -> Int? {
        guard (1...18).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }

    private static func expectsGoOn(_ head: HTTPRequestHead) throws(Refusal) -> Bool {
        let expectations = head.headers["expect"]
        guard let first = expectations.first else { return false }
        guard expectations.count == 1, first.lowercased() == "100-continue" else {
            throw Refusal(.expectationFailed, "expectation", "Van Expect kennen we alleen 100-continue.")
        }
        return true
    }
}

/// A host and perhaps a port, as in the Host field.
enum Authority {
    /// Whether the text is a name, an IPv4 address or a bracketed IPv6 address, with at most one port of digits.
    ///
    /// Source: RFC 3986 section 3.2.2, without percent-encoding and user names, which no program we know sends.
    static func isValid(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard (1...255 + 6).contains(bytes.count) else { return false }
        guard bytes[0] == UInt8(ascii: "[") else {
            let name = bytes.prefix { $0 != UInt8(ascii: ":") }
            return !name.isEmpty && name.allSatisfy(isNameByte) && isPort(bytes.dropFirst(name.count))
        }
        guard let closing = bytes.firstIndex(of: UInt8(ascii: "]")) else { return false }
        let address = String(decoding: bytes[1..<closing], as: UTF8.self)
        return NetworkAddress(address)?.isIPv6 == true && isPort(bytes[(closing + 1)...])
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): true
        default: false
        }
    }

    /// Nothing, or a colon and at most five digits.
    private static func isPort(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let colon = bytes.first else { return true }
        let digits = bytes.dropFirst()
        return colon == UInt8(ascii: ":") && (1...5).contains(digits.count)
            && digits.allSatisfy { (0x30...0x39).contains($0) }
    }
}

extension HTTPVersion {
    /// HTTP/1.0, which knows no Host, no chunks and no interim answers.
    var isOld: Bool { major < 1 || major == 1 && minor == 0 }
}
