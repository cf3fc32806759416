/// What an expression can ask for. The raw value is the word in the document.
public enum Function: String, CaseIterable, Hashable, Sendable {
    /// `als(voorwaarde, dan, anders)`; only the branch that counts is worked out.
    case choose = "als"
    /// The least of two or more numbers or amounts.
    case least = "min"
    /// The greatest of two or more numbers or amounts.
    case greatest = "max"
    /// To the nearest multiple of the second argument, or of one.
    case round = "rond"
    /// Up to a multiple of the second argument, or of one.
    case roundUp = "naarBoven"
    /// Down to a multiple of the second argument, or of one.
    case roundDown = "naarBeneden"
    /// How many days a period has, first and last included; or from one date to another.
    case days = "dagen"
    /// The first day of a period.
    case first = "begin"
    /// The last day of a period.
    case last = "einde"
    /// The date written in a text: `datum('2026-07-01')`.
    case date = "datum"
    /// The date so many days later: `plusDagen(vandaag, 14)`.
    case plusDays = "plusDagen"
    /// The year of a date.
    case year = "jaar"
    /// A number as euros.
    case euro = "euro"
    /// The row of a table: `tabel('tarief', zone)`.
    case table = "tabel"
    /// Whether something is filled in.
    case filled = "ingevuld"
    /// Whether a choice is among those ticked: `bevat(toestellen, 'kraan')`.
    case contains = "bevat"
    /// How many choices are ticked.
    case count = "aantal"
    /// The answer of a check from outside: true if it found something.
    case check = "controle"
    /// Whether a task is completed.
    case task = "taakKlaar"
    /// The outcome of an advice: `gunstig`, `voorwaardelijk`, `ongunstig`, `geen`; empty as long as there is none.
    case advice = "advies"
    /// Whether a paper of that kind is in the dossier.
    case paper = "stuk"

    /// What its text argument names, if the document declares that.
    enum Reference: Hashable, Sendable { case table, check, task, advice, paper }

    var reference: Reference? {
        switch self {
        case .table: .table
        case .check: .check
        case .task: .task
        case .advice: .advice
        case .paper: .paper
        default: nil
        }
    }

    /// How many arguments it takes.
    var arguments: ClosedRange<Int> {
        switch self {
        case .choose: 3...3
        case .least, .greatest: 2...8
        case .round, .roundUp, .roundDown: 1...2
        case .days: 1...2
        case .plusDays, .contains: 2...2
        case .table: 2...4
        default: 1...1
        }
    }
}
