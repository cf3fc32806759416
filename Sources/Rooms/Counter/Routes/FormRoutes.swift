import Access
import Database
import Dossiers
import Kernel
import Pages
import Vault
import Web

/// A form, step by step, then the page where one looks through it and sends it; what was typed is kept at each step.
///
/// The same for who asks something and for who takes it in: only the beginning of the address differs.
struct FormRoutes {
    let desk: CounterDesk
    let prefix: String
    let policy: Policy

    /// All files of one post; a type may allow larger ones, and then they come one at a time by another way.
    static let bodyMax = 210 << 20
    /// A large file over a slow line; how slow a body may be is the connection's affair.
    static let patience = Route.Deadline.after(.seconds(900))

    var routes: [Route] {
        [
            get("") { try await $0.overview($1, $2, $3) },
            get("/nakijken") { try await $0.checking($1, $2, $3) },
            post("/nakijken") { try await $0.send($1, $2, $3) },
            get("/bewaard") { try await $0.keptPage($1, .asked, $2, $3) },
            get("/{stap}") { try await $0.step($1, $2, $3) },
            post("/{stap}", bodyMax: Self.bodyMax, deadline: Self.patience) { try await $0.take($1, $2, $3) },
        ]
    }

    private typealias Page = @Sendable (CounterDesk, OpenForm, Request, Caller) async throws -> Answer

    private func get(_ path: String, _ page: @escaping Page) -> Route {
        .get("\(prefix)/{id}\(path)", policy: policy, handler: handler(page))
    }

    private func post(
        _ path: String,
        bodyMax: Int? = nil,
        deadline: Route.Deadline = .usual,
        _ page: @escaping Page
    ) -> Route {
        .post("\(prefix)/{id}\(path)", policy: policy, bodyMax: bodyMax, deadline: deadline, handler: handler(page))
    }

    /// Opens the form for who may; a form that was sent leads to its receipt, whatever was asked.
    private func handler(_ page: @escaping Page) -> Route.Handler {
        { [desk, prefix] request, caller in
            guard let open = try await desk.open(request, caller, under: prefix) else {
                guard prefix == "/aanvraag" else { throw Problem(.notFound) }
                return try await desk.lostPage(request, caller)
            }
            if let dossier = open.form.dossier { return .see(open.receipt(dossier)) }
            return try await page(desk, open, request, caller)
        }
    }
}

extension CounterDesk {
    /// The first step that was not passed yet.
    fileprivate func overview(_ open: OpenForm, _ request: Request, _ caller: Caller) async throws -> Answer {
        let filled = try await filled(open, open.form.content.submission)
        let next = open.steps.first { filled.steps.contains($0.name) && !open.form.content.passed.contains($0.name) }
        return .see(open.path(next?.name ?? "nakijken"))
    }

    fileprivate func step(_ open: OpenForm, _ request: Request, _ caller: Caller) async throws -> Answer {
        let submission = open.form.content.submission
        let filled = try await filled(open, submission)
        let name = try request.parameter("stap")
        guard let step = open.steps.first(where: { $0.name == name && filled.steps.contains(name) }) else {
            throw Problem(.notFound)
        }
        let fields = FormFields(
            type: open.type.type,
            filled: filled,
            submission: submission,
            showsMissing: open.form.content.passed.contains(name)
        )
        return try await stepPage(open, step, fields, request, caller)
    }

    /// Takes a step in: keeps it, then goes on, stays with what is wrong, or shows that it is kept.
    fileprivate func take(_ open: OpenForm, _ request: Request, _ caller: Caller) async throws -> Answer {
        let name = try request.parameter("stap")
        guard let step = open.steps.first(where: { $0.name == name }) else { throw Problem(.notFound) }
        let arrival = try await read(request, caller, open, step)
        var content = open.form.content
        content.submission.take(arrival, of: step)
        if arrival.action == .goOn { content.passed.insert(name) }
        let isKept = try await keep(content, arrival, open)
        let before = try await filled(open, open.form.content.submission)
        let filled = try await filled(open, content.submission)
        var fields = FormFields(
            type: open.type.type,
            filled: filled,
            submission: content.submission,
            showsMissing: arrival.action == .goOn
        )
        fields.fresh = filled.visible.subtracting(before.visible)
        fields.refusedFiles = arrival.refused
        guard let current = try await self.open(request, caller, under: open.prefix) else { throw Problem(.notFound) }
        guard isKept else { return try await stepPage(current, step, fields, request, caller, news: .savedElsewhere) }
        let news = StepNews(on: step, before, filled)
        switch arrival.action {
        case .keep where arrival.refused.isEmpty: return .see(open.path("bewaard"))
        case .goOn where news == nil && fields.fields(of: step).allSatisfy { $0.field.error == nil }:
            let shown = open.steps.filter { filled.steps.contains($0.name) }
            let place = shown.firstIndex { $0.name == name } ?? shown.endIndex - 1
            return .see(open.path(shown.dropFirst(place + 1).first?.name ?? "nakijken"))
        case .goOn: return try await stepPage(current, step, fields, request, caller, news: news)
        default: return try await stepPage(current, step, fields, request, caller)
        }
    }

    /// Keeps what came in, files and answers in one; false, and nothing is kept, when somebody else saved meanwhile.
    private func keep(_ content: FormContent, _ arrival: Arrival, _ open: OpenForm) async throws -> Bool {
        guard content.submission.textBytes <= Arrival.textMax else {
            try await contents.removeObjects(arrival.received.map(\.content.id))
            throw Refusal.tooLarge(most: Arrival.textMax)
        }
        let removed = open.form.content.submission.claims.subtracting(content.submission.claims)
        let (register, contents, id) = (register, contents, open.id)
        let isKept = try await database.write { transaction in
            guard try register.forms.save(id, content, seen: arrival.version, in: transaction) else { return false }
            for file in arrival.received {
                try contents.put(file.content, in: id, transaction)
                try contents.refer(file.content.id, transaction)
            }
            for file in removed { try contents.destroy(file, transaction) }
            return true
        }
        try await contents.removeObjects(isKept ? Array(removed) : arrival.received.map(\.content.id))
        return isKept
    }
}

extension Submission {
    /// All files, by their content in the vault.
    var claims: Set<Identifier> { Set(files.values.flatMap { $0.map(\.document) }) }
}
