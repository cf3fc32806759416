/// Who is asking, as far as is known. Access fills it.
public struct Visitor: Hashable, Sendable {
    /// The one who is known; `nil` for anybody.
    public let subject: String?
    /// The session that a cookie stands for; `nil` for programs, which send their credentials with each request.
    ///
    /// A browser sends cookies along when another site asks it to, so that requests with a session that change
    /// something must show that they come from our own pages.
    public let session: String?

    /// Takes what is known.
    public init(subject: String?, session: String? = nil) {
        (self.subject, self.session) = (subject, session)
    }

    /// Nobody who is known.
    public static let nobody = Visitor(subject: nil)
}

/// How visitors are recognised, and what they may: closures given at composition.
public struct Admission: Sendable {
    /// Recognises a visitor; throws a `Refusal` for credentials that are wrong.
    public var authenticate: @Sendable (Request) async throws -> Visitor
    /// Whether the visitor may use a route with that policy; never asked about `Policy.anyone`.
    public var may: @Sendable (Visitor, Policy) async throws -> Bool
    /// The page for a refusal; `nil` for a plain one.
    public var page: (@Sendable (Refusal, Request) async -> [UInt8]?)?

    /// Without closures nobody is known and nothing is allowed but what is for anyone.
    public init(
        authenticate: @escaping @Sendable (Request) async throws -> Visitor = { _ in .nobody },
        may: @escaping @Sendable (Visitor, Policy) async throws -> Bool = { _, _ in false },
        page: (@Sendable (Refusal, Request) async -> [UInt8]?)? = nil
    ) {
        (self.authenticate, self.may, self.page) = (authenticate, may, page)
    }
}
