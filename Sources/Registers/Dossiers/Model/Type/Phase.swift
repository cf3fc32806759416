public import Kernel

/// A stretch of the way, shown to the resident as one state.
public struct Phase: Named {
    public internal(set) var name = ""
    /// What officials call it; also ZGW's statustype.
    public internal(set) var title = Text.blank
    /// What the resident reads as the state.
    public internal(set) var publicTitle = Text.blank
    /// What happens meanwhile, for the resident.
    public internal(set) var publicText: Text?
    /// When a dossier goes through it at all; always, if left out.
    public internal(set) var when: Expression?
    /// When it begins; left out, when all that is needed before it is done.
    public internal(set) var entry: Expression?

    init() {}

    static let shape = Shape<Phase>(
        "Fase",
        "Een fase",
        "A stretch of the way (ZGW statustype).",
        [
            .needed("naam", \.name, .name, "Naam", "Key within the document."),
            .needed("titel", \.title, .text(80), "Titel", "Name for officials; ZGW statustype."),
            .needed("publiek", \.publicTitle, .text(80), "Publieke status", "State as the resident reads it."),
            .free("uitleg", \.publicText, .text(500), "Uitleg", "What happens meanwhile, for the resident."),
            .free("als", \.when, .rule, "Als", "When a dossier goes through it at all."),
            .free("begintAls", \.entry, .rule, "Begint als", "Default: all tasks and advices before it are done."),
        ]
    )
}

/// A piece of work for somebody.
///
/// Tasks of one phase go side by side, unless one stands in the other's `after`.
public struct WorkTask: Named {
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

/// By when something should be done.
public struct Due: Described {
    /// How long.
    public internal(set) var length = Period.blank
    /// Counted from what.
    public internal(set) var anchor = Anchor.opened
    /// Whether only working days count.
    public internal(set) var inWorkingDays = false

    init() {}

    /// From or until what a due day is counted.
    public enum Anchor: String, CaseIterable, Sendable {
        /// After the task came up.
        case opened = "naBegin"
        /// After the dossier was received.
        case received = "naOntvangst"
        /// After the dossier was complete.
        case complete = "naVolledig"
        /// Before the legal last day.
        case beforeLastDay = "voorUitersteDag"
    }

    static let shape = Shape<Due>(
        "Tegen",
        "Een eigen termijn van een taak",
        "By when something should be done.",
        [
            .needed("duur", \.length, .period, "Duur", "ISO 8601 duration."),
            .usual("geteld", \.anchor, .word, "Geteld", "From or until what."),
            .usual("werkdagen", \.inWorkingDays, .truth, "Werkdagen", "Only working days count; days and weeks only."),
        ]
    )
}

/// An advice that another department or body gives.
public struct Advice: Named {
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

/// What an advice says.
public enum AdviceOutcome: String, CaseIterable, Hashable, Sendable {
    case favourable = "gunstig"
    case conditional = "voorwaardelijk"
    case unfavourable = "ongunstig"
    /// The adviser has nothing to say, or did not answer in time.
    case none = "geen"
}
