import Dossiers
import Foundation
import Foyer
import Kernel
import Pages
import Web

/// What somebody looks for in the catalogue.
struct CatalogueSearch {
    let words: String
    let audience: Product.Audience?

    init(_ query: Pairs) throws(Refusal) {
        words = String((try query.single("zoek") ?? "").prefix(100))
        audience = (try query.single("voor")).flatMap { Product.Audience(rawValue: $0) }
    }

    var isEmpty: Bool { audience == nil && !words.contains { !$0.isWhitespace } }

    /// Whether a product has all the words, in its title, its text, its keywords or its theme, and is for the audience.
    func fits(_ type: DossierType) -> Bool {
        let product = type.product
        guard audience.map(product.audiences.contains) ?? true else { return false }
        let texts = [type.title.nl, product.what.nl, product.theme.title] + product.keywords
        let text = Self.plain(texts.joined(separator: " "))
        return words.split(whereSeparator: \.isWhitespace).allSatisfy { text.contains(Self.plain(String($0))) }
    }

    /// Without capitals and accents, so that `cafe` finds `café`.
    private static func plain(_ text: String) -> String {
        String(
            text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars.filter { scalar in
                !scalar.properties.isDiacritic
            }
        )
    }
}

/// The products of the town by theme.
func cataloguePage(_ sheet: Sheet, _ types: [DossierType], _ search: CatalogueSearch) -> Answer {
    var sheet = sheet
    let found = types.filter(search.fits)
    let audiences = Product.Audience.allCases.filter { audience in
        types.contains { $0.product.audiences.contains(audience) }
    }
    sheet.page.main = [
        "<h1>Wat wil je aanvragen?</h1>",
        searchForm(search, audiences),
    ]
    if !search.isEmpty { sheet.page.main += result(found.count, search) }
    for theme in Product.Theme.allCases {
        let cards = found.filter { $0.product.theme == theme }.map { type in
            Card(type.title.nl, type.product.what.nl, to: Href("/aanvragen/\(type.identification)"), icon: theme.icon)
        }
        if !cards.isEmpty { sheet.page.main += .panel(theme.title, .cards(cards, level: 3)) }
    }
    return sheet.answer()
}

/// The search, and for whom: links, so that a view can be mailed.
private func searchForm(_ search: CatalogueSearch, _ audiences: [Product.Audience]) -> HTML {
    let words = search.words.isEmpty ? [] : [(name: "zoek", value: search.words)]
    let all = NavigationItem(
        "Iedereen",
        to: words.isEmpty ? "/aanvragen" : .query(words),
        isCurrent: search.audience == nil
    )
    let items = audiences.map { audience in
        NavigationItem(
            audience.title,
            to: .query(words + [(name: "voor", value: audience.rawValue)]),
            isCurrent: audience == search.audience
        )
    }
    return HTML(
        """
        \(HTML.searchBox("Waarmee kunnen we je helpen?", to: "/aanvragen", value: search.words, name: "zoek"))\
        \(HTML.tabs("Voor wie", [all] + items), if: items.count > 1)
        """
    )
}

private func result(_ count: Int, _ search: CatalogueSearch) -> HTML {
    let what = search.words.isEmpty ? "" : " voor ‘\(search.words)’"
    guard count > 0 else {
        return .emptyState(
            .search,
            "Geen resultaten\(what)",
            "Probeer een ander woord, of neem contact op: we helpen je verder.",
            action: .linkButton("Toon alle producten", to: "/aanvragen", .secondary)
        )
    }
    return HTML(
        """
        <p role="status">\(count == 1 ? "1 product" : "\(String(count)) producten")\(what). \
        \(HTML.link("Toon alle producten", to: "/aanvragen"))</p>
        """
    )
}

extension Product.Audience {
    var title: String {
        switch self {
        case .resident: "Inwoners"
        case .business: "Ondernemingen"
        case .association: "Verenigingen"
        case .employee: "Medewerkers"
        case .board: "Bestuur"
        }
    }
}

extension Product.Theme {
    var title: String {
        switch self {
        case .administration: "Burgerzaken"
        case .building: "Bouwen en wonen"
        case .traffic: "Verkeer en parkeren"
        case .publicSpace: "Openbare ruimte"
        case .environment: "Milieu en natuur"
        case .business: "Ondernemen"
        case .leisure: "Vrije tijd"
        case .welfare: "Welzijn"
        case .participation: "Inspraak"
        case .inside: "Interne werking"
        }
    }

    var icon: Icon {
        switch self {
        case .administration: .passport
        case .building: .home
        case .traffic: .flag
        case .publicSpace: .cone
        case .environment: .tree
        case .business: .terrace
        case .leisure: .calendar
        case .welfare: .family
        case .participation: .people
        case .inside: .gear
        }
    }
}
