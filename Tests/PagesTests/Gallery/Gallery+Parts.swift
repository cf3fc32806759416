import Kernel
import Pages

extension Gallery {
    /// Buttons, tags, notices, banners, timeline.
    static func parts() -> HTML {
        var page = Leiebeke.residentPage("Onderdelen")
        page.breadcrumbs = [NavigationItem("Start", to: "/"), NavigationItem("Ontwerp", to: "/ontwerp")]
        page.flash = HTML.flash(
            .good,
            "Je bericht is verstuurd.",
            action: HTML.button("Ongedaan maken", .quiet)
        )
        page.main = [
            "<h1>Onderdelen</h1>", .panel("Knoppen en links", buttons()), .panel("Labels", tags()),
            .panel("Meldingen", notices()), .panel("Wie is aan zet?", banners()), .panel("Tijdlijn", myTimeline()),
            .panel("Pictogrammen", icons()),
        ]
        return page.html
    }

    private static func buttons() -> HTML {
        HTML(
            """
            <p>Meer weten? \(HTML.link("Lees het reglement", to: "/besluiten/2025/gr/12")) of kijk op \
            \(HTML.link("de site van Vlaanderen", to: "https://www.vlaanderen.example", outside: .nl)).</p>\
            \(HTML.buttons([
                HTML.linkButton("Start aanvraag", to: "/aanvragen/1/start", icon: .arrowRight),
                HTML.button("Later verdergaan", .secondary), HTML.button("Aanvraag intrekken", .danger, icon: .trash),
                HTML.button("Wijzigen", .quiet, about: "straat"),
                HTML.moreMenu([HTML.link("Afdrukken", to: "/druk"), HTML.link("Overnemen", to: "/overnemen")]),
            ]))
            """
        )
    }

    private static func tags() -> HTML {
        let tags = [
            HTML.tag("Concept"), HTML.tag("In behandeling", .info), HTML.tag("Goedgekeurd", .good),
            HTML.tag("We wachten op jou", .attention), HTML.tag("Geweigerd", .bad),
        ]
        let terms = [
            HTML.term(.on("2026-07-16"), daysLeft: 24), HTML.term(.on("2026-06-25"), daysLeft: 3),
            HTML.term(.on("2026-06-22"), daysLeft: 0), HTML.term(.on("2026-06-20"), daysLeft: -2),
            HTML.suspendedTerm(since: .on("2026-06-10")),
        ]
        return HTML("<p>\(HTML.joined(tags, by: " "))</p><p>\(HTML.joined(terms, by: " "))</p>")
    }

    private static func notices() -> HTML {
        [
            .notice(
                .info,
                "Het stadhuis is gesloten op dinsdag 21 juli 2026.",
                "<p>Dringend? Bel de wachtdienst op 09 555 01 99.</p>"
            ),
            .notice(.good, "Je hoeft nu niets te doen."),
            .notice(.attention, "De Kerkstraat is afgesloten tot en met 3 juli 2026."),
            .notice(.bad, "We kunnen je betaling niet vinden.", "<p>Er ging geen geld van je rekening.</p>"),
            .details("Waarom vragen we dit?", "<p>We kijken na of brandweer en bus nog door kunnen.</p>"),
        ]
    }

    private static func banners() -> HTML {
        HTML(
            """
            \(HTML.actBanner(
                .you,
                "Bezorg ons een plan van je terras met de maten.",
                by: LastDay(.on("2026-06-30"), daysLeft: 8),
                action: HTML.linkButton("Document toevoegen", to: "/mijn/dossiers/2026-001234/document", icon: .upload)
            ))
            """
        )
    }

    private static func icons() -> HTML {
        let items = Icon.allCases.map { HTML("<li>\(HTML.icon($0)) \($0.rawValue)</li>") }
        return HTML("<ul class=\"facts\">\(items)</ul>")
    }

    static func myTimeline() -> HTML {
        HTML.timeline([
            TimelineEvent(
                .done,
                "Aanvraag ingediend",
                when: HTML.time(.on("2026-06-08")),
                who: "Marieke Desmet"
            ),
            TimelineEvent(
                .done,
                "Alles is volledig",
                when: HTML.time(.on("2026-06-10")),
                who: "Els Verhaeghe, dienst Openbaar domein"
            ),
            TimelineEvent(
                .current,
                "Advies van politie en brandweer",
                when: HTML("sinds \(HTML.time(.on("2026-06-11")))"),
                who: "Politiezone Leie",
                body: HTML("<p>De brandweer gaf al een gunstig advies.</p>")
            ),
            TimelineEvent(
                .expected,
                "Beslissing van het college",
                when: HTML("uiterlijk op \(HTML.time(.on("2026-07-06"), .weekday))")
            ),
            TimelineEvent(.expected, "Je krijgt de toelating", when: HTML("enkele dagen na de beslissing")),
        ])
    }
}
