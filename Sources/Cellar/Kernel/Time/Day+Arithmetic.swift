extension Day {
    /// The day so many days later, or earlier below zero; nil outside the years 1 to 9999.
    public func adding(days: Int) -> Day? {
        guard Day.daysMax.contains(days) else { return nil }
        return Day(number: number + Int32(truncatingIfNeeded: days))
    }

    /// The same day of the month so many months later, or the last of that month where it has no such day.
    ///
    /// 31 January and one month is the last of February. Below zero it counts back. Nil outside the years 1 to 9999.
    public func adding(months: Int) -> Day? {
        guard Day.monthsMax.contains(months) else { return nil }
        let (year, month, day) = civil
        // Months since January of year 0; a start before that would round the wrong way, so it is refused first.
        let total = year * 12 + month - 1 + months
        guard total >= 12, let length = Day.length(ofMonth: total % 12 + 1, year: total / 12) else { return nil }
        return Day(year: total / 12, month: total % 12 + 1, day: min(day, length))
    }

    /// The day a period later: first years and months together, cut to the last of the month, then weeks and days.
    ///
    /// Nil outside the years 1 to 9999, and for a period with hours, minutes or seconds: a date has no hour to count
    /// from, and to drop or round them would quietly move a term. `BrusselsTime.adding(_:to:)` counts them.
    public func adding(_ period: Period) -> Day? {
        guard !period.hasTime else { return nil }
        return adding(months: period.years * 12 + period.months)?.adding(days: period.weeks * 7 + period.days)
    }

    /// How many days from this day to the other: 1 for tomorrow, -1 for yesterday.
    public func days(to other: Day) -> Int {
        Int(other.number) - Int(number)
    }

    /// No two days lie further apart; within these limits the sums above cannot overflow.
    private static let daysMax = -3_652_058...3_652_058
    private static let monthsMax = -119_987...119_987
}
