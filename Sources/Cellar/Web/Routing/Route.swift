public import HTTPTypes

/// One line of a room's table of routes: a method, a path, who may, and what happens.
///
/// A segment `{name}` of the path stands for any one segment, a last segment `{name*}` for all that follow. Where a
/// path could be both, the written segment wins and there is no second try: `/zaken/nieuw` hides the zaak `nieuw`.
public struct Route: Sendable {
    /// What a route does with a request.
    public typealias Handler = @Sendable (Request, Caller) async throws -> Answer

    /// The method; GET also answers HEAD.
    public let method: HTTPRequest.Method
    /// The path as it is written in the table; the log names it instead of the real path.
    public let path: String
    /// Who may.
    public let policy: Policy
    /// The largest body in bytes; `nil` for the server's own limit.
    public let bodyMax: Int?
    /// From head to the last byte of the answer.
    public let deadline: Deadline
    /// What happens.
    public let handler: Handler

    /// How long an answer may take.
    public enum Deadline: Sendable, Equatable {
        /// The server's own limit.
        case usual
        /// So long.
        case after(Duration)
        /// As long as it likes: for streams of events, which end when the server stops.
        case never
    }

    /// A route; there is no default for the policy, so none can be forgotten.
    public init(
        _ method: HTTPRequest.Method,
        _ path: String,
        policy: Policy,
        bodyMax: Int? = nil,
        deadline: Deadline = .usual,
        handler: @escaping Handler
    ) {
        (self.method, self.path, self.policy) = (method, path, policy)
        (self.bodyMax, self.deadline, self.handler) = (bodyMax, deadline, handler)
    }
}

extension Route {
    /// Shows something.
    public static func get(
        _ path: String,
        policy: Policy,
        deadline: Deadline = .usual,
        handler: @escaping Handler
    ) -> Route {
        Route(.get, path, policy: policy, deadline: deadline, handler: handler)
    }

    /// Makes something, or does what a form asks.
    public static func post(
        _ path: String,
        policy: Policy,
        bodyMax: Int? = nil,
        deadline: Deadline = .usual,
        handler: @escaping Handler
    ) -> Route {
        Route(.post, path, policy: policy, bodyMax: bodyMax, deadline: deadline, handler: handler)
    }

    /// Replaces something.
    public static func put(
        _ path: String,
        policy: Policy,
        bodyMax: Int? = nil,
        deadline: Deadline = .usual,
        handler: @escaping Handler
    ) -> Route {
        Route(.put, path, policy: policy, bodyMax: bodyMax, deadline: deadline, handler: handler)
    }

    /// Changes part of something.
    public static func patch(
        _ path: String,
        policy: Policy,
        bodyMax: Int? = nil,
        deadline: Deadline = .usual,
        handler: @escaping Handler
    ) -> Route {
        Route(.patch, path, policy: policy, bodyMax: bodyMax, deadline: deadline, handler: handler)
    }

    /// Removes something.
    public static func delete(_ path: String, policy: Policy, handler: @escaping Handler) -> Route {
        Route(.delete, path, policy: policy, handler: handler)
    }
}
