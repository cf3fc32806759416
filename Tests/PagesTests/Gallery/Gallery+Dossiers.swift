import Kernel
import Pages

extension Gallery {
    static func myDossiers() -> HTML {
        var page = Leiebeke.counterPage("Mijn dossiers")
        page.main = HTML(
            """
            <h1>Mijn dossiers</h1>\
            \(HTML.panel("Dit wacht op jou", HTML.cards([waiting], level: 3)))\
            \(HTML.panel("Hier zijn wij mee bezig", HTML.cards(running, level: 3)))\
            \(HTML.panel("Afgerond", HTML.table("Afgeronde dossiers", [Column("Dossier"), Column("Resultaat"), Column("Beslist op")], rows: closed)))
            """
        )
        return page.html
    }

    private static let waiting = Card(
        "Terras Kerkstraat 12",
        "Bezorg ons een plan van je terras met de maten.",
        to: "/mijn/dossiers/2026-001234",
        icon: .terrace,
        foot: [HTML.turn(.you), HTML.term(.on("2026-06-30"), daysLeft: 8)],
        isUrgent: true
    )

    private static let running = [
        Card(
            "Premie voor een groendak",
            "We kijken na of alles volledig is.",
            to: "/mijn/dossiers/2026-001198",
            icon: .euro,
            foot: [HTML.turn(.town), HTML.term(.on("2026-07-16"), daysLeft: 24)]
        ),
        Card(
            "Lamp stuk in de Meersstraat",
            "De netbeheerder plant de herstelling.",
            to: "/mijn/dossiers/2026-001077",
            icon: .cone,
            foot: [HTML.turn(.other("Fluvius")), HTML.term(.on("2026-06-25"), daysLeft: 3)]
        ),
    ]

    private static let closed: [[HTML]] = [
        [
            HTML("<a href=\"/mijn/dossiers/2025-000871\">Terras Kerkstraat 12, zomer 2025</a>"),
            HTML.tag("Goedgekeurd met voorwaarden", .good), HTML.time(.on("2025-06-16"), .table),
        ],
        [
            HTML("<a href=\"/mijn/dossiers/2024-002210\">Kap van een notelaar</a>"), HTML.tag("Geweigerd", .bad),
            HTML.time(.on("2024-11-04"), .table),
        ],
    ]

    static func myDossier() -> HTML {
        var page = Leiebeke.counterPage("Terras Kerkstraat 12")
        page.breadcrumbs = [NavigationItem("Mijn dossiers", to: "/mijn/dossiers")]
        page.main = HTML(
            """
            \(HTML.pageHead("Inname van het openbaar domein", "Terras Kerkstraat 12", facts: [
                HTML("Dossier 2026-001234"), HTML.tag("We vragen advies", .info),
            ]))\
            \(HTML.actBanner(
                .other("Politiezone Leie"),
                "We wachten op advies van de politie. Daarna beslist het college.",
                by: LastDay(.on("2026-07-06"), daysLeft: 14, explanation: [
                    "Volledig op 10 juni 2026: de termijn begint.", "20 werkdagen, zonder zaterdag en zondag.",
                    "Geen feestdagen in deze periode.",
                ])
            ))\
            \(HTML.panel("Verloop", myTimeline()))\
            \(HTML.panel("Documenten", myDocuments(), action: HTML.link("Document toevoegen", to: "/mijn/dossiers/1/document")))\
            \(HTML.panel("Berichten", HTML("\(HTML.messages(conversation))\(HTML.form(to: "/mijn/berichten/1", HTML("\(HTML.textArea(Field("bericht", "Stel je vraag"), rows: 3))\(HTML.buttons([HTML.button("Bericht versturen", .secondary, icon: .send)]))")))")))
            """
        )
        page.aside = HTML(
            """
            \(HTML.panel("Je behandelaar", HTML("<p>\(HTML.person("Els Verhaeghe"))</p><p>Dienst Openbaar domein<br><a href=\"tel:095550142\">09 555 01 42</a></p>"), isBoxed: true))\
            \(HTML.panel("Je aanvraag", HTML.summaryList([
                SummaryRow("Plaats", "Kerkstraat 12, 9899 Leiebeke"), SummaryRow("Oppervlakte", "12,5 m²"),
                SummaryRow("Periode", "1 juli 2026 tot en met 30 september 2026"),
            ]), isBoxed: true))\
            \(HTML.panel("Wie bekeek je gegevens?", HTML("<p>Dienst Openbaar domein, 3 keer. <a href=\"/mijn/gegevens/inzage\">Toon het logboek</a></p>"), isBoxed: true))
            """
        )
        return page.html
    }

    static let conversation = letters(applicant: "jij", isOwn: true)

    /// As the applicant and as the official read it.
    static func letters(applicant: String, isOwn: Bool) -> [Message] {
        [
            Message(
                "Els Verhaeghe",
                "dienst Openbaar domein",
                when: HTML("12 juni 2026 om 9.05 uur"),
                "Dag Marieke,\nMogen de bloembakken ook ’s nachts buiten staan, of zet je ze binnen?",
                isOwn: !isOwn
            ),
            Message(
                "Marieke Desmet",
                applicant,
                when: HTML("12 juni 2026 om 18.40 uur"),
                "Dag Els, ik zet ze elke avond binnen.",
                isOwn: isOwn
            ),
        ]
    }
}
