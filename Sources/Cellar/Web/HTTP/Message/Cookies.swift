/// The cookies of a request. What breaks the grammar is left out, since other programs on the domain may have set it.
///
/// Source: RFC 6265 section 4.2.1.
struct Cookies: Sendable {
    private let pairs: [(name: Substring, value: Substring)]

    /// At most `Cookies.most` cookies in `Cookies.bytesMax` bytes; beyond that none are known.
    init(_ fields: [String]) {
        guard fields.reduce(0, { $0 + $1.utf8.count }) <= Cookies.bytesMax else {
            pairs = []
            return
        }
        let found = fields.flatMap { field in
            field.split(separator: ";").compactMap { Cookies.pair($0) }
        }
        pairs = found.count <= Cookies.most ? found : []
    }

    /// The value of that cookie; none when it is there twice with different values, as when another site of the same
    /// domain tries to plant one.
    subscript(name: String) -> String? {
        let values = Set(pairs.filter { $0.name == name }.map(\.value))
        return values.count == 1 ? values.first.map(String.init) : nil
    }

    private static func pair(_ text: Substring) -> (Substring, Substring)? {
        let text = text.drop { $0 == " " }
        guard let equals = text.firstIndex(of: "=") else { return nil }
        let name = text[..<equals]
        var value = text[text.index(after: equals)...]
        if value.count >= 2, value.first == "\"", value.last == "\"" { value = value.dropFirst().dropLast() }
        let isSound = value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != 0x5C }
        return !name.isEmpty && isSound ? (name, value) : nil
    }

    private static let most = 64
    private static let bytesMax = 8 * 1024
}

/// A cookie to set.
///
/// Over https its name begins with `__Host-`, which browsers accept only for this very host, the whole site and https.
public struct Cookie: Sendable, Equatable {
    /// How a browser sends it along from other sites.
    public enum SameSite: String, Sendable {
        /// On links that lead here: for residents.
        case lax = "Lax"
        /// Never: for officials.
        case strict = "Strict"
    }

    /// The name without its prefix.
    public let name: String
    /// The value: visible ASCII without quotes, commas, semicolons and backslashes.
    public let value: String
    /// When it comes along from other sites.
    public var sameSite = SameSite.lax
    /// How many seconds it lives; `nil` until the browser closes, zero to remove it.
    public var maxAge: Int?

    /// Nothing when name or value break the grammar.
    public init?(name: String, value: String, sameSite: SameSite = .lax, maxAge: Int? = nil) {
        guard Cookie.isSound(name), !name.isEmpty, Cookie.isSound(value) else { return nil }
        (self.name, self.value, self.sameSite, self.maxAge) = (name, value, sameSite, maxAge)
    }

    /// The text of a Set-Cookie field.
    public func text(isSecure: Bool) -> String {
        var text =
            "\(Cookie.fullName(name, isSecure: isSecure))=\(value); Path=/; HttpOnly; SameSite=\(sameSite.rawValue)"
        if isSecure { text += "; Secure" }
        if let maxAge { text += "; Max-Age=\(maxAge)" }
        return text
    }

    static func fullName(_ name: String, isSecure: Bool) -> String {
        isSecure ? "__Host-" + name : name
    }

    private static func isSound(_ text: String) -> Bool {
        text.utf8.allSatisfy { byte in
            byte > 0x20 && byte < 0x7F && !#"",;\"#.utf8.contains(byte)
        }
    }
}
