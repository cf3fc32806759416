import Kernel
import Pages

extension Gallery {
    static func worklist() -> HTML {
        var page = Leiebeke.deskPage("Werklijst")
        page.width = .full
        page.flash = .flash(.good, "3 dossiers toegewezen aan Joris Maes.", action: undo)
        page.main = [
            .pageHead(nil, "Werklijst", actions: [newDossier]),
            .figures([("2", "te laat"), ("5", "deze week"), ("14", "wij zijn aan zet"), ("9", "wachten op anderen")]),
            .tabs("Wie is aan zet", turns),
            .filters(
                [("Dienst: Openbaar domein", "?zonder=dienst"), ("Fase: advies", "?zonder=fase")],
                clear: "/werk"
            ),
            .live("/stroom?onderwerp=werklijst", Anchor("lijst"), .form(to: "/werk/bulk", bulkList)),
            .pagination(page: 1, of: 2) { "?pagina=\($0)" },
        ]
        return page.html
    }

    private static let undo: HTML = .form(to: "/werk/ongedaan", .button("Ongedaan maken", .quiet))
    private static let newDossier: HTML = .linkButton(
        "Nieuw dossier",
        to: "/werk/dossiers/nieuw",
        .secondary,
        icon: .document
    )
    private static let turns = [
        NavigationItem("Wij", to: "?wacht=wij", count: 14, isCurrent: true),
        NavigationItem("Aanvrager", to: "?wacht=aanvrager", count: 6),
        NavigationItem("Derde", to: "?wacht=derde", count: 3),
    ]
    private static let bulkList: HTML = [
        .worklist("14 dossiers waar wij aan zet zijn", items, selecting: "dossier"),
        .buttons([
            .button("Toewijzen aan …", .secondary, name: "actie", value: "toewijzen"),
            .button("Termijn opschorten", .secondary, name: "actie", value: "opschorten"),
        ]),
    ]

    static let items: [WorkItem] = [
        item("2026-001177", "Container Statiestraat 44", "Aannemer Van Hecke", "Beslissing", "2026-06-20", -2),
        item("2026-001180", "Kermis Sint-Jan, plein en 6 straten", "Feestcomité", "Advies", "2026-06-21", -1, nil),
        item("2026-001203", "Verhuislift Nieuwstraat 8 bus 3", "Lucas Peeters", "Nakijken", "2026-06-22", 0),
        item("2026-001240", "Stelling Grote Markt 17 (stadsgezicht)", "Dakwerken Lievens", "Nakijken", "2026-06-25", 3),
        WorkItem(
            "2026-001122",
            "Werfzone residentie De Oude Weverij",
            to: "/werk/dossiers/2026-001122",
            about: "Bouwbedrijf Desmet & Zonen",
            phase: "Aanvullen",
            turn: .other("Aanvrager"),
            last: nil,
            suspended: .on("2026-06-10"),
            assignee: "Joris Maes"
        ),
        item("2026-001251", "Buurtfeest Molenhoek", "Fatima El Amrani", "Nakijken", "2026-07-16", 24, nil),
    ]

    private static func item(
        _ number: String,
        _ title: String,
        _ applicant: String,
        _ phase: String,
        _ day: StaticString,
        _ left: Int,
        _ assignee: String? = "Els Verhaeghe"
    ) -> WorkItem {
        WorkItem(
            number,
            title,
            to: "/werk/dossiers/\(number)",
            about: applicant,
            phase: phase,
            turn: .town,
            last: LastDay(.on(day), daysLeft: left),
            assignee: assignee
        )
    }

    static func emptyDesk() -> HTML {
        var page = Leiebeke.deskPage("Werklijst")
        page.main = [
            .pageHead(nil, "Werklijst"),
            .emptyState(
                .checkCircle,
                "Alles is bij.",
                "De volgende uiterste dag is donderdag 25 juni 2026.",
                action: .linkButton("Bekijk dossiers van het team", to: "/werk/dossiers?team=od", .secondary)
            ),
        ]
        return page.html
    }
}
