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
    /// Sentences about files that were not taken, by field.
    var refusedFiles: [String: String] = [:]

    /// The fields of a step that are asked, as they stand.
    func fields(of step: Step) -> [(question: FormQuestion, field: FormField)] {
        step.fields.filter { filled.visible.contains($0.name) }.map { ($0, field($0)) }
    }

    private func field(_ question: FormQuestion) -> FormField {
        let faults = filled.faults + (showsMissing ? filled.missing : [])
        let fault = faults.first { $0.field == question.name }
        let part = fault.flatMap { $0.path.split(separator: ".").dropFirst().first.map(String.init) }
        return FormField(
            question.name,
            question.title.nl,
            hint: question.hint?.nl,
            error: refusedFiles[question.name] ?? fault?.sentence,
            wrongPart: part,
            isOptional: !filled.required.contains(question.name)
        )
    }

    func control(_ question: FormQuestion, _ field: FormField) -> HTML {
        let value = one(question.name)
        switch question.kind {
        case .text, .companyNumber, .account: return .textField(field, value)
        case .nationalNumber: return .textField(field, value, kind: .digits)
        case .longText: return .textArea(field, value, max: question.longest)
        case .number: return .textField(field, value, kind: .decimal, unit: question.unit)
        case .money: return .textField(field, value, kind: .decimal, unit: "euro")
        case .mail: return .textField(field, value, kind: .email, autocomplete: "email")
        case .phone: return .textField(field, value, kind: .phone, autocomplete: "tel")
        case .date: return .dateField(field, date(question.name))
        case .period: return .dateRange(field, from: date("\(question.name).van"), until: date("\(question.name).tot"))
        case .choice where question.options.count > 7: return .select(field, options(question), chosen: value)
        case .choice: return .radios(field, options(question), chosen: value)
        case .choices: return .checkboxes(field, options(question), chosen: Set(submission.values[question.name] ?? []))
        case .yesNo: return .radios(field, [FormChoice("ja", "Ja"), FormChoice("nee", "Nee")], chosen: value)
        case .statement: return .checkbox(field, isChosen: value == "ja")
        case .address: return .addressField(field, address(question.name))
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

    /// A place on the map, as GeoJSON: what a map fills in, and what one can paste without a map.
    private func area(_ field: FormField, _ value: String) -> HTML {
        let hint = field.hint.map { $0 + " " } ?? ""
        let shown = FormField(
            field.name,
            field.label,
            hint: hint + "Plak hier de plaats als GeoJSON (een veelhoek), zoals een kaartprogramma ze geeft.",
            error: field.error,
            isOptional: field.isOptional
        )
        return .textArea(shown, value, rows: 4)
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
        return .fileField(
            field,
            accept: types.map(\.rawValue).joined(separator: ","),
            kinds: types.map(\.word).joined(separator: ", "),
            limit: FileSize(bytes: Int64(kind?.megabytes ?? 20) * 1_000_000),
            added: added
        )
    }
}
