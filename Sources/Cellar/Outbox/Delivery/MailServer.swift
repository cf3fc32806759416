import Foundation

/// The mail server that takes our mail, as the setting `smtp` names it.
///
/// `smtp://user:password@host:587` asks for TLS with STARTTLS and goes no further without; `smtps://…` speaks TLS from
/// the first byte. `?tls=none` leaves TLS out, for a server on this machine or inside a closed network, and then no
/// password is sent except to this machine. `?ca=FILE` trusts the certificates of that file (PEM) and no others.
public struct MailServer: Sendable {
    /// How the line is protected.
    enum Protection: Sendable, Hashable {
        case none
        case startTLS
        case implicit
    }

    let host: String
    let port: Int
    let protection: Protection
    let certificates: String?
    let user: String
    let password: String

    /// Reads the setting; throws with a sentence that does not repeat it, since it holds a password.
    public init(_ url: String) throws(OutboxError) {
        guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased(),
            ["smtp", "smtps"].contains(scheme), let host = parts.host, !host.isEmpty,
            parts.path.isEmpty || parts.path == "/", (1...65_535).contains(parts.port ?? 25)
        else { throw OutboxError(.setting, "smtp must be like smtp://user:password@host:587") }
        let options = Dictionary((parts.queryItems ?? []).map { ($0.name, $0.value ?? "") }) { first, _ in first }
        guard Set(options.keys).isSubset(of: ["tls", "ca"]), ["none", nil].contains(options["tls"]),
            scheme == "smtp" || options["tls"] == nil
        else { throw OutboxError(.setting, "smtp knows the options tls=none and ca=FILE") }
        self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        protection = scheme == "smtps" ? .implicit : options["tls"] == "none" ? .none : .startTLS
        port = parts.port ?? (scheme == "smtps" ? 465 : 587)
        certificates = options["ca"]
        (user, password) = (parts.user ?? "", parts.password ?? "")
        let isHere = ["127.0.0.1", "::1", "localhost"].contains(self.host)
        guard user.isEmpty || protection != .none || isHere else {
            throw OutboxError(.setting, "smtp: no password goes over the network without TLS")
        }
    }
}
