public import Access
public import Kernel

/// Who is asking, and by which session, if by one.
public struct Caller: Hashable, Sendable {
    /// Who it is, as Access knows them.
    public let visitor: Visitor
    /// The session that a cookie stands for; `nil` for programs, which send their credentials with each request.
    ///
    /// A browser sends cookies along when another site asks it to, so that requests with a session that change
    /// something must show that they come from our own pages.
    public let session: String?

    /// Takes what is known.
    public init(_ visitor: Visitor, session: String? = nil) {
        (self.visitor, self.session) = (visitor, session)
    }

    /// Nobody who is known.
    public static let nobody = Caller(.anonymous)
}

/// How visitors are recognised, and what they may: closures given at composition.
public struct Admission: Sendable {
    /// Recognises a visitor; throws a `Refusal` for credentials that are wrong.
    public var authenticate: @Sendable (Request) async throws -> Caller
    /// Whether the visitor may use a route with that policy, on the object that stands for `{id}` in the route if there
    /// is one; never asked about `Policy.everyone`.
    public var may: @Sendable (Caller, Policy, Identifier?) async throws -> Bool
    /// Where a visitor with a browser who is not known and must be is led; `nil` for a plain refusal.
    public var signIn: (@Sendable (Request) -> String?)?
    /// The page for a refusal; `nil` for a plain one.
    public var page: (@Sendable (Refusal, Request) async -> [UInt8]?)?

    /// Without closures nobody is known and nothing is allowed but what is for everyone.
    public init(
        authenticate: @escaping @Sendable (Request) async throws -> Caller = { _ in .nobody },
        may: @escaping @Sendable (Caller, Policy, Identifier?) async throws -> Bool = { _, _, _ in false },
        signIn: (@Sendable (Request) -> String?)? = nil,
        page: (@Sendable (Refusal, Request) async -> [UInt8]?)? = nil
    ) {
        (self.authenticate, self.may, self.signIn, self.page) = (authenticate, may, signIn, page)
    }
}
