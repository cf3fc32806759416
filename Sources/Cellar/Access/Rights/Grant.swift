public import Kernel

/// A right that a subject holds: what, in which register, for which type and organisation, and how confidential.
///
/// Rights are the union of all grants. Each scope has the ceiling of its own grant: reading up to `geheim` and changing
/// up to `openbaar` are two grants, and neither lends its ceiling to the other.
public struct Grant: Hashable, Sendable {
    /// What a grant gives.
    public enum Gift: Hashable, Sendable {
        /// One scope.
        case scope(Scope)
        /// All scopes of a role, in all registers.
        case role(Role)
    }

    public let subject: Identifier
    /// One legal body by the code that registers know it by (`bronorganisatie`), or nil for all of them.
    public let organisation: String?
    public let kind: Kind
    /// One version of a type, or nil for all types.
    public let type: Identifier?
    public let ceiling: Rank
    public let gift: Gift

    /// Gives one scope in one register.
    public init(
        subject: Identifier,
        scope: Scope,
        of kind: Kind,
        type: Identifier? = nil,
        organisation: String? = nil,
        upTo ceiling: Rank
    ) {
        (self.subject, self.organisation, self.kind, self.type) = (subject, organisation, kind, type)
        (self.ceiling, gift) = (ceiling, .scope(scope))
    }

    /// Gives a role, up to the role's own ceiling unless another is named.
    public init(
        subject: Identifier,
        role: Role,
        type: Identifier? = nil,
        organisation: String? = nil,
        upTo ceiling: Rank? = nil
    ) {
        (self.subject, self.organisation, kind, self.type) = (subject, organisation, .every, type)
        (self.ceiling, gift) = (ceiling ?? role.ceiling, .role(role))
    }

    /// Everything, everywhere: `heeftAlleAutorisaties`.
    public static func everything(for subject: Identifier) -> Grant {
        Grant(subject: subject, scope: .everything, of: .every, upTo: .zeerGeheim)
    }
}
