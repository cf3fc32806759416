public import Kernel

/// Who is to act in a dossier now.
public enum Turn: Sendable, Hashable {
    /// The reader.
    case you
    /// The town, as the resident sees it.
    case town
    /// A service, company or person by name.
    case other(String)
    /// Nobody: the dossier is closed.
    case nobody

    var phrase: Phrase {
        switch self {
        case .you: .yourTurn
        case .town: .ourTurn
        case .other(let name): .turnOf(name)
        case .nobody: .nobodysTurn
        }
    }

    var word: Phrase {
        switch self {
        case .you: Phrase(nl: "Jij", en: "You", fr: "Vous")
        case .town: Phrase(nl: "Wij", en: "We", fr: "Nous")
        case .other(let name): Phrase(nl: name, en: name, fr: name)
        case .nobody: Phrase(nl: "Niemand", en: "Nobody", fr: "Personne")
        }
    }

    var tone: Tone {
        switch self {
        case .you: .attention
        case .town, .other: .info
        case .nobody: .good
        }
    }

    var icon: Icon {
        switch self {
        case .you: .person
        case .town: .building
        case .other: .people
        case .nobody: .checkCircle
        }
    }
}

/// The last day of a step, and how it came about.
public struct LastDay: Sendable, Hashable {
    /// The day itself still counts.
    public let day: Day
    /// Days from today; below zero is late.
    public let daysLeft: Int
    /// How it was computed: start, suspensions, holidays, a line each; empty if there is nothing to explain.
    public let explanation: [String]

    /// Takes a last day as the dossier computed it.
    public init(_ day: Day, daysLeft: Int, explanation: [String] = []) {
        (self.day, self.daysLeft, self.explanation) = (day, daysLeft, explanation)
    }
}

extension HTML {
    /// *Wie is aan zet, en tegen wanneer?* On every dossier, first thing below the title.
    ///
    /// `what` is one sentence that says what happens now; `action` the one button that does it.
    public static func actBanner(
        _ turn: Turn,
        _ what: String,
        by last: LastDay? = nil,
        action: HTML? = nil,
        in language: Language = .nl
    ) -> HTML {
        HTML(
            """
            <section class="act \(turn.tone.rawValue)" aria-labelledby="aan-zet">\
            <div class="act-icon">\(icon(turn.icon))</div><div class="act-body">\
            <h2 id="aan-zet">\(turn.phrase, language)</h2><p>\(what)</p>\
            \(last.map { lastDay($0, language) })\(action.map { HTML("<div class=\"act-action\">\($0)</div>") })\
            </div></section>
            """
        )
    }

    /// The same in a row of a list: a shape and a sentence, or one word where the column says what it is about.
    public static func turn(_ turn: Turn, isShort: Bool = false, in language: Language = .nl) -> HTML {
        let phrase = isShort ? turn.word : turn.phrase
        return HTML("<span class=\"turn \(turn.tone.rawValue)\">\(icon(turn.icon))\(phrase, language)</span>")
    }

    private static func lastDay(_ last: LastDay, _ language: Language) -> HTML {
        let lines = last.explanation.map { HTML("<li>\($0)</li>") }
        let why = details(Phrase.howComputed[language], HTML("<ul>\(lines)</ul>"))
        return HTML(
            """
            <p class="act-day"><strong>\(Phrase.lastDay(last.day), language)</strong> \
            \(tag(Phrase.daysLeft(last.daysLeft)[language], last.daysLeft < 0 ? .bad : .neutral, icon: .clock))</p>\
            \(why, if: !lines.isEmpty)
            """
        )
    }
}
