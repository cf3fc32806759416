public import Kernel

/// A form with what somebody sent: what is asked, what must be answered, what is wrong, what it costs.
///
/// Worked out on the whole submission, each time anew. What stands in a field that is not asked is dropped, so that no
/// hidden answer changes a fee or a decision.
public struct FilledForm: Sendable {
    /// The type whose form it is.
    public let type: DossierType
    /// The answers that count.
    public private(set) var answers: Answers
    /// The steps that are shown, by name.
    public private(set) var steps: Set<String> = []
    /// The fields that are asked, by name.
    public private(set) var visible: Set<String> = []
    /// The fields that must be answered, by name.
    public private(set) var required: Set<String> = []
    /// What is wrong with what was filled in.
    public private(set) var faults: [FieldFault] = []
    /// What must still be answered before the form can be sent.
    public private(set) var missing: [FieldFault] = []
    /// Sentences about answers together.
    public private(set) var warnings: [FormWarning] = []
    /// What it costs, if that can be known yet.
    public private(set) var fee: FeeStatement?

    private let today: Day
    private let channel: DossierType.Channel
    private let town: BoundingBox

    /// Works out a submission.
    ///
    /// `checks` holds what the platform answered to the named checks of the type; one that is missing found nothing.
    /// `town` is where an area may be drawn, unless its field says otherwise.
    public init(
        _ type: DossierType,
        _ submission: Submission,
        checks: [String: Bool] = [:],
        channel: DossierType.Channel = .web,
        town: BoundingBox = .flanders,
        today: Day
    ) {
        (self.type, self.today, self.channel, self.town) = (type, today, channel, town)
        answers = Answers(checks: checks.filter { check in type.form.checks.contains { $0.name == check.key } })
        for step in type.form.steps { take(step, from: submission) }
        warnings = type.form.warnings.compactMap(warning)
        fee = type.fee.flatMap { FeeStatement($0, type, answers, evaluation) }
    }

    /// Whether it can be sent.
    public var isComplete: Bool { faults.isEmpty && missing.isEmpty && !warnings.contains(where: \.blocks) }

    /// All that stands between the form and sending, for the error summary, in the order of the form.
    public var obstacles: [FieldFault] {
        let order = type.form.fields.map(\.name)
        let all = (faults + missing).enumerated().sorted { left, right in
            let (a, b) = (order.firstIndex(of: left.element.field) ?? 0, order.firstIndex(of: right.element.field) ?? 0)
            return (a, left.offset) < (b, right.offset)
        }
        return all.map(\.element) + warnings.filter(\.blocks).map(\.fault)
    }

    /// Works out an expression over the answers so far.
    var evaluation: Evaluation {
        let (answers, type, today, channel) = (answers, type, today, channel)
        return Evaluation(
            name: { name in
                switch name {
                case "vandaag": .day(today)
                case "kanaal": .text(channel.rawValue)
                default: answers.operand(name)
                }
            },
            ask: { function, values in type.ask(function, values, answers) }
        )
    }
}

// MARK: - Taking answers

extension FilledForm {
    private mutating func take(_ step: Step, from submission: Submission) {
        guard holds(step.visible) else { return }
        steps.insert(step.name)
        for field in step.fields where holds(field.visible) {
            visible.insert(field.name)
            let isRequired = field.requiredWhen.map { holds($0) } ?? field.isRequired
            if isRequired { required.insert(field.name) }
            take(field, from: submission, on: step)
        }
    }

    private mutating func take(_ field: FormQuestion, from submission: Submission, on step: Step) {
        var reader = AnswerReader(
            field,
            submission,
            today: today,
            earliest: day(field.earliest),
            latest: day(field.latest),
            documentKinds: type.documentKinds,
            town: town
        )
        let answer = reader.answer()
        if let answer, reader.faults.isEmpty { answers.values[field.name] = answer }
        for fault in reader.faults {
            let path = fault.part.isEmpty ? field.name : "\(field.name).\(fault.part)"
            faults.append(FieldFault(path: path, field: field.name, step: step.name, sentence: fault.sentence))
        }
        if answer == nil, reader.faults.isEmpty, required.contains(field.name) {
            let sentence = field.missingSentence(type)
            missing.append(FieldFault(path: field.firstPart, field: field.name, step: step.name, sentence: sentence))
        }
    }

    private func holds(_ condition: Expression?) -> Bool {
        guard let condition else { return true }
        var evaluation = evaluation
        return evaluation.value(of: condition).isTrue
    }

    private func day(_ expression: Expression?) -> Day? {
        guard let expression else { return nil }
        var evaluation = evaluation
        guard case .day(let day) = evaluation.value(of: expression) else { return nil }
        return day
    }

    private func warning(_ warning: Warning) -> FormWarning? {
        guard holds(warning.when) else { return nil }
        let field = warning.field.flatMap { name in visible.contains(name) ? name : nil }
        let step = type.form.steps.first { step in step.fields.contains { $0.name == warning.field } }
        return FormWarning(
            name: warning.name,
            sentence: warning.text.nl.filled(evaluation) { type.written($0, answers) },
            field: field,
            step: step?.name ?? type.form.steps.last?.name ?? "",
            blocks: warning.blocks
        )
    }
}
