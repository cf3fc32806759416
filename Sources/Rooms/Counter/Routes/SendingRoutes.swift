import Access
import Dossiers
import Foyer
import Kernel
import Pages
import Web

/// Looking through all answers once more, and sending them.
struct SendingRoutes {
    let desk: CounterDesk

    var routes: [Route] {
        [
            .get("/aanvraag/{id}/nakijken", policy: .guest) { [desk] request, caller in
                let (form, type) = try await desk.form(request)
                if let dossier = form.dossier { return .see("/mijn/\(dossier)/ontvangst") }
                return try await desk.checkPage(form, type, form.content.applicant, tried: false, request, caller)
            },
            .post("/aanvraag/{id}/nakijken", policy: .guest) { [desk] request, caller in
                try await desk.send(request, caller)
            },
        ]
    }
}

extension CounterDesk {
    func send(_ request: Request, _ caller: Caller) async throws -> Answer {
        let pairs = try await frame.form(request, caller)
        let (form, type) = try await form(request)
        if let dossier = form.dossier { return .see("/mijn/\(dossier)/ontvangst") }
        let filled = filled(form, type)
        var applicant = Applicant(filled.answers, of: type.type, known: form.content.applicant)
        if let name = try pairs.single("contactNaam"), !name.isEmpty { applicant.name = String(name.prefix(200)) }
        if let mail = try pairs.single("contactMail"), !mail.isEmpty { applicant.mail = String(mail.prefix(254)) }
        guard filled.isComplete, !applicant.name.isEmpty else {
            return try await checkPage(form, type, applicant, tried: true, request, caller)
        }
        let new = NewDossier(
            type: type,
            answers: filled.answers,
            fee: filled.fee?.total ?? .zero,
            applicant: applicant,
            subject: form.subject,
            channel: .web,
            received: surroundings.now(),
            form: form.id
        )
        let registered: Registered
        do {
            registered = try await register.takeIn(new, by: caller.visitor, request: request.id)
        } catch let problem as Problem where problem.code == "sent" {
            // A double click: the first one won, and leads to the same dossier.
            return .see("/aanvraag/\(form.id)")
        }
        let answer = Answer.see("/mijn/\(registered.dossier)/ontvangst")
        guard case .guest = caller.visitor else { return answer }
        return try await enter(registered.dossier, as: form.subject, request, answer)
    }

    func checkPage(
        _ form: FormStore.Form,
        _ type: PublishedType,
        _ known: Applicant,
        tried: Bool,
        _ request: Request,
        _ caller: Caller
    ) async throws -> Answer {
        let filled = filled(form, type)
        let applicant = Applicant(filled.answers, of: type.type, known: known)
        var sheet = try await frame.sheet("Nakijken – \(type.type.title.nl)", hasForm: true, request, caller)
        sheet.page.width = .narrow
        let hasErrors = tried && (!filled.isComplete || applicant.name.isEmpty)
        sheet.page.hasErrors = hasErrors
        sheet.page.main = [.pageHead(type.type.title.nl, "Kijk alles nog eens na")]
        if !filled.isComplete {
            let lines = filled.obstacles.map { fault in
                HTML("<li><a href=\"\(Href("/aanvraag/\(form.id)/\(fault.step)"))\">\(fault.sentence)</a></li>")
            }
            sheet.page.main += [.notice(.attention, "Er ontbreekt nog iets.", HTML("<ul>\(lines)</ul>"))]
        }
        for step in filled.summary {
            let rows = step.rows.map { row in
                SummaryRow(
                    row.question,
                    row.answer ?? "Niet ingevuld",
                    change: Href("/aanvraag/\(form.id)/\(step.name)")
                )
            }
            sheet.page.main += [.panel(step.title, .summaryList(rows))]
        }
        if let fee = filled.fee { sheet.page.main += [.panel("Wat het kost", feeList(fee))] }
        sheet.page.main += [
            .form(
                to: Href("/aanvraag/\(form.id)/nakijken"),
                hidden: sheet.hidden,
                HTML("\(contact(applicant, tried: tried))\(HTML.button("Versturen", icon: .send))")
            )
        ]
        return sheet.answer(hasErrors ? .unprocessableContent : .ok)
    }

    /// Whom to write to, where the form of the type does not ask it.
    private func contact(_ applicant: Applicant, tried: Bool) -> HTML {
        let asksName = applicant.name.isEmpty
        let asksMail = applicant.mail.isEmpty
        guard asksName || asksMail else { return .empty }
        let name = FormField(
            "contactNaam",
            "Je naam",
            error: tried && asksName ? "Vul je naam in." : nil
        )
        let mail = FormField(
            "contactMail",
            "Je e-mailadres",
            hint: "Daarmee laten we weten hoe het loopt. Zonder adres schrijven we een brief.",
            isOptional: true
        )
        return .section(
            "Hoe bereiken we je?",
            HTML(
                """
                \(HTML.textField(name, applicant.name, autocomplete: "name"), if: asksName)\
                \(HTML.textField(mail, applicant.mail, kind: .email, autocomplete: "email"), if: asksMail)
                """
            )
        )
    }
}

func feeList(_ fee: FeeStatement) -> HTML {
    let rows = fee.lines.map { line in
        SummaryRow(line.title, [line.sum.writtenEuro, line.explanation].compactMap(\.self).joined(separator: " – "))
    }
    return .summaryList(rows + [SummaryRow("Samen", fee.total.writtenEuro)])
}

extension Applicant {
    /// Who asks, as far as the answers say it: the first mail address, the first telephone number, and the name.
    init(_ answers: Answers, of type: DossierType, known: Applicant) {
        self = known
        for field in type.form.fields {
            guard let answer = answers.values[field.name] else { continue }
            switch (field.kind, answer) {
            case (.mail, .text(let text)) where mail.isEmpty: mail = text
            case (.phone, .text(let text)) where phone.isEmpty: phone = text
            case (.text, .text(let text)) where name.isEmpty && field.name.hasPrefix("naam"): name = text
            case (.address, .address(let place)) where address.isEmpty: address = place.written
            default: break
            }
        }
    }
}
