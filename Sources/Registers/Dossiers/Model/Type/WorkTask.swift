public import Kernel

/// A piece of work for somebody.
///
/// Tasks of one phase go side by side, unless one stands in the other's `after`.
public struct WorkTask: Named {
    /// Its name, by which other parts of the document refer to it.
    public internal(set) var name = ""
    /// The activity: a verb and its object.
    public internal(set) var title = Text.blank
    /// What completes it.
    public internal(set) var kind = Kind.work
    /// The phase in which it comes up.
    public internal(set) var phase = ""
    /// Who does it.
    public internal(set) var role = ""
    /// When it comes up at all; always, if left out.
    public internal(set) var when: Expression?
    /// Tasks that come first.
    public internal(set) var after: [String] = []
    /// Papers that must be there to complete it.
    public internal(set) var papers: [String] = []
    /// Advices that must be there to complete it.
    public internal(set) var advices: [String] = []
    /// By when it should be done.
    public internal(set) var due: Due?
    /// Whether the dossier goes on without it.
    public internal(set) var isOptional = false

    init() {}

    /// What completes a task: its own button, or the verb that does the same work.
    public enum Kind: String, CaseIterable, Sendable {
        /// Its own button.
        case work = "taak"
        /// Its own button, and from then on the dossier counts as complete.
        case completeness = "nazicht"
        /// Writing the decision.
        case draft = "ontwerp"
        /// Approving the draft.
        case approval = "goedkeuring"
        /// Deciding.
        case decision = "beslissing"
        /// Telling the applicant.
        case notice = "mededeling"
    }

    static let shape = Shape<WorkTask>(
        "Taak",
        "Een taak",
        "A piece of work. Tasks of one phase go side by side, unless 'na' orders them.",
        [
            .needed("naam", \.name, .name, "Naam", "Key within the document."),
            .needed("titel", \.title, .text(120), "Activiteit", "A verb and its object; the activity in mining."),
            .usual("soort", \.kind, .word, "Soort", "What completes it."),
            .needed("fase", \.phase, .name, "Fase", "Phase in which it comes up."),
            .needed("rol", \.role, .name, "Rol", "Who does it."),
            .free("als", \.when, .rule, "Als", "When it comes up at all."),
            .list("na", \.after, .name, 0...10, "Na", "Tasks that come first."),
            .list("stukken", \.papers, .name, 0...10, "Nodige stukken", "Papers needed to complete it."),
            .list("adviezen", \.advices, .name, 0...10, "Nodige adviezen", "Advices needed to complete it."),
            .free("tegen", \.due, .object, "Tegen", "By when."),
            .usual("vrij", \.isOptional, .truth, "Vrij", "The dossier goes on without it."),
        ]
    )
}
