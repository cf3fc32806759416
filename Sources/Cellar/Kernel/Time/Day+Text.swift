extension Day: CustomStringConvertible, LosslessStringConvertible {
    /// Reads exactly `YYYY-MM-DD` (RFC 3339, full-date); nil for anything else, also for a day that does not exist.
    public init?(_ text: String) {
        var text = text
        guard let value = text.withUTF8({ Day(utf8: $0) }) else { return nil }
        self = value
    }

    /// Reads the same from bytes.
    public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count == Day.textLength else { return nil }
        var cursor = ByteCursor(bytes)
        self.init(reading: &cursor)
    }

    init?(reading cursor: inout ByteCursor) {
        guard let year = cursor.digits(4), cursor.skip("-"), let month = cursor.digits(2), cursor.skip("-"),
            let day = cursor.digits(2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `YYYY-MM-DD`.
    public var description: String {
        String(unsafeUninitializedCapacity: Day.textLength) { fill($0) }
    }

    /// Appends the ten bytes of `description`, without making a string.
    public func write(into bytes: inout [UInt8]) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Day.textLength) { buffer in
            bytes.append(contentsOf: buffer.prefix(fill(buffer)))
        }
    }

    static let textLength = 10

    /// Writes the ten bytes at the front of a buffer that has room for them.
    func fill(_ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        let (year, month, day) = civil
        buffer.put(year, digits: 4, at: 0)
        buffer.put("-", at: 4)
        buffer.put(month, digits: 2, at: 5)
        buffer.put("-", at: 7)
        buffer.put(day, digits: 2, at: 8)
        return Day.textLength
    }
}
