import Kernel

/// Reads the answer to one field from what was sent, and says in plain Dutch what does not fit.
struct AnswerReader {
    let field: Field
    let submission: Submission
    let today: Day
    /// The first and last day that the field's own rules allow.
    let earliest: Day?
    let latest: Day?
    /// Which kinds of document there are.
    let documentKinds: [DocumentKind]
    private(set) var faults: [(part: String, sentence: String)] = []

    init(
        _ field: Field,
        _ submission: Submission,
        today: Day,
        earliest: Day?,
        latest: Day?,
        documentKinds: [DocumentKind]
    ) {
        (self.field, self.submission, self.today) = (field, submission, today)
        (self.earliest, self.latest, self.documentKinds) = (earliest, latest, documentKinds)
    }

    mutating func answer() -> Answer? {
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
        case .statement: submission.value(field.name).map { _ in .yes(true) }
        case .address: address()
        case .area: area()
        case .files: files()
        case .mail, .phone, .nationalNumber, .companyNumber, .account: checked()
        }
    }

    mutating func refuse(_ sentence: String, part: String = "") {
        faults.append((part, sentence))
    }

    private func part(_ name: String) -> String? { submission.value("\(field.name).\(name)") }
}

// MARK: - Texts

extension AnswerReader {
    private mutating func text(longest: Int, lines: Bool) -> Answer? {
        guard let text = submission.value(field.name) else { return nil }
        let lengths = text.utf8.count > Submission.valueMax ? Submission.valueMax : text.unicodeScalars.count
        if lengths > longest {
            refuse("Deze tekst mag hoogstens \(longest) tekens hebben. Nu zijn het er \(lengths).")
            return nil
        }
        return .text(text.cleaned(keepingLines: lines))
    }

    private mutating func checked() -> Answer? {
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

    private mutating func wrong(_ sentence: String) -> Answer? {
        refuse(sentence)
        return nil
    }

    /// One @ with something before it, and a name with a point behind it; more cannot be known without sending a mail.
    private static func mail(_ text: String) -> String? {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty,
            !text.contains(where: { $0.isWhitespace || "<>(),;\"\\".contains($0) })
        else { return nil }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }), labels.last?.count ?? 0 >= 2 else { return nil }
        return text
    }

    /// Digits with a plus sign perhaps, whatever stands between them.
    private static func phone(_ text: String) -> String? {
        let plain = text.filter { !" ./-()\u{A0}".contains($0) }
        let digits = plain.hasPrefix("+") ? plain.dropFirst() : plain[...]
        guard (8...15).contains(digits.utf8.count), digits.utf8.allSatisfy(Naming.isDigit) else { return nil }
        return plain
    }
}

// MARK: - Numbers

extension AnswerReader {
    private mutating func number() -> Answer? {
        guard let text = submission.value(field.name) else { return nil }
        guard let value = text.utf8.count <= 40 ? Amount(typed: text) : nil else {
            return wrong("Vul een getal in, bijvoorbeeld \(field.isWhole ? "12" : "12,5").")
        }
        if field.isWhole, !value.isWhole { return wrong("Vul een geheel getal in, zonder komma.") }
        let unit = field.unit.map { " \($0)" } ?? ""
        return within(value) { $0.writtenNumber + unit }.map { .number($0) }
    }

    private mutating func money() -> Answer? {
        guard let text = submission.value(field.name) else { return nil }
        guard let value = text.utf8.count <= 40 ? Amount(typed: text) : nil, value.units % 100 == 0 else {
            return wrong("Vul een bedrag in, bijvoorbeeld 12,50.")
        }
        return within(value, written: \.writtenEuro).map { .money($0) }
    }

    private mutating func within(_ value: Amount, written: (Amount) -> String) -> Amount? {
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

// MARK: - Choices

extension AnswerReader {
    private mutating func choice() -> Answer? {
        guard let value = submission.value(field.name) else { return nil }
        guard field.options.contains(where: { $0.value == value }) else { return wrong("Kies een van de keuzes.") }
        return .text(value)
    }

    private mutating func choices() -> Answer? {
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

    private mutating func yesNo() -> Answer? {
        guard let value = submission.value(field.name) else { return nil }
        switch value {
        case "ja", "true", "1": return .yes(true)
        case "nee", "false", "0": return .yes(false)
        default: return wrong("Kies ja of nee.")
        }
    }
}

// MARK: - Days

extension AnswerReader {
    private mutating func period() -> Answer? {
        let (first, last) = (day("van"), day("tot"))
        if first == nil, last != nil, faults.isEmpty { refuse("Vul de eerste dag in.", part: "van") }
        if last == nil, first != nil, faults.isEmpty { refuse("Vul de laatste dag in.", part: "tot") }
        guard let first, let last else { return nil }
        if last < first {
            refuse("De laatste dag moet \(first.written()) of later zijn.", part: "tot")
            return nil
        }
        guard within(first, "van") != nil, within(last, "tot") != nil else { return nil }
        if let most = field.daysMost, first.days(to: last) >= most {
            refuse(
                "De periode mag hoogstens \(most) dagen duren. Nu zijn het er \(first.days(to: last) + 1).",
                part: "tot"
            )
            return nil
        }
        return .span(first, last)
    }

    /// A day from one field, or from three.
    private mutating func day(_ name: String) -> Day? {
        let whole = name.isEmpty ? submission.value(field.name) : part(name)
        let prefix = name.isEmpty ? "" : "\(name)."
        let parts = ["dag", "maand", "jaar"].map { part(prefix + $0) }
        guard whole != nil || parts.contains(where: { $0 != nil }) else { return nil }
        let read =
            if let whole {
                whole.utf8.count <= 40 ? TypedDay.read(whole, today: today) : nil
            } else {
                TypedDay.read(day: parts[0] ?? "", month: parts[1] ?? "", year: parts[2] ?? "", today: today)
            }
        if read == nil { refuse("Vul een datum in zoals 1 7 2026.", part: name) }
        return read
    }

    private mutating func within(_ day: Day, _ name: String) -> Day? {
        if let earliest, day < earliest {
            refuse("De datum moet \(earliest.written()) of later zijn.", part: name)
        } else if let latest, day > latest {
            refuse("De datum moet \(latest.written()) of vroeger zijn.", part: name)
        } else {
            return day
        }
        return nil
    }
}

// MARK: - Places and files

extension AnswerReader {
    private mutating func address() -> Answer? {
        let names = ["straat", "nummer", "postcode", "gemeente"]
        let parts = names.map { part($0)?.cleaned(keepingLines: false) }
        guard parts.contains(where: { $0 != nil }) else { return nil }
        for (name, value) in zip(names, parts) where value == nil {
            refuse(
                name == "straat"
                    ? "Vul de straat in." : "Vul \(name == "gemeente" ? "de gemeente" : "het \(name)") in.",
                part: name
            )
        }
        for (name, value) in zip(names, parts) where value?.count ?? 0 > 100 {
            refuse("Dit mag hoogstens 100 tekens hebben.", part: name)
        }
        if let postcode = parts[2], postcode.utf8.count != 4 || !postcode.utf8.allSatisfy(Naming.isDigit) {
            refuse("Vul een postcode van vier cijfers in.", part: "postcode")
        }
        guard faults.isEmpty, let street = parts[0], let number = parts[1], let code = parts[2], let town = parts[3]
        else { return nil }
        let box = part("bus").map { String($0.cleaned(keepingLines: false).prefix(20)) }
        return .address(Address(street: street, number: number, box: box, postcode: code, town: town))
    }

    private mutating func area() -> Answer? {
        guard let text = submission.value(field.name) else { return nil }
        guard let area = Area(geoJSON: text) else {
            return wrong("Deze tekening kunnen we niet lezen. Teken de plaats opnieuw.")
        }
        guard area.lies(in: field.box ?? .flanders) else {
            return wrong("Deze plaats ligt niet in onze gemeente. Teken ze opnieuw.")
        }
        return within(area.squareMetres) { $0.writtenNumber + " m²" }.map { _ in .area(area) }
    }

    private mutating func files() -> Answer? {
        let files = submission.files[field.name] ?? []
        guard !files.isEmpty, let kind = documentKinds.first(where: { $0.name == field.document }) else { return nil }
        if files.count > field.filesMost {
            return wrong("Voeg hoogstens \(field.filesMost) \(field.filesMost == 1 ? "bestand" : "bestanden") toe.")
        }
        for file in files { check(file, kind) }
        return faults.isEmpty ? .files(files) : nil
    }

    private mutating func check(_ file: FileClaim, _ kind: DocumentKind) {
        if !kind.mediaTypes.contains(where: { $0.rawValue == file.mediaType }) {
            let words = kind.mediaTypes.map(\.word)
            let list =
                words.count == 1 ? words[0] : words.dropLast().joined(separator: ", ") + " of " + (words.last ?? "")
            refuse("Dit soort bestand kunnen we niet lezen. Gebruik \(list).")
        } else if file.bytes > kind.megabytes * 1_000_000 {
            let size = (file.bytes + 999_999) / 1_000_000
            refuse("Dit bestand is te groot (\(size) MB). Het mag hoogstens \(kind.megabytes) MB zijn.")
        } else if file.bytes <= 0 {
            refuse("Dit bestand is leeg. Kies het opnieuw.")
        }
    }
}

extension String {
    /// Without control characters; new lines stay where the field has them.
    func cleaned(keepingLines: Bool) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars where scalar != "\r" {
            let isLine = scalar == "\n" && keepingLines
            scalars.append(isLine || scalar.properties.generalCategory != .control ? scalar : " ")
        }
        return String(scalars)
    }
}
