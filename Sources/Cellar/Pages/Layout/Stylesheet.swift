/// How the stylesheet's source becomes what is sent.
enum Stylesheet {
    /// Leaves out comments, indents and the blanks around braces, colons and semicolons.
    ///
    /// For our own source only: it relies on the house's way of writing CSS (a blank after each colon of a
    /// declaration, none in selectors; no quoted text with these marks in it).
    static func squeezed(_ source: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(source.count)
        var isComment = false
        for (index, byte) in source.enumerated() {
            let next = index + 1 < source.count ? source[index + 1] : 0
            if byte == slash, next == star { isComment = true }
            if !isComment { append(byte, to: &text) }
            if byte == slash, index > 0, source[index - 1] == star { isComment = false }
        }
        return text
    }

    private static func append(_ byte: UInt8, to text: inout [UInt8]) {
        if byte == blank || byte == newline {
            if let last = text.last, !swallowing.contains(last) { text.append(blank) }
        } else {
            if opening.contains(byte), text.last == blank { text.removeLast() }
            if byte == closing, text.last == semicolon { text.removeLast() }
            text.append(byte)
        }
    }

    private static let (slash, star) = (UInt8(ascii: "/"), UInt8(ascii: "*"))
    private static let (blank, newline) = (UInt8(ascii: " "), UInt8(ascii: "\n"))
    private static let (semicolon, closing) = (UInt8(ascii: ";"), UInt8(ascii: "}"))
    private static let opening = Array("{};".utf8)
    /// After these a blank means nothing.
    private static let swallowing = Array(" {};:,".utf8)
}
