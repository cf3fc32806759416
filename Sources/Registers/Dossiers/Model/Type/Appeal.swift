public import Kernel

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
