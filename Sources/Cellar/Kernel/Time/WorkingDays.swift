/// Which days count as working days: Monday to Friday, without the legal holidays and the town's closures.
public struct WorkingDays: Hashable, Sendable {
    /// The closures that count beside the legal holidays.
    public var closures: TownClosures

    /// Counts with these closures.
    public init(closures: TownClosures) {
        self.closures = closures
    }

    /// Weekends and legal holidays only.
    public static let legal = WorkingDays(closures: .none)

    /// With the usual closures of Flemish officials.
    public static let flemishOfficials = WorkingDays(closures: .flemishOfficials)

    /// The name of the holiday or closure on that day; nil on an ordinary day, be it in a weekend.
    public func closure(on day: Day) -> Text? {
        Holiday.on(day)?.name ?? closures.name(on: day)
    }

    /// Whether people work on that day.
    public func isWorkingDay(_ day: Day) -> Bool {
        day.weekday < 6 && closure(on: day) == nil
    }

    /// The day itself if people work on it, or else the first one after it on which they do.
    ///
    /// Nil if none comes within 1 000 days, as when a town closes whole years by mistake, or before the calendar ends.
    public func nextWorkingDay(onOrAfter day: Day) -> Day? {
        var candidate = day
        for _ in 0...WorkingDays.closedDaysMax {
            if isWorkingDay(candidate) { return candidate }
            guard let next = candidate.adding(days: 1) else { return nil }
            candidate = next
        }
        return nil
    }

    /// The day so many working days later; the first day does not count. Below zero it counts back.
    ///
    /// Zero gives the day itself, be it a working day or not. Nil for more than 10 000 working days (some forty years),
    /// after 1 000 closed days on end, and outside the calendar.
    public func adding(workingDays count: Int, to day: Day) -> Day? {
        guard (-WorkingDays.countMax...WorkingDays.countMax).contains(count) else { return nil }
        let step = count < 0 ? -1 : 1
        var (candidate, left, closed) = (day, abs(count), 0)
        while left > 0 {
            guard closed < WorkingDays.closedDaysMax, let next = candidate.adding(days: step) else { return nil }
            candidate = next
            if isWorkingDay(next) {
                (left, closed) = (left - 1, 0)
            } else {
                closed += 1
            }
        }
        return candidate
    }

    /// How many working days one is asked to count at most.
    public static let countMax = 10_000

    /// After how many closed days on end the search stops.
    public static let closedDaysMax = 1_000
}
