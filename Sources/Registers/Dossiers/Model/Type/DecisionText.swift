public import Kernel

/// The text of a decision.
public struct DecisionText: Named {
    /// Its name, by which other parts of the document refer to it.
    public internal(set) var name = ""
    /// Its heading.
    public internal(set) var title = Text.blank
    /// The results for which it can be used.
    public internal(set) var outcomes: [String] = []
    /// The body that decides, as it signs.
    public internal(set) var body = Text.blank
    /// What led to the decision.
    public internal(set) var considerations: [Block] = []
    /// What is decided, article by article.
    public internal(set) var articles: [Block] = []
    /// Whether it is made as a PDF/A; otherwise a message is the decision.
    public internal(set) var isPDF = true

    init() {}

    static let shape = Shape<DecisionText>(
        "Beslissingstekst",
        "De tekst van een beslissing",
        "The text of a decision.",
        [
            .needed("naam", \.name, .name, "Naam", "Key within the document."),
            .needed("titel", \.title, .text(200), "Titel", "Its heading."),
            .list("resultaten", \.outcomes, .name, 1...10, "Resultaten", "Results for which it can be used."),
            .needed("orgaan", \.body, .text(150), "Orgaan", "The body that decides, as it signs."),
            .list("overwegingen", \.considerations, .object, 0...30, "Overwegingen", "What led to the decision."),
            .list("artikelen", \.articles, .object, 1...30, "Artikelen", "What is decided, article by article."),
            .usual("pdf", \.isPDF, .truth, "Als pdf", "Made as a PDF/A; otherwise a message is the decision."),
        ]
    )
}
