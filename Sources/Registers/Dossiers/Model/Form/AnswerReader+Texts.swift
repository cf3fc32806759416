import Kernel

extension AnswerReader {
    mutating func text(longest: Int, lines: Bool) -> FormAnswer? {
        guard let text = submission.value(field.name) else { return nil }
        let lengths = text.utf8.count > Submission.valueMax ? Submission.valueMax : text.unicodeScalars.count
        if lengths > longest {
            refuse("Deze tekst mag hoogstens \(longest) tekens hebben. Nu zijn het er \(lengths).")
            return nil
        }
        return .text(text.cleaned(keepingLines: lines))
    }

    mutating func checked() -> FormAnswer? {
        guard let text = submission.value(field.name) else { return nil }
        guard text.utf8.count <= 254 else { return wrong("Dit is te lang. Kijk het na.") }
        switch field.kind {
        case .mail: return Self.mail(text).map { .text($0) } ?? wrong("Vul een e-mailadres in zoals naam@voorbeeld.be.")
        case .phone:
            return Self.phone(text).map { .text($0) } ?? wrong("Vul een telefoonnummer in zoals 0470 12 34 56.")
        case .nationalNumber:
            return NumberCheck.nationalNumber(text).map { .text($0) }
                ?? wrong("Dit rijksregisternummer klopt niet. Kijk de cijfers na.")
        case .companyNumber:
            return NumberCheck.companyNumber(text).map { .text($0) }
                ?? wrong("Dit ondernemingsnummer klopt niet. Vul het in zoals 0123.456.749.")
        default:
            return NumberCheck.account(text).map { .text($0) }
                ?? wrong("Dit rekeningnummer klopt niet. Vul het in zoals BE68 5390 0754 7034.")
        }
    }

    mutating func wrong(_ sentence: String) -> FormAnswer? {
        refuse(sentence)
        return nil
    }

    /// One @ with something before it, and a name with a point behind it; more cannot be known without sending a mail.
    static func mail(_ text: String) -> String? {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty,
            !text.contains(where: { $0.isWhitespace || "<>(),;\"\\".contains($0) })
        else { return nil }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }), labels.last?.count ?? 0 >= 2 else { return nil }
        return text
    }

    /// Digits with a plus sign perhaps, whatever stands between them.
    static func phone(_ text: String) -> String? {
        let plain = text.filter { !" ./-()\u{A0}".contains($0) }
        let digits = plain.hasPrefix("+") ? plain.dropFirst() : plain[...]
        guard (8...15).contains(digits.utf8.count), digits.utf8.allSatisfy(Naming.isDigit) else { return nil }
        return plain
    }
}
