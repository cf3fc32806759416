public import Access
public import Web

/// The cookie that stands for a session: HttpOnly, SameSite=Lax, `__Host-` over https, gone with the browser.
public enum SessionCookie {
    static let name = "sessie"

    /// The token that the browser holds.
    public static func token(of request: Request) -> Token? {
        request.cookie(name).flatMap { Token($0) }
    }
}

extension Answer {
    /// The same answer that also lets the browser hold a session.
    public func signingIn(_ token: Token) -> Answer {
        Cookie(name: SessionCookie.name, value: token.text).map { setting($0) } ?? self
    }

    /// The same answer that also makes the browser forget its session.
    public func signingOut() -> Answer {
        Cookie(name: SessionCookie.name, value: "weg", maxAge: 0).map { setting($0) } ?? self
    }
}
