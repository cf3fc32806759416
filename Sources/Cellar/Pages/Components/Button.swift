public import Kernel

/// How much a button asks for attention.
public enum ButtonKind: String, Sendable {
    /// The one thing this page is for; at most one on a page.
    case primary
    /// Everything else one may do.
    case secondary
    /// What cannot be undone, such as deleting.
    case danger
    /// A small action inside a row or a card.
    case quiet
}

extension HTML {
    /// A button that acts: it sends its form.
    ///
    /// Never disable it while fields are wrong: the server answers with a summary of the errors. To go somewhere
    /// without changing anything use `linkButton`. `name` and `value` tell which of several buttons was pressed.
    /// With `about` a screen reader hears what it acts on: *Verwijderen* becomes *Verwijderen: plan.pdf*.
    public static func button(
        _ label: String,
        _ kind: ButtonKind = .primary,
        icon: Icon? = nil,
        name: String? = nil,
        value: String? = nil,
        about: String? = nil
    ) -> HTML {
        HTML(
            """
            <button class="button \(kind.rawValue)" type="submit"\(attribute: "name", name)\
            \(attribute: "value", value)>\(inside(label, icon, about))</button>
            """
        )
    }

    /// A link that looks like a button: the way into a journey, such as *Start aanvraag*.
    public static func linkButton(
        _ label: String,
        to link: Href,
        _ kind: ButtonKind = .primary,
        icon: Icon? = nil,
        about: String? = nil
    ) -> HTML {
        HTML("<a class=\"button \(kind.rawValue)\" href=\"\(link)\">\(inside(label, icon, about))</a>")
    }

    /// A link in text. A link to another site says so in words, and never opens a new window.
    public static func link(_ label: String, to link: Href, outside language: Language? = nil) -> HTML {
        guard let language else { return HTML("<a href=\"\(link)\">\(label)</a>") }
        return HTML(
            """
            <a href="\(link)" rel="noreferrer">\(label)\(icon(.external))\
            <span class="hidden"> (\(Phrase.otherSite, language))</span></a>
            """
        )
    }

    /// Buttons beside each other, below each other on a phone; the primary one first.
    public static func buttons(_ buttons: [HTML]) -> HTML {
        HTML("<div class=\"buttons\">\(buttons)</div>")
    }

    /// Further actions behind the word *Meer*: a disclosure of links and buttons, which needs no script.
    public static func moreMenu(_ items: [HTML], in language: Language = .nl) -> HTML {
        let entries = items.map { HTML("<li>\($0)</li>") }
        return HTML(
            """
            <details class="more" data-menu><summary class="button secondary">\(Phrase.more, language)\
            \(icon(.chevronDown))</summary><ul>\(entries)</ul></details>
            """
        )
    }

    private static func inside(_ label: String, _ icon: Icon?, _ about: String?) -> HTML {
        HTML("\(icon.map { HTML.icon($0) })\(label)\(about.map { hidden(": \($0)") })")
    }
}
