import Kernel

/// A law or regulation that a type rests on.
public struct LegalBasis: Described {
    /// As one cites it.
    public internal(set) var citation = ""
    /// The article.
    public internal(set) var article: String?
    /// Where it can be read.
    public internal(set) var source: String?
    /// Whether somebody who knows the law has checked the reference.
    public internal(set) var isChecked = false

    init() {}

    static let shape = Shape<LegalBasis>(
        "Rechtsgrond",
        "Een rechtsgrond",
        "A law or regulation.",
        [
            .needed("tekst", \.citation, .line(300), "Tekst", "As one cites it."),
            .free("artikel", \.article, .line(100), "Artikel", "The article."),
            .free("bron", \.source, .line(300), "Bron", "Where it can be read."),
            .usual("nagekeken", \.isChecked, .truth, "Nagekeken", "Whether a lawyer has checked the reference."),
        ]
    )
}
