import Dossiers
import Foyer
import Kernel
import Pages
import Web

/// Why somebody who went on stays on the step, though nothing they filled in is wrong.
enum StepNews: Hashable {
    /// Somebody saved the form elsewhere meanwhile.
    case savedElsewhere
    /// An answer brought up a question that must be answered.
    case questions
    /// The answers together brought up something to know; going on once more is fine.
    case warnings

    /// What the answers brought up on a step; nil for nothing.
    init?(on step: Step, _ before: FilledForm, _ after: FilledForm) {
        let fresh = after.visible.subtracting(before.visible)
        if after.missing.contains(where: { $0.step == step.name && fresh.contains($0.field) }) {
            self = .questions
        } else if after.warnings.contains(where: { warning in
            warning.step == step.name && !warning.blocks && !before.warnings.contains { $0.name == warning.name }
        }) {
            self = .warnings
        } else {
            return nil
        }
    }

    var notice: HTML {
        switch self {
        case .savedElsewhere:
            .notice(
                .attention,
                "Deze aanvraag werd intussen ergens anders bewaard.",
                """
                <p>Wat je net invulde, staat hieronder en is nog niet bewaard. Bestanden die je net koos, moet je \
                opnieuw kiezen. Kijk na of alles klopt, en ga dan verder.</p>
                """
            )
        case .questions: .notice(.info, "Door je antwoorden komt er hieronder nog een vraag bij.")
        case .warnings: .notice(.info, "Lees de opmerking hieronder. Blijft alles zoals het is? Ga dan verder.")
        }
    }
}

extension CounterDesk {
    /// A step of a form.
    func stepPage(
        _ open: OpenForm,
        _ step: Step,
        _ fields: FormFields,
        _ request: Request,
        _ caller: Caller,
        news: StepNews? = nil
    ) async throws -> Answer {
        let type = open.type.type
        var fields = fields
        fields.isOwn = open.intake == nil
        let asked = fields.fields(of: step)
        let shown = type.form.steps.filter { fields.filled.steps.contains($0.name) }
        let place = (shown.firstIndex { $0.name == step.name } ?? 0) + 1
        var sheet = try await frame.sheet(
            "\(step.title.nl) – \(type.title.nl)",
            door: open.door,
            hasForm: true,
            request,
            caller
        )
        let controls = asked.map { [fields] in fields.control($0.question, $0.field) }
        let hasErrors = asked.contains { $0.field.error != nil }
        sheet.page.hasErrors = hasErrors
        sheet.page.aside = stepsAside(open, shown, place, fields.filled)
        sheet.page.main = [
            .errorSummary(asked.map(\.field)),
            news?.notice ?? .empty,
            stepText(place, of: shown.count + 1),
            .pageHead(type.title.nl, step.title.nl),
            step.intro.map { HTML("<p class=\"lead\">\($0.nl)</p>") } ?? .empty,
            looseWarnings(fields, step),
            .form(
                to: open.link(step.name),
                hidden: sheet.hidden + [(name: "versie", value: String(open.form.version))],
                isGuarded: true,
                takesFiles: true,
                HTML(
                    """
                    \(firstButton)\(controls)\(buttons)
                    """
                )
            ),
            asked.contains { $0.question.kind == .files } ? AssetRoutes.tag : .empty,
            place > 1 ? HTML("<p>\(HTML.link("Vorige stap", to: open.link(shown[place - 2].name)))</p>") : .empty,
        ]
        return sheet.answer(hasErrors || news == .savedElsewhere ? .unprocessableContent : .ok)
    }

    /// Where one is, above the title.
    func stepText(_ place: Int, of count: Int) -> HTML {
        HTML("<p class=\"steps-text\">Stap \(String(place)) van \(String(count))</p>")
    }

    /// All steps, those that were passed with a link, and what it costs so far: beside the form, below it on a phone.
    func stepsAside(_ open: OpenForm, _ shown: [Step], _ place: Int, _ filled: FilledForm) -> HTML {
        let items = shown.enumerated().map { index, step in
            let isPassed = open.form.content.passed.contains(step.name)
            if index + 1 == place {
                return HTML("<li aria-current=\"step\"><strong>\(step.title.nl)</strong></li>")
            }
            guard isPassed else { return HTML("<li>\(step.title.nl)</li>") }
            return HTML(
                "<li>\(HTML.link(step.title.nl, to: open.link(step.name)))<br>\(HTML.tag("Ingevuld", .good))</li>"
            )
        }
        let last: HTML =
            place > shown.count
            ? "<li aria-current=\"step\"><strong>Nakijken en indienen</strong></li>" : "<li>Nakijken en indienen</li>"
        let fee = place <= shown.count ? filled.fee.flatMap { $0.lines.isEmpty ? nil : $0 } : nil
        return HTML(
            """
            \(HTML.panel("Stappen", HTML("<nav aria-label=\"Stappen\"><ol>\(items)\(last)</ol></nav>"), isBoxed: true))\
            \(fee.map { HTML.panel("Kostprijs tot nu toe", feeList($0), isBoxed: true) })
            """
        )
    }

    /// What a type says about answers together, where it names no field that is asked on this page.
    private func looseWarnings(_ fields: FormFields, _ step: Step) -> HTML {
        let loose = fields.filled.warnings.filter { $0.step == step.name && $0.field == nil }
        return HTML("\(loose.map { HTML.notice($0.blocks ? .bad : .attention, $0.sentence) })")
    }

    /// What Enter presses: without it that would be the button that removes the first file.
    private var firstButton: HTML {
        """
        <button class="hidden" type="submit" name="doe" value="verder" tabindex="-1" aria-hidden="true">Verder</button>
        """
    }

    private var buttons: HTML {
        .buttons([
            .button("Opslaan en verdergaan", icon: .arrowRight, name: "doe", value: "verder"),
            .button("Later verdergaan", .secondary, name: "doe", value: "bewaar"),
        ])
    }
}

/// The lines of a fee, and their sum.
func feeList(_ fee: FeeStatement) -> HTML {
    let rows = fee.lines.map { line in
        SummaryRow(
            line.title,
            HTML(
                """
                \(line.sum.writtenEuro)\(line.explanation.map { HTML("<span class=\"meta\"><br>\($0)</span>") })
                """
            )
        )
    }
    return .summaryList(rows + [SummaryRow("Samen", HTML("<strong>\(fee.total.writtenEuro)</strong>"))])
}
