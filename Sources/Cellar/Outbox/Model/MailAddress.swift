/// A mail address that can stand in a command to a mail server and in the head of a mail without quoting.
///
/// Source: RFC 5321, 4.1.2 (dot-string) and 4.5.3.1; RFC 6531 for letters outside ASCII. Quoted local parts and
/// addresses of numbers are refused: nobody here has one, and they are where injections hide.
public struct MailAddress: Hashable, Sendable, CustomStringConvertible {
    /// The address as it was given.
    public let text: String
    /// What comes behind the at sign.
    public var domain: String { String(text.drop { $0 != "@" }.dropFirst()) }
    /// Whether a server must know SMTPUTF8 for it.
    var needsUTF8: Bool { text.utf8.contains { $0 > 0x7F } }

    /// Takes an address; nil for what is none.
    public init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, (1...64).contains(parts[0].utf8.count),
            Self.isDotted(parts[0], by: Self.isLocal), Self.isDotted(parts[1], by: Self.isDomain)
        else { return nil }
        self.text = text
    }

    /// It never prints itself: an address belongs in no log.
    public var description: String { "•••@\(domain)" }

    private static func isDotted(_ text: Substring, by allowed: (Unicode.Scalar) -> Bool) -> Bool {
        let words = text.split(separator: ".", omittingEmptySubsequences: false)
        return words.allSatisfy { word in !word.isEmpty && word.unicodeScalars.allSatisfy(allowed) }
    }

    private static func isLocal(_ scalar: Unicode.Scalar) -> Bool {
        isDomain(scalar) || "!#$%&'*+/=?^_`{|}~".unicodeScalars.contains(scalar)
    }

    private static func isDomain(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            ? scalar == "-" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || scalar.properties.canonicalCombiningClass != .notReordered
    }
}
