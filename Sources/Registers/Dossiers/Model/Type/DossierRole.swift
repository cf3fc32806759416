public import Kernel

/// Somebody who takes part, by function.
public struct DossierRole: Named {
    /// Its name, by which other parts of the document refer to it.
    public internal(set) var name = ""
    /// What people call it.
    public internal(set) var title = Text.blank
    /// What the role does.
    public internal(set) var kind = Kind.handler
    /// The code of its department; left out it is the department of the type.
    public internal(set) var department: String?

    init() {}

    /// What a role does in a dossier.
    public enum Kind: String, CaseIterable, Sendable {
        case handler = "behandelaar", adviser = "adviseur", approver = "goedkeurder", decider = "beslisser"
        case desk = "balie"
    }

    static let shape = Shape<DossierRole>(
        "Rol",
        "Een rol",
        "Somebody who takes part, by function.",
        [
            .needed("naam", \.name, .name, "Naam", "Key within the document."),
            .needed("titel", \.title, .text(80), "Titel", "Name for people."),
            .needed("soort", \.kind, .word, "Soort", "What the role may do."),
            .free("dienst", \.department, .slug, "Dienst", "Department; left out, that of the type."),
        ]
    )
}
