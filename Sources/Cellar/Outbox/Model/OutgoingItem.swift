public import Kernel

/// How a message stands, without anything that names a person.
public struct OutgoingItem: Hashable, Sendable {
    /// Where it is on its way.
    public enum State: Int64, Hashable, Sendable, CaseIterable {
        /// Not tried yet; a letter: not printed yet.
        case waiting = 1
        /// A mail server took it over; a letter: somebody posted it.
        case sent = 2
        /// The last try failed; another follows.
        case failed = 3
        /// It was refused for good, or tried for too long; only a person can start it again.
        case givenUp = 4
    }

    /// Mail or letter, as the table keeps it.
    public enum Kind: Int64, Hashable, Sendable {
        case mail = 1
        case letter = 2
    }

    public let id: Identifier
    public let chain: Identifier
    public let object: Identifier
    public let kind: Kind
    public let state: State
    public let made: Instant
    /// When the next try comes, of a mail that waits or failed.
    public let due: Instant
    public let tries: Int
    /// Why the last try failed, in words without addresses; empty when it did not.
    public let problem: String
    /// When it was sent, or given up.
    public let ended: Instant?
}
