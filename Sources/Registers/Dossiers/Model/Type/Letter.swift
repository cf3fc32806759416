public import Kernel

/// A letter or mail to the applicant.
public struct Letter: Named {
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

/// The text of a decision.
public struct DecisionText: Named {
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

/// A way in which a dossier can end (ZGW resultaattype).
public struct Outcome: Named {
    public internal(set) var name = ""
    /// What officials call it.
    public internal(set) var title = Text.blank
    /// What it means for the applicant.
    public internal(set) var meaning = Meaning.granted
    /// What it says to the applicant, in a sentence.
    public internal(set) var text = Text.blank
    /// How one can object.
    public internal(set) var appeal: Appeal?
    /// Whether it rests on a decision that is taken and notified.
    public internal(set) var needsDecision = true

    init() {}

    /// What a result means for the applicant.
    public enum Meaning: String, CaseIterable, Sendable {
        case granted = "toegekend", partly = "gedeeltelijk", refused = "geweigerd", done = "afgehandeld"
        case withdrawn = "ingetrokken", inadmissible = "onontvankelijk", stopped = "stopgezet"

        /// Whether one gets there by deciding, and not by ending earlier.
        public var isDecided: Bool {
            switch self {
            case .granted, .partly, .refused, .done: true
            case .withdrawn, .inadmissible, .stopped: false
            }
        }
    }

    static let shape = Shape<Outcome>(
        "Resultaat",
        "Een resultaat",
        "A way in which a dossier can end (ZGW resultaattype).",
        [
            .needed("naam", \.name, .name, "Naam", "Key within the document."),
            .needed("titel", \.title, .text(80), "Titel", "Name for officials; ZGW resultaattype."),
            .needed("betekenis", \.meaning, .word, "Betekenis", "What it means for the applicant."),
            .needed("tekst", \.text, .text(500), "Tekst", "What it says to the applicant, in a sentence."),
            .free("beroep", \.appeal, .object, "Beroep", "How one can object."),
            .usual("beslissing", \.needsDecision, .truth, "Met beslissing", "Rests on a decision that is notified."),
        ]
    )
}

/// How one can object to a decision.
public struct Appeal: Described {
    /// Where.
    public internal(set) var place = Text.blank
    /// How long after one was told; left out, there is no term.
    public internal(set) var within: Period?
    /// How.
    public internal(set) var how = Text.blank
    /// The law.
    public internal(set) var basis: String?

    init() {}

    static let shape = Shape<Appeal>(
        "Beroep",
        "Hoe je beroep aantekent",
        "How one can object to a decision.",
        [
            .needed("waar", \.place, .text(200), "Waar", "Body or court."),
            .free("binnen", \.within, .period, "Binnen", "Counted from the day after the notice."),
            .needed("hoe", \.how, .text(500), "Hoe", "How one does it."),
            .free("rechtsgrond", \.basis, .line(300), "Rechtsgrond", "The law."),
        ]
    )
}

/// How long a dossier is kept, and what happens then.
public struct Retention: Described {
    /// The selection rule, as in the Flemish register of series.
    public internal(set) var rule = ""
    /// What happens at the end.
    public internal(set) var nomination = Nomination.destroy
    /// How long after the dossier is closed.
    public internal(set) var term: Period?

    init() {}

    /// ZGW `archiefnominatie`.
    public enum Nomination: String, CaseIterable, Sendable {
        case keep = "blijvend_bewaren", destroy = "vernietigen"
    }

    static let shape = Shape<Retention>(
        "Bewaring",
        "De bewaring",
        "How long a dossier is kept, and what happens then.",
        [
            .needed("regel", \.rule, .line(300), "Selectieregel", "As in the Flemish register of series."),
            .needed("nominatie", \.nomination, .word, "Nominatie", "ZGW archiefnominatie."),
            .free("termijn", \.term, .period, "Termijn", "After the dossier is closed (ZGW archiefactietermijn)."),
        ]
    )
}
