/// The legal time of Belgium (Europe/Brussels): one hour ahead of Greenwich, two in summer.
///
/// Since 1996: summer from the last Sunday of March to the last Sunday of October, 01:00 UTC (directive 2000/84/EC).
/// 1977 to 1995: the dates that held then, the same as in the tz database. Before 1977: one hour ahead all year, which
/// is right back to October 1946; earlier summer times, the war and Greenwich time are left out, since a town's files
/// know no hours from then. The rule stands in `summer(of:)` alone, should Europe give up changing its clocks.
///
/// At the very ends of the calendar a local time may lie outside the years 1 to 9999: it becomes the first or last one.
public enum BrusselsTime {
    /// A local date and time, as on a clock in Brussels.
    public struct Reading: Hashable, Sendable {
        /// The date.
        public let day: Day
        /// The time, from 00:00 to just under 24:00.
        public let time: TimeOfDay
    }

    /// Milliseconds by which Brussels is ahead of Greenwich: 3 600 000 or 7 200 000.
    public static func offset(at instant: Instant) -> Int64 {
        guard let summer = summer(of: instant.utc.day.year), summer.contains(instant) else { return winterOffset }
        return summerOffset
    }

    /// What calendar and clock in Brussels show at that moment.
    public static func reading(at instant: Instant) -> Reading {
        let (day, time) = Instant.split(instant.milliseconds + offset(at: instant))
        return Reading(day: day, time: TimeOfDay(unchecked: time))
    }

    /// The date in Brussels at that moment.
    public static func day(of instant: Instant) -> Day {
        reading(at: instant).day
    }

    /// The moment when clocks in Brussels show that time on that day; 24:00 is 00:00 of the next day.
    ///
    /// A time that the change to summer skips becomes the next moment there is (02:30 becomes 03:00); one that comes
    /// twice in autumn is the first.
    public static func instant(on day: Day, at time: TimeOfDay) -> Instant {
        let local = Int64(day.number) * Instant.millisecondsPerDay + Int64(time.milliseconds)
        guard let summer = summer(of: day.year) else { return Instant(milliseconds: local - winterOffset) }
        let inSummer = Instant(milliseconds: local - summerOffset)
        if summer.contains(inSummer) { return inSummer }
        let inWinter = Instant(milliseconds: local - winterOffset)
        return summer.contains(inWinter) ? summer.lowerBound : inWinter
    }

    /// The moment when the day begins, at 00:00.
    public static func start(of day: Day) -> Instant {
        instant(on: day, at: .midnight)
    }

    /// The moment when the day is over, at 24:00: the first that no longer belongs to it.
    public static func end(of day: Day) -> Instant {
        instant(on: day, at: .endOfDay)
    }

    /// The moment a period later: its years to days on the calendar at the same time of day, then its hours, minutes
    /// and seconds as time that really passes. Nil outside the years 1 to 9999.
    public static func adding(_ period: Period, to instant: Instant) -> Instant? {
        guard period.hasDate else { return instant.adding(milliseconds: period.timeMilliseconds) }
        let reading = reading(at: instant)
        let date = Period(years: period.years, months: period.months, weeks: period.weeks, days: period.days)
        guard let date, let day = reading.day.adding(date) else { return nil }
        return self.instant(on: day, at: reading.time).adding(milliseconds: period.timeMilliseconds)
    }
}

extension BrusselsTime {
    /// From when until when clocks stand in summer time; nil in a year without it.
    static func summer(of year: Int) -> Range<Instant>? {
        guard year >= 1977 else { return nil }
        let start = year <= 1980 ? sunday(upTo: 7, 4, year) : sunday(upTo: 31, 3, year)
        let end =
            switch year {
            case 1978: sunday(upTo: 1, 10, year)
            case ...1995: sunday(upTo: 30, 9, year)
            default: sunday(upTo: 31, 10, year)
            }
        return atOneUTC(start)..<atOneUTC(end)
    }

    private static let winterOffset: Int64 = 3_600_000
    private static let summerOffset: Int64 = 7_200_000

    /// The last Sunday up to a day of the month, that day included.
    private static func sunday(upTo day: Int, _ month: Int, _ year: Int) -> Day {
        let last = Day(unchecked: Day.number(year: year, month: month, day: day))
        return Day(unchecked: last.number - Int32(truncatingIfNeeded: last.weekday % 7))
    }

    private static func atOneUTC(_ day: Day) -> Instant {
        Instant(milliseconds: Int64(day.number) * Instant.millisecondsPerDay + 3_600_000)
    }
}
