public import Database
public import Foyer
public import Kernel
public import Ledger
public import Outbox

/// What the stewards' pages work with.
public struct StewardDesk: Sendable {
    let frame: Frame
    let database: Database
    let journal: Journal
    let outbox: OutboxStore
    let passwordMail: PasswordMail
    let surroundings: Surroundings
    /// Whether a mail server is set; without one everything waits.
    let hasMailServer: Bool
    /// Whether messages may be read here: only in a demo, since they hold links that let their reader in.
    let isDemo: Bool

    public init(
        frame: Frame,
        database: Database,
        journal: Journal,
        outbox: OutboxStore,
        passwordMail: PasswordMail,
        surroundings: Surroundings,
        hasMailServer: Bool,
        isDemo: Bool
    ) {
        (self.frame, self.database, self.journal, self.outbox) = (frame, database, journal, outbox)
        (self.passwordMail, self.surroundings) = (passwordMail, surroundings)
        (self.hasMailServer, self.isDemo) = (hasMailServer, isDemo)
    }
}
