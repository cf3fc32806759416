/// What may be done, by name: `zaken.lezen`.
///
/// Source: ZGW Autorisaties API for its seven families; Belfort's own ones follow the same form.
public struct Scope: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    public let rawValue: String

    /// Takes a name as the program knows it.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Takes a name as the program knows it.
    public init(stringLiteral value: String) { rawValue = value }

    /// Takes a name as a client writes it, also with the prefix of older texts, `zds.scopes.`.
    public init(written text: String) {
        let prefix = "zds.scopes."
        rawValue = text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
    }

    /// Everything, forced scopes included: `heeftAlleAutorisaties`.
    public static let everything: Scope = "*"
}

/// In which register it may be done, by the standard's short name: `zrc`, `drc`, `ztc`, `brc`, `ac`, `nrc`; `huis` is
/// the house itself.
///
/// A scope such as `audittrails.lezen` exists in several registers, so a right always names both.
public struct Kind: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    public let rawValue: String

    /// Takes a name as the program knows it.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Takes a name as the program knows it.
    public init(stringLiteral value: String) { rawValue = value }

    /// All registers: for roles and superusers.
    public static let every: Kind = "*"

    public static let zaken: Kind = "zrc"
    public static let documenten: Kind = "drc"
    public static let catalogi: Kind = "ztc"
    public static let besluiten: Kind = "brc"
    public static let autorisaties: Kind = "ac"
    public static let notificaties: Kind = "nrc"
    public static let huis: Kind = "huis"
}
