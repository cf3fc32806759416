/// An identity that nobody can guess: 16 bytes, printed as a UUID in lower case.
///
/// Source: RFC 9562; new ones are version 4 (random).
public struct Identifier: Hashable, Comparable, Sendable {
    /// The first eight bytes, the most significant first.
    public let high: UInt64
    /// The last eight bytes.
    public let low: UInt64

    /// Takes the sixteen bytes as two numbers, without looking at version and variant.
    public init(high: UInt64, low: UInt64) {
        (self.high, self.low) = (high, low)
    }

    /// Takes sixteen bytes, no more and no fewer.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        low = bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Draws a version 4 UUID: 122 bits of the generator.
    public static func random(using generator: inout some RandomNumberGenerator) -> Identifier {
        Identifier(version4: generator.next(), generator.next())
    }

    /// The sixteen bytes, the most significant first.
    public var bytes: [UInt8] {
        (0..<16).map { index in
            UInt8(truncatingIfNeeded: (index < 8 ? high : low) >> UInt64(56 - 8 * (index % 8)))
        }
    }

    /// The order of the bytes, which is also the order of the printed text.
    public static func < (left: Identifier, right: Identifier) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}

extension Identifier {
    /// Stamps version 4 and the variant of RFC 9562 (section 5.4) over random bits.
    init(version4 high: UInt64, _ low: UInt64) {
        self.init(high: high & ~0xF000 | 0x4000, low: low & ~(0b11 << 62) | 0b10 << 62)
    }
}

extension Identifier: CustomStringConvertible, LosslessStringConvertible {
    /// Reads 36 characters, five groups of hexadecimal digits in either case; no braces, no `urn:uuid:`.
    public init?(_ text: String) {
        var text = text
        guard let value = text.withUTF8({ Identifier(utf8: $0) }) else { return nil }
        self = value
    }

    /// Reads the same from bytes.
    public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count == Identifier.length else { return nil }
        var halves: (high: UInt64, low: UInt64) = (0, 0)
        for index in 0..<Identifier.length {
            if Identifier.isHyphen(index) {
                guard bytes[index] == 0x2D else { return nil }
                continue
            }
            guard let digit = Identifier.hexadecimal(bytes[index]) else { return nil }
            // Eighteen characters, two of them hyphens, hold the first half.
            if index < 18 {
                halves.high = halves.high << 4 | digit
            } else {
                halves.low = halves.low << 4 | digit
            }
        }
        self.init(high: halves.high, low: halves.low)
    }

    /// The UUID in lower case, 36 characters.
    public var description: String {
        String(unsafeUninitializedCapacity: Identifier.length) { fill($0) }
    }

    /// Appends the 36 characters of `description`, without making a string.
    public func write(into bytes: inout [UInt8]) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Identifier.length) { buffer in
            bytes.append(contentsOf: buffer.prefix(fill(buffer)))
        }
    }

    private static let length = 36

    private func fill(_ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var shift: UInt64 = 64
        for index in 0..<Identifier.length {
            if Identifier.isHyphen(index) {
                buffer[index] = 0x2D
                continue
            }
            shift = shift == 0 ? 60 : shift - 4
            let digit = UInt8(truncatingIfNeeded: (index < 18 ? high : low) >> shift) & 15
            buffer[index] = digit < 10 ? 0x30 + digit : 0x57 + digit
        }
        return Identifier.length
    }

    private static func isHyphen(_ index: Int) -> Bool {
        index == 8 || index == 13 || index == 18 || index == 23
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt64? {
        switch byte {
        case 0x30...0x39: UInt64(byte - 0x30)
        case 0x41...0x46: UInt64(byte - 0x37)
        case 0x61...0x66: UInt64(byte - 0x57)
        default: nil
        }
    }
}
