public import Kernel

extension Flow {
    /// Does something: what must be written, what the applicant hears, what becomes of the term.
    ///
    /// Throws why it cannot be done. Nothing changes here; the register writes the facts.
    public func perform(_ verb: Verb, by actor: Actor, at instant: Instant) throws(Refusal) -> Effect {
        if let refusal = refusal(of: verb.kind, by: actor) { throw refusal }
        if let reason = verb.reason, reason.trimmed.isEmpty {
            throw Refusal(code: .incomplete, sentence: "Schrijf een reden. Ze komt in het logboek.")
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
    ) throws(Refusal) -> Effect {
        guard type.channels.contains(channel) else {
            throw Refusal(code: .notNow, sentence: "Dit product nemen we niet aan via \(channel.rawValue).")
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
    private func statuses(at instant: Instant, by actor: String) -> [Fact] {
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

// MARK: - What comes with a verb

extension Flow {
    private func check(_ verb: Verb, by actor: Actor) throws(Refusal) {
        switch verb {
        case .start(let name), .finish(let name): try checkTask(name, by: actor, isFinished: verb.kind == .finish)
        case .ask(_, let kinds, _): try checkKinds(kinds)
        case .receive(_, let kind): try checkKinds([kind])
        case .settle(let ask), .remind(let ask):
            try known(facts.openQuestions.contains { $0.ask.id == ask }, "Deze vraag")
        case .withdrawPaper(let document, _):
            try known(facts.papers.contains { $0.document == document }, "Dit stuk")
        case .advise(let name, _, let text): try checkAdvice(name, text, by: actor)
        case .draft(let draft): try checkDraft(draft)
        case .approve(let id, let digest): try checkApproval(id, digest)
        case .refuseApproval(let id, _): try known(facts.draft?.draft.id == id, "Dit ontwerp")
        case .decide(let name): try checkDecision(name)
        case .extend(let name, _):
            try known(type.terms.contains { $0.name == name && canExtend($0) }, "Deze termijn")
        case .pay(let amount) where amount <= .zero:
            throw Refusal(code: .incomplete, sentence: "Vul een bedrag boven nul in.")
        default: break
        }
    }

    private func known(_ exists: Bool, _ what: String) throws(Refusal) {
        guard exists else { throw Refusal(code: .unknown, sentence: "\(what) vinden we hier niet (meer).") }
    }

    private func checkTask(_ name: String, by actor: Actor, isFinished: Bool) throws(Refusal) {
        guard let task = task(name), task.hasButton, openWork.contains(where: { $0.name == name && !$0.isAdvice })
        else {
            throw Refusal(code: .unknown, sentence: "Deze taak staat niet open.")
        }
        if case .official(let roles) = actor.party, !roles.contains(task.role) {
            throw Refusal(code: .notYours, sentence: "Deze taak is voor \(titleOfRole(task.role).lowercasedFirst).")
        }
        if isFinished, let obstacle = obstacle(to: task) { throw Refusal(code: .gate, sentence: obstacle) }
    }

    private func checkKinds(_ kinds: [String]) throws(Refusal) {
        guard !kinds.isEmpty else { throw Refusal(code: .incomplete, sentence: "Kies minstens een stuk.") }
        for kind in kinds { try known(type.documentKinds.contains { $0.name == kind }, "De documentsoort '\(kind)'") }
    }

    private func checkAdvice(_ name: String, _ text: String, by actor: Actor) throws(Refusal) {
        guard let work = openWork.first(where: { $0.name == name && $0.isAdvice }) else {
            throw Refusal(code: .unknown, sentence: "Dit advies wordt nu niet gevraagd.")
        }
        if case .official(let roles) = actor.party, !roles.contains(work.role) {
            throw Refusal(code: .notYours, sentence: "Dit advies is voor \(titleOfRole(work.role).lowercasedFirst).")
        }
        guard !text.trimmed.isEmpty else { throw Refusal(code: .incomplete, sentence: "Schrijf je advies.") }
    }

    private func checkDraft(_ draft: Draft) throws(Refusal) {
        guard let outcome = type.outcomes.first(where: { $0.name == draft.outcome }), outcome.meaning.isDecided else {
            throw Refusal(code: .unknown, sentence: "Dit resultaat vinden we hier niet.")
        }
        if let name = draft.text {
            let text = type.decisions.first { $0.name == name }
            guard let text, text.outcomes.contains(outcome.name) else {
                throw Refusal(code: .unknown, sentence: "Deze tekst past niet bij '\(outcome.title.nl)'.")
            }
            if text.isPDF, draft.document == nil || draft.digest == nil {
                throw Refusal(code: .incomplete, sentence: "De pdf van de beslissing ontbreekt nog.")
            }
        }
    }

    private func checkApproval(_ id: Identifier, _ digest: String?) throws(Refusal) {
        guard let draft = facts.draft?.draft, draft.id == id else {
            throw Refusal(code: .unknown, sentence: "Er is intussen een ander ontwerp. Lees dat eerst.")
        }
        guard draft.digest == digest else {
            throw Refusal(code: .notNow, sentence: "Dit zijn niet de bytes van het ontwerp. Open het opnieuw.")
        }
    }

    private func checkDecision(_ name: String) throws(Refusal) {
        guard let outcome = type.outcomes.first(where: { $0.name == name }), outcome.meaning.isDecided else {
            throw Refusal(code: .unknown, sentence: "Dit resultaat vinden we hier niet.")
        }
        guard outcome.needsDecision else { return }
        guard let draft = facts.draft?.draft else {
            throw Refusal(code: .notNow, sentence: "Er is nog geen ontwerp van beslissing.")
        }
        guard draft.outcome == name else {
            throw Refusal(code: .notNow, sentence: "Het ontwerp leidt tot een ander resultaat. Pas het ontwerp aan.")
        }
    }

    private func facts(of verb: Verb, by name: String) -> [Fact.Content] {
        switch verb {
        case .take, .takeOver: [.taken(handler: name)]
        case .start(let task): [.started(task: task)]
        case .finish(let task): [.done(task: task)]
        case .ask(let id, let kinds, let text):
            [.asked(Ask(id: id, kinds: kinds, explanation: text, answerBy: answerDay))]
        case .settle(let ask): [.settled(ask: ask)]
        case .remind(let ask): [.reminded(ask: ask)]
        case .receive(let document, let kind): [.paper(document: document, kind: kind)]
        case .withdrawPaper(let document, let reason): [.paperWithdrawn(document: document, reason: reason)]
        case .advise(let name, let outcome, let text): [.advised(advice: name, outcome, text: text)]
        case .draft(let draft): [.drafted(draft)]
        case .approve(let id, _): [.approved(draft: id)]
        case .refuseApproval(let id, let reason): [.sentBack(draft: id, reason: reason)]
        case .decide(let outcome): [.decided(outcome: outcome, draft: facts.draft?.draft.id)]
        case .notify: [.notified]
        case .pay(let amount): [.paid(amount)]
        case .extend(let term, let reason): [.extended(term: term, reason: reason)]
        case .withdraw(let reason): ended(.withdrawn, reason)
        case .inadmissible(let reason): ended(.inadmissible, reason)
        case .stop(let reason): ended(.stopped, reason)
        case .correct(let reason): [.corrected(reason: reason)] + backToDeciding
        case .reopen(let reason): [.reopened(reason: reason)] + backToDeciding
        }
    }

    private func ended(_ meaning: Outcome.Meaning, _ reason: String) -> [Fact.Content] {
        type.outcomes.first { $0.meaning == meaning }.map { [.ended(outcome: $0.name, reason: reason)] } ?? []
    }

    /// Back to the phase in which decisions are written, or the last one before the end.
    private var backToDeciding: [Fact.Content] {
        let task = type.tasks.first { $0.kind == .draft } ?? type.tasks.first { $0.kind == .decision }
        let phase = task?.phase ?? type.phases.dropLast().last { holds($0.when) }?.name
        return phase.map { [.status(phase: $0)] } ?? []
    }

    /// The last day to answer a question of today; one on which nobody works moves.
    private var answerDay: Day {
        today.adding(type.missingPaper.answer, shift: .nextWorkingDay, in: calendar) ?? today
    }
}
