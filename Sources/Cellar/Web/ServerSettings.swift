/// What whoever starts the server decides.
public struct ServerSettings: Sendable {
    /// The name or address to listen on.
    public var host: String
    /// The port; 0 takes a free one.
    public var port: Int
    /// The address by which visitors know the server; with https, cookies and browsers are held to it.
    public let publicURL: String?
    /// Who may say on whose behalf they ask.
    public var proxies: TrustedProxies
    /// What the server puts up with.
    public var limits: Limits
    /// The tokens of forms.
    public let forms: FormTokens

    let security: SecurityHeaders
    /// Where the help pages about refusals are.
    var help: String { (publicURL ?? "") + "/fouten" }
    var isSecure: Bool { publicURL?.lowercased().hasPrefix("https://") ?? false }

    /// Takes the decisions.
    public init(
        host: String = "127.0.0.1",
        port: Int = 8080,
        publicURL: String? = nil,
        proxies: TrustedProxies = TrustedProxies(),
        limits: Limits = Limits(),
        forms: FormTokens
    ) {
        (self.host, self.port, self.publicURL) = (host, port, publicURL)
        (self.proxies, self.limits, self.forms) = (proxies, limits, forms)
        security = SecurityHeaders(isSecure: publicURL?.lowercased().hasPrefix("https://") ?? false)
    }
}
