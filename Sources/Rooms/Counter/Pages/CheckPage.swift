import Dossiers
import Foyer
import Kernel
import Pages
import Web

extension CounterDesk {
    /// All answers, what it costs, how to reach the applicant, and the button that sends it.
    func checkPage(
        _ open: OpenForm,
        _ filled: FilledForm,
        _ contact: Contact,
        _ request: Request,
        _ caller: Caller
    ) async throws -> Answer {
        let type = open.type.type
        let wasSent = contact.typed != nil
        let hasErrors = wasSent && !(filled.isComplete && contact.isRight)
        var sheet = try await frame.sheet(
            "Nakijken – \(type.title.nl)",
            door: open.door,
            hasForm: true,
            request,
            caller
        )
        sheet.page.hasErrors = hasErrors
        let shown = type.form.steps.filter { filled.steps.contains($0.name) }
        sheet.page.aside = stepsAside(open, shown, shown.count + 1, filled)
        sheet.page.main = [
            .errorSummary(contact.fields),
            stepText(shown.count + 1, of: shown.count + 1),
            .pageHead(type.title.nl, "Kijk alles nog eens na"),
            obstacles(open, filled, wasSent),
            warnings(filled),
            HTML("\(filled.summary.map { summary($0, open) })"),
            filled.fee.map { .panel("Wat het kost", HTML("\(feeList($0))\(due($0))")) } ?? .empty,
            .form(
                to: open.link("nakijken"),
                hidden: sheet.hidden,
                HTML(
                    """
                    \(contact.section)<p>\(open.intake == nil ? Self.signing : Self.deskSigning)</p>\
                    \(HTML.buttons([.button("Indienen", icon: .send)]))
                    """
                )
            ),
            shown.last.map { HTML("<p>\(HTML.link("Vorige stap", to: open.link($0.name)))</p>") } ?? .empty,
        ]
        return sheet.answer(hasErrors ? .unprocessableContent : .ok)
    }

    private static let signing = """
        Met ‘Indienen’ bezorg je ons deze aanvraag. Je krijgt meteen een ontvangstbewijs met een dossiernummer.
        """
    private static let deskSigning = """
        Met ‘Indienen’ is de aanvraag ontvangen op het moment dat je opgaf. De aanvrager krijgt een ontvangstbewijs.
        """

    private func obstacles(_ open: OpenForm, _ filled: FilledForm, _ wasSent: Bool) -> HTML {
        guard !filled.isComplete else { return .empty }
        let lines = filled.obstacles.map { fault in
            HTML("<li><a href=\"\(open.link(fault.step))\">\(fault.sentence)</a></li>")
        }
        return .notice(
            wasSent ? .bad : .attention,
            lines.count == 1 ? "Er ontbreekt nog iets" : "Er ontbreken nog \(lines.count) antwoorden",
            HTML("<ul>\(lines)</ul>")
        )
    }

    /// What to know before sending; what holds the form back stands among what is missing.
    private func warnings(_ filled: FilledForm) -> HTML {
        HTML("\(filled.warnings.filter { !$0.blocks }.map { HTML.notice(.attention, $0.sentence) })")
    }

    private func summary(_ step: FilledForm.SummaryStep, _ open: OpenForm) -> HTML {
        let rows = step.rows.map { SummaryRow($0.question, answer($0), change: open.link(step.name)) }
        return .panel(step.title, .summaryList(rows))
    }

    private func answer(_ row: FilledForm.SummaryRow) -> HTML {
        guard let answer = row.answer else { return "<span class=\"meta\">Niet ingevuld</span>" }
        // The lines of a longer text stay lines.
        return .joined(answer.split(separator: "\n").map { HTML("\(String($0))") }, by: "<br>")
    }

    private func due(_ fee: FeeStatement) -> HTML {
        switch fee.due {
        case .beforeWork: "<p>Je betaalt dit voor we je aanvraag behandelen. We sturen je hoe.</p>"
        case .withDecision: "<p>Je betaalt dit pas na onze beslissing. De rekening komt apart.</p>"
        case .afterwards: "<p>Je betaalt dit achteraf. De rekening komt apart.</p>"
        }
    }
}
