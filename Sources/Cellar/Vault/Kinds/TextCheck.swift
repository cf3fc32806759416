/// Tells whether bytes that pass by are text, and whether the text is a mail message.
struct TextCheck {
    /// Bytes of the head in which a message must show its fields.
    private static let headMax = 16 << 10

    private var isUTF8 = true
    private var hasControls = false
    /// The bytes of a character that still have to come, and what the next of them may be (RFC 3629, section 4).
    private var missing = 0
    private var nextRange: ClosedRange<UInt8> = 0x80...0xBF
    private var head: [UInt8] = []

    /// The kinds that the bytes may be, the likeliest first; none when they are no text.
    var kinds: [MediaKind] {
        guard !hasControls else { return [] }
        let message: [MediaKind] = isMessage ? [.eml] : []
        return message + (isUTF8 && missing == 0 ? [.text, .csv] : [])
    }

    /// Takes the next bytes.
    mutating func take(_ part: [UInt8]) {
        if head.count < Self.headMax { head += part.prefix(Self.headMax - head.count) }
        for byte in part {
            if byte < 0x20, byte != 9, byte != 10, byte != 12, byte != 13 { hasControls = true }
            if isUTF8 { takeUTF8(byte) }
        }
    }

    private mutating func takeUTF8(_ byte: UInt8) {
        if missing > 0 {
            isUTF8 = nextRange.contains(byte)
            (missing, nextRange) = (missing - 1, 0x80...0xBF)
            return
        }
        switch byte {
        case 0...0x7F: break
        case 0xC2...0xDF: missing = 1
        case 0xE0: (missing, nextRange) = (2, 0xA0...0xBF)
        case 0xED: (missing, nextRange) = (2, 0x80...0x9F)
        case 0xE1...0xEF: missing = 2
        case 0xF0: (missing, nextRange) = (3, 0x90...0xBF)
        case 0xF4: (missing, nextRange) = (3, 0x80...0x8F)
        case 0xF1...0xF3: missing = 3
        default: isUTF8 = false
        }
    }

    /// Begins with fields (RFC 5322, section 2.2), of which one is among those that every message has.
    private var isMessage: Bool {
        var known = false
        for line in head.split(separator: 10, omittingEmptySubsequences: false).prefix(200) {
            guard let first = line.first, first != 13 else { break }
            if first == 0x20 || first == 9 { continue }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
                line[..<colon].allSatisfy({ (33...126).contains($0) })
            else { return false }
            let field = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            known = known || ["from", "date", "received", "return-path", "mime-version"].contains(field)
        }
        return known
    }
}
