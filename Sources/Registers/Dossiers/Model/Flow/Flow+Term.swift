public import Kernel

extension Flow {
    /// How a term runs in this dossier.
    public func reckoning(_ term: Term) -> Reckoning {
        let basis = Reckoning.Basis(
            start: term.start == .receipt ? restartedOn ?? receivedOn : completeOn,
            suspensions: suspensions,
            extensions: facts.extensions(of: term.name).filter { at in facts.reopenedAt.map { at >= $0 } ?? true }
                .map(BrusselsTime.day),
            today: stoppedOn ?? today
        )
        return Reckoning(term, basis, in: calendar)
    }

    /// The term that gives the legal last day, and how it runs.
    public var legal: Reckoning? { type.terms.first.map(reckoning) }

    /// The legal last day, itself included.
    public var lastDay: Day? { legal?.lastDay }

    /// By how many days it is, or was, too late; zero if it is in time.
    public var daysLate: Int {
        guard let lastDay else { return 0 }
        return max(0, lastDay.days(to: stoppedOn ?? today))
    }

    /// The day on which the term stopped to run: it was decided or ended.
    var stoppedOn: Day? {
        (facts.firstDecisionAt ?? facts.ending?.at).map(BrusselsTime.day)
    }

    private var restartedOn: Day? { facts.reopenedAt.map(BrusselsTime.day) }

    /// The stretches in which papers were waited for, put together where they overlap.
    private var suspensions: [(from: Day, to: Day?)] {
        let since = restartedOn
        let stretches = facts.questions
            .map { (from: BrusselsTime.day(of: $0.at), to: $0.settledAt.map(BrusselsTime.day)) }
            .filter { stretch in since.map { stretch.from >= $0 } ?? true }
            .sorted { $0.from < $1.from }
        return stretches.reduce(into: []) { merged, next in
            guard let last = merged.last, last.to.map({ $0 >= next.from }) ?? true else { return merged.append(next) }
            let to = last.to.flatMap { end in next.to.map { max(end, $0) } }
            merged[merged.count - 1] = (last.from, to)
        }
    }
}
