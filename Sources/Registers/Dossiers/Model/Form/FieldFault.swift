/// What is wrong with an answer: where, and the way out.
public struct FieldFault: Hashable, Sendable {
    /// The part of the form to which the error summary links: `periode.van`.
    public let path: String
    /// The field.
    public let field: String
    /// The step on which it stands.
    public let step: String
    /// What is wrong and the way out, in plain Dutch.
    public let sentence: String

    /// Notes a fault.
    public init(path: String, field: String, step: String, sentence: String) {
        (self.path, self.field, self.step, self.sentence) = (path, field, step, sentence)
    }
}
