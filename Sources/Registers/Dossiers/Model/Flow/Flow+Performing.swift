public import Kernel

extension Flow {
    /// Does something: what must be written, what the applicant hears, what becomes of the term.
    ///
    /// It is judged on the day of the moment (see `Facts.moment(at:)`). Throws why it cannot be done. Nothing changes
    /// here; the register writes the facts.
    public func perform(_ verb: Verb, by actor: Actor, at instant: Instant) throws(FlowRefusal) -> Effect {
        let day = BrusselsTime.day(of: instant)
        guard day == today else { return try looking(on: day).perform(verb, by: actor, at: instant) }
        if let refusal = refusal(of: verb.kind, by: actor) { throw refusal }
        if let reason = verb.reason, reason.trimmed.isEmpty {
            throw FlowRefusal(code: .incomplete, sentence: "Schrijf een reden. Ze komt in het logboek.")
        }
        try check(verb, by: actor)
        let own = facts(of: verb, by: actor.name).map { Fact(at: instant, by: actor.name, $0) }
        let after = adding(own)
        let statuses = after.statuses(at: instant, by: actor.name)
        let end = after.adding(statuses)
        return Effect(
            facts: own + statuses,
            letter: letter(for: verb),
            forApplicant: end.sentence(after: verb, phaseChanged: !statuses.isEmpty),
            onTerm: termSentence(verb, end)
        )
    }

    /// Takes a request in: at the counter of the town, by phone, by post or over the web.
    ///
    /// `received` is the moment at which it reached the town: the term counts from there, not from the typing.
    public static func begin(
        _ type: DossierType,
        answers: Answers,
        papers: [(document: Identifier, kind: String)] = [],
        channel: DossierType.Channel,
        by actor: Actor,
        received: Instant,
        fee: Amount = .zero,
        calendar: WorkingDays = .legal
    ) throws(FlowRefusal) -> Effect {
        guard type.channels.contains(channel) else {
            throw FlowRefusal(code: .notNow, sentence: "Dit product nemen we niet aan via \(channel.rawValue).")
        }
        let facts = [Fact.Content.received(channel)] + papers.map { .paper(document: $0.document, kind: $0.kind) }
        let own = facts.map { Fact(at: received, by: actor.name, $0) }
        let day = BrusselsTime.day(of: received)
        let flow = Flow(type, answers: answers, facts: Facts(own), fee: fee, on: day, calendar: calendar)
        let statuses = flow.statuses(at: received, by: actor.name)
        let end = flow.adding(statuses)
        return Effect(
            facts: own + statuses,
            letter: .receipt,
            forApplicant: "We hebben je aanvraag goed ontvangen. \(end.toAct.forApplicant)",
            onTerm: end.legal?.lines.last?.sentence
        )
    }

    /// Statuses that are due without anybody doing something, as when an adviser stays silent.
    public func overdue(at instant: Instant) -> [Fact] { statuses(at: instant, by: "belfort") }

    /// Statuses that follow from the facts; each phase at most once.
    func statuses(at instant: Instant, by actor: String) -> [Fact] {
        var (flow, added): (Flow, [Fact]) = (self, [])
        for step in 0..<type.phases.count {
            guard let phase = flow.dueStatuses().first else { break }
            // A millisecond apart, so that their order is the order of time everywhere.
            let at = instant.adding(milliseconds: Int64(step)) ?? instant
            added.append(Fact(at: at, by: actor, .status(phase: phase.name)))
            flow = adding(added)
        }
        return added
    }
}
