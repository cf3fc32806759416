import Access
import Database
import Dossiers
import Foyer
import Kernel
import Pages
import Web

/// A form that somebody has open, and may.
struct OpenForm: Sendable {
    let form: FormStore.Form
    let type: PublishedType
    /// Where its pages are: of the applicant, or of the official who takes it in.
    let prefix: String

    var id: Identifier { form.id }
    var steps: [Step] { type.type.form.steps }
    var intake: DeskIntake? { form.content.intake }
    /// The pseudonym of whoever asks.
    var applicant: Identifier { intake?.applicant ?? form.subject }
    var channel: DossierType.Channel { intake?.channel ?? .web }
    var door: Door { prefix.hasPrefix("/werk") ? .desk : .open }

    func link(_ page: String) -> Href { Href(checking: "\(prefix)/\(id)/\(page)") ?? Href("/aanvragen") }
    func path(_ page: String) -> String { "\(prefix)/\(id)/\(page)" }

    /// The receipt of the dossier that it became.
    func receipt(_ dossier: Identifier) -> String {
        prefix == "/aanvraag" ? "/mijn/\(dossier)/ontvangst" : "\(prefix)/\(dossier)/ontvangst"
    }
}

extension CounterDesk {
    /// Opens the form in the address for who may; nil for anybody else, and when its time is over: one answer for all.
    func open(_ request: Request, _ caller: Caller, under prefix: String) async throws -> OpenForm? {
        let (id, register) = (try request.identifier("id"), register)
        let found = try await database.read { transaction in
            try register.forms.form(id, in: transaction).map { form in
                OpenForm(form: form, type: try register.shelf.type(form.type, in: transaction), prefix: prefix)
            }
        }
        guard let found, try await may(found, caller.visitor) else { return nil }
        return found
    }

    private func may(_ open: OpenForm, _ visitor: Visitor) async throws -> Bool {
        let form = open.form
        switch visitor {
        case .guest(_, let object):
            guard open.prefix == "/aanvraag", open.intake == nil else { return false }
            if object == form.id, let dossier = form.dossier { try await move(form.id, to: dossier) }
            return object == form.id || object == form.dossier
        case .resident(let identity):
            return open.prefix == "/aanvraag" && open.intake == nil && identity.subject == form.subject
        case .official(let identity): return open.prefix != "/aanvraag" && identity.subject == form.subject
        case .anonymous, .program, .house: return false
        }
    }

    /// The guests of a draft that was sent are guests of its dossier from now on, and its links open nothing any more.
    func move(_ draft: Identifier, to dossier: Identifier) async throws {
        let (sessions, links) = (
            SessionStore(surroundings: surroundings), MailedLinkStore(surroundings: surroundings)
        )
        try await database.write { transaction in
            try sessions.move(guestsOf: draft, to: dossier, in: transaction)
            try links.end(of: draft, in: transaction)
        }
    }

    /// A form filled in so far, with what the platform found for its checks.
    ///
    /// For a request that came in at the desk it is the day on which it came that counts.
    func filled(_ open: OpenForm, _ submission: Submission) async throws -> FilledForm {
        let (type, today) = (open.type.type, open.intake.map { BrusselsTime.day(of: $0.received) } ?? register.today)
        let plain = FilledForm(type, submission, channel: open.channel, today: today)
        let checks = try await register.checks(open.type, plain.answers, by: open.applicant)
        guard !checks.isEmpty else { return plain }
        return FilledForm(type, submission, checks: checks, channel: open.channel, today: today)
    }

    /// Lets the browser hold a session as a guest of an object, in the place of the one it held.
    func enter(_ object: Identifier, as subject: Identifier, _ request: Request, _ answer: Answer) async throws
        -> Answer
    {
        let sessions = SessionStore(surroundings: surroundings)
        let start = SessionStore.Start.guest(
            Identity(subject: subject, level: .anonymous),
            of: object,
            origin: ""
        )
        let old = SessionCookie.token(of: request)
        let token = try await database.write { try sessions.start(start, insteadOf: old, in: $0) }
        return answer.signingIn(token)
    }
}
