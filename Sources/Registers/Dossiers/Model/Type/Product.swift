public import Kernel

/// What a resident reads before starting: the product in the town's catalogue.
public struct Product: Described {
    /// What it is.
    public internal(set) var what = Text.blank
    /// Who can ask it.
    public internal(set) var forWhom = Text.blank
    /// What it costs.
    public internal(set) var cost = Text.blank
    /// What one needs at hand.
    public internal(set) var needed: [Text] = []
    /// Who decides.
    public internal(set) var decidedBy = Text.blank
    /// How long it takes.
    public internal(set) var duration = Text.blank
    /// What else is worth knowing.
    public internal(set) var more: Text?
    /// Where it stands in the catalogue.
    public internal(set) var theme = Theme.administration
    /// For whom it is meant.
    public internal(set) var audiences: [Audience] = []
    /// How many minutes the form takes.
    public internal(set) var minutes = 5
    /// Words by which people look for it.
    public internal(set) var keywords: [String] = []
    /// Its number in the Flemish product catalogue, if it has one.
    public internal(set) var ipdc: String?

    init() {}

    /// Themes of the catalogue.
    public enum Theme: String, CaseIterable, Sendable {
        case administration = "burgerzaken"
        case building = "bouwenEnWonen"
        case traffic = "verkeerEnParkeren"
        case publicSpace = "openbareRuimte"
        case environment = "milieuEnNatuur"
        case business = "ondernemen"
        case leisure = "vrijeTijd"
        case welfare = "welzijn"
        case participation = "inspraak"
        case inside = "interneWerking"
    }

    /// For whom a product is meant.
    public enum Audience: String, CaseIterable, Sendable {
        case resident = "inwoner", business = "onderneming", association = "vereniging"
        case employee = "medewerker", board = "bestuur"
    }

    static let shape = Shape<Product>(
        "Product",
        "Productbeschrijving",
        "What a resident reads before starting.",
        [
            .needed("wat", \.what, .text(), "Wat is het?", "What it is."),
            .needed("voorWie", \.forWhom, .text(), "Voor wie?", "Who can ask it."),
            .needed("kost", \.cost, .text(), "Wat kost het?", "What it costs, in words."),
            .list("nodig", \.needed, .text(), 0...12, "Wat heb je nodig?", "What to have at hand."),
            .needed("wieBeslist", \.decidedBy, .text(), "Wie beslist?", "Who decides."),
            .needed("hoelang", \.duration, .text(), "Hoelang duurt het?", "How long it takes, in words."),
            .free("meer", \.more, .text(), "Meer weten", "What else is worth knowing."),
            .needed("thema", \.theme, .word, "Thema", "Place in the catalogue."),
            .list("doelgroepen", \.audiences, .word, 1...5, "Doelgroepen", "For whom it is meant."),
            .usual("minuten", \.minutes, .whole(1...120), "Minuten", "How long the form takes."),
            .list("trefwoorden", \.keywords, .line(40), 0...20, "Trefwoorden", "Words by which people look for it."),
            .free("ipdc", \.ipdc, .line(40), "IPDC-nummer", "Number in the Flemish product catalogue (IPDC)."),
        ]
    )
}
