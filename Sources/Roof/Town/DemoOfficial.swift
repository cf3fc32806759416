public import Access

/// Somebody who works for the demo town; nobody of that name does.
public struct DemoOfficial: Sendable {
    public let name: String
    public let roles: [Role]
    let department: String

    /// The address with which they sign in.
    public var email: String {
        let plain = name.lowercased().map { letter in
            letter == " " ? "." : letter == "é" || letter == "è" ? "e" : String(letter)
        }
        return plain.joined().replacing("'", with: "") + "@leiebeke.example"
    }

    init(_ name: String, _ roles: [Role], _ department: String) {
        (self.name, self.roles, self.department) = (name, roles, department)
    }

    /// Fifteen officials in five departments, and one for each body that advises from outside.
    public static let all = [
        DemoOfficial("Marieke Declercq", [.beheerder], "interne-zaken"),
        DemoOfficial("Tom Wouters", [.behandelaar], "leefomgeving"),
        DemoOfficial("Greet Hofman", [.behandelaar, .goedkeurder], "leefomgeving"),
        DemoOfficial("Samir Haddad", [.behandelaar, .adviseur], "leefomgeving"),
        DemoOfficial("Lies Vermeersch", [.behandelaar, .adviseur], "leefomgeving"),
        DemoOfficial("An Peeters", [.balie, .behandelaar], "dienstverlening"),
        DemoOfficial("Dirk Somers", [.behandelaar, .goedkeurder], "dienstverlening"),
        DemoOfficial("Fatima Benali", [.behandelaar, .adviseur], "dienstverlening"),
        DemoOfficial("Joke Maes", [.behandelaar, .adviseur], "vrije-tijd-en-economie"),
        DemoOfficial("Pieter Lauwers", [.behandelaar, .goedkeurder], "vrije-tijd-en-economie"),
        DemoOfficial("Karel Baert", [.behandelaar, .goedkeurder, .adviseur], "bestuur"),
        DemoOfficial("Els Claes", [.behandelaar, .goedkeurder], "bestuur"),
        DemoOfficial("Wim Jacobs", [.behandelaar, .goedkeurder, .adviseur], "interne-zaken"),
        DemoOfficial("Nele Aerts", [.archivaris], "bestuur"),
        DemoOfficial("Yusuf Demir", [.dpo], "bestuur"),
        DemoOfficial("Pol De Smet", [.adviseur], "politie"), DemoOfficial("Bart Vuylsteke", [.adviseur], "brandweer"),
        DemoOfficial("Moos Visser", [.adviseur], "vervoermaatschappij"),
        DemoOfficial("Rita Goossens", [.adviseur], "adviesraden"),
        DemoOfficial("Luc Mertens", [.adviseur], "parket"),
        DemoOfficial("Ines Peeters", [.adviseur], "vreemdelingenzaken"),
        DemoOfficial("Gust Nijs", [.adviseur], "uitbater"), DemoOfficial("Bram De Wit", [.adviseur], "netbeheerder"),
    ]
}
