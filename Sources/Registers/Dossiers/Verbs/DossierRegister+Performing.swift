public import Access
import Database
public import Kernel
import Ledger

/// What comes with a verb besides the verb itself.
public struct VerbDetails: Sendable {
    /// The reasons of a decision, for a draft.
    public var motivation = ""
    /// The conditions of a decision, for a draft.
    public var conditions = ""
    /// A file that comes with it, and the chain whose key opens it: for a paper, or the PDF of a decision.
    public var file: (claim: FileClaim, chain: Identifier)?
    /// How many facts the one who acts had seen; nil does not ask. Who saw less than there is, is told.
    public var seen: Int?

    public init() {}
}

extension DossierRegister {
    /// Does something in a dossier, as whoever asks; throws `Problem` for what they may not, and `FlowRefusal` for what
    /// cannot be done now.
    @discardableResult
    public func perform(
        _ verb: Verb,
        on id: Identifier,
        _ details: VerbDetails = VerbDetails(),
        by visitor: Visitor,
        request: Identifier
    ) async throws -> Effect {
        try await journal.change(by: visitor.author, request: request) { change in
            try self.perform(verb, on: id, details, by: visitor, change)
        }
    }

    func perform(
        _ verb: Verb,
        on id: Identifier,
        _ details: VerbDetails,
        by visitor: Visitor,
        _ change: Change
    ) throws -> Effect {
        try change.lock([id])
        guard try ZakenStandStore.may("zaken.lezen", visitor, id, in: change.transaction),
            let dossier = try load([id], in: change.transaction).first
        else { throw Problem(.notFound) }
        if let seen = details.seen, seen != dossier.flow.facts.all.count {
            throw Problem(.conflict, code: "changed", detail: "Iemand anders veranderde dit dossier intussen.")
        }
        let party = try self.party(of: visitor, in: dossier, in: change.transaction)
        let verb = try prepared(verb, details, in: dossier, by: party, change)
        let moment = dossier.flow.facts.moment(at: change.now)
        let effect = try dossier.flow.perform(verb, by: party.actor, at: moment)
        let after = try write(effect, in: dossier, acting(party, verb, details, dossier), change)
        try relate(verb, by: visitor, in: dossier, change)
        if let letter = effect.letter { try tell(letter, about: after, reason: verb.reason ?? "", change) }
        return effect
    }

    /// A file that comes along becomes a document first, so that the fact can name it.
    private func prepared(
        _ verb: Verb,
        _ details: VerbDetails,
        in dossier: OpenDossier,
        by party: DossierParty,
        _ change: Change
    ) throws -> Verb {
        switch verb {
        case .receive(_, let kind):
            guard let file = details.file else { throw Invalid("bestand", "required", "Voeg een document toe.") }
            if let refusal = dossier.flow.refusal(of: .receive, by: party.actor) { throw refusal }
            let author = party.isApplicant ? dossier.dossier.naam : party.name
            let paper = try takePaper(
                file.claim,
                kind,
                from: file.chain,
                dossier.published,
                dossier.id,
                by: author,
                change.now,
                change
            )
            return .receive(document: paper.document, kind: kind)
        case .draft(let draft):
            guard let file = details.file else { return verb }
            if let refusal = dossier.flow.refusal(of: .draft, by: party.actor) { throw refusal }
            let paper = try takeDecision(file.claim, from: file.chain, dossier, by: party.name, change)
            return .draft(
                FormDraft(
                    id: draft.id,
                    outcome: draft.outcome,
                    text: draft.text,
                    document: paper.document,
                    digest: paper.sha256
                )
            )
        default: return verb
        }
    }

    /// The PDF of a decision, made before the transaction, as a document of the zaak.
    private func takeDecision(
        _ claim: FileClaim,
        from chain: Identifier,
        _ dossier: OpenDossier,
        by author: String,
        _ change: Change
    ) throws -> TakenPaper {
        guard let kind = dossier.published.key(.documentsoort, TypePart.letter) else { throw Problem(.failure) }
        return try neighbours.takePaper(
            NewPaper(
                zaak: dossier.id,
                content: claim.document,
                chain: chain,
                name: claim.name,
                title: "Ontwerp van beslissing",
                kind: kind,
                author: author,
                receivedOn: nil,
                confidentiality: dossier.type.confidentiality.rawValue
            ),
            change
        )
    }

    private func acting(_ party: DossierParty, _ verb: Verb, _ details: VerbDetails, _ dossier: OpenDossier)
        -> DossierActing
    {
        var acting = DossierActing(name: party.actor.name, department: party.department)
        if case .official(let roles) = party.actor.party {
            let fitting = dossier.flow.parties(for: verb.kind)
            acting.role = roles.sorted().first { fitting.contains(.role($0)) } ?? ""
        }
        switch verb {
        case .draft:
            acting.extra = [
                .init("motivering", .text(details.motivation)), .init("voorwaarden", .text(details.conditions)),
            ]
        case .takeOver(let reason): acting.extra = [.init("reden", .text(reason))]
        default: break
        }
        return acting
    }

    /// Whoever takes a dossier is tied to it, and whoever had it no longer is.
    private func relate(_ verb: Verb, by visitor: Visitor, in dossier: OpenDossier, _ change: Change) throws {
        guard verb.kind == .take || verb.kind == .takeOver, let subject = visitor.identity?.subject else { return }
        if let old = dossier.flow.handler.flatMap({ Identifier($0) }) {
            try GrantStore.remove(
                Relation(object: dossier.id, subject: old, role: .behandelaar),
                in: change.transaction
            )
        }
        try GrantStore.add(
            Relation(object: dossier.id, subject: subject, role: .behandelaar),
            in: change.transaction
        )
    }
}

// MARK: - What time brings

extension DossierRegister {
    /// Does what is due by the clock alone: advices that stayed out, reminders; answers how many dossiers it looked at.
    @discardableResult
    public func tick(limit: Int = 50) async throws -> Int {
        let today = today
        let ids = try await database.read { try StandStore.due(by: today, limit: limit, in: $0) }
        for id in ids {
            try await journal.change(by: .house, request: surroundings.identifier()) { change in
                try self.tick(id, change)
            }
        }
        return ids.count
    }

    private func tick(_ id: Identifier, _ change: Change) throws {
        try change.lock([id])
        guard var dossier = try load([id], in: change.transaction).first else { return }
        let moment = dossier.flow.facts.moment(at: change.now)
        let overdue = dossier.flow.overdue(at: moment)
        if !overdue.isEmpty {
            let effect = Effect(facts: overdue, letter: nil, forApplicant: nil, onTerm: nil)
            dossier = try write(effect, in: dossier, DossierActing(name: "belfort"), change)
        }
        for ask in dossier.flow.remindersDue {
            let details = VerbDetails()
            do {
                _ = try perform(.remind(ask: ask), on: id, details, by: .house, change)
            } catch is FlowRefusal {
                continue
            }
        }
        // Even when nothing came of it: the clock of this dossier must move on.
        guard let after = try load([id], in: change.transaction).first else { return }
        try StandStore.keep(id, after.flow, in: change.transaction)
    }
}
