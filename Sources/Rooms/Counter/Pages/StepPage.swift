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
        sheet.page.width = .narrow
        sheet.page.main = [
            .errorSummary(asked.map(\.field)),
            news?.notice ?? .empty,
            steps(open, shown, place),
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
                    \(firstButton)\(controls)\
                    \(feeSoFar(fields.filled))\(buttons)
                    """
                )
            ),
            place > 1 ? HTML("<p>\(HTML.link("Vorige stap", to: open.link(shown[place - 2].name)))</p>") : .empty,
        ]
        return sheet.answer(hasErrors || news == .savedElsewhere ? .unprocessableContent : .ok)
    }

    private func steps(_ open: OpenForm, _ shown: [Step], _ place: Int) -> HTML {
        let titles = shown.map { one in
            FormStep(
                one.title.nl,
                to: open.form.content.passed.contains(one.name) ? open.link(one.name) : nil
            )
        }
        return .steps(titles + [FormStep("Nakijken en indienen")], current: place)
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

    private func feeSoFar(_ filled: FilledForm) -> HTML {
        guard let fee = filled.fee, !fee.lines.isEmpty else { return .empty }
        return .details("Kostprijs tot nu toe: \(fee.total.writtenEuro)", feeList(fee))
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
