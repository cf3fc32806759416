public import Kernel

/// Who somebody is, how surely that is known, and what the way in told about them.
public struct Identity: Hashable, Sendable {
    /// The official, the person, the mailbox or the application; the key of grants and relations.
    public let subject: Identifier
    /// How surely it is them.
    public let level: Level
    /// What pages show and rights never depend on: `naam`, `afdeling`.
    public let attributes: [String: String]

    /// Takes what the way in found out; nothing is checked here.
    public init(subject: Identifier, level: Level, attributes: [String: String] = [:]) {
        (self.subject, self.level, self.attributes) = (subject, level, attributes)
    }

    /// The name to show, if the way in gave one.
    public var name: String? { attributes["naam"] }
}
