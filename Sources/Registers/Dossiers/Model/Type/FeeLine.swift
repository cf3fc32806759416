public import Kernel

/// One line of a fee.
public struct FeeLine: Named {
    /// Its name, by which other parts of the document refer to it.
    public internal(set) var name = ""
    /// What is paid for.
    public internal(set) var title = Text.blank
    /// When the line counts; always, if left out.
    public internal(set) var when: Expression?
    /// The sum of euros; it may use the lines above by their name.
    public internal(set) var sum = Expression.blank
    /// How the sum came about, with its figures.
    public internal(set) var explanation: TemplateText?

    init() {}

    static let shape = Shape<FeeLine>(
        "Lijn",
        "Een lijn van de retributie",
        "One line of a fee.",
        [
            .needed("naam", \.name, .name, "Naam", "Key; lines below may use it."),
            .needed("titel", \.title, .text(150), "Titel", "What is paid for."),
            .free("als", \.when, .rule, "Als", "When the line counts."),
            .needed("formule", \.sum, .rule, "Formule", "Expression giving euros."),
            .free("uitleg", \.explanation, .template(500), "Uitleg", "How the sum came about; placeholders allowed."),
        ]
    )
}
