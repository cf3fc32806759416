public import Kernel

/// One moment of a dossier: what happened, is happening, or is expected.
public struct TimelineEvent: Sendable {
    /// Whether it is over.
    public enum State: Sendable { case done, current, expected }

    let state: State
    let title: String
    let when: HTML
    let who: String?
    let body: HTML
    let tag: HTML?

    /// Takes a moment. `when` is a day or an estimate in words; `who` the person or service that acted.
    public init(
        _ state: State,
        _ title: String,
        when: HTML,
        who: String? = nil,
        tag: HTML? = nil,
        body: HTML = .empty
    ) {
        (self.state, self.title, self.when, self.who, self.tag, self.body) = (state, title, when, who, tag, body)
    }
}

extension HTML {
    /// The course of a dossier, past and expected, in order of time. Each item says in a word where it stands, so
    /// that print, forced colours and screen readers tell the same.
    public static func timeline(_ events: [TimelineEvent], in language: Language = .nl) -> HTML {
        HTML("<ol class=\"timeline\">\(events.map { item($0, language) })</ol>")
    }

    private static func item(_ event: TimelineEvent, _ language: Language) -> HTML {
        let current = event.state == .current
        return HTML(
            """
            <li class="\(event.state.name)"\(attribute: "aria-current", current ? "step" : nil)>\
            <span class="marker">\(icon(event.state.icon))</span><div>\
            <p class="timeline-title">\(event.title)\(event.tag)</p><p class="timeline-meta">\
            <span class="timeline-state">\(event.state.phrase, language)</span> <span>\(event.when)</span>\
            \(event.who.map { HTML(" <span>\($0)</span>") })</p>\(event.body)</div></li>
            """
        )
    }
}

extension TimelineEvent.State {
    var name: String {
        switch self {
        case .done: "done"
        case .current: "current"
        case .expected: "expected"
        }
    }

    var phrase: Phrase {
        switch self {
        case .done: .done
        case .current: .current
        case .expected: .expected
        }
    }

    var icon: Icon {
        switch self {
        case .done: .check
        case .current: .dot
        case .expected: .circle
        }
    }
}
