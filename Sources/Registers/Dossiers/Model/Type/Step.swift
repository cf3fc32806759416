public import Kernel

/// A page of the form.
public struct Step: Named {
    /// Its name, by which other parts of the document refer to it.
    public internal(set) var name = ""
    /// Its heading.
    public internal(set) var title = Text.blank
    /// What to know before filling it in.
    public internal(set) var intro: Text?
    /// When it is shown; always, if left out.
    public internal(set) var visible: Expression?
    /// The fields in order.
    public internal(set) var fields: [FormQuestion] = []

    init() {}

    static let shape = Shape<Step>(
        "Stap",
        "Een stap",
        "A page of the form.",
        [
            .needed("naam", \.name, .name, "Naam", "Key within the document; also in addresses."),
            .needed("titel", \.title, .text(80), "Titel", "Heading of the page."),
            .free("uitleg", \.intro, .text(), "Uitleg", "What to know before filling it in."),
            .free("tonenAls", \.visible, .rule, "Tonen als", "Condition over fields of earlier steps."),
            .list("velden", \.fields, .object, 1...30, "Velden", "The fields in order."),
        ]
    )
}
