public import Kernel

/// A list that expressions look up: by one or more words, or by a number on a scale.
public struct LookupTable: Named {
    /// Its name, by which other parts of the document refer to it.
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
