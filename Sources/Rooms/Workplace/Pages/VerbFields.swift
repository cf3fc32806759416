import Dossiers
import Kernel
import Pages

/// The fields of a verb's form.
struct VerbFields {
    let view: DossierView
    let kind: Verb.Kind
    let input: VerbInput
    let faults: [String: String]

    private var type: DossierType { view.open.type }

    /// All fields with their errors, for the summary on top.
    var all: [FormField] {
        names.map { FormField($0, "", error: faults[$0]) }
    }

    /// The names under which answers are sent.
    var names: [String] {
        switch kind {
        case .take, .notify: []
        case .takeOver, .withdraw, .inadmissible, .stop, .correct, .reopen: ["reden"]
        case .start, .finish: ["taak"]
        case .ask: ["soorten", "uitleg"]
        case .settle, .remind: ["vraag"]
        case .receive: ["soort", "bestand"]
        case .withdrawPaper: ["document", "reden"]
        case .advise: ["taak", "uitkomst", "tekst"]
        case .draft: ["resultaat", "motivering", "voorwaarden"]
        case .approve: ["ontwerp", "sha256"]
        case .refuseApproval: ["ontwerp", "reden"]
        case .decide: ["resultaat"]
        case .pay: ["bedrag"]
        case .extend: ["termijn", "reden"]
        }
    }

    /// Whether there is nothing left to fill in: what will happen can be shown at once.
    var isFixed: Bool {
        switch kind {
        case .take, .notify, .approve: true
        case .start, .finish, .settle, .remind, .decide: choices.count == 1
        default: false
        }
    }

    /// What is filled in when the form opens: the only choice, the open draft, what the link named.
    var preset: VerbInput {
        var preset = input
        func fill(_ name: String, _ value: String?) {
            if let value, preset.values[name] == nil { preset.values[name] = [value] }
        }
        if let name = choiceName, choices.count == 1 { fill(name, choices.first?.value) }
        if kind == .approve || kind == .refuseApproval, let draft = view.flow.facts.draft?.draft {
            fill("ontwerp", draft.id.description)
            fill("sha256", draft.digest ?? "")
        }
        if kind == .decide { fill("resultaat", view.flow.facts.draft?.draft.outcome) }
        if kind == .draft {
            let texts = view.open.draftTexts
            fill("motivering", texts.motivation)
            fill("voorwaarden", texts.conditions)
        }
        if kind == .pay, view.flow.owed > .zero { fill("bedrag", view.flow.owed.writtenNumber) }
        return preset
    }

    var html: HTML {
        switch kind {
        case .take, .notify: .empty
        case .takeOver, .withdraw, .inadmissible, .stop, .correct, .reopen: reason
        case .start, .finish, .settle, .remind, .decide: choice
        case .ask: [papersToAsk, explanation]
        case .receive: [paperKind, file]
        case .withdrawPaper, .extend: [choice, reason]
        case .advise: [choice, adviceOutcome, area("tekst", "Je advies", rows: 8)]
        case .draft: [choice, area("motivering", "Motivering", hint: Self.motivationHint, rows: 8), conditions]
        case .approve: hidden(["ontwerp", "sha256"])
        case .refuseApproval: [hidden(["ontwerp"]), reason]
        case .pay: sum
        }
    }

    private static let motivationHint = "Waarom kom je tot dit resultaat? Dit staat in de beslissing zelf."
}

/// Something that can be chosen in a form.
struct VerbChoice {
    let value: String
    let label: String
    let hint: String?

    init(_ value: String, _ label: String, hint: String? = nil) {
        (self.value, self.label, self.hint) = (value, label, hint)
    }

    var form: FormChoice { FormChoice(value, label, hint: hint) }
}

// MARK: - Choices

extension VerbFields {
    /// The name of the field in which one thing is chosen.
    private var choiceName: String? {
        switch kind {
        case .start, .finish, .advise: "taak"
        case .settle, .remind: "vraag"
        case .withdrawPaper: "document"
        case .decide, .draft: "resultaat"
        case .extend: "termijn"
        default: nil
        }
    }

    /// What can be chosen in it; a single one need not be asked.
    private var choices: [VerbChoice] {
        let all = possible
        let asked = input.isLinked ? choiceName.map { input.text($0) } : nil
        let named = all.filter { $0.value == asked }
        return named.isEmpty ? all : named
    }

    private var possible: [VerbChoice] {
        switch kind {
        case .start, .finish: return work(isAdvice: false)
        case .advise: return work(isAdvice: true)
        case .settle, .remind: return view.flow.facts.openQuestions.map(question)
        case .withdrawPaper: return view.flow.facts.papers.map(paper)
        case .decide: return outcomes
        case .draft: return texts
        case .extend:
            return type.terms.filter { $0.extend != nil }.map { VerbChoice($0.name, $0.title.nl) }
        default: return []
        }
    }

    private func work(isAdvice: Bool) -> [VerbChoice] {
        let roles: Set<String> = if case .official(let roles) = view.party.actor.party { roles } else { [] }
        let started = Set(
            view.flow.facts.all.compactMap { if case .started(let task) = $0.content { task } else { nil } }
        )
        return view.flow.openWork.filter { work in
            guard work.isAdvice == isAdvice, roles.contains(work.role) else { return false }
            guard !isAdvice else { return true }
            let task = type.tasks.first { $0.name == work.name }
            guard task?.kind == .work || task?.kind == .completeness else { return false }
            return kind == .finish || !started.contains(work.name)
        }
        .map { work in
            let due = work.due.map { "Uiterlijk op \($0.written(.weekday))." }
            let asked = type.advices.first { isAdvice && $0.name == work.name }?.question.nl
            return VerbChoice(work.name, work.title.nl, hint: work.waitsFor ?? asked ?? due)
        }
    }

    private func question(_ question: Facts.Question) -> VerbChoice {
        let open = question.open.map(type.titleOfPaper).joined(separator: ", ")
        let asked = BrusselsTime.day(of: question.at).written()
        return VerbChoice(
            question.ask.id.description,
            open,
            hint: "Gevraagd op \(asked), te antwoorden tot en met \(question.ask.answerBy.written())."
        )
    }

    private func paper(_ paper: (document: Identifier, kind: String, at: Instant)) -> VerbChoice {
        let name = view.papers[paper.document]?.name ?? "document"
        let day = BrusselsTime.day(of: paper.at).written()
        return VerbChoice(paper.document.description, name, hint: "\(type.titleOfPaper(paper.kind)), van \(day)")
    }

    private var outcomes: [VerbChoice] {
        let decided = type.outcomes.filter(\.meaning.isDecided)
        let drafted = decided.filter { $0.name == view.flow.facts.draft?.draft.outcome }
        return (drafted.isEmpty ? decided : drafted).map { VerbChoice($0.name, $0.title.nl, hint: $0.text.nl) }
    }

    /// A result with each text of the type that fits it.
    private var texts: [VerbChoice] {
        type.outcomes.filter(\.meaning.isDecided).flatMap { outcome in
            let fitting = type.decisions.filter { $0.outcomes.contains(outcome.name) }
            guard !fitting.isEmpty else { return [VerbChoice(outcome.name, outcome.title.nl, hint: outcome.text.nl)] }
            return fitting.map { text in
                VerbChoice("\(outcome.name)|\(text.name)", outcome.title.nl, hint: "Tekst: \(text.title.nl)")
            }
        }
    }

    private var choice: HTML {
        guard let name = choiceName else { return .empty }
        let choices = choices
        if let only = choices.first, choices.count == 1 {
            let label = HTML("<p>\(choiceLabel): <strong>\(only.label)</strong></p>")
            let hint = only.hint.map { HTML("<p class=\"hint\">\($0)</p>") }
            return HTML("\(label)\(hint)<input type=\"hidden\" name=\"\(name)\" value=\"\(only.value)\">")
        }
        return .radios(field(name, choiceLabel), choices.map(\.form), chosen: input.text(name))
    }

    private var choiceLabel: String {
        switch kind {
        case .start, .finish: "Taak"
        case .advise: "Gevraagd advies"
        case .settle, .remind: "Vraag"
        case .withdrawPaper: "Stuk"
        case .extend: "Termijn"
        default: "Resultaat"
        }
    }
}

// MARK: - Fields

extension VerbFields {
    private func field(_ name: String, _ label: String, hint: String? = nil, isOptional: Bool = false) -> FormField {
        FormField(name, label, hint: hint, error: faults[name], isOptional: isOptional)
    }

    private func area(
        _ name: String,
        _ label: String,
        hint: String? = nil,
        isOptional: Bool = false,
        rows: Int = 4
    ) -> HTML {
        .textArea(
            field(name, label, hint: hint, isOptional: isOptional),
            input.text(name),
            rows: rows,
            max: VerbInput.textMax
        )
    }

    private func hidden(_ names: [String]) -> HTML {
        let fields = names.map { HTML("<input type=\"hidden\" name=\"\($0)\" value=\"\(input.text($0))\">") }
        return HTML("\(fields)")
    }

    private var reason: HTML {
        let hint =
            kind.tellsReason ? "Ook de aanvrager leest dit." : "Dit komt in het logboek. De aanvrager leest dit niet."
        return area("reden", kind.reasonLabel ?? "Reden", hint: hint)
    }

    private var papersToAsk: HTML {
        let inside = Set(view.flow.facts.papers.map(\.kind))
        let kinds = type.documentKinds.map { kind in
            FormChoice(kind.name, kind.title.nl, hint: inside.contains(kind.name) ? "Zit al in het dossier." : nil)
        }
        return .checkboxes(field("soorten", "Wat ontbreekt er?"), kinds, chosen: Set(input.values["soorten"] ?? []))
    }

    private var explanation: HTML {
        area(
            "uitleg",
            "Wat moet de aanvrager erover weten?",
            hint: "Deze zinnen staan in het bericht.",
            isOptional: true
        )
    }

    private var paperKind: HTML {
        let asked = Set(view.flow.facts.openQuestions.flatMap(\.open))
        let kinds = type.documentKinds.map { kind in
            FormChoice(kind.name, kind.title.nl + (asked.contains(kind.name) ? " (gevraagd)" : ""))
        }
        return .select(field("soort", "Wat is het?"), kinds, chosen: input.text("soort"))
    }

    private var file: HTML {
        if let file = input.file {
            return HTML(
                """
                <p>Bestand: <strong>\(file.name)</strong> \
                (\(FileSize(bytes: Int64(file.bytes)).written(in: .nl)))</p>\(Self.kept(file))
                """
            )
        }
        let kinds = Set(type.documentKinds.flatMap(\.mediaTypes)).map(\.word).sorted()
        let largest = type.documentKinds.map(\.megabytes).max() ?? 20
        return .fileField(
            field("bestand", "Het document"),
            accept: kinds.map { ".\($0)" }.joined(separator: ","),
            kinds: kinds.joined(separator: ", "),
            limit: FileSize(bytes: Int64(largest) * 1_000_000)
        )
    }

    /// A file that was taken in already goes along by its name in the vault; the server looks it up again.
    static func kept(_ file: FileClaim) -> HTML {
        HTML(
            """
            <input type="hidden" name="inhoud" value="\(file.document.description)">\
            <input type="hidden" name="bestandsnaam" value="\(file.name)">
            """
        )
    }

    private var adviceOutcome: HTML {
        let outcomes = AdviceOutcome.allCases.map { FormChoice($0.rawValue, $0.title) }
        return .radios(field("uitkomst", "Wat is je advies?"), outcomes, chosen: input.text("uitkomst"))
    }

    private var conditions: HTML {
        area("voorwaarden", "Voorwaarden", hint: "Alleen als er voorwaarden zijn.", isOptional: true)
    }

    private var sum: HTML {
        .textField(field("bedrag", "Ontvangen bedrag"), input.text("bedrag"), kind: .decimal, unit: "euro")
    }
}
