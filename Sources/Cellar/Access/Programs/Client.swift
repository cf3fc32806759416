public import Kernel

/// A program that uses the APIs: a name under which it signs, and the subject whose grants it uses.
public struct Client: Hashable, Sendable {
    /// The client id, as it stands in its tokens; belongs to one subject for ever.
    public let id: String
    /// Whose grants it uses: an Applicatie, which may have several client ids.
    public let subject: Identifier
    /// What people call it.
    public let label: String
    /// How many secrets it may sign with: none, one, or two while it changes over.
    public let secrets: Int

    /// Whether a client can have this id: 1 to 50 characters, none of them a control character.
    static func isPossible(_ id: String) -> Bool {
        !id.isEmpty && id.unicodeScalars.count <= idMax && id.isPlain
    }

    static let idMax = 50
    static let labelMax = 100
    /// Bytes of a secret that are accepted; an empty one never.
    static let secretBytesMax = 1_024
    /// Bytes of a secret below which guessing it offline comes into reach (RFC 7518, 3.2).
    public static let secretBytesAdvised = 32
}
