public import HTTPTypes

extension HTTPField.Name {
    /// A name that stands in the source; it stops the program when that is no token, which the first test shows.
    static func known(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is not a field name") }
        return name
    }

    static let forwardedFor = known("X-Forwarded-For")
    static let forwardedProto = known("X-Forwarded-Proto")
    static let forwardedHost = known("X-Forwarded-Host")
    static let referrerPolicy = known("Referrer-Policy")
    static let permissionsPolicy = known("Permissions-Policy")
    static let openerPolicy = known("Cross-Origin-Opener-Policy")
    static let fetchSite = known("Sec-Fetch-Site")
    static let lastEventID = known("Last-Event-ID")
    /// Tells nginx not to collect a stream of events.
    static let accelBuffering = known("X-Accel-Buffering")

    /// The request's number, which is also in the log; a visitor who reports trouble can name it.
    public static let requestID = known("X-Request-Id")

    /// Where pages with a script put the token that a form carries in a field.
    public static let formToken = known("X-CSRF-Token")
}
