import Kernel
import Organisatie

/// A department of the demo town, or a body outside it.
struct Department {
    let code: String
    let name: String
    var whole = ""
    var isOutside = false

    /// Five departments with their teams, and those who advise from outside.
    static let all: [Department] =
        [
            Department(code: "leefomgeving", name: "Leefomgeving"),
            Department(code: "dienstverlening", name: "Dienstverlening en welzijn"),
            Department(code: "vrije-tijd-en-economie", name: "Vrije tijd en economie"),
            Department(code: "bestuur", name: "Bestuur en secretariaat"),
            Department(code: "interne-zaken", name: "Interne zaken"),
        ]
        + teams.map { Department(code: $0, name: $1, whole: $2) }
        + outside.map { Department(code: $0, name: $1, isOutside: true) }

    private static let teams = [
        ("omgeving", "Omgeving en wonen", "leefomgeving"), ("openbare-ruimte", "Openbare ruimte", "leefomgeving"),
        ("mobiliteit", "Mobiliteit", "leefomgeving"), ("burgerzaken", "Burgerzaken", "dienstverlening"),
        ("welzijn", "Welzijn", "dienstverlening"), ("vrije-tijd", "Vrije tijd", "vrije-tijd-en-economie"),
        ("economie", "Economie", "vrije-tijd-en-economie"), ("secretariaat", "Secretariaat", "bestuur"),
        ("financien", "Financiën", "interne-zaken"), ("ict", "ICT", "interne-zaken"),
    ]

    private static let outside = [
        ("politie", "Lokale politie"), ("brandweer", "Brandweer"), ("vervoermaatschappij", "Vervoermaatschappij"),
        ("adviesraden", "Adviesraden"), ("parket", "Parket"), ("vreemdelingenzaken", "Vreemdelingenzaken"),
        ("uitbater", "Uitbater van de opvang"), ("netbeheerder", "Netbeheerder"),
    ]

    var draft: Draft<Afdeling> {
        var draft = Draft<Afdeling>()
        (draft.code, draft.naam, draft.deelVan, draft.isExtern) = (code, name, whole, isOutside)
        (draft.telefoon, draft.mail) = ("09 999 99 99", "\(code)@leiebeke.example")
        return draft
    }
}
