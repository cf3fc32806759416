import Kernel
import Pages

extension Gallery {
    static func home() -> HTML {
        var page = Leiebeke.residentPage("Welkom")
        page.hero = .hero(
            "Waarmee kunnen we je helpen?",
            "Vraag aan, meld en volg: dag en nacht, ook vanop je gsm.",
            [.searchBox("Zoek in Leiebeke", to: "/zoeken", isLarge: true), suggestions]
        )
        page.main = [
            .panel("Regel het hier", .cards(tasks, level: 3), action: .link("Alle producten", to: "/producten")),
            .panel("In je buurt", .cards(neighbourhood, level: 3), action: .link("Alle buurtdossiers", to: "/buurt")),
            .panel("De gemeenteraad beslist", .documents(council)),
        ]
        return page.html
    }

    private static let suggestions: HTML = """
        <p class="suggestions">Vaak gezocht: <a href="/producten/rijbewijs">rijbewijs</a> \
        <a href="/producten/kinderopvang">kinderopvang</a> <a href="/producten/grofvuil">grofvuil</a> \
        <a href="/producten/kapvergunning">boom vellen</a></p>
        """

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
            foot: [.tag("Openbaar onderzoek", .info), "<span>nog 11 dagen</span>"]
        ),
        Card(
            "Nieuwe riolering in de Kerkstraat",
            "De bussen rijden om langs de Statiestraat.",
            to: "/buurt/kerkstraat",
            foot: [.tag("Werken bezig", .attention, icon: .cone), "<span>tot en met 3 juli</span>"]
        ),
        Card(
            "Schoolstraat aan De Zonnebloem",
            "De proef is geslaagd: de straat blijft autovrij voor en na school.",
            to: "/buurt/zonnebloem",
            foot: [.tag("Beslist", .good), "<span>25 mei 2026</span>"]
        ),
    ]

    private static let council = [
        DocumentItem(
            "Agenda van de gemeenteraad van maandag 29 juni 2026",
            to: "/besluiten/2026/gr/2026-06-29",
            kind: "23 punten",
            size: nil,
            day: .on("2026-06-19"),
            tag: .tag("Volgende zitting", .info, icon: .calendar)
        ),
        DocumentItem(
            "Reglement premie voor groendaken",
            to: "/besluiten/2026/gr/2026-05-25/7",
            kind: "besluit",
            size: nil,
            day: .on("2026-05-25"),
            tag: .tag("Goedgekeurd", .good)
        ),
    ]
}
