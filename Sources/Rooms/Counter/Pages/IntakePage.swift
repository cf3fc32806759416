import Dossiers
import Foyer
import Kernel
import Pages
import Web

extension CounterDesk {
    /// What an official says about a request before the form: which, how it came, when, from whom.
    func intakePage(_ draft: IntakeDraft, _ request: Request, _ caller: Caller) async throws -> Answer {
        let types = try await intakeTypes().map(\.type)
        let faults = draft.wasSent ? draft.faults(types, now: surroundings.now()) : [:]
        var sheet = try await frame.sheet("Innemen", door: .desk, hasForm: true, request, caller)
        sheet.page.width = .narrow
        sheet.page.hasErrors = !faults.isEmpty
        let drafts = try await intakeDrafts(caller).map { open in
            Card(
                open.type.type.title.nl,
                "Voor \(open.form.content.applicant.name); nog niet ingediend.",
                to: Href("/werk/innemen/\("\(open.id)")"),
                icon: .pencil
            )
        }
        let fields = IntakeFields(draft: draft, faults: faults)
        sheet.page.main = [
            .errorSummary(fields.all),
            "<h1>Een aanvraag innemen</h1>",
            """
            <p class="lead">Voor wie aan de balie staat, belt of schrijft. Daarna vul je hetzelfde formulier in als de \
            inwoner, met de papieren als scan.</p>
            """,
            drafts.isEmpty ? .empty : .panel("Waaraan je begon", .cards(drafts, level: 3)),
            .form(
                to: "/werk/innemen",
                hidden: sheet.hidden,
                HTML("\(fields.html(types))\(HTML.buttons([.button("Naar het formulier", icon: .arrowRight)]))")
            ),
        ]
        return sheet.answer(faults.isEmpty ? .ok : .unprocessableContent)
    }
}

private struct IntakeFields {
    let draft: IntakeDraft
    let faults: [String: String]

    private func field(_ name: String, _ label: String, hint: String? = nil, isOptional: Bool = false) -> FormField {
        FormField(name, label, hint: hint, error: faults[name], isOptional: isOptional)
    }

    private var type: FormField { field("type", "Waarvoor is de aanvraag?") }
    private var channel: FormField { field("kanaal", "Hoe kwam ze binnen?") }
    private var day: FormField {
        field("dag", "Op welke dag kwam ze binnen?", hint: "De termijn telt vanaf die dag, niet vanaf het invoeren.")
    }
    private var name: FormField { field("naam", "Naam van de aanvrager") }
    private var mail: FormField {
        field(
            "email",
            "E-mailadres",
            hint: "Zonder e-mailadres wordt elk bericht een brief om te posten.",
            isOptional: true
        )
    }

    var all: [FormField] { [type, channel, day, name, mail] }

    func html(_ types: [DossierType]) -> HTML {
        let products = types.sorted { $0.title.nl < $1.title.nl }.map { FormChoice($0.identification, $0.title.nl) }
        let ways = IntakeDraft.channels.map { FormChoice($0.0.rawValue, $0.1) }
        return [
            .select(type, products, chosen: draft.type),
            .radios(channel, ways, chosen: draft.channel),
            .dateField(day, draft.day),
            .textField(field("uur", "Hoe laat?", hint: "Bijvoorbeeld 14:30."), draft.time, kind: .short),
            .section(
                "Wie vraagt het?",
                [
                    .textField(name, draft.name),
                    .textField(mail, draft.mail, kind: .email),
                    .textField(field("telefoon", "Telefoonnummer", isOptional: true), draft.phone, kind: .phone),
                    .textField(
                        field(
                            "postadres",
                            "Postadres",
                            hint: "Straat, nummer, postcode en gemeente.",
                            isOptional: true
                        ),
                        draft.address
                    ),
                ]
            ),
        ]
    }
}
