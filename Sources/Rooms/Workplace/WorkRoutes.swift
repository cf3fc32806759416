import Access
import Database
import Documenten
import Dossiers
import Foyer
import Kernel
import Vault
import Web

/// The routes of the workplace; what may be seen and done in a dossier is judged by the register.
struct WorkRoutes {
    let desk: WorkDesk

    private static let bodyMax = 210 << 20

    var routes: [Route] {
        [
            .get("/werk", policy: .official) { [desk] request, caller in try await desk.list(request, caller) },
            .get("/werk/dossiers/{id}", policy: .official) { [desk] request, caller in
                try await desk.page(request, caller)
            },
            .get("/werk/dossiers/{id}/stuk/{document}", policy: .official) { [desk] request, caller in
                // The dossier is asked first, so that a document of another one does not open here.
                let view = try await desk.register.view(try request.identifier("id"), as: caller.visitor)
                let document = try request.identifier("document")
                guard view.papers[document] != nil else { throw Problem(.notFound) }
                return try await desk.open(document, caller.visitor)
            },
            .post("/werk/dossiers/{id}/{verb}", policy: .official, bodyMax: Self.bodyMax) { [desk] request, caller in
                try await desk.perform(request, caller)
            },
        ]
    }
}

extension WorkDesk {
    func open(_ document: Identifier, _ visitor: Visitor) async throws -> Answer {
        let open = try await documents.open(document, for: visitor)
        let isShown = ["application/pdf", "image/png", "image/jpeg"].contains(open.mediaType)
        var answer = Answer(.ok, headers: [.contentType: open.mediaType, .cacheControl: "no-store"])
        answer.headers[.contentDisposition] = isShown ? FileName(open.name).inline : FileName(open.name).attachment
        answer.headers[.contentSecurityPolicy] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
        guard let content = open.content else { return answer }
        answer.body = .stream(length: Int(content.content.size)) { writer in
            for try await chunk in content.bytes { try await writer.write(chunk) }
        }
        return answer
    }

    /// Does what a form of the dossier's page asks, and shows the dossier again; what was typed is kept when it cannot.
    func perform(_ request: Request, _ caller: Caller) async throws -> Answer {
        let id = try request.identifier("id")
        guard let kind = Verb.Kind(rawValue: try request.parameter("verb")) else { throw Problem(.notFound) }
        let view = try await register.view(id, as: caller.visitor)
        let form: VerbForm
        do {
            form = try await read(kind, request, caller, view)
        } catch let error as VaultError {
            guard let sentence = error.sentence else { throw error }
            return try await page(request, caller, Refused(kind: kind, sentence: sentence, values: [:]))
        }
        guard let verb = form.verb(kind, view, new: surroundings.identifier()) else {
            let sentence = "Vul in wat er nog ontbreekt."
            return try await page(request, caller, Refused(kind: kind, sentence: sentence, values: form.values))
        }
        do {
            _ = try await register.perform(verb, on: id, form.details, by: caller.visitor, request: request.id)
            return .see("/werk/dossiers/\(id)")
        } catch let refusal as FlowRefusal {
            return try await page(request, caller, Refused(kind: kind, sentence: refusal.sentence, values: form.values))
        } catch let problem as Problem where problem.code == "changed" {
            let sentence = "Iemand anders veranderde dit dossier intussen. Kijk na wat er nieuw is en beslis opnieuw."
            return try await page(request, caller, Refused(kind: kind, sentence: sentence, values: form.values))
        } catch let invalid as Invalid {
            let sentence = invalid.faults.first?.reason ?? "Dit kan zo niet."
            return try await page(request, caller, Refused(kind: kind, sentence: sentence, values: form.values))
        }
    }

    private func read(
        _ kind: Verb.Kind,
        _ request: Request,
        _ caller: Caller,
        _ view: DossierView
    ) async throws -> VerbForm {
        var (form, isChecked) = (VerbForm(), false)
        for try await part in try request.parts() {
            guard let name = part.fileName else {
                let text = try await part.text()
                if part.name == Frame.field {
                    try frame.check(text, request, caller)
                    isChecked = true
                } else {
                    let name = String(part.name.trimmingPrefix("\(kind.rawValue)-"))
                    form.values[name, default: []].append(text)
                }
                continue
            }
            guard isChecked else { throw Refusal.forbidden }
            guard !name.isEmpty, form.details.file == nil else { continue }
            let received = try await contents.receive(
                part,
                name: name,
                allowed: [.pdf, .png, .jpeg, .docx, .xlsx, .odt]
            )
            let contents = contents
            try await database.write { transaction in
                try contents.put(received, in: view.open.id, transaction)
                try contents.refer(received.id, transaction)
            }
            let claim = FileClaim(
                document: received.id,
                name: FileName(name).text,
                mediaType: received.kind.mediaType,
                bytes: Int(received.size)
            )
            form.details.file = (claim, view.open.id)
        }
        guard isChecked else { throw Refusal.forbidden }
        form.details.motivation = form.text("motivering")
        form.details.conditions = form.text("voorwaarden")
        form.details.seen = Int(form.text("gezien"))
        return form
    }
}

/// What could not be done, why, and what was typed.
struct Refused {
    let kind: Verb.Kind
    let sentence: String
    let values: [String: [String]]
}

extension VaultError {
    /// What whoever sent a file can do about it; nil where it is our affair.
    fileprivate var sentence: String? {
        switch code {
        case .kind: "Dit soort bestand kunnen we niet lezen. Gebruik pdf, png, jpg, docx, xlsx of odt."
        case .tooLarge: "Dit bestand is te groot."
        case .tooShort: "Het bestand kwam niet helemaal door. Kies het opnieuw."
        default: nil
        }
    }
}
