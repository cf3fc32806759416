import Kernel

extension AnswerReader {
    mutating func number() -> FormAnswer? {
        guard let text = submission.value(field.name) else { return nil }
        guard let value = text.utf8.count <= 40 ? Amount(typed: text) : nil else {
            return wrong("Vul een getal in, bijvoorbeeld \(field.isWhole ? "12" : "12,5").")
        }
        if field.isWhole, !value.isWhole { return wrong("Vul een geheel getal in, zonder komma.") }
        let unit = field.unit.map { " \($0)" } ?? ""
        return within(value) { $0.writtenNumber + unit }.map { .number($0) }
    }

    mutating func money() -> FormAnswer? {
        guard let text = submission.value(field.name) else { return nil }
        guard let value = text.utf8.count <= 40 ? Amount(typed: text) : nil, value.units % 100 == 0 else {
            return wrong("Vul een bedrag in, bijvoorbeeld 12,50.")
        }
        return within(value, written: \.writtenEuro).map { .money($0) }
    }

    mutating func within(_ value: Amount, written: (Amount) -> String) -> Amount? {
        if let least = field.least, value < least {
            refuse("Vul minstens \(written(least)) in.")
        } else if let greatest = field.greatest, value > greatest {
            refuse("Vul hoogstens \(written(greatest)) in.")
        } else {
            return value
        }
        return nil
    }
}
