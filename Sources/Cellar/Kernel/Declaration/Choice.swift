/// One of a closed list of texts: `enum Archiefstatus: String, Choice`.
public protocol Choice: FieldValue, CaseIterable, RawRepresentable where RawValue == String {
    /// What the choice is called for people.
    var label: String { get }
}

extension Choice {
    /// The choices as they stand, with their labels.
    public static var kind: FieldKind { .choice(allCases.map { ($0.rawValue, $0.label) }) }
    /// The text itself.
    public var stored: Value { .text(rawValue) }

    /// `nog_niet` becomes `Nog niet`.
    public var label: String {
        let words = rawValue.replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    public init?(stored: Value) {
        guard case .text(let text) = stored else { return nil }
        self.init(rawValue: text)
    }
}
