import Foundation

extension FileName {
    /// The same, but a browser that can show the content does; only for kinds in which nothing can run.
    public var inline: String { "inline" + attachment.dropFirst("attachment".count) }

    /// The value of `Content-Disposition` that makes a browser store the content under this name and never show it.
    ///
    /// A plain name for old programs, and the true one beside it when they differ. Source: RFC 6266, section 4.3 and
    /// appendix D; RFC 8187, section 3.2.
    public var attachment: String {
        let plain = Self.plain(text)
        let first = "attachment; filename=\"\(plain)\""
        return plain == text ? first : first + "; filename*=UTF-8''" + Self.encoded(text)
    }

    /// ASCII without what some programs undo or end the name at: accents fall off, the rest becomes `_`.
    private static func plain(_ name: String) -> String {
        let scalars = name.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            $0.properties.generalCategory != .nonspacingMark
        }
        return String(
            String.UnicodeScalarView(
                scalars.map { $0.value > 0x7E || $0.value < 0x20 || "\"\\%;".unicodeScalars.contains($0) ? "_" : $0 }
            )
        )
    }

    private static func encoded(_ name: String) -> String {
        var text = ""
        for byte in name.utf8 {
            if isPlain(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                text += byte < 16 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return text
    }

    /// `attr-char` of RFC 8187.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: Array("!#$&+-.^_`|~".utf8).contains(byte)
        }
    }
}
