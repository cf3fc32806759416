public import Kernel

/// A place on a map, which also stands in the list beside it.
public struct Place: Sendable {
    let title: String
    let text: String
    let link: Href?

    /// Takes a place; its number on the map is its place in the list.
    public init(_ title: String, _ text: String, to link: Href? = nil) {
        (self.title, self.text, self.link) = (title, text, link)
    }
}

extension HTML {
    /// A search field with a visible label and a button with a word; a GET form, so that a result can be mailed.
    public static func searchBox(
        _ label: String,
        to action: Href,
        value: String = "",
        name: String = "q",
        isLarge: Bool = false,
        in language: Language = .nl
    ) -> HTML {
        let id = Anchor("zoek").part(name)
        return HTML(
            """
            <form class="search\(isLarge ? " large" : "")" role="search" method="get" action="\(action)">\
            <label for="\(id)">\(label)</label><div class="search-row">\
            <input type="search" id="\(id)" name="\(name)" value="\(value)" autocomplete="off" enterkeyhint="search">\
            <button class="button primary" type="submit">\(icon(.search))\(Phrase.search, language)</button>\
            </div></form>
            """
        )
    }

    /// Places on a map. The numbered list is the truth, the map an extra that a script may draw in its frame; without
    /// it a quiet picture stands there and says where to look.
    public static func map(_ label: String, _ places: [Place], in language: Language = .nl) -> HTML {
        let items = places.map { place in
            let title = place.link.map { HTML("<a href=\"\($0)\">\(place.title)</a>") } ?? HTML("\(place.title)")
            return HTML("<li><p class=\"place-title\">\(title)</p><p class=\"meta\">\(place.text)</p></li>")
        }
        return HTML(
            """
            <figure class="map"><div class="map-frame" data-map>\(icon(.pin))<p>\(Phrase.mapFallback, language)</p>\
            </div><figcaption>\(label)</figcaption><ol class="places">\(items)</ol></figure>
            """
        )
    }
}

extension HTML {
    /// The filters of a list, a chip each that takes the filter away, and a link that takes all away. The choice lives
    /// in the address, so that a view can be mailed.
    public static func filters(
        _ filters: [(label: String, without: Href)],
        clear: Href,
        in language: Language = .nl
    ) -> HTML {
        guard !filters.isEmpty else { return .empty }
        let chips = filters.map { filter in
            HTML(
                """
                <li><a href="\(filter.without)">\(filter.label)\(icon(.cross))\
                \(hidden(" " + Phrase.leaveOut[language]))</a></li>
                """
            )
        }
        return HTML(
            "<ul class=\"filters\">\(chips)<li>\(link(Phrase.clearFilters[language], to: clear))</li></ul>"
        )
    }
}
