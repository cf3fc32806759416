internal import Crypto
public import Kernel

/// Shows that a form was sent from our own pages, and not by another site through the visitor's browser.
///
/// A token is bound by HMAC-SHA256 to the session, or to a cookie for visitors without one. Each page gets it under a
/// fresh mask, so that compression does not leak it (BREACH). Nothing is stored.
///
/// Source: OWASP Cross-Site Request Forgery Prevention Cheat Sheet, signed double-submit cookie.
public struct FormTokens: Sendable {
    private let key: SymmetricKey
    private let surroundings: Surroundings
    private let publicOrigin: String?

    /// Takes a secret of at least 32 bytes; throws, with a sentence, for a shorter one.
    public init(key: [UInt8], surroundings: Surroundings, publicURL: String? = nil) throws(CompositionError) {
        guard key.count >= 32 else { throw CompositionError("The key for form tokens has fewer than 32 bytes.") }
        (self.key, self.surroundings) = (SymmetricKey(data: key), surroundings)
        publicOrigin = publicURL.map { FormTokens.origin(of: $0) }
    }

    /// A token for a form on a page, and the cookie to send with that page if the visitor has none yet.
    public func issue(for request: Request, _ visitor: Caller) -> (token: String, cookie: Cookie?) {
        if let binding = binding(request, visitor) { return (token(for: binding), nil) }
        let fresh = surroundings.random(16).map { hexadecimal($0) }.joined()
        return (token(for: "cookie:" + fresh), Cookie(name: FormTokens.cookieName, value: fresh, sameSite: .strict))
    }

    /// Throws 403 unless the token was issued to this visitor.
    public func check(_ token: String?, _ request: Request, _ visitor: Caller) throws(Refusal) {
        guard let token, let binding = binding(request, visitor), accepts(token, for: binding) else {
            throw Refusal(.forbidden, "form_token", "Dit formulier is verlopen. Open het opnieuw.")
        }
    }
}

extension FormTokens {
    /// Whether a request of a session that changes something comes from our own pages: by what the browser says of the
    /// page it came from, or else by a token in a field of the head.
    func isOwn(_ request: Request, _ visitor: Caller) -> Bool {
        if request.method == .get || request.method == .options { return true }
        if let site = request.headers[.fetchSite] { return site == "same-origin" || site == "none" }
        if let origin = request.headers[.origin] { return isOwnOrigin(origin.lowercased(), request) }
        guard let token = request.headers[.formToken], let binding = binding(request, visitor) else { return false }
        return accepts(token, for: binding)
    }

    private func isOwnOrigin(_ origin: String, _ request: Request) -> Bool {
        if let publicOrigin { return origin == publicOrigin }
        return origin == (request.isSecure ? "https://" : "http://") + request.host
    }

    private static func origin(of url: String) -> String {
        url.lowercased().split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).prefix(3)
            .joined(separator: "/")
    }

    private func binding(_ request: Request, _ visitor: Caller) -> String? {
        visitor.session.map { "session:" + $0 } ?? request.cookie(FormTokens.cookieName).map { "cookie:" + $0 }
    }

    private func token(for binding: String) -> String {
        let mask = surroundings.random(32)
        return (mask + zip(mask, proof(of: binding)).map { $0 ^ $1 }).map { hexadecimal($0) }.joined()
    }

    private func accepts(_ token: String, for binding: String) -> Bool {
        guard token.utf8.count == 128 else { return false }
        var digits = token.utf8.makeIterator()
        var bytes: [UInt8] = []
        while let high = digits.next() {
            guard let byte = Percent.byte(high, digits.next()) else { return false }
            bytes.append(byte)
        }
        let given = zip(bytes[..<32], bytes[32...]).map { $0 ^ $1 }
        return HMAC<SHA256>.isValidAuthenticationCode(given, authenticating: Array(binding.utf8), using: key)
    }

    private func proof(of binding: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(binding.utf8), using: key))
    }

    private static let cookieName = "formulier"
}
