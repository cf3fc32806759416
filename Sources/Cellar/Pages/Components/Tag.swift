public import Kernel

/// What a status means to the reader; each has a colour *and* a shape, because colours alone cannot be told apart.
public enum Tone: String, CaseIterable, Sendable {
    /// Nothing to do, or not begun.
    case neutral
    /// Running.
    case info
    /// Good, done.
    case good
    /// Near its last day, or waiting for somebody.
    case attention
    /// Late, refused, wrong.
    case bad

    var icon: Icon {
        switch self {
        case .neutral: .circle
        case .info: .dot
        case .good: .check
        case .attention: .diamond
        case .bad: .triangle
        }
    }
}

extension HTML {
    /// A status: text with a shape. Plain text, never focusable and never in the colour of a link, since a tag that
    /// looks like a button gets clicked.
    public static func tag(_ label: String, _ tone: Tone = .neutral, icon: Icon? = nil) -> HTML {
        HTML("<span class=\"tag \(tone.rawValue)\">\(HTML.icon(icon ?? tone.icon))\(label)</span>")
    }

    /// How a last day stands: `nog 3 dagen`, `2 dagen te laat`, with shape and colour; the date stands beside it.
    ///
    /// Near is five days or less, as in the worklist's groups.
    public static func term(_ day: Day, daysLeft: Int, in language: Language = .nl) -> HTML {
        let tone: Tone = daysLeft < 0 ? .bad : daysLeft <= nearDays ? .attention : .neutral
        let icon: Icon = daysLeft < 0 ? .triangle : daysLeft <= nearDays ? .diamond : .dot
        return HTML(
            """
            <span class="term">\(tag(Phrase.daysLeft(daysLeft)[language], tone, icon: icon))\
            \(time(day, .table, in: language))</span>
            """
        )
    }

    /// A term whose clock stands still.
    public static func suspendedTerm(since day: Day, in language: Language = .nl) -> HTML {
        HTML(
            """
            <span class="term">\(tag(Phrase.suspended[language], .neutral, icon: .pause))\
            <span class="meta">\(Phrase.since, language) \(time(day, .table, in: language))</span></span>
            """
        )
    }

    /// A day for people and for machines.
    public static func time(_ day: Day, _ style: Day.Style = .text, in language: Language = .nl) -> HTML {
        HTML("<time datetime=\"\(iso: day)\">\(day.written(style, in: language))</time>")
    }

    /// A moment on Brussels clocks, for people and for machines.
    public static func time(_ instant: Instant, _ style: Day.Style = .text, in language: Language = .nl) -> HTML {
        let reading = BrusselsTime.reading(at: instant)
        return HTML("<time datetime=\"\(instant.description)\">\(reading.written(style, in: language))</time>")
    }

    private static let nearDays = 5
}

extension HTML.Interpolation {
    /// Content of the town in the reader's language; where it falls back on Dutch it says so to screen readers.
    public mutating func appendInterpolation(_ text: Text, _ language: Language) {
        let written = text.language(for: language)
        if written == language {
            appendInterpolation(text[language])
        } else {
            appendInterpolation(HTML("<span lang=\"\(written.rawValue)\">\(text[language])</span>"))
        }
    }
}
