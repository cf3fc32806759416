public import Database
public import Kernel

extension Rights {
    /// Whether the visitor meets a policy; what the policy does not name is refused.
    ///
    /// - Parameter object: the object that the route names, if it names one.
    public func may(_ policy: Policy, on object: Identifier? = nil, in transaction: Transaction) throws -> Bool {
        if case .house = visitor { return true }
        switch policy {
        case .everyone:
            return true
        case .guest:
            return try isGuest(of: object, transaction)
        case .resident(let level):
            guard case .resident(let identity) = visitor else { return false }
            return identity.level.isAtLeast(level)
        case .official:
            guard case .official = visitor else { return false }
            return true
        case .signedIn:
            switch visitor {
            case .guest, .resident, .official: return true
            default: return false
            }
        case .scope(let scope, let kind):
            return try holds(scope, kind, on: object, transaction)
        case .program(let scope, let kind):
            guard case .program = visitor else { return false }
            return try holds(scope, kind, on: object, transaction)
        case .superuser:
            return try holds(.everything, .every, on: nil, transaction)
        case .anyOf(let policies):
            return try policies.contains { try may($0, on: object, in: transaction) }
        }
    }

    private func isGuest(of object: Identifier?, _ transaction: Transaction) throws -> Bool {
        guard let object else { return false }
        switch visitor {
        case .guest(_, let own):
            return own == object
        case .resident(let identity):
            return try transaction.exists(
                "SELECT 1 FROM access_relation WHERE object = $1 AND subject = $2",
                [.text(object.description), .text(identity.subject.description)]
            )
        default:
            return false
        }
    }

    /// Holds the scope for some type, organisation and rank, or by a tie to the object, or to any when none is named.
    private func holds(
        _ scope: Scope,
        _ kind: Kind,
        on object: Identifier?,
        _ transaction: Transaction
    ) throws -> Bool {
        var draft = Draft(next: 1)
        let condition: String
        switch visitor {
        case .official(let identity):
            let place = object.map { Columns.Place.value(.text($0.description)) }
            condition =
                Self.grantedSomewhere(identity.subject, scope, kind, &draft)
                + " OR " + Self.related(identity.subject, scope, kind, to: place, &draft)
        case .program(let identity, _):
            condition = Self.grantedSomewhere(identity.subject, scope, kind, &draft)
        default:
            return false
        }
        return try transaction.exists("SELECT 1 WHERE " + condition, draft.parameters)
    }
}
