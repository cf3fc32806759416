public import Kernel

/// Who makes a change, as the ledger knows them: a pseudonym, and how surely they were known.
///
/// The pseudonym leads to a person only through a table that can be destroyed.
public struct Author: Hashable, Sendable {
    public let pseudonym: Identifier
    public let level: AuthenticationLevel

    public init(pseudonym: Identifier, level: AuthenticationLevel) {
        (self.pseudonym, self.level) = (pseudonym, level)
    }

    /// Belfort itself: a reader, a timer, a migration.
    public static let house = Author(pseudonym: Identifier(high: 0, low: 0), level: .house)
}

/// How surely the author of a change was known; the number stands in the entry and is never reused.
public enum AuthenticationLevel: UInt8, Hashable, Sendable, CaseIterable {
    /// No person: Belfort itself.
    case house = 0
    /// Nobody was asked who they are.
    case anonymous = 1
    /// Whoever can read a mailbox.
    case mailedLink = 2
    /// A password.
    case password = 3
    /// Two things together, such as a password and a device.
    case twoFactors = 4
    /// An electronic identity of a state, level substantial (eIDAS, article 8).
    case substantial = 5
    /// An electronic identity of a state, level high (eIDAS, article 8).
    case high = 6
    /// Another program, by its signed token.
    case program = 7
}
