import Kernel
import Pages

extension Gallery {
    static func noResults() -> HTML {
        var page = Leiebeke.residentPage("Zoeken", "Producten")
        page.main = [
            "<h1>Zoeken</h1>", .searchBox("Zoek in Leiebeke", to: "/zoeken", value: "trouwboekje"), "<hr>",
            .emptyState(
                .search,
                "Geen resultaten voor “trouwboekje”",
                "Bedoel je huwelijk of uittreksel? Of bel 09 555 01 00.",
                action: .linkButton("Toon alle producten", to: "/producten", .secondary)
            ),
        ]
        return page.html
    }

    static func english() -> HTML {
        var page = Page("Use of public space", brand: Leiebeke.brand, in: .en)
        page.languages = Leiebeke.languages
        page.signIn = "/en/sign-in"
        page.navigation = [
            NavigationItem("Products", to: "/en/products", isCurrent: true),
            NavigationItem("Contact", to: "/en/contact"),
        ]
        let name = Text(nl: "Inname van het openbaar domein", en: "Use of public space")
        let note = Text(nl: "Reglement van de gemeenteraad van 15 december 2025")
        let last = LastDay(.on("2026-06-30"), daysLeft: 1)
        page.main = [
            "<h1>\(name, .en)</h1><p>\(note, .en)</p>",
            .actBanner(.you, "Send us a plan with measurements.", by: last, in: .en),
            .pagination(page: 2, of: 3, in: .en) { "?page=\($0)" },
        ]
        return page.html
    }
}
