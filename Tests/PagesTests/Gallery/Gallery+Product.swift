import Kernel
import Pages

extension Gallery {
    static func product() -> HTML {
        var page = Leiebeke.residentPage("Inname van het openbaar domein", "Producten")
        page.breadcrumbs = [
            NavigationItem("Start", to: "/"), NavigationItem("Producten", to: "/producten"),
            NavigationItem("Straat en stoep", to: "/producten?thema=straat"),
        ]
        page.main = [
            .pageHead("Toelating", "Inname van het openbaar domein"), introduction,
            .buttons([
                .linkButton("Start aanvraag", to: "/aanvragen/nieuw", icon: .arrowRight),
                .linkButton("Opnieuw aanvragen", to: "/aanvragen/nieuw?kopie=2025-000871", .secondary),
            ]),
            "<p class=\"meta\">Dit duurt ongeveer 8 minuten. Je kunt tussendoor stoppen.</p><hr>",
            .panel("Voor wie?", "<p>Voor inwoners, handelaars, aannemers en verenigingen.</p>"),
            .panel("Wat heb je nodig?", needed), .panel("Wat kost het?", feeTable()),
            .panel("Wat gebeurt er daarna?", afterwards), .details("Op welke regels steunt dit?", rules),
        ]
        page.aside = [
            .panel("In het kort", .summaryList(inShort), isBoxed: true), .panel("Vragen?", service, isBoxed: true),
        ]
        return page.html
    }

    private static let introduction: HTML = """
        <p class="lead">Wil je een terras, een container of een verhuislift op de stoep of straat zetten? \
        Vraag dan eerst toelating. Je krijgt meestal binnen 18 dagen antwoord.</p>
        """

    private static let needed: HTML = """
        <ul><li>een plan met de maten (een tekening met de hand is goed)</li>\
        <li>de dagen waarop je de plaats nodig hebt</li><li>je ondernemingsnummer, als je handelaar bent</li></ul>
        """

    private static let afterwards: HTML = """
        <ol><li>We kijken binnen 3 werkdagen na of alles volledig is.</li>\
        <li>Politie en brandweer geven advies.</li><li>Het college van burgemeester en schepenen beslist.</li></ol>
        """

    private static let rules: HTML = "<p>Reglement van de gemeenteraad van 15 december 2025.</p>"

    private static let inShort = [
        SummaryRow("Aanvragen", "uiterlijk 15 werkdagen vooraf"), SummaryRow("Prijs", "vanaf 12,50 euro"),
        SummaryRow("Antwoord", "9 op de 10 binnen 31 dagen"), SummaryRow("Aanmelden", "itsme of eID"),
    ]

    private static let service: HTML = """
        <p>Dienst Openbaar domein<br>Joris Maes</p><p><a href="tel:095550142">09 555 01 42</a></p>
        """
}
