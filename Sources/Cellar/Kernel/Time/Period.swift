/// A duration as a law or a calendar says it, such as two months or ten days; its parts are kept apart.
///
/// `P1Y` and `P12M` are different values: each is shown as it was written. Each part is 0 to 999 999 999.
///
/// Source: ISO 8601-1:2019, 5.5.2, whole numbers only; weeks may stand beside other parts, as ISO 8601-2 allows.
public struct Period: Hashable, Sendable {
    /// Calendar years.
    public let years: Int
    /// Calendar months, not cut at twelve.
    public let months: Int
    /// Weeks of seven days.
    public let weeks: Int
    /// Calendar days, on which the clock may have 23 or 25 hours.
    public let days: Int
    /// Hours of sixty minutes.
    public let hours: Int
    /// Minutes of sixty seconds.
    public let minutes: Int
    /// Seconds.
    public let seconds: Int

    /// Takes the parts; nil if one is below zero or above 999 999 999.
    public init?(
        years: Int = 0,
        months: Int = 0,
        weeks: Int = 0,
        days: Int = 0,
        hours: Int = 0,
        minutes: Int = 0,
        seconds: Int = 0
    ) {
        let parts = [years, months, weeks, days, hours, minutes, seconds]
        guard parts.allSatisfy((0...Period.partMax).contains) else { return nil }
        (self.years, self.months, self.weeks, self.days) = (years, months, weeks, days)
        (self.hours, self.minutes, self.seconds) = (hours, minutes, seconds)
    }

    /// Whether all parts are zero, as in `P0D`.
    public var isZero: Bool { !hasDate && !hasTime }

    /// Whether it counts years, months, weeks or days.
    public var hasDate: Bool { years > 0 || months > 0 || weeks > 0 || days > 0 }

    /// Whether it counts hours, minutes or seconds.
    public var hasTime: Bool { hours > 0 || minutes > 0 || seconds > 0 }

    /// Hours, minutes and seconds together, in milliseconds.
    var timeMilliseconds: Int64 {
        (Int64(hours) * 3_600 + Int64(minutes) * 60 + Int64(seconds)) * 1_000
    }

    /// The largest number in a part: nine digits, so that no sum of parts comes near the limits of 64 bits.
    public static let partMax = 999_999_999
}

extension Period: CustomStringConvertible, LosslessStringConvertible {
    /// Reads a duration such as `P30D`, `P1Y2M` or `PT36H`: capitals, parts in order, each at most once, no sign, no
    /// fraction, one to nine digits, at least one part.
    public init?(_ text: String) {
        var text = text
        guard let value = text.withUTF8({ Period(utf8: $0) }) else { return nil }
        self = value
    }

    /// Reads the same from bytes.
    public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        var cursor = ByteCursor(bytes)
        guard cursor.skip("P"), !cursor.isAtEnd else { return nil }
        var parts = [Int](repeating: 0, count: Period.designators.count)
        var (next, inTime) = (0, false)
        // At most eight rounds: each moves `next` forward.
        while !cursor.isAtEnd {
            if !inTime, cursor.skip("T") {
                guard !cursor.isAtEnd else { return nil }
                (next, inTime) = (Period.timeParts.lowerBound, true)
            }
            let places = inTime ? next..<Period.timeParts.upperBound : next..<Period.timeParts.lowerBound
            guard let (value, _) = cursor.number(), let designator = cursor.next(),
                let place = Period.designators[places].firstIndex(of: designator)
            else { return nil }
            parts[place] = value
            next = place + 1
        }
        self.init(
            years: parts[0],
            months: parts[1],
            weeks: parts[2],
            days: parts[3],
            hours: parts[4],
            minutes: parts[5],
            seconds: parts[6]
        )
    }

    /// The parts that are not zero, in order, without leading zeros; `P0D` if all are.
    public var description: String {
        let date = [(years, "Y"), (months, "M"), (weeks, "W"), (days, "D")]
        let time = [(hours, "H"), (minutes, "M"), (seconds, "S")]
        guard !isZero else { return "P0D" }
        return "P" + Period.join(date) + (hasTime ? "T" + Period.join(time) : "")
    }

    private static let designators = Array("YMWDHMS".utf8)
    private static let timeParts = 4..<7

    private static func join(_ parts: [(Int, String)]) -> String {
        parts.reduce(into: "") { text, part in
            if part.0 > 0 { text += "\(part.0)\(part.1)" }
        }
    }
}
