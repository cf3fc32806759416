/// A sentence about answers together.
public struct FormWarning: Hashable, Sendable {
    /// Which warning of the type it is.
    public let name: String
    /// What it says.
    public let sentence: String
    /// The field at which it stands, if that is asked.
    public let field: String?
    /// The step on which it stands.
    public let step: String
    /// Whether the form cannot be sent as long as it is shown.
    public let blocks: Bool

    var fault: FieldFault { FieldFault(path: field ?? step, field: field ?? "", step: step, sentence: sentence) }
}
