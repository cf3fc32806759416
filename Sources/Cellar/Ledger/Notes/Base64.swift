/// Standard base64 with padding, in the one spelling that encoding gives.
///
/// Strict where library decoders are lenient: two spellings of one signature or hash would be two files.
/// Source: RFC 4648 section 4, and section 3.5 on the bits that are left over.
enum Base64 {
    static func text(of bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(start + 3, bytes.count)]
            let bits = part.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - part.count))
            for place in 0...3 { text.append(place <= part.count ? alphabet[bits >> (18 - 6 * place) & 63] : padding) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    static func bytes(of text: some BidirectionalCollection<UInt8>) -> [UInt8]? {
        guard text.count % 4 == 0 else { return nil }
        let missing = text.suffix(2).count { $0 == padding }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var (bits, held): (UInt32, Int) = (0, 0)
        for character in text.dropLast(missing) {
            guard let value = value(of: character) else { return nil }
            (bits, held) = (bits << 6 | value, held + 6)
            guard held >= 8 else { continue }
            held -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
            bits &= 1 << UInt32(held) - 1
        }
        // What is left over must be zero, and be no more than the padding says.
        return bits == 0 && held == 2 * missing ? bytes : nil
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let padding = UInt8(ascii: "=")

    private static func value(of character: UInt8) -> UInt32? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character) - 71
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character) + 4
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
