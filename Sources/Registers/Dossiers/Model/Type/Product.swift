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

/// A law or regulation that a type rests on.
public struct LegalBasis: Described {
    /// As one cites it.
    public internal(set) var citation = ""
    /// The article.
    public internal(set) var article: String?
    /// Where it can be read.
    public internal(set) var source: String?
    /// Whether somebody who knows the law has checked the reference.
    public internal(set) var isChecked = false

    init() {}

    static let shape = Shape<LegalBasis>(
        "Rechtsgrond",
        "Een rechtsgrond",
        "A law or regulation.",
        [
            .needed("tekst", \.citation, .line(300), "Tekst", "As one cites it."),
            .free("artikel", \.article, .line(100), "Artikel", "The article."),
            .free("bron", \.source, .line(300), "Bron", "Where it can be read."),
            .usual("nagekeken", \.isChecked, .truth, "Nagekeken", "Whether a lawyer has checked the reference."),
        ]
    )
}

/// A kind of document (ZGW informatieobjecttype).
public struct DocumentKind: Named {
    public internal(set) var name = ""
    /// What people call it.
    public internal(set) var title = Text.blank
    /// What it must show.
    public internal(set) var note: Text?
    /// Which files are taken.
    public internal(set) var mediaTypes: [MediaType] = [.pdf, .jpeg, .png]
    /// The largest file, in megabytes of 1 000 000 bytes.
    public internal(set) var megabytes = 20
    /// How far it is closed, if other than its dossier.
    public internal(set) var confidentiality: DossierType.Confidentiality?

    init() {}

    /// Files that the town can read.
    public enum MediaType: String, CaseIterable, Sendable {
        case pdf = "application/pdf"
        case jpeg = "image/jpeg"
        case png = "image/png"
        case docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case odt = "application/vnd.oasis.opendocument.text"
        case csv = "text/csv"

        /// Its name in sentences.
        public var word: String {
            switch self {
            case .pdf: "pdf"
            case .jpeg: "jpg"
            case .png: "png"
            case .docx: "docx"
            case .xlsx: "xlsx"
            case .odt: "odt"
            case .csv: "csv"
            }
        }
    }

    static let shape = Shape<DocumentKind>(
        "Documentsoort",
        "Een documentsoort",
        "A kind of document (ZGW informatieobjecttype).",
        [
            .needed("naam", \.name, .name, "Naam", "Key within the document."),
            .needed("titel", \.title, .text(80), "Titel", "Name for people."),
            .free("uitleg", \.note, .text(), "Uitleg", "What it must show."),
            .usual("bestandstypes", \.mediaTypes, .words, "Bestandstypes", "Media types that are taken."),
            .usual("megabytes", \.megabytes, .whole(1...2_000), "Grootste bestand", "In megabytes (1,000,000 bytes)."),
            .free("vertrouwelijkheid", \.confidentiality, .word, "Vertrouwelijkheid", "If other than the dossier."),
        ]
    )
}

extension Notation where Value == [DocumentKind.MediaType] {
    static let words = Notation<DocumentKind.MediaType>.list(of: .word, 1...10)
}

/// Somebody who takes part, by function.
public struct Role: Named {
    public internal(set) var name = ""
    /// What people call it.
    public internal(set) var title = Text.blank
    /// What the role does.
    public internal(set) var kind = Kind.handler
    /// The code of its department; left out it is the department of the type.
    public internal(set) var department: String?

    init() {}

    /// What a role does in a dossier.
    public enum Kind: String, CaseIterable, Sendable {
        case handler = "behandelaar", adviser = "adviseur", approver = "goedkeurder", decider = "beslisser"
        case desk = "balie"
    }

    static let shape = Shape<Role>(
        "Rol",
        "Een rol",
        "Somebody who takes part, by function.",
        [
            .needed("naam", \.name, .name, "Naam", "Key within the document."),
            .needed("titel", \.title, .text(80), "Titel", "Name for people."),
            .needed("soort", \.kind, .word, "Soort", "What the role may do."),
            .free("dienst", \.department, .slug, "Dienst", "Department; left out, that of the type."),
        ]
    )
}
