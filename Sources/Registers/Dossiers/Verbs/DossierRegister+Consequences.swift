import Database
import Kernel
import Ledger
import Zaken

/// In whose name something is written, and as what: what process mining later reads of a step.
struct DossierActing {
    /// The pseudonym.
    var name: String
    /// The department of whoever did it; empty for applicants and the house.
    var department = ""
    /// The role of the type in which it was done; empty for the applicant.
    var role = ""
    /// What goes with a draft or a take-over besides the fact.
    var extra: [JSONValue.Member] = []
}

extension DossierRegister {
    /// Writes down what a verb brought about, and all that follows: statuses, result, decision, term, standing.
    @discardableResult
    func write(_ effect: Effect, in before: OpenDossier, _ acting: DossierActing, _ change: Change) throws
        -> OpenDossier
    {
        let phase = before.flow.phase?.name ?? ""
        for fact in effect.facts {
            if case .status = fact.content { continue }
            try keep(fact, of: before, acting, phase: phase, change)
            try follow(fact, in: before, change)
        }
        let afterFacts = before.flow.facts.adding(effect.facts)
        for fact in effect.facts {
            if case .status(let name) = fact.content { try setStatus(name, at: fact.at, of: before, change) }
        }
        guard let after = try load([before.id], in: change.transaction).first else { throw Problem(.notFound) }
        assert(after.flow.facts.all.count >= afterFacts.all.count)
        try plan(from: before.flow, to: after.flow, of: before.id, at: change.now, change)
        try keepLastDay(of: after, change)
        try StandStore.keep(after.id, after.flow, in: change.transaction)
        return after
    }

    private func keep(
        _ fact: Fact,
        of dossier: OpenDossier,
        _ acting: DossierActing,
        phase: String,
        _ change: Change
    ) throws {
        var draft = Draft<DossierEvent>()
        (draft.uuid, draft.dossier, draft.moment) = (change.identifier(), dossier.id, fact.at)
        (draft.wie, draft.soort, draft.taak) = (fact.by, fact.content.word, fact.content.task)
        draft.activiteit = dossier.type.activity(of: fact.content).shortened(to: 200)
        (draft.dienst, draft.rol, draft.fase) = (acting.department, acting.role, phase)
        let members = fact.content.members + (fact.content.hasExtra ? acting.extra : [])
        draft.inhoud = String(decoding: JSONValue.object(members).bytes, as: UTF8.self)
        try DossierRowsStore.events.add(draft.record(), to: dossier.id, as: fact.content.kind, change)
    }

    private func setStatus(_ phase: String, at moment: Instant, of dossier: OpenDossier, _ change: Change) throws {
        guard let statustype = dossier.published.key(.fase, phase) else { return }
        var draft = Draft<Status>()
        (draft.zaak, draft.statustype) = (.own(dossier.id), .own(statustype))
        draft.datumStatusGezet = moment
        let text = dossier.type.phases.first { $0.name == phase }?.publicTitle.nl ?? ""
        draft.statustoelichting = text.shortened(to: 1_000)
        _ = try StatusStore(zaken: zaken).add(draft, Self.house, change)
    }

    /// What other registers write when something happened.
    private func follow(_ fact: Fact, in dossier: OpenDossier, _ change: Change) throws {
        switch fact.content {
        case .decided(let outcome, let draft):
            try setResult(outcome, of: dossier, change)
            try decide(outcome, draft, at: fact.at, in: dossier, change)
        case .ended(let outcome, _): try setResult(outcome, of: dossier, change)
        default: break
        }
    }

    /// The result; a correction or reopening may lead to another one, and then the old one goes.
    private func setResult(_ outcome: String, of dossier: OpenDossier, _ change: Change) throws {
        guard let type = dossier.published.key(.resultaat, outcome) else { return }
        let store = ResultaatStore(zaken: zaken)
        let zaak = try ZaakStore.rows.find(dossier.id, "1 = 1", in: change.transaction).record
        if let old = zaak.resultaat?.identifier { try store.remove(old, Self.house, change) }
        var draft = Draft<Resultaat>()
        (draft.zaak, draft.resultaattype) = (.own(dossier.id), .own(type))
        draft.toelichting = (dossier.type.outcomes.first { $0.name == outcome }?.text.nl ?? "").shortened(to: 1_000)
        _ = try store.add(draft, Self.house, change)
    }

    private func decide(
        _ outcome: String,
        _ draft: Identifier?,
        at moment: Instant,
        in dossier: OpenDossier,
        _ change: Change
    ) throws {
        guard let draft, let current = dossier.flow.facts.draft?.draft, current.id == draft, let name = current.text,
            let text = dossier.type.decisions.first(where: { $0.name == name }),
            let kind = dossier.published.key(.beslissing, name)
        else { return }
        _ = try neighbours.decide(
            NewDecision(
                zaak: dossier.id,
                kind: kind,
                day: BrusselsTime.day(of: moment),
                document: current.document,
                body: text.body.nl,
                explanation: dossier.draftTexts.motivation,
                appealUntil: nil
            ),
            change
        )
    }

    /// Work that came up is planned from now on; work that is not needed any more is dropped.
    private func plan(from old: Flow, to new: Flow, of id: Identifier, at now: Instant, _ change: Change) throws {
        let before = old.facts.all.isEmpty ? [] : old.openWork
        let after = new.openWork
        for work in after where !before.contains(where: { $0.key == work.key }) {
            try note(DossiersModule.Kinds.planned, work, new, of: id, change)
        }
        for work in before where !after.contains(where: { $0.key == work.key }) && !new.isFinished(work) {
            try note(DossiersModule.Kinds.dropped, work, new, of: id, change)
        }
    }

    private func note(_ kind: EntryKind, _ work: OpenWork, _ flow: Flow, of id: Identifier, _ change: Change) throws {
        let members: [JSONValue.Member] = [
            .init("taak", .text(work.name)), .init("activiteit", .text(work.title.nl)),
            .init("dienst", .text(flow.type.department(of: work.role))), .init("rol", .text(work.role)),
            .init("tegen", work.due.map { .text($0.description) } ?? .null),
        ]
        try change.append(
            kind,
            chain: id,
            resource: change.identifier(),
            state: .zero,
            clear: JSONValue.object(members).bytes
        )
    }

    /// The legal last day as the standard has it follows the flow: suspension, extension, reopening.
    private func keepLastDay(of dossier: OpenDossier, _ change: Change) throws {
        guard dossier.zaak.uiterlijkeEinddatumAfdoening != dossier.flow.lastDay else { return }
        var draft = Draft<Zaak>()
        draft.uiterlijkeEinddatumAfdoening = .some(dossier.flow.lastDay)
        _ = try zaken.change(dossier.id, draft, .patch, Self.house, change)
    }
}

// MARK: - Messages

extension DossierRegister {
    /// Writes a letter to the applicant, keeps it in the dossier and hands it to whatever brings it to them.
    func tell(_ kind: Letter.Kind, about dossier: OpenDossier, reason: String, _ change: Change) throws {
        guard let letter = letters.letter(kind, for: dossier.type) else { return }
        let context = try self.context(of: dossier, reason: reason, in: change.transaction)
        let written = dossier.flow.write(letter, context, in: dossier.applicant.language)
        var draft = Draft<DossierMessage>()
        let id = change.identifier()
        (draft.uuid, draft.dossier, draft.moment) = (id, dossier.id, change.now)
        (draft.soort, draft.weg) = (kind.rawValue, dossier.way)
        (draft.onderwerp, draft.tekst) = (written.subject.shortened(to: 400), written.stored)
        if kind == .decision || kind == .correction {
            draft.document = .some(dossier.flow.facts.draft?.draft.document)
        }
        try DossierRowsStore.messages.add(draft.record(), to: dossier.id, change)
        let message = OutgoingMessage(
            id: id,
            dossier: dossier.id,
            way: dossier.way,
            to: dossier.applicant,
            letter: written,
            number: dossier.number
        )
        try neighbours.send(message, change)
    }
}

extension WrittenLetter {
    /// The parts as JSON, which a page shows and escapes part by part.
    var stored: String {
        let parts = parts.map { part in
            JSONValue.object([.init("soort", .text(part.kind.rawValue)), .init("tekst", .text(part.text))])
        }
        return String(decoding: JSONValue.array(parts).bytes, as: UTF8.self)
    }
}

extension OpenWork {
    fileprivate var key: String { "\(isAdvice)\u{0}\(name)" }
}

extension Flow {
    fileprivate func isFinished(_ work: OpenWork) -> Bool {
        work.isAdvice ? facts.advice(work.name) != nil : isDone(work.name)
    }
}

extension Fact.Content {
    /// Whether what goes with the verb besides the fact belongs to this one, and not to a status that follows.
    fileprivate var hasExtra: Bool {
        switch self {
        case .drafted, .taken: true
        default: false
        }
    }
}

extension DossierType {
    /// What the work is called for which a fact stands, in the words of the type; else in those of the house.
    fileprivate func activity(of content: Fact.Content) -> String {
        let name = content.task
        if let task = tasks.first(where: { $0.name == name }) { return task.title.nl }
        if let advice = advices.first(where: { $0.name == name }) { return "Advies \(advice.title.nl)" }
        let kind: WorkTask.Kind? =
            switch content {
            case .drafted: .draft
            case .approved, .sentBack: .approval
            case .decided: .decision
            case .notified: .notice
            default: nil
            }
        return kind.flatMap { kind in tasks.first { $0.kind == kind }?.title.nl } ?? content.word
    }
}
