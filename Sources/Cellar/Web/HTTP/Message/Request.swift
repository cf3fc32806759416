public import HTTPTypes
public import Kernel

/// A request as a handler sees it: checked, decoded, and bounded.
public struct Request: Sendable {
    /// The method; HEAD arrives as GET, and its answer's body is left out.
    public let method: HTTPRequest.Method
    /// The path as it was sent, without the query.
    public let path: String
    /// The query as it was sent, without the question mark; for links to the next page.
    public let rawQuery: String
    /// The host that the visitor asked for, in lower case, perhaps with a port.
    public let host: String
    /// Whether the visitor came over https, by the public URL or by a trusted proxy.
    public let isSecure: Bool
    /// Where the visitor came from; behind a trusted proxy what that proxy says. It is personal: it goes in no log.
    public let client: NetworkAddress?
    /// The fields of the head.
    public let headers: HTTPFields
    /// The number of this request, in its answer and in the log.
    public let id: Identifier
    /// The bytes after the head.
    public let body: RequestBody

    var parameters: [String: String] = [:]

    /// Puts a request together that did not come from a connection: for tests of handlers.
    ///
    /// Throws 400 for a target that a connection would refuse too.
    public init(
        _ method: HTTPRequest.Method,
        _ target: String,
        headers: HTTPFields = [:],
        body: [UInt8] = [],
        parameters: [String: String] = [:],
        id: Identifier = Identifier(high: 0, low: 0)
    ) throws(Refusal) {
        let target = try Target(target, method: method, host: "localhost")
        let source = Provenance(peer: nil, fields: headers, host: "localhost", proxies: TrustedProxies())
        self.init(method, target, headers, source, id: id, body: RequestBody(body))
        self.parameters = parameters
    }

    init(
        _ method: HTTPRequest.Method,
        _ target: Target,
        _ headers: HTTPFields,
        _ source: Provenance,
        id: Identifier,
        body: RequestBody
    ) {
        (self.method, path, rawQuery) = (method, target.path, target.query)
        (host, isSecure, client) = (source.host, source.isSecure, source.client)
        (self.headers, self.id, self.body) = (headers, id, body)
    }
}

extension Request {
    /// The decoded part of the path that stands for `{name}` in the route.
    ///
    /// Throws 404 when the route has no such part: a mistake that the first test of the route shows.
    public func parameter(_ name: String) throws(Refusal) -> String {
        guard let value = parameters[name] else { throw .notFound }
        return value
    }

    /// The same as a UUID; anything else is the address of nothing, so 404.
    public func identifier(_ name: String) throws(Refusal) -> Identifier {
        guard let value = Identifier(try parameter(name)) else { throw .notFound }
        return value
    }

    /// The parameters of the query, at most `queryMax`; throws 400 when they do not decode.
    public func query() throws(Refusal) -> Pairs {
        try Pairs(urlEncoded: rawQuery.utf8, most: Request.queryMax)
    }

    /// The value of a cookie that this server set.
    public func cookie(_ name: String) -> String? {
        Cookies(headers[values: .cookie])[Cookie.fullName(name, isSecure: isSecure)]
    }

    /// Whether the visitor's program would rather have a page than data.
    public var wantsPage: Bool {
        headers[.accept]?.contains("text/html") ?? false
    }

    /// Where the visitor's program says it was when it last read a stream of events.
    public var lastEventID: String? { headers[.lastEventID] }

    private static let queryMax = 100
}
