/// Whether the last day of a term moves when nobody works on it; a term's own law decides which.
public enum TermShift: String, CaseIterable, Hashable, Sendable {
    /// The last day stays where it falls.
    case none
    /// A last day on a Saturday, Sunday or holiday moves to the next working day.
    case nextWorkingDay

    /// The last day after this shift, in the calendar that the law means: `WorkingDays.legal` for most terms.
    ///
    /// Nil where `WorkingDays.nextWorkingDay(onOrAfter:)` is.
    public func applied(to day: Day, in calendar: WorkingDays) -> Day? {
        switch self {
        case .none: day
        case .nextWorkingDay: calendar.nextWorkingDay(onOrAfter: day)
        }
    }
}

extension Day {
    /// The day a period later (`adding(_:)`), moved by the shift. This day is day zero and does not count itself.
    public func adding(_ period: Period, shift: TermShift, in calendar: WorkingDays) -> Day? {
        adding(period).flatMap { shift.applied(to: $0, in: calendar) }
    }
}
