import Kernel
import Pages

extension Gallery {
    static func home() -> HTML {
        var page = Leiebeke.residentPage("Welkom")
        let suggestions = HTML(
            """
            <p class="suggestions">Vaak gezocht: <a href="/producten/rijbewijs">rijbewijs</a> \
            <a href="/producten/kinderopvang">kinderopvang</a> <a href="/producten/grofvuil">grofvuil</a> \
            <a href="/producten/kapvergunning">boom vellen</a></p>
            """
        )
        page.hero = HTML.hero(
            "Waarmee kunnen we je helpen?",
            "Vraag aan, meld en volg: dag en nacht, ook vanop je gsm.",
            HTML("\(HTML.searchBox("Zoek in Leiebeke", to: "/zoeken", isLarge: true))\(suggestions)")
        )
        page.main = HTML(
            """
            \(HTML.panel("Regel het hier", HTML.cards(tasks, level: 3), action: HTML.link("Alle producten", to: "/producten")))\
            \(HTML.panel("In je buurt", HTML.cards(neighbourhood, level: 3), action: HTML.link("Alle buurtdossiers", to: "/buurt")))\
            \(HTML.panel("De gemeenteraad beslist", council()))
            """
        )
        return page.html
    }

    private static let tasks = [
        Card("Identiteitskaart of reispas", "Maak een afspraak of vraag een nieuwe code.", to: "/p/1", icon: .passport),
        Card(
            "Terras, container of verhuislift",
            "Vraag toelating om de stoep of straat te gebruiken.",
            to: "/p/2",
            icon: .terrace
        ),
        Card("Geboorte aangeven", "Binnen 15 dagen, met itsme of aan het loket.", to: "/p/3", icon: .family),
        Card("Afval en recyclagepark", "Ophaalkalender, grofvuil en je saldo.", to: "/p/4", icon: .bin),
        Card("Een probleem melden", "Put in de weg, lamp stuk, sluikstort.", to: "/melden", icon: .cone),
        Card("Verbouwen en bouwen", "Wat mag zonder vergunning, en wat niet?", to: "/p/6", icon: .home),
        Card("Attesten en uittreksels", "Meteen te bewaren als pdf, gratis.", to: "/p/7", icon: .document),
        Card("Een boom vellen of planten", "Met advies van onze groendienst.", to: "/p/8", icon: .tree),
    ]

    private static let neighbourhood = [
        Card(
            "Molenhoek: 38 woningen en een park",
            "Geef je mening over de plannen voor de oude weverij.",
            to: "/buurt/molenhoek",
            foot: [HTML.tag("Openbaar onderzoek", .info), HTML("<span>nog 11 dagen</span>")]
        ),
        Card(
            "Nieuwe riolering in de Kerkstraat",
            "De bussen rijden om langs de Statiestraat.",
            to: "/buurt/kerkstraat",
            foot: [HTML.tag("Werken bezig", .attention, icon: .cone), HTML("<span>tot en met 3 juli</span>")]
        ),
        Card(
            "Schoolstraat aan De Zonnebloem",
            "De proef is geslaagd: de straat blijft autovrij voor en na school.",
            to: "/buurt/zonnebloem",
            foot: [HTML.tag("Beslist", .good), HTML("<span>25 mei 2026</span>")]
        ),
    ]

    private static func council() -> HTML {
        HTML.documents([
            DocumentItem(
                "Agenda van de gemeenteraad van maandag 29 juni 2026",
                to: "/besluiten/2026/gr/2026-06-29",
                kind: "23 punten",
                size: nil,
                day: .on("2026-06-19"),
                tag: HTML.tag("Volgende zitting", .info, icon: .calendar)
            ),
            DocumentItem(
                "Reglement premie voor groendaken",
                to: "/besluiten/2026/gr/2026-05-25/7",
                kind: "besluit",
                size: nil,
                day: .on("2026-05-25"),
                tag: HTML.tag("Goedgekeurd", .good)
            ),
        ])
    }

    static func product() -> HTML {
        var page = Leiebeke.residentPage("Inname van het openbaar domein", "Producten")
        page.breadcrumbs = [
            NavigationItem("Start", to: "/"), NavigationItem("Producten", to: "/producten"),
            NavigationItem("Straat en stoep", to: "/producten?thema=straat"),
        ]
        page.main = HTML(
            """
            \(HTML.pageHead("Toelating", "Inname van het openbaar domein"))\
            <p class="lead">Wil je een terras, een container of een verhuislift op de stoep of straat zetten? \
            Vraag dan eerst toelating. Je krijgt meestal binnen 18 dagen antwoord.</p>\
            \(HTML.buttons([
                HTML.linkButton("Start aanvraag", to: "/aanvragen/nieuw", icon: .arrowRight),
                HTML.linkButton("Opnieuw aanvragen", to: "/aanvragen/nieuw?kopie=2025-000871", .secondary),
            ]))<p class="meta">Dit duurt ongeveer 8 minuten. Je kunt tussendoor stoppen.</p><hr>\
            \(HTML.panel("Voor wie?", HTML("<p>Voor inwoners, handelaars, aannemers en verenigingen.</p>")))\
            \(HTML.panel("Wat heb je nodig?", needed()))\(HTML.panel("Wat kost het?", feeTable()))\
            \(HTML.panel("Wat gebeurt er daarna?", steps()))\
            \(HTML.details("Op welke regels steunt dit?", HTML("<p>Reglement van de gemeenteraad van 15 december 2025.</p>")))
            """
        )
        page.aside = HTML(
            """
            \(HTML.panel("In het kort", HTML.summaryList([
                SummaryRow("Aanvragen", "uiterlijk 15 werkdagen vooraf"), SummaryRow("Prijs", "vanaf 12,50 euro"),
                SummaryRow("Antwoord", "9 op de 10 binnen 31 dagen"), SummaryRow("Aanmelden", "itsme of eID"),
            ]), isBoxed: true))\
            \(HTML.panel("Vragen?", HTML("<p>Dienst Openbaar domein<br>Joris Maes</p><p><a href=\"tel:095550142\">09 555 01 42</a></p>"), isBoxed: true))
            """
        )
        return page.html
    }

    private static func needed() -> HTML {
        HTML(
            """
            <ul><li>een plan met de maten (een tekening met de hand is goed)</li>\
            <li>de dagen waarop je de plaats nodig hebt</li><li>je ondernemingsnummer, als je handelaar bent</li></ul>
            """
        )
    }

    private static func steps() -> HTML {
        HTML(
            """
            <ol><li>We kijken binnen 3 werkdagen na of alles volledig is.</li>\
            <li>Politie en brandweer geven advies.</li><li>Het college van burgemeester en schepenen beslist.</li></ol>
            """
        )
    }

    static let formSteps = [
        FormStep("Wat", to: "/aanvragen/1/stap/1"), FormStep("Waar"), FormStep("Wanneer"), FormStep("Jouw gegevens"),
    ]

    static func formStep() -> HTML {
        var page = Leiebeke.counterPage("Waar komt je terras?")
        page.width = .narrow
        page.hasErrors = true
        let place = Field(
            "plaats",
            "Adres van de plaats",
            error: "Vul de straat in van de plaats.",
            wrongPart: "straat"
        )
        let size = Field(
            "oppervlakte",
            "Oppervlakte",
            hint: "Lengte maal breedte, met de bloembakken erbij.",
            error: "Vul een getal in, bijvoorbeeld 12,5."
        )
        let side = Field("kant", "Waar staat het terras?")
        let plan = Field("plan", "Plan met de maten", hint: "Een tekening met de hand is goed.")
        page.main = HTML(
            """
            \(HTML.errorSummary([place, size]))\(HTML.steps(formSteps, current: 2))<h1>Waar komt je terras?</h1>\
            \(HTML.form(to: "/aanvragen/1/stap/2", hidden: [("token", "x")], isGuarded: true, takesFiles: true, HTML(
                """
                \(HTML.addressField(place, AddressParts(number: "12", postcode: "9899", municipality: "Leiebeke"), isOwn: false))\
                \(HTML.textField(size, "een tafel of vier", kind: .decimal, unit: "m²"))\
                \(HTML.radios(side, [Choice("gevel", "Tegen de gevel"), Choice("straat", "Aan de kant van de straat"), Choice("plein", "Op een plein")], chosen: "gevel"))\
                \(HTML.fileField(plan, accept: ".pdf,.jpg,.png", kinds: "Pdf, jpg of png", limit: tenMegabyte))\
                \(HTML.buttons([HTML.button("Opslaan en verdergaan"), HTML.button("Later verdergaan", .secondary, name: "later", value: "ja"), HTML.link("Vorige", to: "/aanvragen/1/stap/1")]))\
                <p class="meta">Concept bewaard om 10.12 uur.</p>
                """
            )))
            """
        )
        return page.html
    }

    static func checkAnswers() -> HTML {
        var page = Leiebeke.counterPage("Kijk je antwoorden na")
        page.width = .narrow
        let agree = Field("eens", "Ik heb alles naar waarheid ingevuld.")
        page.main = HTML(
            """
            <h1>Kijk je antwoorden na</h1><p class="lead">Klopt alles? Dan kun je je aanvraag indienen.</p>\
            \(HTML.panel("Je aanvraag", HTML.summaryList(answers)))\
            \(HTML.panel("Jouw gegevens", HTML.summaryList([
                SummaryRow("Naam", "Marieke Desmet"), SummaryRow("Onderneming", "Koffiebar De Klok, 0123.456.789"),
                SummaryRow("E-mailadres", "marieke@deklok.example", change: "/aanvragen/1/stap/4"),
            ])))\
            \(HTML.notice(.info, "Dit weten we al van jou.", HTML("<p>Bron: Rijksregister en KBO, 8 juni 2026. Klopt het niet? <a href=\"/mijn/gegevens\">Meld het</a>.</p>")))\
            \(HTML.form(to: "/aanvragen/1/indienen", HTML("\(HTML.checkbox(agree))\(HTML.buttons([HTML.button("Indienen", icon: .send), HTML.link("Vorige", to: "/aanvragen/1/stap/4")]))")))
            """
        )
        return page.html
    }

    static func receipt() -> HTML {
        var page = Leiebeke.counterPage("Je aanvraag is ontvangen")
        page.width = .narrow
        let body = HTML(
            """
            <p>Ingediend op \(HTML.time(.on("2026-06-08"), .weekday)) om 10.14 uur. We stuurden een bevestiging naar \
            marieke@deklok.example.</p>\(HTML.buttons([
                HTML.linkButton("Bewaar ontvangstbewijs (pdf)", to: "/mijn/dossiers/2026-001234/bewijs", icon: .download),
                HTML.linkButton("Naar je dossier", to: "/mijn/dossiers/2026-001234", .secondary),
            ]))
            """
        )
        page.main = HTML(
            """
            \(HTML.receipt("We hebben je aanvraag goed ontvangen", label: "Je dossiernummer", number: "2026-001234", body))\
            \(HTML.panel("Wat gebeurt er nu?", HTML.timeline([
                TimelineEvent(.current, "We kijken na of alles volledig is", when: HTML("uiterlijk op \(HTML.time(.on("2026-06-11")))")),
                TimelineEvent(.expected, "Politie en brandweer geven advies", when: HTML("ongeveer 10 dagen")),
                TimelineEvent(.expected, "Het college beslist", when: HTML("uiterlijk op \(HTML.time(.on("2026-07-06")))")),
            ])))\
            \(HTML.details("Hoe bewijs ik later dat ik dit indiende?", HTML("<p>Op elk ontvangstbewijs staat een code. Op <a href=\"/controle\">leiebeke.example/controle</a> kan iedereen nakijken dat het echt is.</p>")))
            """
        )
        return page.html
    }
}
