/// How text becomes harmless in markup.
enum Escaping {
    /// Appends text with `& < > " '` as character references, so that it is safe in content and in a double-quoted
    /// attribute; other control characters than tab and line ends, which HTML does not allow, become U+FFFD.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, to: &bytes) }
    }

    /// Whether the buffer ends in the beginning of an attribute that leads somewhere: ` href="`, ` action="` …
    static func isLinkAttribute(_ bytes: [UInt8]) -> Bool {
        let count = bytes.count
        guard count >= 6, bytes[count - 1] == UInt8(ascii: "\""), bytes[count - 2] == UInt8(ascii: "=") else {
            return false
        }
        // Most attributes are told apart by their last letter.
        switch bytes[count - 3] {
        case UInt8(ascii: "f"): return ends(bytes, "href")
        case UInt8(ascii: "c"): return ends(bytes, "src")
        case UInt8(ascii: "n"): return ends(bytes, "action")
        case UInt8(ascii: "e"): return ends(bytes, "cite") || ends(bytes, "data-live")
        case UInt8(ascii: "r"): return ends(bytes, "poster")
        default: return false
        }
    }

    private static func ends(_ bytes: [UInt8], _ name: StaticString) -> Bool {
        name.withUTF8Buffer { bytes.dropLast(2).suffix($0.count).elementsEqual($0) }
    }

    private static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var start = 0
        for index in 0..<text.count {
            let byte = text[index]
            // Letters, and all of UTF-8 beyond ASCII, go by here.
            guard byte <= UInt8(ascii: ">") || byte == delete, let reference = reference(byte) else { continue }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            reference.withUTF8Buffer { bytes.append(contentsOf: $0) }
            start = index + 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    private static let delete: UInt8 = 0x7F

    private static func reference(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): nil
        case 0..<0x20, delete: "\u{FFFD}"
        default: nil
        }
    }
}
