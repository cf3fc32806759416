extension Instant: CustomStringConvertible, LosslessStringConvertible {
    /// Reads a date-time of RFC 3339 (section 5.6) with `Z` or an offset, such as `2026-11-24T20:37:59.123+01:00`.
    ///
    /// One to nine digits of a second, of which the first three count and the rest is cut off; `T` and `Z` in either
    /// case, no space in place of `T`. A second `60` becomes the last millisecond of second 59, wherever it stands:
    /// a list of leap seconds would be out of date. Nil outside the years 1 to 9999, taken in Greenwich.
    public init?(_ text: String) {
        var text = text
        guard let value = text.withUTF8({ Instant(utf8: $0) }) else { return nil }
        self = value
    }

    /// Reads the same from bytes.
    public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        var cursor = ByteCursor(bytes)
        guard bytes.count <= Instant.textLengthMax, let day = Day(reading: &cursor),
            cursor.skip("T") || cursor.skip("t"), let time = Instant.time(&cursor),
            let offset = Instant.offset(&cursor), cursor.isAtEnd
        else { return nil }
        self.init(exactly: Int64(day.number) * Instant.millisecondsPerDay + time - offset)
    }

    /// RFC 3339 in Greenwich: `2026-11-24T19:37:59.123Z`, or `2026-11-24T19:37:59Z` on a whole second.
    public var description: String {
        String(unsafeUninitializedCapacity: Instant.textLength) { fill($0) }
    }

    /// Appends the bytes of `description`, without making a string.
    public func write(into bytes: inout [UInt8]) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Instant.textLength) { buffer in
            bytes.append(contentsOf: buffer.prefix(fill(buffer)))
        }
    }

    private static let textLength = 24
    private static let textLengthMax = 35

    private func fill(_ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        let (day, time) = utc
        _ = day.fill(buffer)
        buffer.put("T", at: 10)
        buffer.put(time / 3_600_000, digits: 2, at: 11)
        buffer.put(":", at: 13)
        buffer.put(time / 60_000 % 60, digits: 2, at: 14)
        buffer.put(":", at: 16)
        buffer.put(time / 1_000 % 60, digits: 2, at: 17)
        guard time % 1_000 != 0 else {
            buffer.put("Z", at: 19)
            return 20
        }
        buffer.put(".", at: 19)
        buffer.put(time % 1_000, digits: 3, at: 20)
        buffer.put("Z", at: 23)
        return Instant.textLength
    }

    /// `hh:mm:ss` and perhaps a fraction, as milliseconds since midnight.
    private static func time(_ cursor: inout ByteCursor) -> Int64? {
        guard let hour = cursor.digits(2), hour < 24, cursor.skip(":"), let minute = cursor.digits(2), minute < 60,
            cursor.skip(":"), let second = cursor.digits(2), second <= 60
        else { return nil }
        var fraction = 0
        if cursor.skip(".") {
            guard let (value, digits) = cursor.number() else { return nil }
            fraction = milliseconds(ofFraction: value, digits: digits)
        }
        let start = (hour * 60 + minute) * 60_000
        return Int64(second == 60 ? start + 59_999 : start + second * 1_000 + fraction)
    }

    private static func milliseconds(ofFraction value: Int, digits: Int) -> Int {
        var value = value
        for _ in stride(from: digits, to: 3, by: 1) { value *= 10 }
        for _ in stride(from: digits, to: 3, by: -1) { value /= 10 }
        return value
    }

    /// `Z` or `±hh:mm`, as milliseconds east of Greenwich.
    private static func offset(_ cursor: inout ByteCursor) -> Int64? {
        if cursor.skip("Z") || cursor.skip("z") { return 0 }
        let isEast = cursor.skip("+")
        guard isEast || cursor.skip("-"), let hours = cursor.digits(2), hours < 24, cursor.skip(":"),
            let minutes = cursor.digits(2), minutes < 60
        else { return nil }
        return Int64((hours * 60 + minutes) * (isEast ? 60_000 : -60_000))
    }
}
