public import Kernel

/// What is asked, in steps.
public struct Form: Described {
    /// The steps in order: one subject a page.
    public internal(set) var steps: [Step] = []
    /// Checks that are answered from outside, such as an overlap with another permit.
    public internal(set) var checks: [NamedCheck] = []
    /// Warnings and refusals about answers together.
    public internal(set) var warnings: [Warning] = []

    init() {}

    /// All fields in order.
    public var fields: [Field] { steps.flatMap(\.fields) }

    static let shape = Shape<Form>(
        "Formulier",
        "Een formulier",
        "Steps, checks from outside and warnings.",
        [
            .list("stappen", \.steps, .object, 1...15, "Stappen", "One subject a page."),
            .list("controles", \.checks, .object, 0...5, "Controles", "Checks answered from outside."),
            .list("waarschuwingen", \.warnings, .object, 0...10, "Waarschuwingen", "Warnings on answers together."),
        ]
    )
}

/// A page of the form.
public struct Step: Named {
    public internal(set) var name = ""
    /// Its heading.
    public internal(set) var title = Text.blank
    /// What to know before filling it in.
    public internal(set) var intro: Text?
    /// When it is shown; always, if left out.
    public internal(set) var visible: Expression?
    /// The fields in order.
    public internal(set) var fields: [Field] = []

    init() {}

    static let shape = Shape<Step>(
        "Stap",
        "Een stap",
        "A page of the form.",
        [
            .needed("naam", \.name, .name, "Naam", "Key within the document; also in addresses."),
            .needed("titel", \.title, .text(80), "Titel", "Heading of the page."),
            .free("uitleg", \.intro, .text(), "Uitleg", "What to know before filling it in."),
            .free("tonenAls", \.visible, .rule, "Tonen als", "Condition over fields of earlier steps."),
            .list("velden", \.fields, .object, 1...30, "Velden", "The fields in order."),
        ]
    )
}

/// A check that somebody outside the form answers, such as the map or a register.
public struct NamedCheck: Named {
    public internal(set) var name = ""
    /// What it looks for.
    public internal(set) var kind = Kind.overlap
    /// The fields that it looks at.
    public internal(set) var fields: [String] = []

    init() {}

    /// Checks that the platform can answer.
    public enum Kind: String, CaseIterable, Sendable {
        /// Another dossier of this type takes the same place on the same days.
        case overlap = "overlapping"
        /// The place lies in a zone on the map.
        case inZone = "inZone"
        /// The applicant has a running dossier of this type.
        case running = "lopendDossier"
        /// The applicant is a resident of the town.
        case resident = "inwoner"
        /// What is asked for is free on those days.
        case available = "bezet"
    }

    static let shape = Shape<NamedCheck>(
        "Controle",
        "Een controle van buiten",
        "A check that the platform answers; its answer is read with controle('naam').",
        [
            .needed("naam", \.name, .name, "Naam", "Key within the document."),
            .needed("soort", \.kind, .word, "Soort", "What is looked for."),
            .list("velden", \.fields, .name, 0...5, "Velden", "Fields that it looks at."),
        ]
    )
}

/// A sentence that is shown when answers together ask for it.
public struct Warning: Named {
    public internal(set) var name = ""
    /// When it is shown.
    public internal(set) var when = Expression.blank
    /// What it says.
    public internal(set) var text = TemplateText.blank
    /// The field at which it stands, if it belongs to one.
    public internal(set) var field: String?
    /// Whether one cannot send the form as long as it is shown.
    public internal(set) var blocks = false

    init() {}

    static let shape = Shape<Warning>(
        "Waarschuwing",
        "Een waarschuwing",
        "A sentence shown when answers together ask for it.",
        [
            .needed("naam", \.name, .name, "Naam", "Key within the document."),
            .needed("als", \.when, .rule, "Als", "Condition over fields and checks."),
            .needed("tekst", \.text, .template(500), "Tekst", "What it says; placeholders allowed."),
            .free("veld", \.field, .name, "Bij veld", "Field at which it stands."),
            .usual("houdtTegen", \.blocks, .truth, "Houdt tegen", "Whether the form cannot be sent while shown."),
        ]
    )
}
