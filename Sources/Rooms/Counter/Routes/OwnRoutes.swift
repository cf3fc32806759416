import Access
import Database
import Documenten
import Dossiers
import Foyer
import Kernel
import Ledger
import Pages
import Vault
import Web

/// One's own dossiers: the receipt, how far it is, what was said, what one can do.
struct OwnRoutes {
    let desk: CounterDesk

    var routes: [Route] {
        [
            .get("/mijn", policy: .signedIn) { [desk] request, caller in
                if case .guest(_, let object) = caller.visitor { return try await desk.ownPath(object) }
                if case .official = caller.visitor { return .see("/werk") }
                return try await desk.ownList(request, caller)
            },
            .get("/mijn/{id}", policy: .guest) { [desk] request, caller in
                try await desk.ownPage(request, caller)
            },
            .get("/mijn/{id}/ontvangst", policy: .guest) { [desk] request, caller in
                let view = try await desk.register.view(try request.identifier("id"), as: caller.visitor)
                return try await desk.receiptPage(view, request, caller, door: .mine)
            },
            .get("/mijn/{id}/bewijs", policy: .guest) { [desk] request, caller in
                try await desk.proof(request, caller)
            },
            .get("/mijn/{id}/stuk/{document}", policy: .guest) { [desk] request, caller in
                // The dossier is asked first, so that a document of another one does not open here.
                let view = try await desk.register.view(try request.identifier("id"), as: caller.visitor)
                let document = try request.identifier("document")
                guard view.papers[document] != nil else { throw Problem(.notFound) }
                return try await desk.documents.answer(document, for: caller.visitor)
            },
            .post("/mijn/{id}/stuk", policy: .guest, bodyMax: FormRoutes.bodyMax, deadline: FormRoutes.patience) {
                [desk] request, caller in
                try await desk.takePaper(request, caller)
            },
            .post("/mijn/{id}/intrekking", policy: .guest) { [desk] request, caller in
                let pairs = try await desk.frame.form(request, caller)
                let id = try request.identifier("id")
                let reason = String((try pairs.single("reden") ?? "").prefix(1_000))
                guard reason.contains(where: { !$0.isWhitespace }) else {
                    let sentence = "Schrijf waarom je je aanvraag intrekt."
                    return try await desk.ownPage(request, caller, wrongReason: sentence)
                }
                return try await desk.after(request, caller) {
                    try await desk.register.perform(
                        .withdraw(reason: reason),
                        on: id,
                        by: caller.visitor,
                        request: request.id
                    )
                }
            },
        ]
    }
}

extension DocumentReader {
    /// The bytes of a document, to be shown in the page or saved; nothing in it runs.
    func answer(_ id: Identifier, for visitor: Visitor) async throws -> Answer {
        let open = try await open(id, for: visitor)
        var answer = Answer(.ok, headers: [.contentType: open.mediaType, .cacheControl: "no-store"])
        answer.headers[.contentDisposition] = open.isShown ? FileName(open.name).inline : FileName(open.name).attachment
        answer.headers[.contentSecurityPolicy] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
        guard let content = open.content else { return answer }
        answer.body = .stream(length: Int(content.content.size)) { writer in
            for try await chunk in content.bytes { try await writer.write(chunk) }
        }
        return answer
    }
}

extension OpenDocument {
    /// Whether a browser may show it itself.
    fileprivate var isShown: Bool { ["application/pdf", "image/png", "image/jpeg"].contains(mediaType) }
}

extension CounterDesk {
    /// Where a guest has something: the form as long as it was not sent, then the dossier.
    func ownPath(_ object: Identifier) async throws -> Answer {
        let register = register
        let form = try await database.read { try register.forms.form(object, in: $0) }
        return .see(form == nil ? "/mijn/\(object)" : "/aanvraag/\(object)")
    }

    /// Does something, and shows the dossier again, with why not if it could not be done.
    func after(
        _ request: Request,
        _ caller: Caller,
        _ body: () async throws -> Effect
    ) async throws -> Answer {
        do {
            _ = try await body()
            return .see("/mijn/\(try request.identifier("id"))")
        } catch let refusal as FlowRefusal {
            return try await ownPage(request, caller, refused: refusal.sentence)
        } catch let invalid as Invalid {
            return try await ownPage(request, caller, refused: invalid.faults.first?.reason ?? "Dit kan niet.")
        }
    }

    func takePaper(_ request: Request, _ caller: Caller) async throws -> Answer {
        let id = try request.identifier("id")
        let view = try await register.view(id, as: caller.visitor)
        var (kind, isChecked): (DocumentKind?, Bool) = (nil, false)
        var details = VerbDetails()
        do {
            for try await part in try request.parts() {
                guard let name = part.fileName else {
                    let text = try await part.text()
                    if part.name == Frame.field {
                        try frame.check(text, request, caller)
                        isChecked = true
                    } else if part.name == "soort" {
                        kind = view.open.type.documentKinds.first { $0.name == text }
                    }
                    continue
                }
                guard isChecked else { throw Refusal.forbidden }
                guard let kind, !name.isEmpty, details.file == nil else { continue }
                let received = try await receive(part, named: name, as: kind)
                let contents = contents
                try await database.write { transaction in
                    try contents.put(received, in: id, transaction)
                    try contents.refer(received.id, transaction)
                }
                details.file = (FileClaim(received, named: name), id)
            }
        } catch let error as VaultError {
            guard let kind, let sentence = error.sentence(kind, name: "Het bestand") else { throw error }
            return try await ownPage(request, caller, refused: sentence)
        }
        guard isChecked else { throw Refusal.forbidden }
        guard let kind, details.file != nil else {
            return try await ownPage(request, caller, refused: "Kies een bestand.")
        }
        let given = details
        return try await after(request, caller) {
            try await register.perform(
                .receive(document: id, kind: kind.name),
                on: id,
                given,
                by: caller.visitor,
                request: request.id
            )
        }
    }

    func proof(_ request: Request, _ caller: Caller) async throws -> Answer {
        let view = try await register.view(try request.identifier("id"), as: caller.visitor)
        guard let place = view.receipt, let receipt = try await journal.receipt(of: place) else {
            throw Refusal.unavailable("Het bewijs is bijna klaar. Probeer het over een seconde opnieuw.")
        }
        var answer = Answer(.ok, headers: [.contentType: "application/octet-stream", .cacheControl: "no-store"])
        let name = FileName("bewijs-\(view.open.number).\(Receipt.fileExtension)")
        answer.headers[.contentDisposition] = name.attachment
        answer.body = .bytes(receipt.bytes)
        return answer
    }
}
