/// Reads bytes one after another and never beyond the end, which a buffer pointer alone does not promise in release.
struct ByteCursor {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position >= bytes.count }

    /// Takes the next byte.
    mutating func next() -> UInt8? {
        guard position < bytes.count else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    /// Steps over a byte if it comes next, and says whether it did.
    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(truncatingIfNeeded: scalar.value) else { return false }
        position += 1
        return true
    }

    /// Takes exactly so many decimal digits; at most nine, so that the number fits everywhere.
    mutating func digits(_ count: Int) -> Int? {
        guard count <= 9, bytes.count - position >= count else { return nil }
        var number = 0
        for index in position..<position + count {
            let digit = bytes[index] &- 0x30
            guard digit < 10 else { return nil }
            number = number * 10 + Int(digit)
        }
        position += count
        return number
    }

    /// Takes all decimal digits that come next: one to nine; ten or more are refused.
    mutating func number() -> (value: Int, digits: Int)? {
        let start = position
        var number = 0
        while position < bytes.count, bytes[position] &- 0x30 < 10 {
            guard position - start < 9 else { return nil }
            number = number * 10 + Int(bytes[position] &- 0x30)
            position += 1
        }
        return position > start ? (number, position - start) : nil
    }
}

extension UnsafeMutableBufferPointer<UInt8> {
    /// Writes a number as exactly so many decimal digits; the caller has made room and the number fits.
    func put(_ number: Int, digits: Int, at index: Int) {
        var rest = number
        for place in stride(from: index + digits - 1, through: index, by: -1) {
            self[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }

    /// Writes one ASCII character; the caller has made room.
    func put(_ scalar: Unicode.Scalar, at index: Int) {
        self[index] = UInt8(truncatingIfNeeded: scalar.value)
    }
}
