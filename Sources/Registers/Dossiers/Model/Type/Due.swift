public import Kernel

/// By when something should be done.
public struct Due: Described {
    /// How long.
    public internal(set) var length = Period.blank
    /// Counted from what.
    public internal(set) var anchor = Anchor.opened
    /// The day, for `beforeDay` and `afterDay`.
    public internal(set) var day: Expression?
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
        /// Before or after a day that an expression gives, such as the first day of what was asked.
        case beforeDay = "voorDatum"
        case afterDay = "naDatum"

        /// Whether it is counted from a day that an expression gives.
        var needsDay: Bool { self == .beforeDay || self == .afterDay }
    }

    static let shape = Shape<Due>(
        "Tegen",
        "Een eigen termijn van een taak",
        "By when something should be done.",
        [
            .needed("duur", \.length, .period, "Duur", "ISO 8601 duration."),
            .usual("geteld", \.anchor, .word, "Geteld", "From or until what."),
            .free("datum", \.day, .rule, "Datum", "Expression giving a date, for voorDatum and naDatum."),
            .usual("werkdagen", \.inWorkingDays, .truth, "Werkdagen", "Only working days count; days and weeks only."),
        ]
    )
}
