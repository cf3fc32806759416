public import Kernel

/// Who is asking: every verb of a register takes one, and so none can forget to ask.
public enum Visitor: Hashable, Sendable {
    /// Nobody has said who they are.
    case anonymous
    /// Came by a mailed link and may see one object, a draft or a dossier, and no other.
    case guest(Identity, of: Identifier)
    /// A person or company that proved who they are; may see what they are related to.
    case resident(Identity)
    /// Works for the town; holds grants.
    case official(Identity)
    /// Other software with grants of its own, and what it claims about its user.
    case program(Identity, Claims)
    /// The house itself: timers, readers of the ledger, the command line.
    case house

    /// The identity, if there is one.
    public var identity: Identity? {
        switch self {
        case .anonymous, .house: nil
        case .guest(let identity, _), .resident(let identity), .official(let identity): identity
        case .program(let identity, _): identity
        }
    }

    /// How surely the house knows who is asking; this is what the ledger writes.
    public var level: Level {
        switch self {
        case .anonymous: .anonymous
        case .house: .house
        default: identity?.level ?? .anonymous
        }
    }
}

/// What a program says about itself and its user: its own words, logged as such, and no source of rights.
public struct Claims: Hashable, Sendable {
    /// The client id with whose secret the token was signed.
    public let client: String
    /// The user of the program, as the program calls them; may be empty.
    public let user: String
    /// The user's name, as the program writes it; may be empty.
    public let representation: String

    /// Takes the claims of a token whose signature was checked.
    public init(client: String, user: String = "", representation: String = "") {
        (self.client, self.user, self.representation) = (client, user, representation)
    }
}
