import Kernel
import Pages

extension Gallery {
    static func decision() -> HTML {
        var page = Leiebeke.deskPage("Beslissing 2026-001234", "Dossiers")
        page.width = .full
        page.breadcrumbs = [
            NavigationItem("Werklijst", to: "/werk"), NavigationItem("2026-001234", to: "/werk/dossiers/2026-001234"),
        ]
        page.main = [
            .pageHead("Terras Kerkstraat 12", "Voorstel van beslissing", facts: ["2026-001234", .tag("Concept")]),
            .notice(.attention, "Deze beslissing wordt openbaar.", warning),
            .form(to: "/werk/beslissing", isGuarded: true, editor),
        ]
        page.aside = [
            .panel("Adviezen", .tasks(advice), isBoxed: true), .panel("Vorige beslissing", earlier, isBoxed: true),
            .panel("Rechtsgrond", grounds, isBoxed: true),
        ]
        return page.html
    }

    private static let warning: HTML = """
        <p>Kijk na of er geen persoonsgegevens in staan. Publiceer uiterlijk op 16 juli 2026.</p>
        """

    private static let editor: HTML = [
        .radios(FormField("resultaat", "Voorstel"), outcomes, chosen: "voorwaarden"),
        .textArea(reasons, reasonsText, rows: 6, max: 4_000), .textArea(conditions, conditionsText, rows: 4),
        .dateRange(
            FormField("geldig", "Geldig"),
            from: DateParts(.on("2026-07-01")),
            until: DateParts(.on("2026-09-30"))
        ),
        .select(FormField("zitting", "Naar welke zitting?"), sessions, chosen: "1"),
        .buttons([
            .button("Bezorg aan goedkeurder"), .button("Bewaar concept", .secondary, name: "bewaar", value: "ja"),
            .button("Toon de brief", .quiet, icon: .eye, name: "brief", value: "ja"),
        ]),
    ]

    private static let outcomes = [
        FormChoice("ja", "Goedkeuren"), FormChoice("voorwaarden", "Goedkeuren met voorwaarden"),
        FormChoice("nee", "Weigeren"),
    ]
    private static let reasons = FormField(
        "motivering",
        "Motivering",
        hint: "Waarom? In gewone woorden: de aanvrager leest dit mee."
    )
    private static let reasonsText = """
        De stoep is 3,2 meter breed. Na plaatsing blijft 1,7 meter vrij, meer dan de 1,5 meter van het reglement. \
        De brandweer adviseert gunstig op 15 juni 2026.
        """
    private static let conditions = FormField(
        "voorwaarden",
        "Voorwaarden",
        hint: "Eén voorwaarde per regel.",
        isOptional: true
    )
    private static let conditionsText = "Het terras is leeg om 22 uur.\nDe bloembakken staan ’s nachts binnen."
    private static let sessions = [
        FormChoice("1", "College van maandag 29 juni 2026"), FormChoice("2", "College van maandag 6 juli 2026"),
    ]
    private static let earlier: HTML = """
        <p><a href="/werk/dossiers/2025-000871">2025-000871</a>: goedgekeurd, 2 voorwaarden, 2 klachten.</p>
        """
    private static let grounds: HTML = """
        <ul><li>Decreet lokaal bestuur, artikel 56</li><li>Reglement inname, 15 december 2025</li></ul>
        """
}
