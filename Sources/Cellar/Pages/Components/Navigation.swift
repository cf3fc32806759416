public import Kernel

/// A page on the way to this one, or an entry of a menu, or a tab.
public struct NavigationItem: Sendable {
    let title: String
    let link: Href
    let icon: Icon?
    let count: Int?
    let isCurrent: Bool

    /// Takes an entry; `count` is shown behind the title, such as the number of messages.
    public init(_ title: String, to link: Href, icon: Icon? = nil, count: Int? = nil, isCurrent: Bool = false) {
        (self.title, self.link, self.icon, self.count, self.isCurrent) = (title, link, icon, count, isCurrent)
    }
}

extension HTML {
    /// The way back, from the second level on; the page itself is not in it, it stands in the heading below.
    public static func breadcrumbs(_ items: [NavigationItem], in language: Language = .nl) -> HTML {
        guard !items.isEmpty else { return .empty }
        let crumbs = items.map { HTML("<li><a href=\"\($0.link)\">\($0.title)</a></li>") }
        return HTML("<nav class=\"crumbs\" aria-label=\"\(Phrase.youAreHere, language)\"><ol>\(crumbs)</ol></nav>")
    }

    /// Several views of one thing, each with an address of its own: links, so they work without script, can be mailed
    /// and go back with the browser's button. For sections of one page use headings.
    public static func tabs(_ label: String, _ items: [NavigationItem], in language: Language = .nl) -> HTML {
        HTML("<nav class=\"tabs\" aria-label=\"\(label)\"><ul>\(items.map { entry($0, language) })</ul></nav>")
    }

    /// The pages of a list: first, last and those around the current one. Nothing if all fits on one page.
    public static func pagination(
        page: Int,
        of count: Int,
        in language: Language = .nl,
        to link: (Int) -> Href
    ) -> HTML {
        guard count > 1 else { return .empty }
        let page = min(max(1, page), count)
        var items: [HTML] = []
        if page > 1 { items.append(step(.previous, .arrowLeft, link(page - 1), "prev", language)) }
        var last = 0
        for number in shownPages(page, count) {
            if number > last + 1 { items.append(HTML("<li class=\"gap\" aria-hidden=\"true\">…</li>")) }
            items.append(pageLink(number, page, link(number), language))
            last = number
        }
        if page < count { items.append(step(.next, .arrowRight, link(page + 1), "next", language)) }
        return HTML("<nav class=\"pages\" aria-label=\"\(Phrase.pages, language)\"><ul>\(items)</ul></nav>")
    }

    /// The same page in the other languages.
    public static func languageSwitch(_ links: [(language: Language, link: Href)], current: Language) -> HTML {
        let items = links.map { item in
            let code = item.language.rawValue
            return HTML(
                """
                <li><a href="\(item.link)" lang="\(code)" hreflang="\(code)"\
                \(attribute: "aria-current", item.language == current ? "true" : nil)>\
                <span aria-hidden="true">\(code.uppercased())</span>\(hidden(name(item.language)))</a></li>
                """
            )
        }
        return HTML("<nav class=\"languages\" aria-label=\"\(Phrase.language, current)\"><ul>\(items)</ul></nav>")
    }

    static func entry(_ item: NavigationItem, _ language: Language) -> HTML {
        let count = item.count.map { HTML(" <span class=\"count\">\($0.written(in: language))</span>") }
        return HTML(
            """
            <li><a href="\(item.link)"\(attribute: "aria-current", item.isCurrent ? "page" : nil)>\
            \(item.icon.map { icon($0) })<span>\(item.title)</span>\(count)</a></li>
            """
        )
    }

    private static func name(_ language: Language) -> String {
        switch language {
        case .nl: "Nederlands"
        case .en: "English"
        case .fr: "Français"
        }
    }

    private static func shownPages(_ page: Int, _ count: Int) -> [Int] {
        let near = max(1, page - 1)...min(count, page + (page < count ? 1 : 0))
        return Set([1, count]).union(near).sorted()
    }

    private static func pageLink(_ number: Int, _ page: Int, _ link: Href, _ language: Language) -> HTML {
        HTML(
            """
            <li><a href="\(link)" aria-label="\(Phrase.page(number), language)"\
            \(attribute: "aria-current", number == page ? "page" : nil)>\(number.written(in: language))</a></li>
            """
        )
    }

    private static func step(
        _ phrase: Phrase,
        _ icon: Icon,
        _ link: Href,
        _ relation: String,
        _ language: Language
    ) -> HTML {
        HTML(
            """
            <li class="\(relation)"><a href="\(link)" rel="\(relation)">\(HTML.icon(icon))\
            <span>\(phrase, language)</span></a></li>
            """
        )
    }
}
