public import Kernel

extension Facts {
    /// When the request came in, and how.
    public var received: (at: Instant, channel: DossierType.Channel)? {
        first { if case .received(let channel) = $0.content { ($0.at, channel) } else { nil } }
    }

    /// When it was last opened again.
    var reopenedAt: Instant? {
        last { if case .reopened = $0.content { $0.at } else { nil } }
    }

    /// Since when the present round of deciding runs: the last correction or reopening, if there was one.
    var round: Int {
        all.lastIndex {
            switch $0.content {
            case .corrected, .reopened: true
            default: false
            }
        }.map { $0 + 1 } ?? 0
    }

    /// The facts of the present round of deciding.
    var ofRound: ArraySlice<Fact> { all[round...] }

    /// Who has the dossier.
    public var handler: String? { last { if case .taken(let handler) = $0.content { handler } else { nil } } }

    /// When a task was completed.
    func done(_ task: String) -> Instant? {
        last { if case .done(task) = $0.content { $0.at } else { nil } }
    }

    /// When a phase last began.
    func entered(_ phase: String) -> Instant? {
        last { if case .status(phase) = $0.content { $0.at } else { nil } }
    }

    /// The advice that was given, with its text.
    public func advice(_ name: String) -> (outcome: AdviceOutcome, text: String, at: Instant)? {
        last { fact in
            guard case .advised(name, let outcome, let text) = fact.content else { return nil }
            return (outcome, text, fact.at)
        }
    }

    /// The papers in the dossier, without those that were taken out.
    public var papers: [(document: Identifier, kind: String, at: Instant)] {
        let gone = Set(
            all.compactMap { if case .paperWithdrawn(let document, _) = $0.content { document } else { nil } }
        )
        return all.compactMap { fact in
            guard case .paper(let document, let kind) = fact.content, !gone.contains(document) else { return nil }
            return (document, kind, fact.at)
        }
    }

    /// The last value that the closure finds.
    func last<Found>(_ find: (Fact) -> Found?) -> Found? {
        for fact in all.reversed() { if let found = find(fact) { return found } }
        return nil
    }

    private func first<Found>(_ find: (Fact) -> Found?) -> Found? {
        for fact in all { if let found = find(fact) { return found } }
        return nil
    }
}

// MARK: - Questions

extension Facts {
    /// A question and what became of it.
    public struct Question: Hashable, Sendable {
        /// What was asked.
        public let ask: Ask
        /// When.
        public let at: Instant
        /// When the last paper came in, or the question was let go.
        public let settledAt: Instant?
        /// When the applicant was reminded of it.
        public let remindedAt: Instant?
        /// The kinds that have not come in.
        public let open: [String]
    }

    /// The questions, the oldest first.
    public var questions: [Question] {
        let papers = papers
        return all.compactMap { fact in
            guard case .asked(let ask) = fact.content else { return nil }
            return question(ask, at: fact.at, papers)
        }
    }

    private func question(_ ask: Ask, at: Instant, _ papers: [(document: Identifier, kind: String, at: Instant)])
        -> Question
    {
        let letGo = last { if case .settled(ask.id) = $0.content { $0.at } else { nil } }
        let reminded = last { if case .reminded(ask.id) = $0.content { $0.at } else { nil } }
        let arrivals = ask.kinds.map { kind in papers.first { $0.kind == kind && $0.at >= at }?.at }
        let open = zip(ask.kinds, arrivals).filter { $0.1 == nil }.map(\.0)
        let complete = open.isEmpty ? arrivals.compactMap(\.self).max() : nil
        let settled = [letGo, complete].compactMap(\.self).min()
        return Question(ask: ask, at: at, settledAt: settled, remindedAt: reminded, open: settled == nil ? open : [])
    }

    /// Questions that wait for an answer.
    public var openQuestions: [Question] { questions.filter { $0.settledAt == nil } }
}

// MARK: - Deciding

extension Facts {
    /// The draft that counts: the last of this round, unless it was sent back.
    public var draft: (draft: FormDraft, by: String, at: Instant)? {
        for fact in ofRound.reversed() {
            if case .sentBack = fact.content { return nil }
            if case .drafted(let draft) = fact.content { return (draft, fact.by, fact.at) }
        }
        return nil
    }

    /// When the draft that counts was approved.
    public var approvedAt: Instant? {
        guard let draft else { return nil }
        return ofRound.last { if case .approved(draft.draft.id) = $0.content { true } else { false } }?.at
    }

    /// When a draft was last sent back in this round.
    var sentBackAt: Instant? {
        ofRound.last { if case .sentBack = $0.content { true } else { false } }?.at
    }

    /// What was decided in this round.
    public var decision: (outcome: String, at: Instant)? {
        for fact in ofRound.reversed() {
            if case .decided(let outcome, _) = fact.content { return (outcome, fact.at) }
        }
        return nil
    }

    /// The first time that it was decided since it was last opened: a correction does not make it late.
    var firstDecisionAt: Instant? {
        let start = all.lastIndex { if case .reopened = $0.content { true } else { false } } ?? 0
        return all[start...].first { if case .decided = $0.content { true } else { false } }?.at
    }

    /// When the applicant was told of it.
    public var notifiedAt: Instant? {
        ofRound.last { if case .notified = $0.content { true } else { false } }?.at
    }

    /// How it ended without a decision.
    public var ending: (outcome: String, reason: String, at: Instant)? {
        for fact in ofRound.reversed() {
            if case .ended(let outcome, let reason) = fact.content { return (outcome, reason, fact.at) }
        }
        return nil
    }

    /// What was paid, all together.
    public var paid: Amount {
        all.reduce(.zero) { sum, fact in
            if case .paid(let amount) = fact.content { sum.adding(amount) ?? sum } else { sum }
        }
    }

    /// The days on which a term was made longer.
    func extensions(of term: String) -> [Instant] {
        all.compactMap { if case .extended(term, _) = $0.content { $0.at } else { nil } }
    }
}
