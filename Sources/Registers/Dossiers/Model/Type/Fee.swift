public import Kernel

/// What a dossier costs: lines that are added up, with an explanation each.
public struct Fee: Described {
    /// The lines in order.
    public internal(set) var lines: [FeeLine] = []
    /// The least that is asked, if anything is.
    public internal(set) var least: Amount?
    /// The most that is asked.
    public internal(set) var most: Amount?
    /// When it must be paid.
    public internal(set) var due = Due.withDecision
    /// The regulation that sets it.
    public internal(set) var basis: String?

    init() {}

    /// When a fee must be paid.
    public enum Due: String, CaseIterable, Sendable {
        case beforeWork = "voorBehandeling", withDecision = "bijBeslissing", afterwards = "achteraf"
    }

    static let shape = Shape<Fee>(
        "Retributie",
        "Een retributie",
        "Lines that are added up.",
        [
            .list("lijnen", \.lines, .object, 1...20, "Lijnen", "The lines in order."),
            .free("minstens", \.least, .amount, "Minstens", "Least that is asked, if anything is."),
            .free("hoogstens", \.most, .amount, "Hoogstens", "Most that is asked."),
            .usual("betalen", \.due, .word, "Betalen", "When it must be paid."),
            .free("rechtsgrond", \.basis, .line(300), "Rechtsgrond", "The regulation that sets it."),
        ]
    )
}

/// One line of a fee.
public struct FeeLine: Named {
    public internal(set) var name = ""
    /// What is paid for.
    public internal(set) var title = Text.blank
    /// When the line counts; always, if left out.
    public internal(set) var when: Expression?
    /// The sum of euros; it may use the lines above by their name.
    public internal(set) var sum = Expression.blank
    /// How the sum came about, with its figures.
    public internal(set) var explanation: TemplateText?

    init() {}

    static let shape = Shape<FeeLine>(
        "Lijn",
        "Een lijn van de retributie",
        "One line of a fee.",
        [
            .needed("naam", \.name, .name, "Naam", "Key; lines below may use it."),
            .needed("titel", \.title, .text(150), "Titel", "What is paid for."),
            .free("als", \.when, .rule, "Als", "When the line counts."),
            .needed("formule", \.sum, .rule, "Formule", "Expression giving euros."),
            .free("uitleg", \.explanation, .template(500), "Uitleg", "How the sum came about; placeholders allowed."),
        ]
    )
}

/// A list that expressions look up: by one or more words, or by a number on a scale.
public struct LookupTable: Named {
    public internal(set) var name = ""
    /// What it holds.
    public internal(set) var title = Text.blank
    /// Whether its values are euros.
    public internal(set) var isMoney = true
    /// The rows.
    public internal(set) var rows: [Row] = []
    /// The value where no row fits.
    public internal(set) var otherwise: Amount?

    init() {}

    /// A row: found by its keys, or the last one whose `from` is not above the number.
    public struct Row: Described {
        /// The words by which it is found.
        public internal(set) var keys: [String] = []
        /// The number from which it holds.
        public internal(set) var from: Amount?
        /// Its value.
        public internal(set) var value = Amount.zero

        init() {}

        static let shape = Shape<Row>(
            "Rij",
            "Een rij van een tabel",
            "Found by its keys, or by a number on a scale.",
            [
                .list("sleutels", \.keys, .name, 0...3, "Sleutels", "Words by which it is found."),
                .free("vanaf", \.from, .amount, "Vanaf", "Number from which it holds."),
                .needed("waarde", \.value, .amount, "Waarde", "Its value."),
            ]
        )
    }

    static let shape = Shape<LookupTable>(
        "Tabel",
        "Een tabel",
        "A tariff or another list: by words, or by a number on a scale.",
        [
            .needed("naam", \.name, .name, "Naam", "Key; used as tabel('naam', …)."),
            .needed("titel", \.title, .text(150), "Titel", "What it holds."),
            .usual("inEuro", \.isMoney, .truth, "In euro", "Whether its values are euros."),
            .list("rijen", \.rows, .object, 1...200, "Rijen", "The rows."),
            .free("anders", \.otherwise, .amount, "Anders", "Value where no row fits."),
        ]
    )
}

extension LookupTable {
    /// How many words a row is found by; none on a scale.
    var keyCount: Int { rows.first?.keys.count ?? 0 }

    /// The value for the keys of a call.
    func value(for keys: [Operand]) -> Operand {
        let found = keyCount == 0 ? keys.first?.amount.flatMap(onScale) : byWords(keys)
        return (found ?? otherwise).map { isMoney ? .money($0) : .number($0) } ?? .empty
    }

    private func byWords(_ keys: [Operand]) -> Amount? {
        let words = keys.compactMap { if case .text(let text) = $0 { text } else { nil } }
        return rows.first { $0.keys == words }?.value
    }

    private func onScale(_ number: Amount) -> Amount? {
        rows.filter { ($0.from ?? .zero) <= number }.max { ($0.from ?? .zero) < ($1.from ?? .zero) }?.value
    }
}
