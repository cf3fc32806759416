/// A number as it stood in the document.
public enum JSONNumber: Hashable, Sendable {
    /// A whole number without fraction or exponent that fits 64 bits.
    case integer(Int64)
    /// Any other number: its characters, exact, and the nearest double, always finite.
    case decimal(text: String, value: Double)

    /// The nearest double.
    public var double: Double {
        switch self {
        case .integer(let value): Double(value)
        case .decimal(_, let value): value
        }
    }
}
