public import HTTPTypes

/// What a handler gives back: a status, fields, and a body that is there or will be written.
///
/// The fields that keep a browser safe, the request's number and the date are added to every answer on its way out; a
/// handler sets one of them only to be stricter, or where a page needs a sensor.
public struct Answer: Sendable {
    /// The bytes after the head.
    public enum Body: Sendable {
        /// None.
        case none
        /// All of them at once.
        case bytes([UInt8])
        /// Written bit by bit, to a visitor who takes them at their own pace; with a length if it is known before.
        case stream(length: Int?, @Sendable (AnswerWriter) async throws -> Void)
    }

    /// The HTTP status.
    public var status: HTTPResponse.Status
    /// The fields of the head.
    public var headers: HTTPFields
    /// The body.
    public var body: Body
    var cookies: [Cookie] = []

    /// Puts an answer together.
    public init(_ status: HTTPResponse.Status = .ok, headers: HTTPFields = [:], body: Body = .none) {
        (self.status, self.headers, self.body) = (status, headers, body)
    }
}

/// Where a streamed answer is written to; each write waits until the visitor has taken enough of what came before.
public struct AnswerWriter: Sendable {
    private let put: @Sendable ([UInt8]) async throws -> Void

    init(_ put: @escaping @Sendable ([UInt8]) async throws -> Void) {
        self.put = put
    }

    /// Writes bytes; throws when the visitor went away.
    public func write(_ bytes: [UInt8]) async throws {
        if !bytes.isEmpty { try await put(bytes) }
    }

    /// Writes text as UTF-8.
    public func write(_ text: String) async throws {
        try await write(Array(text.utf8))
    }
}

extension Answer {
    /// JSON.
    public static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Answer {
        Answer(status, headers: [.contentType: "application/json"], body: .bytes(bytes))
    }

    /// JSON of something that was made, and its address.
    public static func created(_ bytes: [UInt8], at location: String) -> Answer {
        var answer = json(bytes, status: .created)
        answer.headers[.location] = location
        return answer
    }

    /// A page, in UTF-8. It is personal until told otherwise: no cache keeps it.
    public static func page(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Answer {
        let headers: HTTPFields = [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"]
        return Answer(status, headers: headers, body: .bytes(bytes))
    }

    /// Plain text, in UTF-8.
    public static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Answer {
        Answer(status, headers: [.contentType: "text/plain; charset=utf-8"], body: .bytes(Array(text.utf8)))
    }

    /// Done, and nothing to say.
    public static let nothing = Answer(.noContent)

    /// After a form: go and look there. The path is on this server; what is not one becomes `/`.
    public static func see(_ path: String) -> Answer {
        let isLocal = path.hasPrefix("/") && !path.hasPrefix("//") && !path.contains("\\")
        return Answer(.seeOther, headers: [.location: isLocal ? path : "/"])
    }

    /// The same answer that also sets a cookie.
    public func setting(_ cookie: Cookie) -> Answer {
        var answer = self
        answer.cookies.append(cookie)
        return answer
    }
}
