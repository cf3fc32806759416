import Kernel

/// How long a program's token may be used.
public struct TokenClock: Hashable, Sendable {
    /// Seconds after `iat` in which a token counts.
    public static let lifeSeconds: Double = 3_600
    /// Seconds that clients' clocks may run ahead or behind.
    public static let leewaySecondsDefault = 300

    let leeway: Double

    /// - Parameter leewaySeconds: a setting of the house; below zero counts as zero, above an hour as an hour.
    public init(leewaySeconds: Int = leewaySecondsDefault) {
        leeway = Double(min(max(leewaySeconds, 0), 3_600))
    }

    /// Throws when the token's times are not right at this moment.
    ///
    /// A token dated in the future would live as long as its maker likes, so beyond the leeway it is refused.
    func judge(_ token: WebToken, at now: Instant) throws(TokenFault) {
        let now = Double(now.milliseconds) / 1_000
        guard let issued = token.issuedAt else { throw .noIssuedAt }
        guard issued <= now + leeway else { throw .immature }
        guard now - issued < Self.lifeSeconds + leeway else { throw .expired }
        if let expires = token.expires, now >= expires + leeway { throw .expired }
        if let notBefore = token.notBefore, now < notBefore - leeway { throw .immature }
    }
}
