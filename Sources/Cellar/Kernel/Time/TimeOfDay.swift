/// What a clock on the wall shows, 00:00 to 24:00, in whole milliseconds; 24:00 is the end of the day.
public struct TimeOfDay: Hashable, Comparable, Sendable {
    /// Milliseconds that the hands have moved since 00:00, 0 to 86 400 000.
    public let milliseconds: Int

    /// Takes milliseconds since 00:00; nil below 0 or above 86 400 000.
    public init?(milliseconds: Int) {
        guard (0...86_400_000).contains(milliseconds) else { return nil }
        self.milliseconds = milliseconds
    }

    /// Takes the time as people write it; 24 is an hour only in 24:00 exactly.
    public init?(hour: Int, minute: Int = 0, second: Int = 0, millisecond: Int = 0) {
        guard (0...24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second),
            (0..<1_000).contains(millisecond)
        else { return nil }
        self.init(milliseconds: (hour * 3_600 + minute * 60 + second) * 1_000 + millisecond)
    }

    init(unchecked milliseconds: Int) {
        self.milliseconds = milliseconds
    }

    /// 00:00, where a day begins.
    public static let midnight = TimeOfDay(unchecked: 0)

    /// 24:00, where a day ends.
    public static let endOfDay = TimeOfDay(unchecked: 86_400_000)

    /// 0 to 24.
    public var hour: Int { milliseconds / 3_600_000 }

    /// 0 to 59.
    public var minute: Int { milliseconds / 60_000 % 60 }

    /// 0 to 59.
    public var second: Int { milliseconds / 1_000 % 60 }

    /// 0 to 999.
    public var millisecond: Int { milliseconds % 1_000 }

    /// The order within a day.
    public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
        left.milliseconds < right.milliseconds
    }
}

extension TimeOfDay: CustomStringConvertible, LosslessStringConvertible {
    /// Reads `hh:mm`, `hh:mm:ss` or `hh:mm:ss.mmm`.
    public init?(_ text: String) {
        var text = text
        guard let value = text.withUTF8({ TimeOfDay(utf8: $0) }) else { return nil }
        self = value
    }

    /// Reads the same from bytes.
    public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        var cursor = ByteCursor(bytes)
        guard let hour = cursor.digits(2), cursor.skip(":"), let minute = cursor.digits(2) else { return nil }
        var (second, millisecond): (Int?, Int?) = (0, 0)
        if cursor.skip(":") {
            second = cursor.digits(2)
            if cursor.skip(".") { millisecond = cursor.digits(3) }
        }
        guard cursor.isAtEnd, let second, let millisecond else { return nil }
        self.init(hour: hour, minute: minute, second: second, millisecond: millisecond)
    }

    /// The shortest of `hh:mm`, `hh:mm:ss` and `hh:mm:ss.mmm` that says it all.
    public var description: String {
        let length = milliseconds % 60_000 == 0 ? 5 : millisecond == 0 ? 8 : 12
        return String(unsafeUninitializedCapacity: 12) { buffer in
            buffer.put(hour, digits: 2, at: 0)
            buffer.put(":", at: 2)
            buffer.put(minute, digits: 2, at: 3)
            buffer.put(":", at: 5)
            buffer.put(second, digits: 2, at: 6)
            buffer.put(".", at: 8)
            buffer.put(millisecond, digits: 3, at: 9)
            return length
        }
    }
}
