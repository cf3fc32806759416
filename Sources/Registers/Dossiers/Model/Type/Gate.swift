public import Kernel

/// What must hold before something may happen.
public struct Gate: Named {
    /// Its name, by which other parts of the document refer to it.
    public internal(set) var name = ""
    /// Before what it stands.
    public internal(set) var before = Moment.decision
    /// What it asks.
    public internal(set) var kind = Kind.fourEyes
    /// The papers that must be there.
    public internal(set) var papers: [String] = []
    /// The advices that must be there; left out, all that are required.
    public internal(set) var advices: [String] = []
    /// The condition that must hold.
    public internal(set) var condition: Expression?
    /// Why one cannot go on, for the official.
    public internal(set) var text = Text.blank

    init() {}

    /// Before what a gate stands.
    public enum Moment: String, CaseIterable, Sendable {
        case draft = "ontwerp", approval = "goedkeuring", decision = "beslissing", notice = "mededeling"
    }

    /// What a gate asks.
    public enum Kind: String, CaseIterable, Sendable {
        /// Somebody else than the author of the draft.
        case fourEyes = "vierOgen"
        case papers = "stukken"
        case advices = "adviezen"
        case feePaid = "betaald"
        case condition = "voorwaarde"
    }

    static let shape = Shape<Gate>(
        "Poort",
        "Een poort",
        "What must hold before something may happen.",
        [
            .needed("naam", \.name, .name, "Naam", "Key within the document."),
            .needed("voor", \.before, .word, "Voor", "Before what it stands."),
            .needed("soort", \.kind, .word, "Soort", "What it asks."),
            .list("stukken", \.papers, .name, 0...10, "Stukken", "Papers that must be there."),
            .list("adviezen", \.advices, .name, 0...10, "Adviezen", "Left out: all that are required."),
            .free("voorwaarde", \.condition, .rule, "Voorwaarde", "Condition that must hold."),
            .needed("tekst", \.text, .text(300), "Tekst", "Why one cannot go on."),
        ]
    )
}
