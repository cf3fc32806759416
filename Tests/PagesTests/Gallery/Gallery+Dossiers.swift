import Kernel
import Pages

extension Gallery {
    static func myDossiers() -> HTML {
        var page = Leiebeke.counterPage("Mijn dossiers")
        let columns = [TableColumn("Dossier"), TableColumn("Resultaat"), TableColumn("Beslist op")]
        page.main = [
            "<h1>Mijn dossiers</h1>", .panel("Dit wacht op jou", .cards([waiting], level: 3)),
            .panel("Hier zijn wij mee bezig", .cards(running, level: 3)),
            .panel("Afgerond", .table("Afgeronde dossiers", columns, rows: closed)),
        ]
        return page.html
    }

    private static let waiting = Card(
        "Terras Kerkstraat 12",
        "Bezorg ons een plan van je terras met de maten.",
        to: "/mijn/dossiers/2026-001234",
        icon: .terrace,
        foot: [.turn(.you), .term(.on("2026-06-30"), daysLeft: 8)],
        isUrgent: true
    )

    private static let running = [
        Card(
            "Premie voor een groendak",
            "We kijken na of alles volledig is.",
            to: "/mijn/dossiers/2026-001198",
            icon: .euro,
            foot: [.turn(.town), .term(.on("2026-07-16"), daysLeft: 24)]
        ),
        Card(
            "Lamp stuk in de Meersstraat",
            "De netbeheerder plant de herstelling.",
            to: "/mijn/dossiers/2026-001077",
            icon: .cone,
            foot: [.turn(.other("Fluvius")), .term(.on("2026-06-25"), daysLeft: 3)]
        ),
    ]

    private static let closed: [[HTML]] = [
        [
            .link("Terras Kerkstraat 12, zomer 2025", to: "/mijn/dossiers/2025-000871"),
            .tag("Goedgekeurd met voorwaarden", .good), .time(.on("2025-06-16"), .table),
        ],
        [
            .link("Kap van een notelaar", to: "/mijn/dossiers/2024-002210"), .tag("Geweigerd", .bad),
            .time(.on("2024-11-04"), .table),
        ],
    ]

    static func myDossier() -> HTML {
        var page = Leiebeke.counterPage("Terras Kerkstraat 12")
        page.breadcrumbs = [NavigationItem("Mijn dossiers", to: "/mijn/dossiers")]
        let add: HTML = .link("Document toevoegen", to: "/mijn/dossiers/1/document")
        page.main = [
            .pageHead(
                "Inname van het openbaar domein",
                "Terras Kerkstraat 12",
                facts: ["Dossier 2026-001234", .tag("We vragen advies", .info)]
            ),
            .actBanner(
                .other("Politiezone Leie"),
                "We wachten op advies van de politie. Daarna beslist het college.",
                by: LastDay(.on("2026-07-06"), daysLeft: 14, explanation: computed)
            ),
            .panel("Verloop", myTimeline()), .panel("Documenten", myDocuments(), action: add),
            .panel("Berichten", [.messages(letters(applicant: "jij", isOwn: true)), answer]),
        ]
        page.aside = [
            .panel("Je behandelaar", officer, isBoxed: true),
            .panel("Je aanvraag", .summaryList(request), isBoxed: true),
            .panel("Wie bekeek je gegevens?", looks, isBoxed: true),
        ]
        return page.html
    }

    static let computed = [
        "Volledig op 10 juni 2026: de termijn begint.", "20 werkdagen, zonder zaterdag en zondag.",
        "Niet opgeschort, niet verlengd.",
    ]

    private static let answer: HTML = .form(
        to: "/mijn/berichten/1",
        [
            .textArea(FormField("bericht", "Stel je vraag"), rows: 3),
            .buttons([.button("Bericht versturen", .secondary, icon: .send)]),
        ]
    )

    private static let officer: HTML = """
        <p>\(HTML.person("Els Verhaeghe"))</p><p>Dienst Openbaar domein<br>\
        <a href="tel:095550142">09 555 01 42</a></p>
        """

    private static let request = [
        SummaryRow("Plaats", "Kerkstraat 12, 9899 Leiebeke"), SummaryRow("Oppervlakte", "12,5 m²"),
        SummaryRow("Periode", "1 juli 2026 tot en met 30 september 2026"),
    ]

    private static let looks: HTML = """
        <p>Dienst Openbaar domein, 3 keer. <a href="/mijn/gegevens/inzage">Toon het logboek</a></p>
        """

    /// The conversation as the applicant or as the official reads it.
    static func letters(applicant: String, isOwn: Bool) -> [Message] {
        [
            Message(
                "Els Verhaeghe",
                "dienst Openbaar domein",
                when: "12 juni 2026 om 9.05 uur",
                "Dag Marieke,\nMogen de bloembakken ook ’s nachts buiten staan, of zet je ze binnen?",
                isOwn: !isOwn
            ),
            Message(
                "Marieke Desmet",
                applicant,
                when: "12 juni 2026 om 18.40 uur",
                "Dag Els, ik zet ze elke avond binnen.",
                isOwn: isOwn
            ),
        ]
    }
}
