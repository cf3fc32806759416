public import Kernel

/// The town as its pages name it: what stands in the header and the footer.
public struct Brand: Sendable {
    /// The word above the name, such as *Stad*, in English *City of*.
    public let kind: Text
    /// The name.
    public let name: String
    /// Street and place.
    public let address: String
    /// Telephone of the counter.
    public let phone: String
    /// Mail address of the counter.
    public let mail: String
    /// Opening hours, a line each.
    public let hours: [Text]

    /// Takes what the town's settings say.
    public init(kind: Text, name: String, address: String, phone: String, mail: String, hours: [Text]) {
        (self.kind, self.name, self.address) = (kind, name, address)
        (self.phone, self.mail, self.hours) = (phone, mail, hours)
    }
}

/// Who is signed in.
public struct SignedIn: Sendable {
    let name: String
    let actingFor: String?
    let account: Href
    let signOut: Href
    let token: [(name: String, value: String)]

    /// Takes a person; signing out is a post, so it carries the token against forged ones.
    public init(
        _ name: String,
        actingFor: String? = nil,
        account: Href,
        signOut: Href,
        token: [(name: String, value: String)] = []
    ) {
        (self.name, self.actingFor, self.account) = (name, actingFor, account)
        (self.signOut, self.token) = (signOut, token)
    }
}

/// Through which door somebody came in; it changes the navigation and a coloured strip with a word, nothing else.
public enum Door: String, CaseIterable, Sendable {
    /// Anyone.
    case open
    /// *Mijn loket*: residents and businesses.
    case mine
    /// *Werkplek*: officials.
    case desk
    /// *Bestuur*: mayor, aldermen, management team.
    case board
    /// *Opdrachten*: suppliers.
    case tenders
    /// *Beheer*: application managers.
    case stewardship

    /// The word in the header; the public site has none.
    var phrase: Phrase? {
        switch self {
        case .open: nil
        case .mine: Phrase(nl: "Mijn loket", en: "My counter", fr: "Mon guichet")
        case .desk: Phrase(nl: "Werkplek", en: "Workplace", fr: "Espace de travail")
        case .board: Phrase(nl: "Bestuur", en: "Board", fr: "Administration")
        case .tenders: Phrase(nl: "Opdrachten", en: "Tenders", fr: "Marchés")
        case .stewardship: Phrase(nl: "Beheer", en: "Administration", fr: "Gestion")
        }
    }

    /// Whether the navigation stands at the side and rows are closer together.
    var isDense: Bool { self == .desk || self == .stewardship }
}
