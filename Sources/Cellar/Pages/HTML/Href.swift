public import Kernel

/// Where a link leads: a place in this site, or a web, mail or telephone address.
///
/// ```swift
/// Href("/werk/dossiers/\(number)?fase=\(phase)")      // values are percent-encoded: they cannot change the path
/// Href(checking: addressFromAPerson)                  // nil for javascript:, data:, //host and the like
/// ```
public struct Href: Sendable, Hashable {
    /// The address as it stands in the page, not yet escaped.
    public let text: String

    /// Takes an address from outside: a path, query or fragment of this site, or `https:`, `http:`, `mailto:`, `tel:`.
    ///
    /// Nil for other schemes, for `//host` and `/\host` (another site in disguise), for control characters, blanks and
    /// backslashes, which browsers drop or turn round, for an empty text, and above 2 048 bytes.
    public init?(checking text: String) {
        guard !text.isEmpty, text.utf8.count <= Href.bytesMax, !text.utf8.contains(where: Href.isForbidden) else {
            return nil
        }
        guard Href.isInside(text) || Href.hasKnownScheme(text) else { return nil }
        self.text = text
    }

    /// The page on which it stands, with another query: `?fase=advies`.
    public static func query(_ pairs: [(name: String, value: String)]) -> Href {
        Href(unchecked: "?" + pairs.map { "\(encode($0.name))=\(encode($0.value))" }.joined(separator: "&"))
    }

    /// A place on the same page.
    public static func fragment(_ anchor: Anchor) -> Href {
        Href(unchecked: "#" + anchor.text)
    }

    /// A mail address.
    public static func mail(_ address: String) -> Href {
        Href(unchecked: "mailto:" + encode(address, also: "@"))
    }

    /// A telephone number; all but digits and the plus are left out.
    public static func phone(_ number: String) -> Href {
        Href(unchecked: "tel:" + String(decoding: number.utf8.filter { Href.isDialled($0) }, as: UTF8.self))
    }

    /// What stands in place of an address that was refused: it leads nowhere.
    static let refused = Href(unchecked: "#")

    init(unchecked text: String) {
        self.text = text
    }

    private static let bytesMax = 2_048
}

extension Href: ExpressibleByStringInterpolation {
    /// An address that stands in the source.
    public init(stringLiteral value: StaticString) {
        self.init(unchecked: value.description)
    }

    /// An address with values in it.
    public init(stringInterpolation: Interpolation) {
        self.init(unchecked: stringInterpolation.text)
    }

    /// Collects an address; each value is percent-encoded except letters, digits and `-._~`.
    public struct Interpolation: StringInterpolationProtocol {
        var text = ""

        /// Begins empty.
        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// A part of the address that stands in the source.
        public mutating func appendLiteral(_ literal: StaticString) {
            text += literal.description
        }

        /// A value: one segment of a path, or one value of a query.
        public mutating func appendInterpolation(_ value: String) {
            text += Href.encode(value)
        }

        /// The identity of something.
        public mutating func appendInterpolation(_ id: Identifier) {
            text += id.description
        }

        /// A number.
        public mutating func appendInterpolation(_ value: some FixedWidthInteger) {
            text += String(value)
        }

        /// A link that goes in front of the rest, as in `\(base)?pagina=2`.
        public mutating func appendInterpolation(_ link: Href) {
            text += link.text
        }
    }
}

extension Href {
    private static func isForbidden(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0x7F || byte == UInt8(ascii: "\\")
    }

    private static func isInside(_ text: String) -> Bool {
        text.hasPrefix("#") || text.hasPrefix("?") || (text.hasPrefix("/") && !text.hasPrefix("//"))
    }

    private static func hasKnownScheme(_ text: String) -> Bool {
        let lower = text.prefix(8).lowercased()
        return ["https://", "http://", "mailto:", "tel:"].contains { lower.hasPrefix($0) }
    }

    private static func isDialled(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "+") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Percent-encoding of RFC 3986: all but the unreserved characters.
    fileprivate static func encode(_ value: String, also allowed: String = "") -> String {
        guard !value.utf8.allSatisfy(isUnreserved) else { return value }
        var encoded: [UInt8] = []
        for byte in value.utf8 {
            if isUnreserved(byte) || allowed.utf8.contains(byte) {
                encoded.append(byte)
            } else {
                encoded += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static let hex = Array("0123456789ABCDEF".utf8)

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~".utf8.contains(byte)
        }
    }
}
