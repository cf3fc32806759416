public import Kernel

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
