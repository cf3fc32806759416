/// A language in which the town speaks to people; the raw value is its ISO 639-1 code.
public enum Language: String, CaseIterable, Hashable, Sendable {
    /// Dutch, always there.
    case nl
    /// English.
    case en
    /// French.
    case fr
}
