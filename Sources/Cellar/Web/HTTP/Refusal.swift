public import HTTPTypes
internal import Kernel

/// A request that is not answered as it was meant: a status, a stable code and a sentence for whoever sent it.
///
/// A handler throws it, or a `Problem`, and so do the parsers; the visitor gets problem+json, or a sentence on a page.
public struct Refusal: Error, Equatable, Sendable {
    /// The HTTP status.
    public let status: HTTPResponse.Status
    /// A word to branch on; it never changes once released.
    public let code: String
    /// What was wrong, in a sentence; it repeats nothing that was sent.
    public let reason: String
    /// Fields that go with the status, as Allow with 405.
    public var headers: HTTPFields = [:]
    /// What Kernel says is wrong, with its faults, if it was Kernel who said it.
    var problem: Problem?

    /// Puts a refusal together.
    public init(_ status: HTTPResponse.Status, _ code: String, _ reason: String, headers: HTTPFields = [:]) {
        (self.status, self.code, self.reason, self.headers) = (status, code, reason, headers)
    }
}

extension Refusal {
    /// 400: the request breaks a rule of its grammar.
    public static func malformed(_ reason: String) -> Refusal {
        Refusal(.badRequest, "malformed", reason)
    }

    /// 401: who asks is not known, and must be.
    public static let unauthenticated = Refusal(
        .unauthorized,
        "not_authenticated",
        "Meld je aan om dit te kunnen doen.",
        headers: [.wwwAuthenticate: "Bearer"]
    )

    /// 403: who asks is known, and may not.
    public static let forbidden = Refusal(.forbidden, "permission_denied", "Je hebt hiervoor niet de nodige rechten.")

    /// 404: there is nothing here, or nothing for you.
    public static let notFound = Refusal(.notFound, "not_found", "Wat je zoekt, bestaat niet.")

    /// 408: the visitor took too long.
    public static func tooSlow(_ reason: String) -> Refusal {
        Refusal(.requestTimeout, "too_slow", reason)
    }

    /// 413: the body is larger than the route takes.
    public static func tooLarge(most bytes: Int) -> Refusal {
        Refusal(.contentTooLarge, "too_large", "De inhoud mag hoogstens \(bytes) bytes groot zijn.")
    }

    /// 415: the body is not in a format that the route takes.
    public static func unsupported(_ reason: String) -> Refusal {
        Refusal(.unsupportedMediaType, "unsupported_media_type", reason)
    }

    /// 500: our fault; what happened is in the log, not in the answer.
    public static let failed = Refusal(.internalServerError, "error", "Er ging iets mis bij ons. Het is genoteerd.")

    /// 503: not now.
    public static func unavailable(_ reason: String) -> Refusal {
        Refusal(.serviceUnavailable, "unavailable", reason, headers: [.retryAfter: "5"])
    }
}
