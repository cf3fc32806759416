import Kernel
import Pages

extension Gallery {
    static func deskDossier() -> HTML {
        var page = Leiebeke.deskPage("2026-001234 Terras Kerkstraat 12", "Dossiers")
        page.width = .full
        page.breadcrumbs = [NavigationItem("Werklijst", to: "/werk"), NavigationItem("Dossiers", to: "/werk/dossiers")]
        page.main = [
            .pageHead("Inname van het openbaar domein", "Terras Kerkstraat 12", facts: facts, actions: actions),
            .actBanner(
                .other("Politiezone Leie"),
                "Advies gevraagd op 11 juni 2026; herinnering gaat vanzelf op 25 juni.",
                by: LastDay(.on("2026-07-06"), daysLeft: 14, explanation: computed)
            ),
            .panel("Nu te doen", .tasks(deskTasks)),
            .panel("Documenten", .documents(deskDocuments), action: .link("Document toevoegen", to: "/werk/d/nieuw")),
            .panel("Verloop", myTimeline(), action: .link("Alles tonen", to: "?verloop=alles")),
            .panel("Berichten", .messages(letters(applicant: "aanvrager", isOwn: false) + [note])),
        ]
        page.aside = [
            .panel("Betrokkenen", .summaryList(involved), isBoxed: true),
            .panel("Andere diensten", .tasks(advice), isBoxed: true),
            .panel("Plaats", .map("Kerkstraat 12", [pavement]), isBoxed: true),
            .panel("Bewaring", "<p>Tot en met 31 december 2031, daarna vernietigen.</p>", isBoxed: true),
        ]
        return page.html
    }

    private static let facts: [HTML] = [
        "2026-001234", .tag("Advies", .info), .person("Els Verhaeghe"), "\(HTML.icon(.eye))Joris Maes kijkt mee",
    ]
    private static let actions: [HTML] = [
        .linkButton("Naar beslissing", to: "/werk/dossiers/2026-001234/beslissing"),
        .moreMenu([
            .link("Termijn opschorten", to: "/werk/opschorten"), .link("Overnemen", to: "/werk/overnemen"),
            .link("Afdrukken", to: "/werk/druk"),
        ]),
    ]

    private static let deskTasks = [
        TaskItem("Volledigheid nakijken", "10 juni 2026", isDone: true, who: "Els Verhaeghe"),
        TaskItem(
            "Vrije doorgang van 1,5 m nameten",
            "ter plaatse",
            by: LastDay(.on("2026-06-25"), daysLeft: 3),
            who: "Els Verhaeghe",
            action: .button("Taak afronden", .secondary, about: "nameten")
        ),
        TaskItem(
            "Voorstel van beslissing schrijven",
            "na het laatste advies",
            by: LastDay(.on("2026-07-01"), daysLeft: 9),
            action: .button("Toewijzen", .quiet, about: "voorstel")
        ),
    ]

    private static let deskDocuments = [
        DocumentItem(
            "Inplantingsplan terras Kerkstraat",
            to: "/d/2",
            kind: "pdf, versie 2",
            size: FileSize(bytes: 1_240_000),
            day: .on("2026-06-11"),
            tag: .tag("Openbaar", .neutral, icon: .eye)
        ),
        DocumentItem(
            "Advies brandweer",
            to: "/d/3",
            kind: "pdf",
            size: FileSize(bytes: 96_000),
            day: .on("2026-06-15"),
            tag: .tag("Getekend", .good)
        ),
        DocumentItem(
            "Foto van de gevel",
            to: "/d/4",
            kind: "jpg",
            size: FileSize(bytes: 3_400_000),
            day: .on("2026-06-08"),
            tag: .tag("Wordt nagekeken op virussen", .attention, icon: .hourglass)
        ),
    ]

    private static let involved = [
        SummaryRow("Aanvrager", .link("Koffiebar De Klok", to: "/werk/personen/1")),
        SummaryRow("Contact", "Marieke Desmet, 0470 12 34 56"), SummaryRow("Rijksregisternummer", "85.07.30-•••.••"),
    ]
    static let advice = [
        TaskItem("Brandweer Zone Leie", "gunstig, 15 juni 2026", isDone: true),
        TaskItem("Politiezone Leie", "gevraagd op 11 juni 2026", by: LastDay(.on("2026-06-25"), daysLeft: 3)),
    ]
    private static let pavement = Place("Stoep voor nummer 12", "3,2 m breed, bushalte op 14 m")

    private static let note = Message(
        "Joris Maes",
        "dienst Openbaar domein",
        when: "15 juni 2026 om 11 uur",
        "Vorig jaar kwamen er twee klachten over geluid na 22 uur. Zet het uur in de voorwaarden.",
        isInternal: true
    )
}
