import Kernel

/// A check that somebody outside the form answers, such as the map or a register.
public struct NamedCheck: Named {
    /// Its name, by which other parts of the document refer to it.
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
