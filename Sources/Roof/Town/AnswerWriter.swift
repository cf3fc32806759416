import Dossiers
import Kernel

/// Fills a form in as a resident would: what is asked, nothing else, until it can be sent.
struct AnswerWriter {
    let type: DossierType
    let today: Day
    var random: SeededGenerator

    init(_ type: DossierType, today: Day, random: SeededGenerator) {
        (self.type, self.today, self.random) = (type, today, random)
    }

    /// The form when it can be sent; nil if it cannot without a file or a place on the map.
    mutating func filled() -> FilledForm? {
        var submission = Submission()
        // Each answer may make another question appear, so a form is gone through several times.
        for _ in 0..<6 {
            let filled = FilledForm(type, submission, today: today)
            if filled.isComplete { return filled }
            for field in type.form.fields where filled.visible.contains(field.name) {
                guard filled.required.contains(field.name), filled.answers.values[field.name] == nil else { continue }
                answer(field, &submission)
            }
        }
        let filled = FilledForm(type, submission, today: today)
        return filled.isComplete ? filled : nil
    }

    private mutating func answer(_ field: FormQuestion, _ submission: inout Submission) {
        let name = field.name
        let soon = today.adding(days: Int.random(in: 20...60, using: &random)) ?? today
        switch field.kind {
        case .choice, .choices:
            submission.values[name] = field.options.randomElement(using: &random).map { [$0.value] } ?? []
        case .yesNo: submission.values[name] = [Bool.random(using: &random) ? "ja" : "nee"]
        case .statement: submission.values[name] = ["ja"]
        case .number, .money:
            let least = field.least?.description ?? "2"
            submission.values[name] = [least.replacing(".", with: ",")]
        case .date: submission.values[name] = [soon.description]
        case .period:
            submission.values["\(name).van"] = [soon.description]
            submission.values["\(name).tot"] = [(soon.adding(days: 3) ?? soon).description]
        case .address:
            submission.values["\(name).straat"] = ["Kerkstraat"]
            submission.values["\(name).nummer"] = [String(Int.random(in: 1...120, using: &random))]
            submission.values["\(name).postcode"] = ["9999"]
            submission.values["\(name).gemeente"] = ["Leiebeke"]
        case .mail: submission.values[name] = ["inwoner@leiebeke.example"]
        case .phone: submission.values[name] = ["0470 12 34 56"]
        case .text, .longText: submission.values[name] = ["Kerkstraat, bij de oude linde"]
        case .area, .files, .nationalNumber, .companyNumber, .account: break
        }
    }
}
