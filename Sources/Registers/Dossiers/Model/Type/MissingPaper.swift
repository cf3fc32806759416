public import Kernel

/// How long a missing paper is waited for.
public struct MissingPaper: Described {
    /// How long the applicant has to answer.
    public internal(set) var answer = MissingPaper.days(14)
    /// How long after the question the reminder goes out.
    public internal(set) var reminder = MissingPaper.days(10)
    /// How long after the last day to answer the dossier may be stopped.
    public internal(set) var stop = MissingPaper.days(14)

    init() {}

    private static func days(_ count: Int) -> Period { Period(days: count) ?? .blank }

    static let shape = Shape<MissingPaper>(
        "OntbrekendStuk",
        "Wachten op een ontbrekend stuk",
        "How a missing paper is waited for.",
        [
            .usual("antwoord", \.answer, .period, "Antwoorden binnen", "How long the applicant has."),
            .usual("herinnering", \.reminder, .period, "Herinnering na", "How long after the question."),
            .usual("stopzetting", \.stop, .period, "Stopzetting na", "How long after the last day to answer."),
        ]
    )
}
