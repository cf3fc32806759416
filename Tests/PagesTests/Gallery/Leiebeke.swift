import Kernel
import Pages

/// The fictional town of the gallery, and the people in it.
enum Leiebeke {
    static let brand = Brand(
        kind: Text(nl: "Stad", en: "City of", fr: "Ville de"),
        name: "Leiebeke",
        address: "Grote Markt 1, 9899 Leiebeke",
        phone: "09 555 01 00",
        mail: "loket@leiebeke.example",
        hours: [
            Text(nl: "Maandag tot vrijdag: 9 tot 12 uur", en: "Monday to Friday: 9:00 to 12:00"),
            Text(nl: "Woensdag ook: 14 tot 19 uur", en: "Wednesday also: 14:00 to 19:00"),
            Text(nl: "Zaterdag: 9 tot 12 uur", en: "Saturday: 9:00 to 12:00"),
        ]
    )

    static let languages: [(language: Language, link: Href)] = [(.nl, "/"), (.en, "/en/"), (.fr, "/fr/")]

    static let marieke = SignedIn("Marieke Desmet", account: "/mijn/gegevens", signOut: "/afmelden")
    static let els = SignedIn("Els Verhaeghe", account: "/werk/profiel", signOut: "/afmelden")

    static func openSite(_ current: String = "") -> [NavigationItem] {
        let entries: [(String, Href)] = [
            ("Producten", "/producten"), ("Buurtdossiers", "/buurt"), ("Besluiten", "/besluiten"),
            ("Melden", "/melden"), ("Contact", "/contact"),
        ]
        return entries.map { NavigationItem($0, to: $1, isCurrent: $0 == current) }
    }

    static func counter(_ current: String) -> [NavigationItem] {
        [
            NavigationItem("Mijn dossiers", to: "/mijn/dossiers", isCurrent: current == "Mijn dossiers"),
            NavigationItem("Berichten", to: "/mijn/berichten", count: 2, isCurrent: current == "Berichten"),
            NavigationItem("Mijn gegevens", to: "/mijn/gegevens", isCurrent: current == "Mijn gegevens"),
            NavigationItem("Volgen", to: "/mijn/volgen", isCurrent: current == "Volgen"),
        ]
    }

    static func desk(_ current: String) -> [NavigationItem] {
        let entries: [(String, Href, Icon, Int?)] = [
            ("Werklijst", "/werk", .list, 14), ("Dossiers", "/werk/dossiers", .document, nil),
            ("Post", "/werk/post", .mail, 3), ("Kalender", "/werk/kalender", .calendar, nil),
            ("Zittingen", "/werk/zittingen", .scales, nil), ("Dienstverlening IT", "/werk/it", .gear, nil),
            ("Inzicht", "/werk/inzicht", .chart, nil),
        ]
        return entries.map { NavigationItem($0, to: $1, icon: $2, count: $3, isCurrent: $0 == current) }
    }

    static func residentPage(_ title: String, _ current: String = "") -> Page {
        var page = Page(title, brand: brand)
        page.navigation = openSite(current)
        page.languages = languages
        page.signIn = "/aanmelden"
        return page
    }

    static func counterPage(_ title: String, _ current: String = "Mijn dossiers") -> Page {
        var page = Page(title, brand: brand, door: .mine)
        page.navigation = counter(current)
        page.languages = languages
        page.signedIn = marieke
        return page
    }

    static func deskPage(_ title: String, _ current: String = "Werklijst") -> Page {
        var page = Page(title, brand: brand, door: .desk)
        page.navigation = desk(current)
        page.signedIn = els
        page.search = "/werk/zoeken"
        return page
    }
}

extension Day {
    /// A day that stands in a test.
    static func on(_ text: StaticString) -> Day {
        guard let day = Day("\(text)") else { preconditionFailure("\(text) is no day") }
        return day
    }
}
