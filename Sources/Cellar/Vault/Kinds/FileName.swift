import Foundation

/// A file's name as somebody sent it, made fit to be shown, stored and offered for download.
public struct FileName: Hashable, Sendable, CustomStringConvertible {
    /// Bytes of UTF-8 at most.
    public static let bytesMax = 200

    /// The clean name; never empty.
    public let text: String

    public var description: String { text }

    /// Cleans a name; one of which nothing is left becomes `document`.
    ///
    /// Unicode form NFC; no folders; no control, bidirectional or invisible characters; no characters that Windows
    /// refuses, and none of its device names; at most `bytesMax` bytes, of which the extension is kept.
    public init(_ given: String) {
        let last = given.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let scalars = last.precomposedStringWithCanonicalMapping.unicodeScalars.filter(Self.isVisible)
        var name = String(String.UnicodeScalarView(scalars.map { Self.refused.contains($0) ? "_" : $0 }))
        name = Self.trimmed(name)
        if Self.isDevice(name) { name = "_" + name }
        name = Self.shortened(name)
        text = name.isEmpty ? "document" : name
    }

    /// The extension, in lower case and without the dot; empty when there is none.
    public var pathExtension: String { Self.lastExtension(of: text) }

    static func lastExtension(of name: String) -> String {
        guard let dot = name.lastIndex(of: ".") else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }

    private static let refused: Set<Unicode.Scalar> = ["<", ">", ":", "\"", "|", "?", "*"]

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        default: true
        }
    }

    /// Windows drops dots and spaces at the end; a dot in front hides a file elsewhere.
    private static func trimmed(_ name: String) -> String {
        let isEdge = { (character: Character) in character == "." || character.isWhitespace }
        let rest = name.drop(while: isEdge)
        guard let end = rest.lastIndex(where: { !isEdge($0) }) else { return "" }
        return String(rest[...end])
    }

    /// Names of devices mean the device on Windows, also with an extension.
    private static func isDevice(_ name: String) -> Bool {
        let base = name.prefix { $0 != "." }.uppercased().trimmingCharacters(in: .whitespaces)
        if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(base) { return true }
        guard base.count == 4, let digit = base.last, base.hasPrefix("COM") || base.hasPrefix("LPT") else {
            return false
        }
        return "0123456789¹²³".contains(digit)
    }

    private static func shortened(_ name: String) -> String {
        guard name.utf8.count > bytesMax else { return name }
        let suffix = name.lastIndex(of: ".").map { String(name[$0...]) } ?? ""
        // An extension that is as long as a name is none.
        let kept = suffix.utf8.count <= 20 ? suffix : ""
        var stem = name.dropLast(kept.count)
        while stem.utf8.count + kept.utf8.count > bytesMax { stem.removeLast() }
        return trimmed(String(stem)) + kept
    }
}
