import Kernel
import Pages

extension Gallery {
    static func worklist() -> HTML {
        var page = Leiebeke.deskPage("Werklijst")
        page.width = .full
        page.flash = HTML.flash(
            .good,
            "3 dossiers toegewezen aan Joris Maes.",
            action: HTML.form(to: "/werk/ongedaan", HTML.button("Ongedaan maken", .quiet))
        )
        page.main = HTML(
            """
            \(HTML.pageHead(nil, "Werklijst", actions: [
                HTML.linkButton("Nieuw dossier", to: "/werk/dossiers/nieuw", .secondary, icon: .document),
            ]))\
            \(HTML.figures([("2", "te laat"), ("5", "deze week"), ("14", "wij zijn aan zet"), ("9", "wachten op anderen")]))\
            \(HTML.tabs("Wie is aan zet", [
                NavigationItem("Wij", to: "?wacht=wij", count: 14, isCurrent: true),
                NavigationItem("Aanvrager", to: "?wacht=aanvrager", count: 6), NavigationItem("Derde", to: "?wacht=derde", count: 3),
            ]))\(filters())\
            \(HTML.live("/stroom?onderwerp=werklijst", Anchor("lijst"), HTML.form(to: "/werk/bulk", HTML(
                """
                \(HTML.worklist("14 dossiers waar wij aan zet zijn", items, selecting: "dossier"))\
                <div class="bulk">\(HTML.button("Toewijzen aan …", .secondary, name: "actie", value: "toewijzen"))\
                \(HTML.button("Termijn opschorten", .secondary, name: "actie", value: "opschorten"))</div>
                """
            ))))\(HTML.pagination(page: 1, of: 2) { "?pagina=\($0)" })
            """
        )
        return page.html
    }

    private static func filters() -> HTML {
        let chips = [("Dienst: Openbaar domein", "?zonder=dienst"), ("Fase: advies, beslissing", "?zonder=fase")]
        let items = chips.map { label, link in
            HTML("<li><a href=\"\(link)\">\(label)\(HTML.icon(.cross))<span class=\"hidden\"> weglaten</span></a></li>")
        }
        return HTML("<ul class=\"filters\">\(items)<li>\(HTML.link("Filters wissen", to: "/werk"))</li></ul>")
    }

    static let items: [WorkItem] = [
        item(
            "2026-001177",
            "Container Statiestraat 44",
            "Aannemer Van Hecke",
            "Beslissing",
            .town,
            "2026-06-20",
            -2,
            "Els Verhaeghe"
        ),
        item(
            "2026-001180",
            "Kermis Sint-Jan, plein en 6 straten",
            "Feestcomité Sint-Jan",
            "Advies",
            .town,
            "2026-06-21",
            -1,
            nil
        ),
        item(
            "2026-001203",
            "Verhuislift Nieuwstraat 8 bus 3",
            "Lucas Peeters",
            "Nakijken",
            .town,
            "2026-06-22",
            0,
            "Els Verhaeghe"
        ),
        item(
            "2026-001234",
            "Terras Kerkstraat 12",
            "Koffiebar De Klok",
            "Advies",
            .other("Politiezone Leie"),
            "2026-07-06",
            14,
            "Els Verhaeghe"
        ),
        item(
            "2026-001240",
            "Stelling Grote Markt 17 (beschermd stadsgezicht)",
            "Dakwerken Lievens bv",
            "Nakijken",
            .town,
            "2026-06-25",
            3,
            "Joris Maes"
        ),
        WorkItem(
            "2026-001122",
            "Werfzone residentie De Oude Weverij",
            to: "/werk/dossiers/2026-001122",
            about: "Bouwbedrijf Desmet & Zonen",
            phase: "Aanvullen",
            turn: .other("aanvrager"),
            last: nil,
            suspended: .on("2026-06-10"),
            assignee: "Joris Maes"
        ),
        item("2026-001251", "Buurtfeest Molenhoek", "Fatima El Amrani", "Nakijken", .town, "2026-07-16", 24, nil),
    ]

    private static func item(
        _ number: String,
        _ title: String,
        _ applicant: String,
        _ phase: String,
        _ turn: Turn,
        _ day: StaticString,
        _ left: Int,
        _ assignee: String?
    ) -> WorkItem {
        WorkItem(
            number,
            title,
            to: "/werk/dossiers/\(number)",
            about: applicant,
            phase: phase,
            turn: turn,
            last: LastDay(.on(day), daysLeft: left),
            assignee: assignee
        )
    }

    static func deskDossier() -> HTML {
        var page = Leiebeke.deskPage("2026-001234 Terras Kerkstraat 12", "Dossiers")
        page.width = .full
        page.breadcrumbs = [NavigationItem("Werklijst", to: "/werk"), NavigationItem("Dossiers", to: "/werk/dossiers")]
        page.main = HTML(
            """
            \(HTML.pageHead("Inname van het openbaar domein", "Terras Kerkstraat 12", facts: [
                HTML("2026-001234"), HTML.tag("Advies", .info), HTML.person("Els Verhaeghe"), HTML("\(HTML.icon(.eye))Joris Maes kijkt mee"),
            ], actions: [
                HTML.linkButton("Naar beslissing", to: "/werk/dossiers/2026-001234/beslissing"), HTML.moreMenu([HTML.link("Termijn opschorten", to: "/werk/opschorten"), HTML.link("Overnemen", to: "/werk/overnemen"), HTML.link("Afdrukken", to: "/werk/druk")]),
            ]))\
            \(HTML.actBanner(.other("Politiezone Leie"), "Advies gevraagd op 11 juni 2026; herinnering gaat vanzelf op 25 juni.", by: LastDay(.on("2026-07-06"), daysLeft: 14, explanation: ["Volledig op 10 juni 2026.", "20 werkdagen: 6 juli 2026.", "Niet opgeschort, niet verlengd."])))\
            \(HTML.panel("Nu te doen", HTML.tasks(deskTasks)))\
            \(HTML.panel("Documenten", deskDocuments(), action: HTML.link("Document toevoegen", to: "/werk/d/nieuw")))\
            \(HTML.panel("Verloop", myTimeline(), action: HTML.link("Alles tonen", to: "?verloop=alles")))\
            \(HTML.panel("Berichten", HTML("\(HTML.messages(letters(applicant: "aanvrager", isOwn: false) + [note]))")))
            """
        )
        page.aside = HTML(
            """
            \(HTML.panel("Betrokkenen", HTML.summaryList([
                SummaryRow("Aanvrager", HTML("<a href=\"/werk/personen/1\">Koffiebar De Klok</a>")), SummaryRow("Contact", "Marieke Desmet, 0470 12 34 56"), SummaryRow("Rijksregisternummer", "85.07.30-•••.••"),
            ]), isBoxed: true))\
            \(HTML.panel("Andere diensten", HTML.tasks([
                TaskItem("Brandweer Zone Leie", "gunstig, 15 juni 2026", isDone: true), TaskItem("Politiezone Leie", "gevraagd op 11 juni 2026", by: LastDay(.on("2026-06-25"), daysLeft: 3)),
            ]), isBoxed: true))\
            \(HTML.panel("Plaats", HTML.map("Kerkstraat 12", [Place("Kerkstraat 12", "stoep 3,2 m breed, bushalte op 14 m")]), isBoxed: true))\
            \(HTML.panel("Bewaring", HTML("<p>Tot en met 31 december 2031, daarna vernietigen.</p>"), isBoxed: true))
            """
        )
        return page.html
    }

    private static let deskTasks = [
        TaskItem("Volledigheid nakijken", "10 juni 2026", isDone: true, who: "Els Verhaeghe"),
        TaskItem(
            "Vrije doorgang van 1,5 m nameten",
            "ter plaatse",
            by: LastDay(.on("2026-06-25"), daysLeft: 3),
            who: "Els Verhaeghe",
            action: HTML.button("Taak afronden", .secondary, about: "nameten")
        ),
        TaskItem(
            "Voorstel van beslissing schrijven",
            "na het laatste advies",
            by: LastDay(.on("2026-07-01"), daysLeft: 9),
            action: HTML.button("Toewijzen", .quiet, about: "voorstel")
        ),
    ]

    private static let note = Message(
        "Joris Maes",
        "dienst Openbaar domein",
        when: HTML("15 juni 2026 om 11 uur"),
        "Vorig jaar kwamen er twee klachten over geluid na 22 uur. Zet het uur in de voorwaarden.",
        isInternal: true
    )

    private static func deskDocuments() -> HTML {
        HTML.documents([
            DocumentItem(
                "Inplantingsplan terras Kerkstraat",
                to: "/d/2",
                kind: "pdf, versie 2",
                size: FileSize(bytes: 1_240_000),
                day: .on("2026-06-11"),
                tag: HTML.tag("Openbaar", .neutral, icon: .eye)
            ),
            DocumentItem(
                "Advies brandweer",
                to: "/d/3",
                kind: "pdf",
                size: FileSize(bytes: 96_000),
                day: .on("2026-06-15"),
                tag: HTML.tag("Getekend", .good)
            ),
            DocumentItem(
                "Foto van de gevel",
                to: "/d/4",
                kind: "jpg",
                size: FileSize(bytes: 3_400_000),
                day: .on("2026-06-08"),
                tag: HTML.tag("Wordt nagekeken op virussen", .attention, icon: .hourglass)
            ),
        ])
    }

    static func decision() -> HTML {
        var page = Leiebeke.deskPage("Beslissing 2026-001234", "Dossiers")
        page.width = .full
        page.breadcrumbs = [
            NavigationItem("Werklijst", to: "/werk"), NavigationItem("2026-001234", to: "/werk/dossiers/2026-001234"),
        ]
        let fields = [
            Field("resultaat", "Voorstel"),
            Field("motivering", "Motivering", hint: "Waarom? In gewone woorden: de aanvrager leest dit mee."),
            Field("voorwaarden", "Voorwaarden", hint: "Eén voorwaarde per regel.", isOptional: true),
            Field("geldig", "Geldig"),
            Field("zitting", "Naar welke zitting?"),
        ]
        page.main = HTML(
            """
            \(HTML.pageHead("Terras Kerkstraat 12", "Voorstel van beslissing", facts: [HTML("2026-001234"), HTML.tag("Concept")]))\
            \(HTML.notice(.attention, "Deze beslissing wordt openbaar.", HTML("<p>Kijk na of er geen persoonsgegevens in staan. Publiceer uiterlijk op 16 juli 2026.</p>")))\
            \(HTML.form(to: "/werk/beslissing", isGuarded: true, HTML(
                """
                \(HTML.radios(fields[0], [Choice("ja", "Goedkeuren"), Choice("voorwaarden", "Goedkeuren met voorwaarden"), Choice("nee", "Weigeren")], chosen: "voorwaarden"))\
                \(HTML.textArea(fields[1], "De stoep is 3,2 meter breed. Na plaatsing blijft 1,7 meter vrij, meer dan de 1,5 meter van het reglement. De brandweer adviseert gunstig op 15 juni 2026.", rows: 6, max: 4_000))\
                \(HTML.textArea(fields[2], "Het terras is leeg om 22 uur.\nDe bloembakken staan ’s nachts binnen.", rows: 4))\
                \(HTML.dateRange(fields[3], from: DateParts(.on("2026-07-01")), until: DateParts(.on("2026-09-30"))))\
                \(HTML.select(fields[4], [Choice("1", "College van maandag 29 juni 2026"), Choice("2", "College van maandag 6 juli 2026")], chosen: "1"))\
                \(HTML.buttons([HTML.button("Bezorg aan goedkeurder"), HTML.button("Bewaar concept", .secondary, name: "bewaar", value: "ja"), HTML.button("Toon de brief", .quiet, icon: .eye, name: "brief", value: "ja")]))
                """
            )))
            """
        )
        page.aside = HTML(
            """
            \(HTML.panel("Adviezen", HTML.tasks([TaskItem("Brandweer", "gunstig", isDone: true), TaskItem("Politie", "nog niet gegeven", by: LastDay(.on("2026-06-25"), daysLeft: 3))]), isBoxed: true))\
            \(HTML.panel("Vorige beslissing", HTML("<p><a href=\"/werk/dossiers/2025-000871\">2025-000871</a>: goedgekeurd, 2 voorwaarden, 2 klachten.</p>"), isBoxed: true))\
            \(HTML.panel("Rechtsgrond", HTML("<ul><li>Decreet lokaal bestuur, artikel 56</li><li>Reglement inname, 15 december 2025</li></ul>"), isBoxed: true))
            """
        )
        return page.html
    }

    static func emptyDesk() -> HTML {
        var page = Leiebeke.deskPage("Werklijst")
        page.main = HTML(
            """
            \(HTML.pageHead(nil, "Werklijst"))\(HTML.emptyState(
                .checkCircle, "Alles is bij.", "De volgende uiterste dag is donderdag 25 juni 2026.",
                action: HTML.linkButton("Bekijk dossiers van het team", to: "/werk/dossiers?team=od", .secondary)
            ))
            """
        )
        return page.html
    }

    static func noResults() -> HTML {
        var page = Leiebeke.residentPage("Zoeken", "Producten")
        page.main = HTML(
            """
            <h1>Zoeken</h1>\(HTML.searchBox("Zoek in Leiebeke", to: "/zoeken", value: "trouwboekje"))<hr>\
            \(HTML.emptyState(
                .search, "Geen resultaten voor “trouwboekje”", "Bedoel je huwelijk of uittreksel? Of bel 09 555 01 00.",
                action: HTML.linkButton("Toon alle producten", to: "/producten", .secondary)
            ))
            """
        )
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
        page.main = HTML(
            """
            <h1>\(name, .en)</h1><p>\(note, .en)</p>\
            \(HTML.actBanner(.you, "Send us a plan with measurements.", by: LastDay(.on("2026-06-30"), daysLeft: 1), in: .en))\
            \(HTML.pagination(page: 2, of: 3, in: .en) { "?page=\($0)" })
            """
        )
        return page.html
    }
}
