/// What a route demands before it does anything: a small closed language, of which each word can be judged by one
/// statement over grants and relations.
///
/// A policy opens the door of a route; which objects are behind it is decided by the predicate in each statement.
public indirect enum Policy: Hashable, Sendable {
    /// Anybody, also who did not say who they are.
    case everyone
    /// A guest of the object in the route, or a resident who is tied to it.
    case guest
    /// Any resident who proved who they are at least so surely.
    case resident(atLeast: Level)
    /// Any official.
    case official
    /// Anybody with a session: a guest, a resident or an official.
    case signedIn
    /// An official or program that holds a scope somewhere, or is tied to the object in the route by a role with it.
    case scope(Scope, of: Kind)
    /// A program that holds a scope somewhere, and nobody else.
    case program(Scope, of: Kind)
    /// An official or program with all rights.
    case superuser
    /// One of these; of none nobody.
    case anyOf([Policy])
}

extension Policy: CustomStringConvertible {
    /// One word or more, without blanks within one: for the list of routes.
    public var description: String {
        switch self {
        case .everyone: "everyone"
        case .guest: "guest"
        case .resident(let level): "resident:\(level)"
        case .official: "official"
        case .signedIn: "signedIn"
        case .scope(let scope, let kind): "\(kind.rawValue):\(scope.rawValue)"
        case .program(let scope, let kind): "program:\(kind.rawValue):\(scope.rawValue)"
        case .superuser: "superuser"
        case .anyOf(let policies): policies.map(\.description).joined(separator: "|")
        }
    }
}
