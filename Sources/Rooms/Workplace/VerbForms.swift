import Dossiers
import Kernel
import Pages

/// A form for each verb that the visitor can do now, and why not for the others that are theirs.
struct VerbForms {
    let view: DossierView
    let hidden: [(name: String, value: String)]
    let refused: Refused?

    var all: HTML {
        let forms = view.allowed.map(form)
        let waiting = view.flow.verbs.filter { state in
            guard case .official(let roles) = view.party.actor.party, !view.allowed.contains(state.kind) else {
                return false
            }
            return roles.contains { state.parties.contains(.role($0)) } && state.obstacle != nil
        }
        let reasons = waiting.map { HTML("<li>\($0.kind.title): \($0.obstacle ?? "")</li>") }
        let why = HTML("<details><summary>Wat nu niet kan, en waarom</summary><ul>\(reasons)</ul></details>")
        let none: HTML = "<p>Je kunt hier nu niets doen.</p>"
        return HTML("\(forms)\(none, if: forms.isEmpty)\(why, if: !reasons.isEmpty)")
    }

    private func form(_ kind: Verb.Kind) -> HTML {
        let isRefused = refused?.kind == kind
        let seen = (name: "gezien", value: String(view.flow.facts.all.count))
        let button = HTML.button(kind.title, kind.isEnding ? .danger : .primary)
        let form = HTML.form(
            to: Href("/werk/dossiers/\(view.open.id)/\(kind.rawValue)"),
            hidden: hidden + [seen],
            takesFiles: true,
            HTML("\(fields(kind))\(button)")
        )
        return HTML("<details\(flag: "open", if: isRefused)><summary>\(kind.title)</summary>\(form)</details>")
    }

    private func typed(_ name: String, _ kind: Verb.Kind) -> String {
        refused?.kind == kind ? refused?.values[name]?.first ?? "" : ""
    }

    private func reason(_ kind: Verb.Kind, _ label: String) -> HTML {
        .textArea(field("reden", label, kind), typed("reden", kind), rows: 3)
    }

    /// The name holds the verb too, so that no two fields of the page have the same anchor.
    private func field(_ name: String, _ label: String, _ kind: Verb.Kind, hint: String? = nil, optional: Bool = false)
        -> FormField
    {
        FormField("\(kind.rawValue)-\(name)", label, hint: hint, isOptional: optional)
    }

    private func fields(_ kind: Verb.Kind) -> HTML {
        switch kind {
        case .take, .notify: return consequence(kind)
        case .start, .finish: return tasks(kind)
        case .ask: return ask
        case .settle, .remind: return questions(kind)
        case .receive: return receive
        case .withdrawPaper: return HTML("\(papers)\(reason(kind, "Waarom hoort dit document hier niet?"))")
        case .advise: return advise
        case .draft: return draft
        case .approve: return approve
        case .refuseApproval: return HTML("\(draftFields)\(reason(kind, "Wat moet er anders?"))")
        case .decide: return outcomes(kind)
        case .pay:
            return .textField(
                field("bedrag", "Ontvangen bedrag", kind),
                typed("bedrag", kind),
                kind: .decimal,
                unit: "euro"
            )
        case .extend: return HTML("\(terms)\(reason(kind, "Waarom is er meer tijd nodig?"))")
        case .takeOver, .withdraw, .inadmissible, .stop, .correct, .reopen:
            return reason(kind, "Reden, die ook de aanvrager leest")
        }
    }

    private func consequence(_ kind: Verb.Kind) -> HTML {
        kind == .take
            ? "<p>Vanaf dan is het jouw dossier. De aanvrager leest dat iemand het behandelt.</p>"
            : "<p>De aanvrager krijgt de beslissing, hoe die ertegen op kan komen en tot wanneer.</p>"
    }

    private func tasks(_ kind: Verb.Kind) -> HTML {
        let open = view.flow.openWork.filter { !$0.isAdvice && $0.waitsFor == nil }
        return .radios(
            field("taak", "Welke taak?", kind),
            open.map { FormChoice($0.name, $0.title.nl) },
            chosen: open.first?.name
        )
    }

    private var ask: HTML {
        let kinds = view.open.type.documentKinds.map { FormChoice($0.name, $0.title.nl) }
        let chosen = Set(refused?.values["soorten"] ?? [])
        let what = HTML.checkboxes(field("soorten", "Wat ontbreekt er?", .ask), kinds, chosen: chosen)
        let explained = field("uitleg", "Wat moet de aanvrager erover weten?", .ask)
        return HTML(
            """
            \(what)\(HTML.textArea(explained, typed("uitleg", .ask), rows: 3))\
            <p class="hint">De aanvrager krijgt een brief. Staat de termijn volgens dit dossiertype stil, dan loopt \
            ze weer als alles er is.</p>
            """
        )
    }

    private func questions(_ kind: Verb.Kind) -> HTML {
        let open = view.flow.facts.openQuestions
        let choices = open.map { question in
            FormChoice(question.ask.id.description, "Gevraagd op \(BrusselsTime.day(of: question.at).written())")
        }
        return .radios(field("vraag", "Welke vraag?", kind), choices, chosen: open.first?.ask.id.description)
    }

    private var receive: HTML {
        let kinds = view.open.type.documentKinds.map { FormChoice($0.name, $0.title.nl) }
        return HTML(
            """
            \(HTML.select(field("soort", "Wat is het?", .receive), kinds, chosen: typed("soort", .receive)))\
            \(HTML.fileField(
                field("bestand", "Het document", .receive),
                accept: "application/pdf,image/png,image/jpeg",
                kinds: "pdf, png, jpg, docx, xlsx, odt",
                limit: FileSize(bytes: 200_000_000)
            ))
            """
        )
    }

    private var papers: HTML {
        let shown = view.flow.facts.papers.compactMap { paper in
            view.papers[paper.document].map { FormChoice(paper.document.description, $0.name) }
        }
        return .radios(field("document", "Welk document?", .withdrawPaper), shown)
    }

    private var advise: HTML {
        let open = view.flow.openWork.filter(\.isAdvice)
        let choices = open.map { FormChoice($0.name, $0.title.nl) }
        let outcomes = AdviceOutcome.allCases.map { FormChoice($0.rawValue, $0.rawValue) }
        return HTML(
            """
            \(HTML.radios(field("taak", "Welk advies?", .advise), choices, chosen: open.first?.name))\
            \(HTML.radios(field("uitkomst", "Je advies", .advise), outcomes, chosen: typed("uitkomst", .advise)))\
            \(HTML.textArea(field("tekst", "Toelichting", .advise), typed("tekst", .advise)))
            """
        )
    }

    private var draft: HTML {
        let conditions = field("voorwaarden", "Voorwaarden", .draft, optional: true)
        return HTML(
            """
            \(outcomes(.draft))\
            \(HTML.textArea(field("motivering", "Motivering", .draft), typed("motivering", .draft)))\
            \(HTML.textArea(conditions, typed("voorwaarden", .draft), rows: 3))\
            <p class="hint">De beslissing krijgt de tekst van het dossiertype. Iemand anders keurt ze goed.</p>
            """
        )
    }

    private func outcomes(_ kind: Verb.Kind) -> HTML {
        let chosen = typed("resultaat", kind)
        let drafted = view.flow.facts.draft?.draft.outcome
        let choices = view.open.type.outcomes.filter(\.meaning.isDecided).map { FormChoice($0.name, $0.title.nl) }
        return .radios(field("resultaat", "Resultaat", kind), choices, chosen: chosen.isEmpty ? drafted : chosen)
    }

    /// The draft that is on the page: its identity and the digest of its bytes go along.
    private var draftFields: HTML {
        guard let draft = view.flow.facts.draft?.draft else { return .empty }
        return HTML(
            """
            <input type="hidden" name="ontwerp" value="\(draft.id.description)">\
            <input type="hidden" name="sha256" value="\(draft.digest ?? "")">
            """
        )
    }

    private var approve: HTML {
        guard let draft = view.flow.facts.draft?.draft else { return .empty }
        let outcome = view.open.type.outcomes.first { $0.name == draft.outcome }?.title.nl ?? draft.outcome
        let link = draft.document.map { id in
            HTML.link("Lees het ontwerp", to: Href("/werk/dossiers/\(view.open.id)/stuk/\(id)"))
        }
        let texts = view.open.draftTexts
        return HTML(
            """
            \(draftFields)<p>Resultaat: <strong>\(outcome)</strong>. \(link)</p><p>\(texts.motivation)</p>\
            <p class="hint">Je keurt precies dit ontwerp goed.</p>
            """
        )
    }

    private var terms: HTML {
        let terms = view.open.type.terms.filter { $0.extend != nil }
        let choices = terms.map { FormChoice($0.name, $0.title.nl) }
        return .radios(field("termijn", "Welke termijn?", .extend), choices, chosen: terms.first?.name)
    }
}

extension Verb.Kind {
    var title: String {
        switch self {
        case .take: "Dossier opnemen"
        case .takeOver: "Overnemen van een collega"
        case .start: "Taak beginnen"
        case .finish: "Taak afwerken"
        case .ask: "Ontbrekend stuk vragen"
        case .settle: "Vraag laten vallen"
        case .remind: "Herinnering sturen"
        case .receive: "Stuk toevoegen"
        case .withdrawPaper: "Verkeerd stuk weghalen"
        case .advise: "Advies geven"
        case .draft: "Beslissing schrijven"
        case .approve: "Ontwerp goedkeuren"
        case .refuseApproval: "Ontwerp terugsturen"
        case .decide: "Beslissen"
        case .notify: "Aanvrager verwittigen"
        case .pay: "Betaling noteren"
        case .extend: "Termijn verlengen"
        case .withdraw: "Intrekken voor de aanvrager"
        case .inadmissible: "Onontvankelijk verklaren"
        case .stop: "Stopzetten"
        case .correct: "Beslissing verbeteren"
        case .reopen: "Heropenen"
        }
    }

    /// Whether it ends the dossier.
    var isEnding: Bool { self == .withdraw || self == .inadmissible || self == .stop }
}
