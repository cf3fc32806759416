public import Web

/// Where a visitor wanted to go before they had to sign in: a path of this site and nothing else.
public struct ReturnPath: Sendable, Hashable {
    public let text: String

    /// Takes what a query or form says; the home page for what is no path of ours, or a page of signing in itself.
    public init(_ text: String?) {
        let isOurs =
            text.map { text in
                text.hasPrefix("/") && !text.hasPrefix("//") && text.utf8.count <= 1_024
                    && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x5C }
                    && !["/aanmelden", "/afmelden", "/toegang", "/wachtwoord"].contains { text.hasPrefix($0) }
            } ?? false
        self.text = isOurs ? text ?? "/" : "/"
    }

    /// The page that was asked for.
    public init(of request: Request) {
        self.init(request.rawQuery.isEmpty ? request.path : request.path + "?" + request.rawQuery)
    }
}
