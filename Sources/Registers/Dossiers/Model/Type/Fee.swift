import Kernel

/// What a dossier costs: lines that are added up, with an explanation each.
public struct Fee: Described {
    /// The lines in order.
    public internal(set) var lines: [FeeLine] = []
    /// The least that is asked, if anything is.
    public internal(set) var least: Amount?
    /// The most that is asked.
    public internal(set) var most: Amount?
    /// When it must be paid.
    public internal(set) var due = Due.withDecision
    /// The regulation that sets it.
    public internal(set) var basis: String?

    init() {}

    /// When a fee must be paid.
    public enum Due: String, CaseIterable, Sendable {
        case beforeWork = "voorBehandeling", withDecision = "bijBeslissing", afterwards = "achteraf"
    }

    static let shape = Shape<Fee>(
        "Retributie",
        "Een retributie",
        "Lines that are added up.",
        [
            .list("lijnen", \.lines, .object, 1...20, "Lijnen", "The lines in order."),
            .free("minstens", \.least, .amount, "Minstens", "Least that is asked, if anything is."),
            .free("hoogstens", \.most, .amount, "Hoogstens", "Most that is asked."),
            .usual("betalen", \.due, .word, "Betalen", "When it must be paid."),
            .free("rechtsgrond", \.basis, .line(300), "Rechtsgrond", "The regulation that sets it."),
        ]
    )
}
