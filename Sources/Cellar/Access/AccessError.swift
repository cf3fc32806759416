/// Why access could not be given or arranged: a code to branch on, and a sentence for whoever operates the house.
///
/// Equality looks at the code only. The sentence holds no password, token, secret or mail address.
public struct AccessError: Error, Equatable, CustomStringConvertible {
    public enum Code: Sendable, Hashable {
        /// Name or password is wrong, the account is suspended, or there is none: one answer for all (401).
        case wrongCredentials
        /// Too many tries; try again after so many seconds (429, Retry-After).
        case tooMany(retryAfterSeconds: Int64)
        /// More passwords are waiting to be checked than one thread can serve; try again soon (429).
        case busy
        /// The password breaks a rule (`PasswordRules`).
        case weakPassword
        /// There is a user or client with this name already.
        case exists
        /// There is none with this name.
        case unknown
        /// What was given cannot be right: an empty name, a secret that is too long.
        case malformed
        /// A sealed secret was changed, or belongs to another row.
        case tampered
    }

    public let code: Code
    public let reason: String

    public init(_ code: Code, _ reason: String) {
        (self.code, self.reason) = (code, reason)
    }

    public static func == (left: AccessError, right: AccessError) -> Bool { left.code == right.code }

    public var description: String { "\(code): \(reason)" }
}
