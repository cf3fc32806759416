import Dossiers
import Kernel
import Pages

/// The questions of a type as fields of a page.
///
/// A part of a question stands in a form under `vraag-deel` and in the register under `vraag.deel`.
struct FormFields {
    let type: DossierType
    let filled: FilledForm
    let submission: Submission
    /// Whether what is missing is shown as an error: not before somebody tried to go on.
    let showsMissing: Bool
    /// What the visitor has not seen yet, since an answer brought it up: not an error before they could answer.
    var fresh: Set<String> = []
    /// Sentences about files that were not taken, by field.
    var refusedFiles: [String: String] = [:]
    /// Whether the person who fills it in is the one whom it is about: then the browser may complete it.
    var isOwn = true

    /// The fields of a step that are asked, as they stand.
    func fields(of step: Step) -> [(question: FormQuestion, field: FormField)] {
        step.fields.filter { filled.visible.contains($0.name) }.map { ($0, field($0)) }
    }

    private func field(_ question: FormQuestion) -> FormField {
        let faults = filled.faults + (showsMissing ? filled.missing.filter { !fresh.contains($0.field) } : [])
        let fault = faults.first { $0.field == question.name }
        let barrier = showsMissing ? filled.warnings.first { $0.field == question.name && $0.blocks } : nil
        let part = fault.flatMap { $0.path.split(separator: ".").dropFirst().first.map(String.init) }
        return FormField(
            question.name,
            question.title.nl,
            hint: question.hint?.nl,
            error: refusedFiles[question.name] ?? fault?.sentence ?? barrier?.sentence,
            wrongPart: part,
            isOptional: !filled.required.contains(question.name)
        )
    }

    /// The field, below what the type says about its answer together with others.
    func control(_ question: FormQuestion, _ field: FormField) -> HTML {
        let warnings = filled.warnings.filter { $0.field == question.name && $0.sentence != field.error }
        let notices = warnings.map { HTML.notice($0.blocks ? .bad : .attention, $0.sentence) }
        return HTML("\(notices)\(plain(question, field))")
    }

    private func plain(_ question: FormQuestion, _ field: FormField) -> HTML {
        let value = one(question.name)
        switch question.kind {
        case .text: return .textField(field, value, autocomplete: isOwn ? completion[question.name] : nil)
        case .companyNumber, .account: return .textField(field, value)
        case .nationalNumber: return .textField(field, value, kind: .digits)
        case .longText: return .textArea(field, value, max: question.longest)
        case .number: return .textField(field, value, kind: .decimal, unit: question.unit)
        case .money: return .textField(field, value, kind: .decimal, unit: "euro")
        case .mail: return .textField(field, value, kind: .email, autocomplete: isOwn ? "email" : nil)
        case .phone: return .textField(field, value, kind: .phone, autocomplete: isOwn ? "tel" : nil)
        case .date: return .dateField(field, date(question.name))
        case .period: return .dateRange(field, from: date("\(question.name).van"), until: date("\(question.name).tot"))
        case .choice where question.options.count > 7: return .select(field, options(question), chosen: value)
        case .choice: return .radios(field, options(question), chosen: value)
        case .choices: return .checkboxes(field, options(question), chosen: Set(submission.values[question.name] ?? []))
        case .yesNo: return .radios(field, [FormChoice("ja", "Ja"), FormChoice("nee", "Nee")], chosen: value)
        case .statement: return .checkbox(field, isChosen: value == "ja")
        case .address: return .addressField(field, address(question.name), isOwn: isOwn)
        case .area: return area(field, value)
        case .files: return file(question, field)
        }
    }

    private func options(_ question: FormQuestion) -> [FormChoice] {
        question.options.map { FormChoice($0.value, $0.title.nl) }
    }

    private func one(_ name: String) -> String { submission.values[name]?.first ?? "" }

    private func date(_ name: String) -> DateParts {
        if let day = Day(one(name)) { return DateParts(day) }
        return DateParts(day: one("\(name).dag"), month: one("\(name).maand"), year: one("\(name).jaar"))
    }

    private func address(_ name: String) -> AddressParts {
        AddressParts(
            street: one("\(name).straat"),
            number: one("\(name).nummer"),
            box: one("\(name).bus"),
            postcode: one("\(name).postcode"),
            municipality: one("\(name).gemeente")
        )
    }

    private var completion: [String: String] {
        ["naam": "name", "voornaam": "given-name", "familienaam": "family-name", "achternaam": "family-name"]
    }

    /// A place: corners as map programs copy them, or GeoJSON, and a sketch of what was understood.
    private func area(_ field: FormField, _ value: String) -> HTML {
        let help = """
            Zet elke hoek op een eigen regel: eerst de breedte, dan de lengte, bijvoorbeeld 51.0543, 3.7174. Een \
            kaartprogramma toont ze als je op de kaart drukt. Je mag ook een veelhoek als GeoJSON plakken.
            """
        let shown = FormField(
            field.name,
            field.label,
            hint: [field.hint, help].compactMap(\.self).joined(separator: " "),
            error: field.error,
            isOptional: field.isOptional
        )
        return HTML("\(HTML.textArea(shown, DrawnArea.lines(value), rows: 5))\(DrawnArea.sketch(value))")
    }

    private func file(_ question: FormQuestion, _ field: FormField) -> HTML {
        let kind = type.documentKinds.first { $0.name == question.document }
        let types = kind?.mediaTypes ?? [.pdf]
        let added = (submission.files[question.name] ?? []).map { claim in
            AddedFile(
                claim.name,
                size: FileSize(bytes: Int64(claim.bytes)),
                removal: "\(question.name):\(claim.document)"
            )
        }
        let megabytes = kind?.megabytes ?? 20
        let control = HTML.fileField(
            field,
            accept: types.map(\.rawValue).joined(separator: ","),
            kinds: kind?.words ?? "pdf",
            limit: FileSize(bytes: Int64(megabytes) * 1_000_000),
            added: added
        )
        return HTML("<div data-megabytes=\"\(String(megabytes))\">\(control)</div>")
    }
}
