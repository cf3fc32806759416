public import Kernel

/// Where a dossier stands, derived from its type, its answers and its facts on a day. Pure: it is never stored.
public struct Flow: Sendable {
    /// The type, in the version with which the dossier began.
    public let type: DossierType
    /// The answers with which it began.
    public let answers: Answers
    /// What happened.
    public let facts: Facts
    /// What the dossier costs, as it was worked out when it was sent.
    public let fee: Amount
    /// The day on which one looks.
    public let today: Day
    /// Which days are working days.
    public let calendar: WorkingDays

    /// Looks at a dossier on a day.
    public init(
        _ type: DossierType,
        answers: Answers = Answers(),
        facts: Facts,
        fee: Amount = .zero,
        on today: Day,
        calendar: WorkingDays = .legal
    ) {
        (self.type, self.answers, self.facts, self.fee) = (type, answers, facts, fee)
        (self.today, self.calendar) = (today, calendar)
    }

    /// The phase in which it is.
    public var phase: Phase? {
        current.map { type.phases[$0] } ?? type.phases.first
    }

    /// The place of the last status that the type knows; a client of the pure standard may set others.
    var current: Int? {
        facts.last { fact in
            guard case .status(let name) = fact.content else { return nil }
            return type.phases.firstIndex { $0.name == name }
        }
    }

    /// Who has the dossier.
    public var handler: String? { facts.handler }

    /// Whether it is over.
    public var isClosed: Bool { phase != nil && phase == type.phases.last }

    /// How it ended or will end, once that is decided.
    public var outcome: Outcome? {
        let name = facts.ending?.outcome ?? facts.decision?.outcome
        return type.outcomes.first { $0.name == name }
    }

    /// The day on which it came in, in Brussels.
    public var receivedOn: Day? { facts.received.map { BrusselsTime.day(of: $0.at) } }

    /// The same dossier, seen on another day.
    func looking(on day: Day) -> Flow {
        Flow(type, answers: answers, facts: facts, fee: fee, on: day, calendar: calendar)
    }

    /// The same dossier with more facts.
    func adding(_ more: [Fact]) -> Flow {
        Flow(type, answers: answers, facts: facts.adding(more), fee: fee, on: today, calendar: calendar)
    }
}
