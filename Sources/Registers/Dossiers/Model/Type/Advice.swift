public import Kernel

/// An advice that another department or body gives.
public struct Advice: Named {
    /// Its name, by which other parts of the document refer to it.
    public internal(set) var name = ""
    /// Whose advice it is.
    public internal(set) var title = Text.blank
    /// What is asked.
    public internal(set) var question = Text.blank
    /// The phase in which it is asked.
    public internal(set) var phase = ""
    /// Who gives it.
    public internal(set) var role = ""
    /// When it is asked at all; always, if left out.
    public internal(set) var when: Expression?
    /// By when.
    public internal(set) var due: Due?
    /// Whether the dossier waits for it.
    public internal(set) var isRequired = true
    /// What holds when the due day has passed without an advice.
    public internal(set) var silence = Silence.wait

    init() {}

    /// What holds when no advice came in time.
    public enum Silence: String, CaseIterable, Sendable {
        case wait = "wachten", favourable = "gunstig", without = "zonderAdvies"
    }

    static let shape = Shape<Advice>(
        "Advies",
        "Een advies",
        "An advice that another department or body gives.",
        [
            .needed("naam", \.name, .name, "Naam", "Key within the document."),
            .needed("titel", \.title, .text(80), "Titel", "Whose advice it is."),
            .needed("vraag", \.question, .text(500), "Vraag", "What is asked."),
            .needed("fase", \.phase, .name, "Fase", "Phase in which it is asked."),
            .needed("rol", \.role, .name, "Rol", "Who gives it."),
            .free("als", \.when, .rule, "Als", "When it is asked at all."),
            .free("tegen", \.due, .object, "Tegen", "By when."),
            .usual("verplicht", \.isRequired, .truth, "Verplicht", "The dossier waits for it."),
            .usual("bijStilte", \.silence, .word, "Bij stilte", "What holds when the due day has passed."),
        ]
    )
}
