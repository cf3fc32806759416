import Kernel
import Pages

extension Gallery {
    /// Tables, documents, cards, tabs, pages, search, map.
    static func lists() -> HTML {
        var page = Leiebeke.residentPage("Lijsten", "Buurtdossiers")
        let figures = [("312", "open dossiers"), ("94%", "op tijd"), ("18 dagen", "gemiddeld")]
        page.main = [
            "<h1>Lijsten</h1>", .tabs("Dossiers", tabItems), feeTable(),
            .pagination(page: 4, of: 12) { "?pagina=\($0)" }, .panel("Documenten", myDocuments()),
            .panel("Gegevens", .summaryList(answers)),
            .panel("Werken in de buurt", .map("Kaart van de werken", places)),
            .panel("Cijfers", .figures(figures)), .panel("Zoeken", .searchBox("Zoek een product", to: "/producten")),
            .emptyState(.document, "Je hebt nog geen dossiers.", "Wat je aanvraagt, komt hier te staan."),
        ]
        return page.html
    }

    private static let tabItems = [
        NavigationItem("Bij jou", to: "?wie=jij", count: 1, isCurrent: true),
        NavigationItem("Bij ons", to: "?wie=wij", count: 3), NavigationItem("Afgerond", to: "?wie=niemand", count: 12),
    ]

    static func feeTable() -> HTML {
        let rows: [(String, String, Int)] = [
            ("Terras", "per m² en per jaar", 3_500), ("Container", "per dag", 1_250),
            ("Verhuislift", "per halve dag", 2_000),
        ]
        return HTML.table(
            "Retributie in 2026",
            [
                TableColumn("Inname"), TableColumn("Eenheid"),
                TableColumn("Bedrag", isNumber: true, sort: "?sorteer=bedrag", order: .descending),
            ],
            rows: rows.map { [HTML("\($0)"), HTML("\($1)"), HTML("\(Money(cents: $2).written(.table))")] }
        )
    }

    static func myDocuments() -> HTML {
        HTML.documents([
            DocumentItem(
                "Ontvangstbewijs",
                to: "/d/1",
                kind: "pdf",
                size: FileSize(bytes: 84_000),
                day: .on("2026-06-08"),
                actions: HTML.button("Bewaren", .quiet, icon: .download, about: "Ontvangstbewijs")
            ),
            DocumentItem(
                "Inplantingsplan terras Kerkstraat",
                to: "/d/2",
                kind: "pdf",
                size: FileSize(bytes: 1_240_000),
                day: .on("2026-06-08"),
                tag: HTML.tag("Nagekeken op virussen", .good)
            ),
            DocumentItem("Advies brandweer", to: "/d/3", kind: "pdf", size: nil, day: .on("2026-06-15")),
        ])
    }

    static let places = [
        Place("Kerkstraat", "Nieuwe riolering, tot en met 3 juli 2026", to: "/buurt/kerkstraat"),
        Place("Molenhoek", "38 woningen, openbaar onderzoek loopt", to: "/buurt/molenhoek"),
    ]

    static let answers = [
        SummaryRow("Wat wil je plaatsen?", "Een terras", change: "/aanvragen/1/stap/1"),
        SummaryRow("Waar?", "Kerkstraat 12\n9899 Leiebeke", change: "/aanvragen/1/stap/2"),
        SummaryRow("Oppervlakte", "12,5 m²", change: "/aanvragen/1/stap/2"),
        SummaryRow(
            "Periode",
            "van woensdag 1 juli 2026 tot en met woensdag 30 september 2026",
            change: "/aanvragen/1/stap/3"
        ),
        SummaryRow("Plan", HTML("<a href=\"/d/2\">inplantingsplan-terras.pdf</a>"), change: "/aanvragen/1/stap/3"),
    ]
}
