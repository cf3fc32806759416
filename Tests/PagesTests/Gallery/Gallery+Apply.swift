import Kernel
import Pages

extension Gallery {
    static let formSteps = [
        FormStep("Wat", to: "/aanvragen/1/stap/1"), FormStep("Waar"), FormStep("Wanneer"), FormStep("Jouw gegevens"),
    ]

    /// The second step, sent with two errors.
    static func formStep() -> HTML {
        var page = Leiebeke.counterPage("Waar komt je terras?")
        page.width = .narrow
        page.hasErrors = true
        page.main = [
            .errorSummary([place, size]), .steps(formSteps, current: 2), "<h1>Waar komt je terras?</h1>",
            .form(
                to: "/aanvragen/1/stap/2",
                hidden: [("token", "x")],
                isGuarded: true,
                takesFiles: true,
                [
                    .addressField(place, typedPlace, isOwn: false),
                    .textField(size, "een tafel of vier", kind: .decimal, unit: "m²"),
                    .radios(FormField("kant", "Waar staat het terras?"), sides, chosen: "gevel"),
                    .fileField(plan, accept: ".pdf,.jpg,.png", kinds: "Pdf, jpg of png", limit: tenMegabyte),
                    .buttons(stepButtons), "<p class=\"meta\">Concept bewaard om 10.12 uur.</p>",
                ]
            ),
        ]
        return page.html
    }

    private static let place = FormField(
        "plaats",
        "Adres van de plaats",
        error: "Vul de straat in van de plaats.",
        wrongPart: "straat"
    )
    private static let typedPlace = AddressParts(number: "12", postcode: "9899", municipality: "Leiebeke")
    private static let size = FormField(
        "oppervlakte",
        "Oppervlakte",
        hint: "Lengte maal breedte, met de bloembakken erbij.",
        error: "Vul een getal in, bijvoorbeeld 12,5."
    )
    private static let sides = [
        FormChoice("gevel", "Tegen de gevel"), FormChoice("straat", "Aan de kant van de straat"),
        FormChoice("plein", "Op een plein"),
    ]
    private static let plan = FormField("plan", "Plan met de maten", hint: "Een tekening met de hand is goed.")
    private static let stepButtons: [HTML] = [
        .button("Opslaan en verdergaan"), .button("Later verdergaan", .secondary, name: "later", value: "ja"),
        .link("Vorige", to: "/aanvragen/1/stap/1"),
    ]

    static func checkAnswers() -> HTML {
        var page = Leiebeke.counterPage("Kijk je antwoorden na")
        page.width = .narrow
        page.main = [
            "<h1>Kijk je antwoorden na</h1><p class=\"lead\">Klopt alles? Dan kun je je aanvraag indienen.</p>",
            .panel("Je aanvraag", .summaryList(answers)), .panel("Jouw gegevens", .summaryList(person)),
            .notice(.info, "Dit weten we al van jou.", source),
            .form(
                to: "/aanvragen/1/indienen",
                [
                    .checkbox(FormField("eens", "Ik heb alles naar waarheid ingevuld.")),
                    .buttons([
                        .button("Indienen", icon: .send), .link("Vorige", to: "/aanvragen/1/stap/4"),
                    ]),
                ]
            ),
        ]
        return page.html
    }

    private static let person = [
        SummaryRow("Naam", "Marieke Desmet"), SummaryRow("Onderneming", "Koffiebar De Klok, 0123.456.789"),
        SummaryRow("E-mailadres", "marieke@deklok.example", change: "/aanvragen/1/stap/4"),
    ]
    private static let source: HTML = """
        <p>Bron: Rijksregister en KBO, 8 juni 2026. Klopt het niet? <a href="/mijn/gegevens">Meld het</a>.</p>
        """

    static func receipt() -> HTML {
        var page = Leiebeke.counterPage("Je aanvraag is ontvangen")
        page.width = .narrow
        page.main = [
            .receipt("We hebben je aanvraag goed ontvangen", label: "Je dossiernummer", number: "2026-001234", sent),
            .panel("Wat gebeurt er nu?", .timeline(toCome)),
            .details("Hoe bewijs ik later dat ik dit indiende?", proof),
        ]
        return page.html
    }

    private static let sent: HTML = [
        """
        <p>Ingediend op \(HTML.time(.on("2026-06-08"), .weekday)) om 10.14 uur. We stuurden een bevestiging naar \
        marieke@deklok.example.</p>
        """,
        .buttons([
            .linkButton("Bewaar ontvangstbewijs (pdf)", to: "/mijn/dossiers/1/bewijs", icon: .download),
            .linkButton("Naar je dossier", to: "/mijn/dossiers/2026-001234", .secondary),
        ]),
    ]

    private static let toCome = [
        TimelineEvent(.current, "We kijken na of alles volledig is", when: lastDay("2026-06-11")),
        TimelineEvent(.expected, "Politie en brandweer geven advies", when: "ongeveer 10 dagen"),
        TimelineEvent(.expected, "Het college beslist", when: lastDay("2026-07-06")),
    ]

    static func lastDay(_ day: StaticString) -> HTML { "uiterlijk op \(HTML.time(.on(day)))" }

    private static let proof: HTML = """
        <p>Op elk ontvangstbewijs staat een code. Op <a href="/controle">leiebeke.example/controle</a> kan iedereen \
        nakijken dat het echt is.</p>
        """
}
