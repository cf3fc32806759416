import Database
import Dossiers
import Foyer
import Kernel
import Pages
import Vault
import Web

/// A form, step by step; what was typed is kept at each step, and files go straight into the vault.
struct FormRoutes {
    let desk: CounterDesk

    /// The largest file that any type takes, and room for the fields around it.
    private static let bodyMax = 210 << 20

    var routes: [Route] {
        [
            .get("/aanvraag/{id}", policy: .guest) { [desk] request, _ in
                let (form, type) = try await desk.form(request)
                if let dossier = form.dossier { return .see("/mijn/\(dossier)/ontvangst") }
                let filled = desk.filled(form, type)
                let shown = type.type.form.steps.filter { filled.steps.contains($0.name) }
                let next = shown.first { !form.content.passed.contains($0.name) }
                return .see("/aanvraag/\(form.id)/\(next?.name ?? "nakijken")")
            },
            .get("/aanvraag/{id}/{stap}", policy: .guest) { [desk] request, caller in
                let (form, type) = try await desk.form(request)
                if let dossier = form.dossier { return .see("/mijn/\(dossier)/ontvangst") }
                let filled = desk.filled(form, type)
                guard let step = type.type.step(try request.parameter("stap"), in: filled) else {
                    throw Problem(.notFound)
                }
                let fields = FormFields(
                    type: type.type,
                    filled: filled,
                    submission: form.content.submission,
                    showsMissing: form.content.passed.contains(step.name)
                )
                return try await desk.page(form, type.type, step, fields, request, caller)
            },
            .post("/aanvraag/{id}/{stap}", policy: .guest, bodyMax: Self.bodyMax) { [desk] request, caller in
                try await desk.take(request, caller)
            },
        ]
    }
}

extension DossierType {
    func step(_ name: String, in filled: FilledForm) -> Step? {
        form.steps.first { $0.name == name && filled.steps.contains(name) }
    }
}

/// What came in with one step.
private struct Arrival {
    var values: [String: [String]] = [:]
    var files: [String: [FileClaim]] = [:]
    var refused: [String: String] = [:]
    var version = 0
    var removes: String?
    var goesOn = true
}

extension CounterDesk {
    /// Takes a step in: keeps it, then goes on, stays with what is wrong, or shows that it is kept.
    func take(_ request: Request, _ caller: Caller) async throws -> Answer {
        let (form, type) = try await form(request)
        if let dossier = form.dossier { return .see("/mijn/\(dossier)/ontvangst") }
        guard let step = type.type.form.steps.first(where: { $0.name == (try? request.parameter("stap")) }) else {
            throw Problem(.notFound)
        }
        let arrival = try await read(request, caller, form, type.type, step)
        var content = form.content
        content.submission.take(arrival.values, arrival.files, of: step, removing: arrival.removes)
        if arrival.goesOn { content.passed.insert(step.name) }
        let (register, kept) = (register, content)
        let isSaved = try await database.write { transaction in
            try register.forms.save(form.id, kept, seen: arrival.version, in: transaction)
        }
        let filled = FilledForm(type.type, content.submission, today: register.today)
        var fields = FormFields(
            type: type.type,
            filled: filled,
            submission: content.submission,
            showsMissing: arrival.goesOn
        )
        fields.refusedFiles = arrival.refused
        guard let (current, _) = try? await self.form(request) else { throw Problem(.notFound) }
        guard isSaved else {
            return try await page(current, type.type, step, fields, request, caller, isForeign: true)
        }
        let isRight = fields.fields(of: step).allSatisfy { $0.field.error == nil }
        guard arrival.goesOn, isRight, arrival.removes == nil else {
            return try await page(current, type.type, step, fields, request, caller)
        }
        let shown = type.type.form.steps.filter { filled.steps.contains($0.name) }
        let place = shown.firstIndex { $0.name == step.name }
        let next = place.map { shown.dropFirst($0 + 1).first } ?? nil
        return .see("/aanvraag/\(form.id)/\(next?.name ?? "nakijken")")
    }

    private func read(
        _ request: Request,
        _ caller: Caller,
        _ form: FormStore.Form,
        _ type: DossierType,
        _ step: Step
    ) async throws -> Arrival {
        var arrival = Arrival()
        var isChecked = false
        for try await part in try request.parts() {
            guard let fileName = part.fileName else {
                let text = try await part.text()
                switch part.name {
                case Frame.field:
                    try frame.check(text, request, caller)
                    isChecked = true
                case "versie": arrival.version = Int(text) ?? 0
                case "doe": arrival.goesOn = text == "verder"
                case "verwijder": (arrival.removes, arrival.goesOn) = (text, false)
                default: arrival.values[part.name.replacing("-", with: "."), default: []].append(text)
                }
                continue
            }
            guard isChecked else { throw Refusal.forbidden }
            guard !fileName.isEmpty else { continue }
            let question = step.fields.first { $0.name == part.name && $0.kind == .files }
            guard let question, let kind = type.documentKinds.first(where: { $0.name == question.document }) else {
                continue
            }
            do {
                let claim = try await receive(part, named: fileName, as: kind, in: form.id)
                arrival.files[question.name, default: []].append(claim)
            } catch let error as VaultError {
                guard let sentence = error.sentence(kind) else { throw error }
                arrival.refused[question.name] = sentence
            }
        }
        guard isChecked else { throw Refusal.forbidden }
        return arrival
    }

    /// Streams a file into the vault, opened by the key of a chain.
    func receive(
        _ part: Part,
        named name: String,
        as kind: DocumentKind,
        in chain: Identifier
    ) async throws -> FileClaim {
        let allowed = Set(kind.mediaTypes.map(\.kind))
        let received = try await contents.receive(part, name: name, allowed: allowed)
        guard received.size <= Int64(kind.megabytes) * 1_000_000 else {
            throw VaultError(.tooLarge, "more than this kind of document may have")
        }
        let contents = contents
        try await database.write { transaction in
            try contents.put(received, in: chain, transaction)
            try contents.refer(received.id, transaction)
        }
        return FileClaim(
            document: received.id,
            name: FileName(name).text,
            mediaType: received.kind.mediaType,
            bytes: Int(received.size)
        )
    }
}

extension DocumentKind.MediaType {
    /// The same kind as the vault finds it in the bytes.
    var kind: MediaKind {
        switch self {
        case .pdf: .pdf
        case .jpeg: .jpeg
        case .png: .png
        case .docx: .docx
        case .xlsx: .xlsx
        case .odt: .odt
        case .csv: .csv
        }
    }
}

extension VaultError {
    /// What whoever sent a file can do about it; nil where it is our affair.
    func sentence(_ kind: DocumentKind) -> String? {
        switch code {
        case .kind:
            let words = kind.mediaTypes.map(\.word).joined(separator: ", ")
            return "Dit soort bestand kunnen we niet lezen. Gebruik \(words)."
        case .tooLarge: return "Dit bestand is te groot. Het mag hoogstens \(kind.megabytes) MB zijn."
        case .tooShort: return "Het bestand kwam niet helemaal door. Kies het opnieuw."
        default: return nil
        }
    }
}

extension Submission {
    /// Puts what came in for a step in the place of what stood there; files are added to those that are there.
    mutating func take(
        _ values: [String: [String]],
        _ files: [String: [FileClaim]],
        of step: Step,
        removing: String?
    ) {
        for field in step.fields {
            let own = { (name: String) in name == field.name || name.hasPrefix(field.name + ".") }
            self.values = self.values.filter { !own($0.key) }
            for (name, texts) in values where own(name) { self.values[name] = texts }
            if let added = files[field.name] { self.files[field.name, default: []] += added }
        }
        guard let parts = removing?.split(separator: ":").map(String.init), parts.count == 2 else { return }
        self.files[parts[0]]?.removeAll { $0.document.description == parts[1] }
        if self.files[parts[0]]?.isEmpty == true { self.files[parts[0]] = nil }
    }
}

// MARK: - The page

extension CounterDesk {
    func page(
        _ form: FormStore.Form,
        _ type: DossierType,
        _ step: Step,
        _ fields: FormFields,
        _ request: Request,
        _ caller: Caller,
        isForeign: Bool = false
    ) async throws -> Answer {
        let asked = fields.fields(of: step)
        let shown = type.form.steps.filter { fields.filled.steps.contains($0.name) }
        let place = (shown.firstIndex { $0.name == step.name } ?? 0) + 1
        var sheet = try await frame.sheet("\(step.title.nl) – \(type.title.nl)", hasForm: true, request, caller)
        let hasErrors = asked.contains { $0.field.error != nil }
        sheet.page.hasErrors = hasErrors
        sheet.page.width = .narrow
        let titles = shown.map { one in
            FormStep(
                one.title.nl,
                to: form.content.passed.contains(one.name) ? Href("/aanvraag/\(form.id)/\(one.name)") : nil
            )
        }
        sheet.page.main = [
            .errorSummary(asked.map(\.field)),
            isForeign
                ? .notice(
                    .attention,
                    "Deze aanvraag werd intussen ergens anders bewaard.",
                    "<p>Kijk na of alles nog klopt, en ga dan verder.</p>"
                ) : .empty,
            .pageHead(type.title.nl, step.title.nl),
            .steps(titles + [FormStep("Nakijken en versturen")], current: place),
        ]
        let warnings = fields.filled.warnings.filter { $0.step == step.name }
        let notices: [HTML] = warnings.map { .notice($0.blocks ? .bad : .attention, $0.sentence) }
        sheet.page.main += HTML("\(notices)")
        let controls = asked.map { fields.control($0.question, $0.field) }
        let buttons = HTML.buttons([
            .button("Verder", icon: .arrowRight, name: "doe", value: "verder"),
            .button("Bewaren en later verdergaan", .secondary, name: "doe", value: "bewaar"),
        ])
        sheet.page.main += [
            .form(
                to: Href("/aanvraag/\(form.id)/\(step.name)"),
                hidden: sheet.hidden + [(name: "versie", value: String(form.version))],
                takesFiles: true,
                HTML("\(controls)\(buttons)")
            )
        ]
        if let fee = fields.filled.fee, fee.total > .zero {
            sheet.page.main += [HTML("<p class=\"hint\">Kostprijs tot nu toe: \(fee.total.writtenEuro).</p>")]
        }
        return sheet.answer(hasErrors || isForeign ? .unprocessableContent : .ok)
    }
}
