/// A moment on the time line, in whole milliseconds, from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999Z.
///
/// Every value can be written in RFC 3339, and the distance between any two fits easily in 64 bits.
public struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
    public let milliseconds: Int64

    /// The moment so many milliseconds after the start of 1970; what lies outside the years 1 to 9999 becomes the
    /// first or the last moment.
    public init(milliseconds: Int64) {
        self.milliseconds = min(max(milliseconds, Instant.millisecondsMin), Instant.millisecondsMax)
    }

    /// The same, but nil outside the years 1 to 9999.
    public init?(exactly milliseconds: Int64) {
        guard (Instant.millisecondsMin...Instant.millisecondsMax).contains(milliseconds) else { return nil }
        self.milliseconds = milliseconds
    }

    /// 0001-01-01T00:00:00Z.
    public static let earliest = Instant(milliseconds: millisecondsMin)

    /// 9999-12-31T23:59:59.999Z.
    public static let latest = Instant(milliseconds: millisecondsMax)

    /// The moment so many milliseconds later, or earlier below zero; nil outside the years 1 to 9999.
    public func adding(milliseconds: Int64) -> Instant? {
        let (sum, overflow) = self.milliseconds.addingReportingOverflow(milliseconds)
        return overflow ? nil : Instant(exactly: sum)
    }

    /// Milliseconds from this moment to the other; below zero if the other came first.
    public func milliseconds(to other: Instant) -> Int64 {
        other.milliseconds - milliseconds
    }

    /// The order of time.
    public static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }
}

extension Instant {
    /// The date in Greenwich and the milliseconds since midnight there.
    var utc: (day: Day, milliseconds: Int) {
        Instant.split(milliseconds)
    }

    /// Cuts a count of milliseconds since 1970, UTC or local, into days and the rest; the ends of the calendar hold.
    static func split(_ milliseconds: Int64) -> (day: Day, milliseconds: Int) {
        let since = min(max(milliseconds, millisecondsMin), millisecondsMax) - millisecondsMin
        let number = Int32(truncatingIfNeeded: since / millisecondsPerDay) + Day.first.number
        return (Day(unchecked: number), Int(since % millisecondsPerDay))
    }

    static let millisecondsPerDay: Int64 = 86_400_000
    private static let millisecondsMin = Int64(Day.first.number) * millisecondsPerDay
    private static let millisecondsMax = (Int64(Day.last.number) + 1) * millisecondsPerDay - 1
}
