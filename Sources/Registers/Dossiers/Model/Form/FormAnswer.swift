public import Kernel

/// An answer that was understood.
public enum FormAnswer: Hashable, Sendable {
    /// A line or more of text, a choice, or a number that is written in a fixed way.
    case text(String)
    case choices([String])
    case number(Amount)
    case money(Amount)
    case yes(Bool)
    case day(Day)
    case span(Day, Day)
    case address(Address)
    case area(Area)
    case files([FileClaim])

    /// What expressions see of it.
    var operand: Operand {
        switch self {
        case .text(let text): .text(text)
        case .choices(let values): .texts(values)
        case .number(let value): .number(value)
        case .money(let value): .money(value)
        case .yes(let value): .boolean(value)
        case .day(let day): .day(day)
        case .span(let first, let last): .span(first, last)
        case .address(let address): .text(address.written)
        case .area(let area): .number(area.squareMetres)
        case .files(let files): .number(Amount(clamping: files.count))
        }
    }
}

/// An address as people write it.
public struct Address: Hashable, Sendable {
    /// The street's name.
    public var street: String
    /// The house number, with a letter perhaps.
    public var number: String
    /// The box, without the word.
    public var box: String?
    /// Four digits.
    public var postcode: String
    /// The municipality or part of it.
    public var town: String

    /// Takes the parts.
    public init(street: String, number: String, box: String? = nil, postcode: String, town: String) {
        (self.street, self.number, self.box) = (street, number, box)
        (self.postcode, self.town) = (postcode, town)
    }

    /// `Kerkstraat 12 bus 3, 9000 Gent`.
    public var written: String {
        "\(street) \(number)\(box.map { " bus \($0)" } ?? ""), \(postcode) \(town)"
    }
}

/// What was filled in and counts: answers to questions that were asked, and what checks from outside said then.
public struct Answers: Hashable, Sendable {
    /// Answers by field.
    public internal(set) var values: [String: FormAnswer]
    /// Whether each check found something.
    public internal(set) var checks: [String: Bool]

    /// Takes answers, as when a dossier is read back.
    public init(values: [String: FormAnswer] = [:], checks: [String: Bool] = [:]) {
        (self.values, self.checks) = (values, checks)
    }

    /// What expressions see of a field.
    func operand(_ name: String) -> Operand { values[name]?.operand ?? .empty }
}
