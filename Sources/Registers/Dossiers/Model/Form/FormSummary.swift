import Kernel

extension FilledForm {
    /// A step as it stands on the page where one checks the answers.
    public struct SummaryStep: Hashable, Sendable {
        /// Which step it is.
        public let name: String
        /// Its heading.
        public let title: String
        /// Its answers, in order.
        public let rows: [SummaryRow]
    }

    /// A question and its answer in words.
    public struct SummaryRow: Hashable, Sendable {
        /// Which field it is.
        public let field: String
        /// The question.
        public let question: String
        /// The answer; nil if there is none.
        public let answer: String?
    }

    /// All that was asked, with its answer in words; secrets are masked.
    public var summary: [SummaryStep] {
        type.form.steps.filter { steps.contains($0.name) }.map { step in
            let rows = step.fields.filter { visible.contains($0.name) }.map { field in
                SummaryRow(field: field.name, question: field.title.nl, answer: written(field))
            }
            return SummaryStep(name: step.name, title: step.title.nl, rows: rows)
        }
    }

    private func written(_ field: FormQuestion) -> String? {
        answers.values[field.name].map { field.written($0) }
    }
}

extension FormQuestion {
    /// An answer in words, for pages and letters; a national number is masked.
    public func written(_ answer: FormAnswer) -> String {
        switch answer {
        case .text(let text): written(text)
        case .choices(let values): values.map(titleOfOption).joined(separator: ", ")
        case .number(let value): value.writtenNumber + (unit.map { " \($0)" } ?? "")
        case .money(let value): value.writtenEuro
        case .yes(let value): kind == .statement ? "Akkoord" : value ? "Ja" : "Nee"
        case .day(let day): day.written(.weekday)
        case .span(let first, let last): "\(first.written(.weekday)) tot en met \(last.written(.weekday))"
        case .address(let address): address.written
        case .area(let area): "Getekend op de kaart, \(area.squareMetres.writtenNumber) m²"
        case .files(let files): files.map(\.name).joined(separator: ", ")
        }
    }

    private func titleOfOption(_ value: String) -> String {
        options.first { $0.value == value }?.title.nl ?? value
    }

    private func written(_ text: String) -> String {
        let digits = Array(text)
        switch kind {
        case .choice: return titleOfOption(text)
        case .nationalNumber where digits.count == 11:
            return "\(String(digits[0..<2])).\(String(digits[2..<4])).\(String(digits[4..<6]))-•••.••"
        case .companyNumber where digits.count == 10:
            return "\(String(digits[0..<4])).\(String(digits[4..<7])).\(String(digits[7..<10]))"
        case .account where digits.count == 16:
            return stride(from: 0, to: 16, by: 4).map { String(digits[$0..<$0 + 4]) }.joined(separator: " ")
        default: return text
        }
    }
}
