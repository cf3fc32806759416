import Kernel

/// A sentence that is shown when answers together ask for it.
public struct Warning: Named {
    /// Its name, by which other parts of the document refer to it.
    public internal(set) var name = ""
    /// When it is shown.
    public internal(set) var when = Expression.blank
    /// What it says.
    public internal(set) var text = TemplateText.blank
    /// The field at which it stands, if it belongs to one.
    public internal(set) var field: String?
    /// Whether one cannot send the form as long as it is shown.
    public internal(set) var blocks = false

    init() {}

    static let shape = Shape<Warning>(
        "Waarschuwing",
        "Een waarschuwing",
        "A sentence shown when answers together ask for it.",
        [
            .needed("naam", \.name, .name, "Naam", "Key within the document."),
            .needed("als", \.when, .rule, "Als", "Condition over fields and checks."),
            .needed("tekst", \.text, .template(500), "Tekst", "What it says; placeholders allowed."),
            .free("veld", \.field, .name, "Bij veld", "Field at which it stands."),
            .usual("houdtTegen", \.blocks, .truth, "Houdt tegen", "Whether the form cannot be sent while shown."),
        ]
    )
}
