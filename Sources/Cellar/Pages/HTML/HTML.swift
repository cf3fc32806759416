/// A piece of a page, made by string interpolation that escapes by type.
///
/// ```swift
/// let row = HTML("<li><a href=\"\(link)\">\(title)</a></li>")      // title: String is escaped, link: Href is checked
/// let list = HTML("<ul>\(rows)</ul>")                              // rows: [HTML] goes in as it is
/// ```
/// Only a literal in the source becomes markup: the literal type is `StaticString`, so there is no initialiser that
/// takes a `String` unescaped, not even `init(stringLiteral:)`. What has no overload below (a `Double`, an optional
/// number, any other type) does not compile, so that `Optional(…)` and debug text cannot reach a page.
///
/// Attributes stand in double quotes, always: an escaped text cannot leave them.
///
/// A whole page is a list of its parts: `page.main = [.pageHead(nil, "Werklijst"), .worklist(caption, items)]`.
public struct HTML: Sendable, Hashable {
    /// The markup in UTF-8.
    public private(set) var bytes: [UInt8]

    /// Nothing.
    public static let empty = HTML(bytes: [])

    /// Whether there is nothing in it.
    public var isEmpty: Bool { bytes.isEmpty }

    /// The markup as text, for tests and for mail.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Adds a piece behind this one.
    public static func += (left: inout HTML, right: HTML) {
        left.bytes.append(contentsOf: right.bytes)
    }

    /// Pieces with another between each two.
    public static func joined(_ pieces: [HTML], by separator: HTML) -> HTML {
        var all = HTML.empty
        for (index, piece) in pieces.enumerated() {
            if index > 0 { all += separator }
            all += piece
        }
        return all
    }

    fileprivate init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}

extension HTML: ExpressibleByArrayLiteral {
    /// Pieces one behind the other.
    public init(arrayLiteral pieces: HTML...) {
        self = HTML("\(pieces)")
    }
}

extension HTML: ExpressibleByStringInterpolation {
    /// Markup that stands in the source.
    public init(stringLiteral value: StaticString) {
        self = value.withUTF8Buffer { HTML(bytes: Array($0)) }
    }

    /// Markup with values in it.
    public init(stringInterpolation: Interpolation) {
        self = HTML(bytes: stringInterpolation.bytes)
    }

    /// Collects the literals and the values of one interpolation in one buffer.
    public struct Interpolation: StringInterpolationProtocol {
        var bytes: [UInt8]

        /// Reserves room, so that a typical piece costs one allocation.
        public init(literalCapacity: Int, interpolationCount: Int) {
            bytes = []
            bytes.reserveCapacity(literalCapacity + interpolationCount * Interpolation.roomPerValue)
        }

        /// Markup that stands in the source.
        public mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        private static let roomPerValue = 96
    }
}
