public import Kernel

/// A value that an expression works with.
public enum Operand: Hashable, Sendable {
    /// Not filled in, or not known: it makes a sum empty and a condition untrue.
    case empty
    case boolean(Bool)
    case number(Amount)
    /// Euros.
    case money(Amount)
    case text(String)
    /// What was ticked in a multiple choice.
    case texts([String])
    case day(Day)
    /// The first and the last day of a period, both included.
    case span(Day, Day)

    /// What kinds of value there are; expressions are checked against them when a type is read.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case boolean, number, money, text, texts, day, span

        /// Its name in sentences.
        var word: String {
            switch self {
            case .boolean: "ja of nee"
            case .number: "een getal"
            case .money: "een bedrag"
            case .text: "een tekst"
            case .texts: "een lijst van keuzes"
            case .day: "een datum"
            case .span: "een periode"
            }
        }
    }

    /// The kind; nil for what is empty.
    public var kind: Kind? {
        switch self {
        case .empty: nil
        case .boolean: .boolean
        case .number: .number
        case .money: .money
        case .text: .text
        case .texts: .texts
        case .day: .day
        case .span: .span
        }
    }

    /// Whether this is a condition that holds.
    public var isTrue: Bool { self == .boolean(true) }

    /// The value for people, in Dutch; nothing for what is empty.
    public var written: String {
        switch self {
        case .empty: ""
        case .boolean(let value): value ? "ja" : "nee"
        case .number(let value): value.writtenNumber
        case .money(let value): value.writtenEuro
        case .text(let value): value
        case .texts(let values): values.joined(separator: ", ")
        case .day(let day): day.written()
        case .span(let first, let last): "\(first.written()) tot en met \(last.written())"
        }
    }
}
