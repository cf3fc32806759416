/// One answer of a mail server: a number and its lines of text.
struct SMTPReply: Equatable, Sendable {
    let code: Int
    let lines: [String]

    /// The enhanced status, such as `5.1.1`, if the text begins with one (RFC 3463); digits and dots only.
    var enhanced: String? {
        guard let word = lines.first?.prefix(while: { $0 != " " }) else { return nil }
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        let isStatus =
            parts.count == 3
            && parts.allSatisfy { part in
                (1...3).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
            }
        return isStatus ? String(word) : nil
    }

    /// What an EHLO answer says the server can: the first word of each line, in capitals, with what follows.
    var abilities: [String: String] {
        Dictionary(
            lines.dropFirst().map { line in
                let word = line.prefix { $0 != " " }
                return (word.uppercased(), String(line.dropFirst(word.count + 1)).uppercased())
            }
        ) { first, _ in first }
    }
}

/// Collects bytes into replies; bounded, since who answers may be anybody.
///
/// Source: RFC 5321, 4.2 and 4.5.3.1.5.
struct ReplyParser {
    private var line: [UInt8] = []
    private var code: Int?
    private var lines: [String] = []

    /// Whether nothing of a next reply has come.
    var isEmpty: Bool { line.isEmpty && code == nil }

    /// Takes a byte; answers a reply when it is the last of one, and throws `unreadable` for what is none.
    mutating func take(_ byte: UInt8) throws(DeliveryFailure) -> SMTPReply? {
        guard byte == 0x0A else {
            line.append(byte)
            guard line.count <= Self.lineMax else { throw .unreadable }
            return nil
        }
        if line.last == 0x0D { line.removeLast() }
        defer { line = [] }
        let digits = line.prefix(3)
        guard digits.count == 3, digits.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(String(decoding: digits, as: UTF8.self)), (200...599).contains(number),
            code == nil || code == number, lines.count < Self.linesMax
        else { throw .unreadable }
        lines.append(String(decoding: line.dropFirst(4), as: UTF8.self))
        switch line.count > 3 ? line[3] : 0x20 {
        case UInt8(ascii: "-"):
            code = number
            return nil
        case 0x20:
            defer { (code, lines) = (nil, []) }
            return SMTPReply(code: number, lines: lines)
        default: throw .unreadable
        }
    }

    private static let lineMax = 2_048
    private static let linesMax = 100
}
