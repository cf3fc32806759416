import Kernel

/// A letter or mail to the applicant.
public struct Letter: Named {
    /// Its name, by which other parts of the document refer to it.
    public internal(set) var name = ""
    /// What it is for.
    public internal(set) var kind = Kind.receipt
    /// The subject.
    public internal(set) var subject = TemplateText.blank
    /// What it says, block by block.
    public internal(set) var blocks: [Block] = []
    /// Whether a PDF goes with it and is kept in the dossier.
    public internal(set) var isPDF = false

    init() {}

    /// What a letter is for.
    public enum Kind: String, CaseIterable, Sendable {
        case receipt = "ontvangst"
        case question = "vraag"
        case reminder = "herinnering"
        case stopped = "stopzetting"
        case withdrawn = "intrekking"
        case inadmissible = "onontvankelijk"
        case extended = "verlenging"
        case decision = "beslissing"
        case correction = "verbetering"
        case reopened = "heropening"
    }

    static let shape = Shape<Letter>(
        "Brief",
        "Een brief",
        "A letter or mail to the applicant; placeholders between braces.",
        [
            .needed("naam", \.name, .name, "Naam", "Key within the document."),
            .needed("soort", \.kind, .word, "Soort", "What it is for."),
            .needed("onderwerp", \.subject, .template(200), "Onderwerp", "The subject."),
            .list("blokken", \.blocks, .object, 1...40, "Blokken", "What it says, block by block."),
            .usual("pdf", \.isPDF, .truth, "Als pdf", "Whether a PDF goes with it and is kept."),
        ]
    )
}
