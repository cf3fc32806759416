public import Kernel

/// Somebody who works for the town and signs in.
public struct Official: Hashable, Sendable {
    /// Whether the account may be used; a change is felt at the next request.
    public enum State: Int64, Hashable, Sendable {
        case active = 1
        case suspended = 2
    }

    public let id: Identifier
    public let name: String
    public let email: String
    public let department: String
    public let state: State
    /// Whether a password was set; without one nobody can sign in with it.
    public let hasPassword: Bool
    /// Whether a code of an app is asked for after the password.
    public let hasSecondFactor: Bool

    static let nameMax = 200
}
