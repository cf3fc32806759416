import Dossiers
import Foyer
import Kernel
import Pages
import Typesetting
import Vault
import Web

/// A page for each verb: fill in, see what would happen, do it.
struct VerbRoutes {
    let desk: WorkDesk

    /// The largest paper and what stands beside it.
    private static let bodyMax = 210 << 20

    var routes: [Route] {
        [
            .get("/werk/dossiers/{id}/{verb}", policy: .official) { [desk] request, caller in
                try await desk.form(request, caller)
            },
            .post("/werk/dossiers/{id}/{verb}", policy: .official, bodyMax: Self.bodyMax) { [desk] request, caller in
                try await desk.act(request, caller)
            },
        ]
    }
}

extension WorkDesk {
    /// The form, with what the link named already in it.
    fileprivate func form(_ request: Request, _ caller: Caller) async throws -> Answer {
        let turn = try await turn(request, caller)
        var input = VerbInput()
        (input.stage, input.isLinked) = (.fill, true)
        for pair in try request.query().all { input.values[pair.name, default: []].append(pair.value) }
        return try await show(turn, VerbFields(view: turn.view, kind: turn.kind, input: input, faults: [:]).preset)
    }

    /// Does what the form asks, or shows what is in the way; nothing that was typed is lost.
    fileprivate func act(_ request: Request, _ caller: Caller) async throws -> Answer {
        var turn = try await turn(request, caller)
        let (input, refused) = try await read(turn)
        guard input.stage != .fill else { return try await show(turn, input) }
        let faults = input.faults(turn.kind).merging(refused) { $1 }
        guard faults.isEmpty, let verb = input.verb(turn.kind, new: surroundings.identifier()) else {
            turn.faults = faults
            return try await show(turn, input, .unprocessableContent)
        }
        if let seen = input.seen, seen != turn.view.flow.facts.all.count {
            return try await showMeanwhile(turn, input, verb, since: seen)
        }
        do {
            let foreseen = try await register.foresee(verb, in: turn.view, input.details)
            guard input.stage == .send else { return try await show(turn, input, foreseen) }
            var details = input.details
            details.file = try await file(for: verb, input, foreseen, turn.view)
            _ = try await register.perform(
                verb,
                on: turn.view.open.id,
                details,
                by: caller.visitor,
                request: request.id
            )
            return .see("/werk/dossiers/\(turn.view.open.id)?gedaan=\(turn.kind.rawValue)")
        } catch let refusal as FlowRefusal {
            turn.refusal = refusal.sentence
            return try await show(turn, input, refusal.status)
        } catch let problem as Problem where problem.code == "changed" {
            let seen = turn.view.flow.facts.all.count
            return try await showMeanwhile(try await self.turn(request, caller), input, verb, since: seen)
        } catch let error as TypesettingError {
            turn.refusal = error.sentence
            return try await show(turn, input, .serviceUnavailable)
        } catch let error as VaultError {
            guard let sentence = error.sentence else { throw error }
            turn.refusal = sentence
            return try await show(turn, input, .unprocessableContent)
        } catch let invalid as Invalid {
            turn.refusal = invalid.faults.first?.reason ?? "Dit kan zo niet."
            return try await show(turn, input, .unprocessableContent)
        }
    }
}

// MARK: - Pages

/// A visit to the page of a verb.
struct VerbTurn {
    let request: Request
    let caller: Caller
    let view: DossierView
    let kind: Verb.Kind
    var faults: [String: String] = [:]
    var refusal: String?
    var meanwhile: [Happening] = []
}

extension WorkDesk {
    fileprivate func turn(_ request: Request, _ caller: Caller) async throws -> VerbTurn {
        let view = try await register.view(try request.identifier("id"), as: caller.visitor)
        guard let kind = Verb.Kind(rawValue: try request.parameter("verb")) else { throw Problem(.notFound) }
        return VerbTurn(request: request, caller: caller, view: view, kind: kind)
    }

    /// The form; or, where the verb cannot be done at all now, why.
    fileprivate func show(_ turn: VerbTurn, _ input: VerbInput, _ status: HTTPResponse.Status = .ok) async throws
        -> Answer
    {
        var turn = turn
        if let refusal = turn.view.flow.refusal(of: turn.kind, by: turn.view.party.actor) {
            turn.refusal = refusal.sentence
            return try await answer(turn, input, refusal.status) { $0.blocked }
        }
        let fields = VerbFields(view: turn.view, kind: turn.kind, input: input, faults: [:])
        var foreseen: Foreseen?
        if fields.isFixed, let verb = fields.preset.verb(turn.kind, new: surroundings.identifier()) {
            foreseen = try? await register.foresee(verb, in: turn.view)
        }
        let draft = try await register.writtenDraft(in: turn.view)
        return try await answer(turn, input, status) { page in
            var page = page
            (page.foreseen, page.draft) = (foreseen, draft)
            return page.form
        }
    }

    /// What would happen, before it does.
    fileprivate func show(_ turn: VerbTurn, _ input: VerbInput, _ foreseen: Foreseen) async throws -> Answer {
        try await answer(turn, input, turn.meanwhile.isEmpty ? .ok : .conflict) { page in
            var page = page
            page.foreseen = foreseen
            return page.check
        }
    }

    /// What somebody else did meanwhile beside what was filled in, so that one can choose.
    fileprivate func showMeanwhile(_ turn: VerbTurn, _ input: VerbInput, _ verb: Verb, since seen: Int) async throws
        -> Answer
    {
        var turn = turn
        turn.meanwhile = turn.view.flow.facts.all.dropFirst(max(0, seen)).map { Happening($0, in: turn.view) }
        do {
            return try await show(turn, input, try await register.foresee(verb, in: turn.view, input.details))
        } catch let refusal as FlowRefusal {
            turn.refusal = refusal.sentence
            return try await show(turn, input, .conflict)
        }
    }

    private func answer(
        _ turn: VerbTurn,
        _ input: VerbInput,
        _ status: HTTPResponse.Status,
        _ body: (VerbPage) -> HTML
    ) async throws -> Answer {
        var sheet = try await sheet(turn.view, turn.kind.title, turn.request, turn.caller)
        let number = turn.view.open.number
        sheet.page.breadcrumbs.append(NavigationItem(number, to: WorkLink.dossier(turn.view.open.id)))
        let page = VerbPage(
            view: turn.view,
            kind: turn.kind,
            input: input,
            hidden: sheet.hidden,
            faults: turn.faults,
            refusal: turn.refusal,
            meanwhile: turn.meanwhile
        )
        sheet.page.hasErrors = page.hasErrors
        // A decision is read beside the button; all else is filled in, in one column.
        if ![.approve, .refuseApproval, .decide].contains(turn.kind) { sheet.page.width = .narrow }
        sheet.page.main = body(page)
        return sheet.answer(status).showingFiles()
    }
}

extension FlowRefusal {
    /// 403 for somebody else's work, 422 for what is missing, 409 for what cannot be done now.
    var status: HTTPResponse.Status {
        switch code {
        case .notYours: .forbidden
        case .incomplete: .unprocessableContent
        case .notNow, .gate, .unknown: .conflict
        }
    }
}

extension TypesettingError {
    /// What the author can do about it.
    fileprivate var sentence: String {
        isPassing
            ? "De pdf van de beslissing kan nu niet gemaakt worden. Probeer het over enkele minuten opnieuw."
            : "De tekst is te lang voor een beslissing. Maak de motivering korter."
    }
}
