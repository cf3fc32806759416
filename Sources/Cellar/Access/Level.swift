/// How surely the house knows who is asking, from not at all to a high level by eIDAS.
///
/// The numbers are those that the ledger writes with each entry, so they never change. They are names and no ladder:
/// `house` and `program` stand beside it; ask `isAtLeast`.
public enum Level: UInt8, Hashable, Sendable, CaseIterable {
    /// The house itself: a timer, a reader of the ledger, the command line.
    case house = 0
    /// Nobody has said who they are.
    case anonymous = 1
    /// Holds a link that was mailed: proves that somebody reads that mailbox.
    case mailedLink = 2
    /// Knows a password.
    case password = 3
    /// Knows a password and has a second thing.
    case twoFactors = 4
    /// Substantial by eIDAS (Regulation 910/2014, article 8): itsme, a card read at a desk.
    case substantial = 5
    /// High by eIDAS: an electronic identity card with its PIN.
    case high = 6
    /// Other software, known by a secret (ZGW client).
    case program = 7

    /// Whether a person is known at least as surely as that; the house and programs are no persons and never are.
    public func isAtLeast(_ other: Level) -> Bool {
        Level.ladder.contains(rawValue) && Level.ladder.contains(other.rawValue) && rawValue >= other.rawValue
    }

    private static let ladder = Level.anonymous.rawValue...Level.high.rawValue
}
