import Kernel

/// What is asked, in steps.
public struct Form: Described {
    /// The steps in order: one subject a page.
    public internal(set) var steps: [Step] = []
    /// Checks that are answered from outside, such as an overlap with another permit.
    public internal(set) var checks: [NamedCheck] = []
    /// Warnings and refusals about answers together.
    public internal(set) var warnings: [Warning] = []

    init() {}

    /// All fields in order.
    public var fields: [FormQuestion] { steps.flatMap(\.fields) }

    static let shape = Shape<Form>(
        "Formulier",
        "Een formulier",
        "Steps, checks from outside and warnings.",
        [
            .list("stappen", \.steps, .object, 1...15, "Stappen", "One subject a page."),
            .list("controles", \.checks, .object, 0...5, "Controles", "Checks answered from outside."),
            .list("waarschuwingen", \.warnings, .object, 0...10, "Waarschuwingen", "Warnings on answers together."),
        ]
    )
}
