import Kernel

/// Reads the answer to one field from what was sent, and says in plain Dutch what does not fit.
struct AnswerReader {
    let field: FormQuestion
    let submission: Submission
    let today: Day
    /// The first and last day that the field's own rules allow.
    let earliest: Day?
    let latest: Day?
    /// Which kinds of document there are.
    let documentKinds: [DocumentKind]
    /// Where an area may lie, unless the field says otherwise.
    let town: BoundingBox
    var faults: [(part: String, sentence: String)] = []

    init(
        _ field: FormQuestion,
        _ submission: Submission,
        today: Day,
        earliest: Day?,
        latest: Day?,
        documentKinds: [DocumentKind],
        town: BoundingBox
    ) {
        (self.field, self.submission, self.today) = (field, submission, today)
        (self.earliest, self.latest) = (earliest, latest)
        (self.documentKinds, self.town) = (documentKinds, town)
    }

    mutating func answer() -> FormAnswer? {
        switch field.kind {
        case .text: text(longest: field.longest ?? 200, lines: false)
        case .longText: text(longest: field.longest ?? 4_000, lines: true)
        case .number: number()
        case .money: money()
        case .date: day("").flatMap { within($0, "") }.map { .day($0) }
        case .period: period()
        case .choice: choice()
        case .choices: choices()
        case .yesNo: yesNo()
        case .statement: submission.value(field.name).flatMap { Self.agreements.contains($0) ? .yes(true) : nil }
        case .address: address()
        case .area: area()
        case .files: files()
        case .mail, .phone, .nationalNumber, .companyNumber, .account: checked()
        }
    }

    mutating func refuse(_ sentence: String, part: String = "") {
        faults.append((part, sentence))
    }

    /// What a ticked box sends.
    static let agreements: Set<String> = ["ja", "on", "true", "1"]

    func part(_ name: String) -> String? { submission.value("\(field.name).\(name)") }
}
