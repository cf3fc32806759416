public import Kernel

/// How and until when one can object to what was decided.
public struct AppealState: Hashable, Sendable {
    /// The appeal of the result.
    public let appeal: Appeal
    /// The last day, itself included; none where there is no term, or nobody was told yet.
    public let lastDay: Day?

    /// What the applicant reads.
    public var sentence: String {
        let until = lastDay.map { " tot en met \($0.written(.weekday))" } ?? ""
        return "Ga je niet akkoord? Dan kun je\(until) terecht bij \(appeal.place.nl). Zo doe je dat: \(appeal.how.nl)"
    }
}

extension Flow {
    /// How and until when one can object; nil where nothing was decided, or no objection exists.
    ///
    /// The term counts from the day after the notice; its last day moves off weekends and holidays.
    public var appeal: AppealState? { outcome.flatMap(appeal) }

    /// How one could object to a result that is not decided yet.
    func appeal(_ outcome: Outcome) -> AppealState? {
        guard let appeal = outcome.appeal else { return nil }
        let told = facts.notifiedAt.map(BrusselsTime.day)
        let last = told.flatMap { day in
            appeal.within.flatMap { day.adding($0, shift: .nextWorkingDay, in: .legal) }
        }
        return AppealState(appeal: appeal, lastDay: last)
    }
}
