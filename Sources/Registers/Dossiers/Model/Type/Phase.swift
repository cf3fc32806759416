public import Kernel

/// A stretch of the way, shown to the resident as one state.
public struct Phase: Named {
    /// Its name, by which other parts of the document refer to it.
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
