import Dossiers
import Kernel
import Pages

/// The page of one verb: the form, or what would happen, or why it cannot be done now.
struct VerbPage {
    let view: DossierView
    let kind: Verb.Kind
    let input: VerbInput
    /// The fields that every form needs.
    let hidden: [(name: String, value: String)]
    var faults: [String: String] = [:]
    /// Why it was refused, in a sentence.
    var refusal: String?
    /// What somebody else did meanwhile.
    var meanwhile: [Happening] = []
    var foreseen: Foreseen?
    /// The draft that is approved, in words where it has no PDF.
    var draft: WrittenLetter?

    private var fields: VerbFields { VerbFields(view: view, kind: kind, input: input, faults: faults) }
    private var id: Identifier { view.open.id }

    var hasErrors: Bool { !faults.isEmpty || refusal != nil }

    /// Where one fills in; for a verb without anything to fill in, also what will happen.
    var form: HTML {
        let isFixed = fields.isFixed && foreseen != nil
        let button =
            isFixed
            ? HTML.button(kind.title, kind.isEnding ? .danger : .primary, name: "stap", value: "doen")
            : HTML.button("Nakijken", name: "stap", value: "nakijken")
        return [
            HTML.errorSummary(fields.all), problem, head, changes,
            HTML("\(draftToRead, if: kind == .approve || kind == .refuseApproval || kind == .decide)"),
            HTML("\(consequences, if: isFixed)"),
            wrapped([fields.html, .buttons([button, back])]),
        ]
    }

    /// What was filled in, what would happen, and the button that does it.
    var check: HTML {
        let values = VerbSummary(view: view, kind: kind, input: input)
        let buttons = HTML.buttons([
            .button(
                meanwhile.isEmpty ? kind.title : "Toch doorgaan: \(kind.title.lowercased())",
                kind.isEnding ? .danger : .primary,
                name: "stap",
                value: "doen"
            ),
            .button("Aanpassen", .secondary, name: "stap", value: "invullen"), back,
        ])
        return [
            problem, head, changes, HTML("\(HTML.panel("Wat je invulde", values.html), if: !values.rows.isEmpty)"),
            consequences, wrapped([carried, buttons]),
        ]
    }

    /// Why it cannot be done, and the way back.
    var blocked: HTML {
        [
            head,
            .notice(.attention, refusal ?? "Dit kan nu niet.", "<p>Je veranderde niets.</p>"),
            changes, HTML("\(HTML.panel("Wat je invulde", typed.html), if: !typed.rows.isEmpty)"),
            .buttons([.linkButton("Terug naar het dossier", to: WorkLink.dossier(id))]),
        ]
    }

    private var typed: VerbSummary { VerbSummary(view: view, kind: kind, input: input) }

    private var head: HTML {
        HTML(
            """
            \(HTML.pageHead("Dossier \(view.open.number) – \(view.open.type.title.nl)", kind.title))\
            <p class="lead">\(kind.purpose)</p>
            """
        )
    }

    private var problem: HTML {
        guard let refusal else { return .empty }
        return .notice(.bad, refusal, "<p>Er is niets veranderd. Wat je invulde, staat er nog.</p>")
    }

    /// What changed since the page was opened, so that one can choose.
    private var changes: HTML {
        guard !meanwhile.isEmpty else { return .empty }
        let items = meanwhile.map { HTML("<li>\($0.sentence) (\(HTML.time($0.at)))</li>") }
        return .notice(
            .attention,
            "Intussen gebeurde er iets in dit dossier",
            HTML("<ul>\(items)</ul><p>Kijk na of wat jij invulde nog klopt. Het is nog niet verstuurd.</p>")
        )
    }

    private var back: HTML { .linkButton("Annuleren", to: WorkLink.dossier(id), .secondary) }

    private func wrapped(_ content: HTML) -> HTML {
        let seen = (name: "gezien", value: String(view.flow.facts.all.count))
        return .form(
            to: WorkLink.verb(kind, in: id),
            hidden: hidden + [seen],
            isGuarded: !fields.isFixed,
            takesFiles: true,
            content
        )
    }

    /// All that was filled in goes along unseen.
    private var carried: HTML {
        let fields = fields.names.flatMap { name in
            (input.values[name] ?? []).map { HTML("<input type=\"hidden\" name=\"\(name)\" value=\"\($0)\">") }
        }
        return HTML("\(fields)\(input.file.map { VerbFields.kept($0) })")
    }
}

// MARK: - What would happen

extension VerbPage {
    private var consequences: HTML {
        guard let foreseen else { return .empty }
        let effect = foreseen.effect
        let phase = foreseen.after.phase
        var rows = [
            SummaryRow("De aanvrager leest", effect.forApplicant ?? "Niets: voor de aanvrager verandert er niets."),
            SummaryRow("Bericht", message(foreseen)),
            SummaryRow("Termijn", effect.onTerm ?? "De termijn verandert niet."),
        ]
        if phase != view.flow.phase, let phase { rows.append(SummaryRow("Nieuwe fase", phase.title.nl)) }
        rows.append(SummaryRow("Daarna aan zet", foreseen.after.toAct.forOfficial))
        let letter = foreseen.letter.map {
            HTML.panel("Het bericht, zoals het vertrekt", letterSheet($0), isBoxed: true)
        }
        let decision = foreseen.decision.map {
            HTML.panel("De beslissing, zoals ze er zal staan", letterSheet($0), isBoxed: true)
        }
        return HTML("\(HTML.panel("Wat er gebeurt", .summaryList(rows)))\(decision)\(letter)")
    }

    private func message(_ foreseen: Foreseen) -> String {
        guard let letter = foreseen.letter else { return "Er vertrekt geen bericht." }
        let way =
            switch view.open.way {
            case .mail: "Per mail naar \(view.open.applicant.mail)"
            case .brief: "Per brief"
            case .loket: "Op de pagina van het dossier"
            }
        return "\(way): \(letter.subject)"
    }

    /// The draft whose very bytes are approved.
    private var draftToRead: HTML {
        guard let draft = view.flow.facts.draft else { return .empty }
        let outcome = view.open.type.titleOfOutcome(draft.draft.outcome)
        let author = view.colleagues[draft.by]?.name ?? "een collega"
        var rows = [
            SummaryRow("Resultaat", outcome), SummaryRow("Geschreven door", author),
            SummaryRow("Op", HTML.time(draft.at)),
        ]
        let texts = view.open.draftTexts
        if !texts.motivation.isEmpty { rows.append(SummaryRow("Motivering", texts.motivation)) }
        if !texts.conditions.isEmpty { rows.append(SummaryRow("Voorwaarden", texts.conditions)) }
        if let digest = draft.draft.digest {
            rows.append(SummaryRow("Controlegetal (SHA-256)", HTML("<code>\(digest)</code>")))
        }
        let paper = draft.draft.document.flatMap { view.papers[$0] }
        let shown =
            paper.map { documentFrame($0, in: id) }
            ?? self.draft.map { HTML.panel("De tekst", letterSheet($0), isBoxed: true) }
        return HTML("\(HTML.panel("Het ontwerp", .summaryList(rows)))\(shown)")
    }
}

/// A letter or decision as text on the page.
func letterSheet(_ letter: WrittenLetter) -> HTML {
    let html = letterSheet(letter.subject, letter.parts)
    return letter.language == .nl ? html : HTML("<div lang=\"\(letter.language.rawValue)\">\(html)</div>")
}

/// The same of a letter that was kept.
func letterSheet(_ subject: String, _ parts: [WrittenLetter.Part]) -> HTML {
    var html = HTML("<p><strong>\(subject)</strong></p>")
    var points: [HTML] = []
    func flush() {
        if !points.isEmpty { html += HTML("<ul>\(points)</ul>") }
        points = []
    }
    for part in parts {
        let text = lines(part.text)
        switch part.kind {
        case .point: points.append(HTML("<li>\(text)</li>"))
        case .heading:
            flush()
            html += HTML("<h3>\(text)</h3>")
        case .paragraph:
            flush()
            html += HTML("<p>\(text)</p>")
        }
    }
    flush()
    return html
}

private func lines(_ text: String) -> HTML {
    .joined(text.split(separator: "\n", omittingEmptySubsequences: false).map { HTML("\(String($0))") }, by: "<br>")
}

/// What was filled in, in words.
struct VerbSummary {
    let view: DossierView
    let kind: Verb.Kind
    let input: VerbInput

    var html: HTML { .summaryList(rows) }

    var rows: [SummaryRow] {
        let fields = VerbFields(view: view, kind: kind, input: input, faults: [:])
        return fields.names.compactMap { name in
            let texts = (input.values[name] ?? []).filter { !$0.isEmpty }.map { written($0, name) }
            guard name != "ontwerp", name != "sha256", !texts.isEmpty else { return file(name) }
            return SummaryRow(Self.labels[name] ?? name, texts.joined(separator: "\n"))
        }
    }

    private func file(_ name: String) -> SummaryRow? {
        guard name == "bestand", let file = input.file else { return nil }
        return SummaryRow("Bestand", "\(file.name) (\(FileSize(bytes: Int64(file.bytes)).written(in: .nl)))")
    }

    private static let labels = [
        "reden": "Reden", "taak": "Taak", "soorten": "Gevraagd", "uitleg": "Uitleg", "vraag": "Vraag", "soort": "Soort",
        "document": "Stuk", "uitkomst": "Advies", "tekst": "Tekst", "resultaat": "Resultaat",
        "motivering": "Motivering", "voorwaarden": "Voorwaarden", "bedrag": "Bedrag in euro", "termijn": "Termijn",
    ]

    private func written(_ value: String, _ name: String) -> String {
        let type = view.open.type
        switch name {
        case "taak":
            return type.tasks.first { $0.name == value }?.title.nl
                ?? type.advices.first { $0.name == value }?.title.nl ?? value
        case "soorten", "soort": return type.titleOfPaper(value)
        case "uitkomst": return AdviceOutcome(rawValue: value)?.title ?? value
        case "resultaat": return type.titleOfOutcome(input.decision.outcome)
        case "termijn": return type.terms.first { $0.name == value }?.title.nl ?? value
        case "document": return Identifier(value).flatMap { view.papers[$0]?.name } ?? value
        case "vraag":
            let asked = view.flow.facts.questions.first { $0.ask.id.description == value }
            return asked?.ask.kinds.map(type.titleOfPaper).joined(separator: ", ") ?? value
        default: return value
        }
    }
}
