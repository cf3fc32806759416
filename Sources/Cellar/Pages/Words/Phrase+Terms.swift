public import Kernel

extension Phrase {
    /// How many days are left until the last day: below zero is too late, zero is the last day itself.
    public static func daysLeft(_ days: Int) -> Phrase {
        switch days {
        case 0: Phrase(nl: "vandaag laatste dag", en: "last day today", fr: "dernier jour aujourd’hui")
        case 1: Phrase(nl: "nog 1 dag", en: "1 day left", fr: "encore 1 jour")
        case -1: Phrase(nl: "1 dag te laat", en: "1 day late", fr: "1 jour de retard")
        case ..<0: late(days.magnitude)
        default: Phrase(nl: "nog \(days) dagen", en: "\(days) days left", fr: "encore \(days) jours")
        }
    }

    /// The clock stands still; the day since when stands beside it.
    public static let suspended = Phrase(nl: "opgeschort", en: "suspended", fr: "suspendu")
    /// Before a day on which something began.
    public static let since = Phrase(nl: "sinds", en: "since", fr: "depuis le")

    /// The last day, as a line of its own.
    public static func lastDay(_ day: Day) -> Phrase {
        Phrase(
            nl: "Uiterlijk op \(day.written(.weekday, in: .nl))",
            en: "No later than \(day.written(.weekday, in: .en))",
            fr: "Au plus tard le \(day.written(.weekday, in: .fr))"
        )
    }

    /// The same in the middle of a sentence.
    public static func noLaterThan(_ day: Day) -> Phrase {
        Phrase(
            nl: "uiterlijk op \(day.written(.weekday, in: .nl))",
            en: "no later than \(day.written(.weekday, in: .en))",
            fr: "au plus tard le \(day.written(.weekday, in: .fr))"
        )
    }

    /// The resident's turn.
    public static let yourTurn = Phrase(nl: "Jij bent aan zet", en: "It is your turn", fr: "C’est à vous d’agir")
    /// The town's turn, as a resident reads it.
    public static let ourTurn = Phrase(nl: "Wij zijn aan zet", en: "It is our turn", fr: "C’est à nous d’agir")
    /// A third party's turn.
    public static func turnOf(_ who: String) -> Phrase {
        Phrase(nl: "\(who) is aan zet", en: "It is up to \(who)", fr: "C’est à \(who) d’agir")
    }
    /// Nobody has to do anything.
    public static let nobodysTurn = Phrase(
        nl: "Niemand moet nog iets doen",
        en: "Nobody needs to act",
        fr: "Plus personne ne doit agir"
    )
    /// Heading of the explanation of a last day.
    public static let howComputed = Phrase(
        nl: "Hoe is deze datum berekend?",
        en: "How was this date computed?",
        fr: "Comment cette date est-elle calculée ?"
    )

    private static func late(_ days: UInt) -> Phrase {
        Phrase(nl: "\(days) dagen te laat", en: "\(days) days late", fr: "\(days) jours de retard")
    }
}
