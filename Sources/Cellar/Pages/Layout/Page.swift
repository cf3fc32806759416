public import Kernel

/// A whole page: what stands around the content, and the content.
///
/// ```swift
/// var page = Page("Mijn dossiers", brand: town, door: .mine, in: language)
/// page.navigation = entries
/// page.main = HTML("<h1>Mijn dossiers</h1>\(list)")
/// let bytes = page.html.bytes
/// ```
/// The content brings its own `h1`. Nothing is inline: scripts and styles come from `Asset`, so that the strictest
/// content security policy holds on every page.
public struct Page: Sendable {
    /// How wide the content is.
    public enum Width: String, Sendable {
        /// Reading and overviews.
        case normal
        /// Forms and texts, one column.
        case narrow
        /// Tables at the desk.
        case full
    }

    /// The title, without door and town: these are added.
    public var title: String
    /// The reader's language.
    public var language: Language
    /// The town.
    public var brand: Brand
    /// Which navigation and strip.
    public var door: Door
    /// At most six entries.
    public var navigation: [NavigationItem] = []
    /// The pages above this one, from the second level on.
    public var breadcrumbs: [NavigationItem] = []
    /// Who is signed in.
    public var signedIn: SignedIn?
    /// Where one signs in, if nobody is.
    public var signIn: Href?
    /// The result of the post before, made with `HTML.flash`.
    public var flash: HTML?
    /// The same page in other languages.
    public var languages: [(language: Language, link: Href)] = []
    /// Whether a form has errors: the title then says so.
    public var hasErrors = false
    /// How wide the content is.
    public var width = Width.normal
    /// What stands above the content over the full width, such as the head of the home page; then without breadcrumbs
    /// and aside.
    public var hero: HTML?
    /// A global search of the desk.
    public var search: Href?
    /// The content.
    public var main = HTML.empty
    /// What stands beside the content, below it on a phone.
    public var aside: HTML?

    /// Begins a page.
    public init(_ title: String, brand: Brand, door: Door = .open, in language: Language = .nl) {
        (self.title, self.brand, self.door, self.language) = (title, brand, door, language)
    }

    /// The page in one buffer.
    public var html: HTML {
        HTML(
            """
            <!doctype html>
            <html lang="\(language.rawValue)">\(head)<body class="\(door.rawValue)\(door.isDense ? " dense" : "")">\
            <a class="skip" href="#inhoud">\(Phrase.skip, language)</a>\(header)\
            <div class="under">\(sideNavigation)<div class="content">\(actingBar)\(hero.map { below($0) } ?? middle)\
            </div></div>\
            \(footer)</body></html>

            """
        )
    }
}

extension Page {
    private var head: HTML {
        HTML(
            """
            <head><meta charset="utf-8"><title>\(fullTitle)</title>\
            <meta name="viewport" content="width=device-width, initial-scale=1">\
            <meta name="color-scheme" content="light dark">\
            <link rel="stylesheet" href="\(Asset.style.link)">\
            <link rel="icon" type="image/svg+xml" href="\(Asset.belfry.link)">\
            \(languages.map(alternate))<script type="module" src="\(Asset.script.link)"></script></head>
            """
        )
    }

    private var fullTitle: String {
        let parts = [title, door.phrase?[language], "\(brand.kind[language]) \(brand.name)"].compactMap { $0 }
        return (hasErrors ? Phrase.errorMark[language] + " " : "") + parts.joined(separator: " – ")
    }

    private func alternate(_ item: (language: Language, link: Href)) -> HTML {
        HTML("<link rel=\"alternate\" hreflang=\"\(item.language.rawValue)\" href=\"\(item.link)\">")
    }

    private var middle: HTML {
        let wrapped = HTML(
            """
            <main id="inhoud" tabindex="-1">\(flash)\(main)</main>\(aside.map { HTML("<aside>\($0)</aside>") })
            """
        )
        return HTML(
            """
            <div class="width \(width.rawValue)\(aside == nil ? "" : " with-aside")">\
            \(HTML.breadcrumbs(breadcrumbs, in: language))\(wrapped)</div>
            """
        )
    }

    /// The content below a head that is as wide as the window.
    private func below(_ hero: HTML) -> HTML {
        HTML(
            """
            <main id="inhoud" tabindex="-1">\(hero)<div class="width \(width.rawValue)">\(flash)\(main)</div></main>
            """
        )
    }

    private var actingBar: HTML {
        guard let name = signedIn?.actingFor else { return .empty }
        return HTML("<p class=\"acting\">\(HTML.icon(.people))\(Phrase.actingFor(name), language)</p>")
    }
}
