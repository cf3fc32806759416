/// The form of a text: a regular expression for people and documents, and a test that decides.
public struct Pattern: Sendable {
    /// As the OpenAPI document shows it (ECMA 262).
    public let expression: String
    /// The code of the fault when a text has another form.
    public let code: String
    let matches: @Sendable (UnsafeBufferPointer<UInt8>) -> Bool

    /// Takes a form; the expression and the test must say the same.
    public init(
        _ expression: String,
        code: String = "invalid",
        matches: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Bool
    ) {
        (self.expression, self.code, self.matches) = (expression, code, matches)
    }

    /// Decimal digits only.
    public static let digits = Pattern("^[0-9]*$", code: "only-digits") { $0.allSatisfy { $0 &- 0x30 < 10 } }
}
