/// A civil date in the proleptic Gregorian calendar, from 0001-01-01 to 9999-12-31, without a time zone.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01, which is 0.
    public let number: Int32

    /// The day with that number, if it lies in the years 1 to 9999.
    public init?(number: Int32) {
        guard (Day.first.number...Day.last.number).contains(number) else { return nil }
        self.number = number
    }

    /// The date as people write it; nil if the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard let length = Day.length(ofMonth: month, year: year), day >= 1, day <= length else { return nil }
        number = Day.number(year: year, month: month, day: day)
    }

    init(unchecked number: Int32) {
        self.number = number
    }

    /// 0001-01-01, a Monday.
    public static let first = Day(unchecked: -719_162)

    /// 9999-12-31.
    public static let last = Day(unchecked: 2_932_896)

    /// 1 to 9999.
    public var year: Int { civil.year }

    /// 1 to 12.
    public var month: Int { civil.month }

    /// The day of the month, 1 to 31.
    public var day: Int { civil.day }

    /// 1 for Monday to 7 for Sunday (ISO 8601).
    public var weekday: Int { (Int(number) - Int(Day.first.number)) % 7 + 1 }

    /// The order of time.
    public static func < (left: Day, right: Day) -> Bool {
        left.number < right.number
    }
}

// MARK: - The calendar

extension Day {
    /// Whether 29 February exists in that year.
    public static func isLeap(year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// How many days a month has; nil for a month that is not 1 to 12 or a year that is not 1 to 9999.
    public static func length(ofMonth month: Int, year: Int) -> Int? {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        if month == 2 { return isLeap(year: year) ? 29 : 28 }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31
    }

    /// The number of a date that is known to exist.
    ///
    /// Years are counted from March, so that a leap day comes last and the months before it repeat a pattern of
    /// 153 days in five months.
    static func number(year: Int, month: Int, day: Int) -> Int32 {
        let marchYear = month < 3 ? year - 1 : year
        let marchMonth = month < 3 ? month + 9 : month - 3
        let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
        let days = 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear
        return Int32(truncatingIfNeeded: days - daysBeforeEpoch)
    }

    /// Year, month and day of the month in one go.
    ///
    /// Source: the Euclidean affine functions of Neri and Schneider, Software: Practice and Experience 53 (2023).
    var civil: (year: Int, month: Int, day: Int) {
        let quarters = 4 * UInt32(truncatingIfNeeded: Int(number) + Day.daysBeforeEpoch) + 3
        let century = quarters / 146_097
        let quartersOfCentury = quarters % 146_097 | 3
        let yearOfCentury = quartersOfCentury / 1_461
        let dayOfYear = quartersOfCentury % 1_461 / 4
        let months = 2_141 * dayOfYear + 197_913
        let month = Int(months >> 16)
        let day = Int((months & 0xFFFF) / 2_141) + 1
        let year = Int(100 * century + yearOfCentury)
        return month > 12 ? (year + 1, month - 12, day) : (year, month, day)
    }

    /// Days from 0000-03-01 to 1970-01-01.
    private static let daysBeforeEpoch = 719_468
}
