public import Kernel

/// A way in which a dossier can end (ZGW resultaattype).
public struct Outcome: Named {
    /// Its name, by which other parts of the document refer to it.
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
