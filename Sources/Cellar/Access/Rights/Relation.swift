public import Kernel

/// What somebody is to one object: this gives scopes on that object alone, whatever its type or rank.
public struct Relation: Hashable, Sendable {
    public let object: Identifier
    public let subject: Identifier
    public let role: Bond

    /// Ties a subject to an object.
    public init(object: Identifier, subject: Identifier, role: Bond) {
        (self.object, self.subject, self.role) = (object, subject, role)
    }
}

/// The ways in which somebody can be tied to an object.
public enum Bond: String, Hashable, Sendable, CaseIterable {
    /// Asked for it: the resident or company whose dossier it is; also whoever came by a mailed link.
    case initiator
    /// Takes part and may follow it: a representative, a neighbour who objected.
    case belanghebbende
    /// Was given it to handle.
    case behandelaar
    /// Was asked for advice on it.
    case adviseur

    /// Whether the tie gives a scope in a register.
    public func holds(_ scope: Scope, of kind: Kind) -> Bool {
        switch self {
        case .initiator: Bond.own[kind]?.contains(scope) ?? false
        case .belanghebbende: Bond.followed[kind]?.contains(scope) ?? false
        case .behandelaar: Role.behandelaar.holds(scope, of: kind)
        case .adviseur: Role.adviseur.holds(scope, of: kind)
        }
    }

    private static let followed: [Kind: Set<Scope>] = [
        .zaken: ["zaken.lezen"], .documenten: ["documenten.lezen"], .besluiten: ["besluiten.lezen"],
    ]

    private static let own: [Kind: Set<Scope>] = [
        .zaken: ["zaken.lezen", "dossiers.aanvullen"],
        .documenten: ["documenten.lezen", "documenten.aanmaken"],
        .besluiten: ["besluiten.lezen"],
    ]
}
