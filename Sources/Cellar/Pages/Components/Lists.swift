public import Kernel

/// One question and its answer.
public struct SummaryRow: Sendable {
    let key: String
    let value: HTML
    let change: Href?

    /// Takes a fact; `change` leads to the step of the form where it can be changed.
    public init(_ key: String, _ value: HTML, change: Href? = nil) {
        (self.key, self.value, self.change) = (key, value, change)
    }

    /// Takes a fact that is plain text.
    public init(_ key: String, _ value: String, change: Href? = nil) {
        self.init(key, HTML("\(value)"), change: change)
    }
}

/// One document of a dossier.
public struct DocumentItem: Sendable {
    let title: String
    let link: Href
    let kind: String
    let size: FileSize?
    let day: Day
    let tag: HTML?
    let actions: HTML

    /// Takes a document; `kind` is its sort in words, such as *pdf* or *jpg*.
    public init(
        _ title: String,
        to link: Href,
        kind: String,
        size: FileSize?,
        day: Day,
        tag: HTML? = nil,
        actions: HTML = .empty
    ) {
        (self.title, self.link, self.kind, self.size) = (title, link, kind, size)
        (self.day, self.tag, self.actions) = (day, tag, actions)
    }
}

/// A place in the site that is worth a card: a task on the home page, a product, a neighbourhood.
public struct Card: Sendable {
    let title: String
    let text: String
    let link: Href
    let icon: Icon?
    let foot: HTML
    let isUrgent: Bool

    /// Takes a card; the whole card can be pressed, its title is the link. An urgent one waits for the reader, and says
    /// so in its text too.
    public init(
        _ title: String,
        _ text: String,
        to link: Href,
        icon: Icon? = nil,
        foot: [HTML] = [],
        isUrgent: Bool = false
    ) {
        (self.title, self.text, self.link, self.icon) = (title, text, link, icon)
        (self.foot, self.isUrgent) = (foot.isEmpty ? .empty : HTML("<div class=\"card-foot\">\(foot)</div>"), isUrgent)
    }
}

extension HTML {
    /// Facts in two columns, below each other on a phone: check-your-answers, data of a person, of a dossier.
    public static func summaryList(_ rows: [SummaryRow], in language: Language = .nl) -> HTML {
        let items = rows.map { row in
            HTML(
                """
                <div><dt>\(row.key)</dt><dd>\(row.value)</dd>\
                \(row.change.map { changeLink(row.key, $0, language) })</div>
                """
            )
        }
        return HTML("<dl class=\"summary\">\(items)</dl>")
    }

    /// Documents, a row each: title, sort, size and date in words.
    public static func documents(_ items: [DocumentItem], in language: Language = .nl) -> HTML {
        HTML("<ul class=\"documents\">\(items.map { documentRow($0, language) })</ul>")
    }

    /// Cards in a grid that becomes one column on a phone.
    public static func cards(_ cards: [Card], level: Int = 2) -> HTML {
        HTML("<ul class=\"cards\">\(cards.map { card($0, level) })</ul>")
    }

    /// A few figures, each with its name; at most seven on a page.
    public static func figures(_ figures: [(number: String, name: String)]) -> HTML {
        let items = figures.map { HTML("<div><dt>\($0.name)</dt><dd>\($0.number)</dd></div>") }
        return HTML("<dl class=\"figures\">\(items)</dl>")
    }

    private static func changeLink(_ key: String, _ link: Href, _ language: Language) -> HTML {
        HTML("<dd class=\"change\"><a href=\"\(link)\">\(Phrase.change, language)\(hidden(": \(key)"))</a></dd>")
    }

    private static func documentRow(_ item: DocumentItem, _ language: Language) -> HTML {
        let size = item.size.map { HTML("<span>\($0.written(in: language))</span> ") }
        return HTML(
            """
            <li>\(icon(.document))<div class="document-body"><a href="\(item.link)">\(item.title)</a>\
            <p class="meta"><span>\(item.kind)</span> \(size)<span>\(time(item.day, in: language))</span></p></div>\
            \(item.tag)\(HTML("<div class=\"row-actions\">\(item.actions)</div>"), if: !item.actions.isEmpty)</li>
            """
        )
    }

    private static func card(_ card: Card, _ level: Int) -> HTML {
        let heading =
            level == 3
            ? HTML("<h3><a href=\"\(card.link)\">\(card.title)</a></h3>")
            : HTML("<h2><a href=\"\(card.link)\">\(card.title)</a></h2>")
        return HTML(
            """
            <li class="card\(card.isUrgent ? " attention" : "")">\(card.icon.map { icon($0) })<div>\(heading)\
            <p>\(card.text)</p>\(card.foot)</div></li>
            """
        )
    }
}
