public import Kernel

/// All that happened in a dossier, in an order that does not depend on the order in which it was told.
public struct Facts: Hashable, Sendable {
    /// The facts by time; what happened in the same millisecond stands in the order in which one leads to the other.
    public let all: [Fact]

    /// Takes facts in any order; the same fact twice counts once.
    public init(_ facts: some Sequence<Fact>) {
        all = Set(facts).map { (fact: $0, key: $0.content.key) }
            .sorted { ($0.fact.at, $0.key.0, $0.key.1, $0.fact.by) < ($1.fact.at, $1.key.0, $1.key.1, $1.fact.by) }
            .map(\.fact)
    }

    /// The same with more facts.
    public func adding(_ facts: [Fact]) -> Facts { Facts(all + facts) }

    /// The moment for the next verb: now, or just after the last fact where the clock stands still or jumped back.
    public func moment(at now: Instant) -> Instant {
        guard let last = all.last?.at, now <= last else { return now }
        return last.adding(milliseconds: 1) ?? now
    }
}

extension Fact.Content {
    /// The order within one moment, then something that tells equal ranks apart.
    var key: (Int, String) {
        switch self {
        case .received(let channel): (0, channel.rawValue)
        case .corrected(let reason): (1, reason)
        case .reopened(let reason): (2, reason)
        case .taken(let handler): (3, handler)
        case .paper(let document, let kind): (4, "\(document) \(kind)")
        case .paperWithdrawn(let document, let reason): (5, "\(document) \(reason)")
        case .settled(let ask): (6, "\(ask)")
        case .started(let task): (7, task)
        case .advised(let advice, let outcome, let text): (8, "\(advice) \(outcome.rawValue) \(text)")
        case .drafted(let draft): (9, "\(draft.id)")
        case .sentBack(let draft, let reason): (10, "\(draft) \(reason)")
        case .approved(let draft): (11, "\(draft)")
        case .done(let task): (12, task)
        case .paid(let amount): (13, "\(amount)")
        case .extended(let term, let reason): (14, "\(term) \(reason)")
        case .decided(let outcome, let draft): (15, "\(outcome) \(draft.map { "\($0)" } ?? "")")
        case .notified: (16, "")
        case .ended(let outcome, let reason): (17, "\(outcome) \(reason)")
        case .status(let phase): (18, phase)
        case .asked(let ask): (19, "\(ask.id)")
        case .reminded(let ask): (20, "\(ask)")
        }
    }
}
