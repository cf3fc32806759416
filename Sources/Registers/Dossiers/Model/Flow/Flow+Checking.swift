import Kernel

extension Flow {
    func check(_ verb: Verb, by actor: Actor) throws(FlowRefusal) {
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
            throw FlowRefusal(code: .incomplete, sentence: "Vul een bedrag boven nul in.")
        default: break
        }
    }

    func known(_ exists: Bool, _ what: String) throws(FlowRefusal) {
        guard exists else { throw FlowRefusal(code: .unknown, sentence: "\(what) vinden we hier niet (meer).") }
    }

    func checkTask(_ name: String, by actor: Actor, isFinished: Bool) throws(FlowRefusal) {
        guard let task = task(name), task.hasButton, openWork.contains(where: { $0.name == name && !$0.isAdvice })
        else {
            throw FlowRefusal(code: .unknown, sentence: "Deze taak staat niet open.")
        }
        if case .official(let roles) = actor.party, !roles.contains(task.role) {
            throw FlowRefusal(code: .notYours, sentence: "Deze taak is voor \(titleOfRole(task.role).lowercasedFirst).")
        }
        if isFinished, let obstacle = obstacle(to: task) { throw FlowRefusal(code: .gate, sentence: obstacle) }
    }

    func checkKinds(_ kinds: [String]) throws(FlowRefusal) {
        guard !kinds.isEmpty else { throw FlowRefusal(code: .incomplete, sentence: "Kies minstens een stuk.") }
        for kind in kinds { try known(type.documentKinds.contains { $0.name == kind }, "De documentsoort '\(kind)'") }
    }

    func checkAdvice(_ name: String, _ text: String, by actor: Actor) throws(FlowRefusal) {
        guard let work = openWork.first(where: { $0.name == name && $0.isAdvice }) else {
            throw FlowRefusal(code: .unknown, sentence: "Dit advies wordt nu niet gevraagd.")
        }
        if case .official(let roles) = actor.party, !roles.contains(work.role) {
            throw FlowRefusal(
                code: .notYours,
                sentence: "Dit advies is voor \(titleOfRole(work.role).lowercasedFirst)."
            )
        }
        guard !text.trimmed.isEmpty else { throw FlowRefusal(code: .incomplete, sentence: "Schrijf je advies.") }
    }

    func checkDraft(_ draft: FormDraft) throws(FlowRefusal) {
        guard let outcome = type.outcomes.first(where: { $0.name == draft.outcome }), outcome.meaning.isDecided else {
            throw FlowRefusal(code: .unknown, sentence: "Dit resultaat vinden we hier niet.")
        }
        if let name = draft.text {
            let text = type.decisions.first { $0.name == name }
            guard let text, text.outcomes.contains(outcome.name) else {
                throw FlowRefusal(code: .unknown, sentence: "Deze tekst past niet bij '\(outcome.title.nl)'.")
            }
            if text.isPDF, draft.document == nil || draft.digest == nil {
                throw FlowRefusal(code: .incomplete, sentence: "De pdf van de beslissing ontbreekt nog.")
            }
        }
    }

    func checkApproval(_ id: Identifier, _ digest: String?) throws(FlowRefusal) {
        guard let draft = facts.draft?.draft, draft.id == id else {
            throw FlowRefusal(code: .unknown, sentence: "Er is intussen een ander ontwerp. Lees dat eerst.")
        }
        guard draft.digest == digest else {
            throw FlowRefusal(code: .notNow, sentence: "Dit zijn niet de bytes van het ontwerp. Open het opnieuw.")
        }
    }

    func checkDecision(_ name: String) throws(FlowRefusal) {
        guard let outcome = type.outcomes.first(where: { $0.name == name }), outcome.meaning.isDecided else {
            throw FlowRefusal(code: .unknown, sentence: "Dit resultaat vinden we hier niet.")
        }
        guard outcome.needsDecision else { return }
        guard let draft = facts.draft?.draft else {
            throw FlowRefusal(code: .notNow, sentence: "Er is nog geen ontwerp van beslissing.")
        }
        guard draft.outcome == name else {
            throw FlowRefusal(
                code: .notNow,
                sentence: "Het ontwerp leidt tot een ander resultaat. Pas het ontwerp aan."
            )
        }
    }

    func facts(of verb: Verb, by name: String) -> [Fact.Content] {
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

    func ended(_ meaning: Outcome.Meaning, _ reason: String) -> [Fact.Content] {
        type.outcomes.first { $0.meaning == meaning }.map { [.ended(outcome: $0.name, reason: reason)] } ?? []
    }

    /// Back to the phase in which decisions are written.
    var backToDeciding: [Fact.Content] { type.decidingPhase.map { [.status(phase: $0)] } ?? [] }

    /// The last day to answer a question of today; one on which nobody works moves.
    var answerDay: Day {
        today.adding(type.missingPaper.answer, shift: .nextWorkingDay, in: calendar) ?? today
    }
}

extension DossierType {
    /// The phase in which decisions are written or taken, or else the last one before the end.
    var decidingPhase: String? {
        let task = tasks.first { $0.kind == .draft } ?? tasks.first { $0.kind == .decision }
        return task?.phase ?? phases.dropLast().last?.name
    }
}
