import Kernel

/// A heading, paragraph or point of a text.
public struct Block: Described {
    /// What it is.
    public internal(set) var kind = Kind.paragraph
    /// What it says.
    public internal(set) var text = TemplateText.blank
    /// When it is there; always, if left out.
    public internal(set) var when: Expression?

    init() {}

    /// What a block is on the page.
    public enum Kind: String, CaseIterable, Sendable {
        case heading = "kop", paragraph = "alinea", point = "punt"
    }

    static let shape = Shape<Block>(
        "Blok",
        "Een blok tekst",
        "A heading, paragraph or point.",
        [
            .usual("soort", \.kind, .word, "Soort", "What it is on the page."),
            .needed("tekst", \.text, .template(), "Tekst", "What it says; placeholders between braces."),
            .free("als", \.when, .rule, "Als", "When it is there."),
        ]
    )
}
