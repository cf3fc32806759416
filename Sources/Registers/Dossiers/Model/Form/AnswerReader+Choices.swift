import Kernel

extension AnswerReader {
    mutating func choice() -> FormAnswer? {
        guard let value = submission.value(field.name) else { return nil }
        guard field.options.contains(where: { $0.value == value }) else { return wrong("Kies een van de keuzes.") }
        return .text(value)
    }

    mutating func choices() -> FormAnswer? {
        let ticked = Set(submission.all(field.name))
        guard !ticked.isEmpty else { return nil }
        let known = field.options.map(\.value).filter(ticked.contains)
        guard known.count == ticked.count else { return wrong("Kies alleen uit de keuzes.") }
        if let least = field.least, Amount(clamping: known.count) < least {
            return wrong("Kies er minstens \(least.writtenNumber).")
        }
        if let greatest = field.greatest, Amount(clamping: known.count) > greatest {
            return wrong("Kies er hoogstens \(greatest.writtenNumber).")
        }
        return .choices(known)
    }

    mutating func yesNo() -> FormAnswer? {
        guard let value = submission.value(field.name) else { return nil }
        switch value {
        case "ja", "true", "1": return .yes(true)
        case "nee", "false", "0": return .yes(false)
        default: return wrong("Kies ja of nee.")
        }
    }
}
