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
        guard bytes.count >= 2, bytes[bytes.count - 1] == UInt8(ascii: "\""),
            bytes[bytes.count - 2] == UInt8(ascii: "=")
        else { return false }
        return linkAttributes.contains { name in
            bytes.count >= name.count + 2
                && bytes[(bytes.count - 2 - name.count)..<(bytes.count - 2)].elementsEqual(name)
        }
    }

    private static let linkAttributes = ["href", "src", "action", "cite", "poster", "data-live"].map { Array($0.utf8) }

    private static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var start = 0
        for (index, byte) in text.enumerated() where isSpecial[Int(byte)] {
            bytes.append(contentsOf: text[start..<index])
            bytes.append(contentsOf: reference(byte))
            start = index + 1
        }
        bytes.append(contentsOf: text[start...])
    }

    private static func reference(_ byte: UInt8) -> [UInt8] {
        switch byte {
        case UInt8(ascii: "&"): ampersand
        case UInt8(ascii: "<"): less
        case UInt8(ascii: ">"): greater
        case UInt8(ascii: "\""): quote
        case UInt8(ascii: "'"): apostrophe
        default: replacement
        }
    }

    private static let ampersand = Array("&amp;".utf8)
    private static let less = Array("&lt;".utf8)
    private static let greater = Array("&gt;".utf8)
    private static let quote = Array("&quot;".utf8)
    private static let apostrophe = Array("&#39;".utf8)
    private static let replacement = Array("\u{FFFD}".utf8)

    private static let isSpecial: [Bool] = (0..<256).map { byte in
        let isControl = byte < 0x20 && ![0x09, 0x0A, 0x0D].contains(byte) || byte == 0x7F
        return isControl || "&<>\"'".utf8.contains(UInt8(byte))
    }
}
