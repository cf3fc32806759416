public import Kernel

/// A term: how long the town, or somebody else, has by law or by promise.
public struct Term: Named {
    /// Its name, by which other parts of the document refer to it.
    public internal(set) var name = ""
    /// What it is for.
    public internal(set) var title = Text.blank
    /// The law or regulation.
    public internal(set) var basis: String?
    /// From when it runs; the first day does not count itself.
    public internal(set) var start = Start.receipt
    /// How long.
    public internal(set) var length = Period.blank
    /// Whether only working days count.
    public internal(set) var inWorkingDays = false
    /// How it stands still when a paper is missing; not at all, if left out.
    public internal(set) var suspension: Suspension?
    /// How it can be made longer; not at all, if left out.
    public internal(set) var extend: Extension?
    /// Whether a last day on which nobody works moves.
    public internal(set) var shift = Shift.stays
    /// Whose term it is.
    public internal(set) var binds = Bound.town
    /// What holds when it passes.
    public internal(set) var lapse = Lapse()

    init() {}

    /// From when a term runs.
    public enum Start: String, CaseIterable, Sendable {
        case receipt = "ontvangst", completeness = "volledigheid"
    }

    /// Whether the last day moves from a weekend or holiday to the next working day.
    public enum Shift: String, CaseIterable, Sendable {
        case stays = "blijft", nextWorkingDay = "volgendeWerkdag"

        var term: TermShift { self == .stays ? .none : .nextWorkingDay }
    }

    /// Whose term it is.
    public enum Bound: String, CaseIterable, Sendable {
        case town = "bestuur", applicant = "aanvrager"
    }

    static let shape = Shape<Term>(
        "Termijn",
        "Een termijn",
        "How long the town, or somebody else, has by law or by promise.",
        [
            .needed("naam", \.name, .name, "Naam", "Key within the document."),
            .needed("titel", \.title, .text(120), "Titel", "What it is for."),
            .free("rechtsgrond", \.basis, .line(300), "Rechtsgrond", "The law or regulation."),
            .usual("begint", \.start, .word, "Begint", "From when it runs; that day itself does not count."),
            .needed("duur", \.length, .period, "Duur", "ISO 8601 duration."),
            .usual("werkdagen", \.inWorkingDays, .truth, "Werkdagen", "Only working days count; days and weeks only."),
            .free("opschorting", \.suspension, .object, "Opschorting", "Stands still while a paper is missing."),
            .free("verlenging", \.extend, .object, "Verlenging", "How it can be made longer."),
            .usual("verschuift", \.shift, .word, "Verschuift", "Whether the last day moves off weekends and holidays."),
            .usual("bindt", \.binds, .word, "Bindt", "Whose term it is."),
            .usual("bijVerstrijken", \.lapse, .object, "Bij verstrijken", "What holds when it passes."),
        ]
    )
}

extension Term {
    /// How a term stands still from the question for a missing paper until the paper is there.
    public struct Suspension: Described {
        /// How many days it stands still at most, all questions together.
        public internal(set) var daysMost: Int?

        init() {}

        static let shape = Shape<Suspension>(
            "Opschorting",
            "Een opschorting",
            "The term stands still from the question for a missing paper until the paper is there.",
            [
                .free("dagenHoogstens", \.daysMost, .whole(1...3_660), "Dagen hoogstens", "All questions together.")
            ]
        )
    }

    /// How a term can be made longer.
    public struct Extension: Described {
        /// By how much each time.
        public internal(set) var length = Period.blank
        /// How often.
        public internal(set) var times = 1

        init() {}

        static let shape = Shape<Extension>(
            "Verlenging",
            "Een verlenging",
            "How a term can be made longer, with a reason each time.",
            [
                .needed("duur", \.length, .period, "Duur", "By how much each time."),
                .usual("keren", \.times, .whole(1...10), "Keren", "How often."),
            ]
        )
    }

    /// What holds when a term passes.
    public struct Lapse: Described {
        /// What the law makes of silence.
        public internal(set) var effect = Effect.nothing
        /// What the applicant can do then.
        public internal(set) var text: Text?

        init() {}

        /// What the law makes of silence.
        public enum Effect: String, CaseIterable, Sendable {
            case nothing = "geen", granted = "toegekend", refused = "geweigerd", appeal = "beroepOpen"
        }

        static let shape = Shape<Lapse>(
            "Verstrijken",
            "Wat er geldt als de termijn verstrijkt",
            "What holds when a term passes.",
            [
                .usual("gevolg", \.effect, .word, "Gevolg", "What the law makes of silence."),
                .free("tekst", \.text, .text(500), "Tekst", "What the applicant can do then."),
            ]
        )
    }
}
