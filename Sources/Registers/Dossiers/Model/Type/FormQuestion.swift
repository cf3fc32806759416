public import Kernel

/// One question.
public struct FormQuestion: Named {
    /// Its name, by which other parts of the document refer to it.
    public internal(set) var name = ""
    /// What kind of answer it takes.
    public internal(set) var kind = Kind.text
    /// The question, or the statement to accept.
    public internal(set) var title = Text.blank
    /// Help under the question.
    public internal(set) var hint: Text?
    /// Whether it must be answered, unless `requiredWhen` decides.
    public internal(set) var isRequired = true
    /// When it must be answered.
    public internal(set) var requiredWhen: Expression?
    /// When it is asked; always, if left out.
    public internal(set) var visible: Expression?
    /// The choices.
    public internal(set) var options: [Option] = []
    /// The least number, amount, or count of ticks.
    public internal(set) var least: Amount?
    /// The greatest number, amount, or count of ticks.
    public internal(set) var greatest: Amount?
    /// Whether a number must be whole.
    public internal(set) var isWhole = false
    /// What a number counts: `m²`, `personen`.
    public internal(set) var unit: String?
    /// Characters of a text at most.
    public internal(set) var longest: Int?
    /// The first day that can be chosen.
    public internal(set) var earliest: Expression?
    /// The last day that can be chosen.
    public internal(set) var latest: Expression?
    /// Days of a period at most, first and last included.
    public internal(set) var daysMost: Int?
    /// The kind of document that is added.
    public internal(set) var document: String?
    /// How many files at most.
    public internal(set) var filesMost = 1
    /// Where on earth an area may lie; left out, in the town.
    public internal(set) var box: BoundingBox?
    /// Whether mining may see the answer: it is no personal data and no free text.
    public internal(set) var isMarked = false

    init() {}

    /// A choice.
    public struct Option: Described {
        /// What is stored and what expressions compare with.
        public internal(set) var value = ""
        /// What people read.
        public internal(set) var title = Text.blank

        init() {}

        static let shape = Shape<Option>(
            "Keuze",
            "Een keuze",
            "A choice of a field.",
            [
                .needed("waarde", \.value, .name, "Waarde", "Stored; expressions compare with it."),
                .needed("titel", \.title, .text(150), "Titel", "What people read."),
            ]
        )
    }
}

extension FormQuestion {
    /// What a question takes as an answer.
    public enum Kind: String, CaseIterable, Sendable {
        case text = "tekst"
        case longText = "langeTekst"
        case number = "getal"
        case money = "bedrag"
        case date = "datum"
        /// From one day to another, both included.
        case period = "periode"
        case choice = "keuze"
        case choices = "meerkeuze"
        case yesNo = "jaNee"
        case address = "adres"
        /// An area drawn on the map.
        case area = "gebied"
        case mail = "email"
        case phone = "telefoon"
        /// A national number: secret, shown masked.
        case nationalNumber = "rijksregisternummer"
        case companyNumber = "ondernemingsnummer"
        case account = "rekeningnummer"
        case files = "bestand"
        /// A sentence that one must agree with.
        case statement = "verklaring"

        /// Whether the answer is stored sealed and shown masked.
        public var isSecret: Bool { self == .nationalNumber }

        /// What an expression sees of the answer.
        var operand: Operand.Kind {
            switch self {
            case .number, .area, .files: .number
            case .money: .money
            case .date: .day
            case .period: .span
            case .choices: .texts
            case .yesNo, .statement: .boolean
            default: .text
            }
        }
    }

    /// What an expression sees of the answer, with its choices.
    var entry: ExpressionScope.Entry { ExpressionScope.Entry(kind.operand, choices: Set(options.map(\.value))) }
}
