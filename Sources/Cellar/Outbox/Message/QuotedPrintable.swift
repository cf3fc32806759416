/// UTF-8 text in lines that every mail server passes on unchanged.
///
/// Source: RFC 2045, 6.7.
enum QuotedPrintable {
    /// The encoded text; its lines end in CRLF, whatever ended them before.
    static func text(_ text: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count * 5 / 4)
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            .split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            if index > 0 { result += [0x0D, 0x0A] }
            append(Array(line.utf8), to: &result)
        }
        return String(decoding: result + [0x0D, 0x0A], as: UTF8.self)
    }

    private static func append(_ line: [UInt8], to result: inout [UInt8]) {
        var width = 0
        for (index, byte) in line.enumerated() {
            let isLast = index == line.count - 1
            let isBlank = byte == 0x20 || byte == 0x09
            let isPlain = (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=") || isBlank && !isLast
            let encoded = isPlain ? [byte] : [UInt8(ascii: "="), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            if width + encoded.count > widthMax {
                result += [UInt8(ascii: "="), 0x0D, 0x0A]
                width = 0
            }
            result += encoded
            width += encoded.count
        }
    }

    private static let hex = Array("0123456789ABCDEF".utf8)
    /// 76 with the sign that a line goes on.
    private static let widthMax = 75
}
