public import Kernel

/// A visitor who signed in and is still there.
public struct Session: Hashable, Sendable {
    /// What a session is for, and so how long it lasts and what its visitor is.
    public enum Kind: Int64, Hashable, Sendable {
        /// Came by a mailed link, for one object.
        case guest = 1
        /// Signed in as a person or company.
        case resident = 2
        /// Signed in as an official.
        case official = 3
        /// Gave the right password and still owes the second factor: no visitor yet.
        case halfway = 4
    }

    /// The name of the session in the list of sessions; it opens nothing.
    public let id: Identifier
    public let kind: Kind
    public let subject: Identifier
    public let level: Level
    /// Whom the session is of, as far as rights go.
    public let visitor: Visitor
    public let made: Instant
    /// The last request, to the minute.
    public let seen: Instant
    /// When a password or second factor was last given.
    public let proved: Instant
    /// When it ends, however busy.
    public let ends: Instant
    /// Device and place as the person may recognise them.
    public let origin: String

    /// Whether the person proved themselves within the last quarter: what destructive and privileged steps ask.
    public func isFresh(at now: Instant) -> Bool {
        (0...SessionLimits.freshMilliseconds).contains(proved.milliseconds(to: now))
    }
}

/// How long sessions last; idle counts from the last request, absolute from signing in.
///
/// Source: OWASP ASVS 5.0, 7.3; figures of docs/access.md.
public struct SessionLimits: Hashable, Sendable {
    public let idleMilliseconds: Int64
    public let absoluteMilliseconds: Int64

    static let freshMilliseconds: Int64 = 15 * minute
    /// The last request is written at most once in this time: a session costs one write a minute and not one a page.
    static let touchMilliseconds: Int64 = minute

    private static let minute: Int64 = 60_000
    private static let hour: Int64 = 60 * minute

    /// The limits for a kind of session; an official on a device that the town manages may be idle for a working day.
    static func of(_ kind: Session.Kind, managedDevice: Bool) -> SessionLimits {
        switch kind {
        case .guest, .resident: SessionLimits(idleMilliseconds: 30 * minute, absoluteMilliseconds: 12 * hour)
        case .official:
            SessionLimits(
                idleMilliseconds: managedDevice ? 8 * hour : 30 * minute,
                absoluteMilliseconds: 12 * hour
            )
        case .halfway: SessionLimits(idleMilliseconds: 5 * minute, absoluteMilliseconds: 5 * minute)
        }
    }
}
