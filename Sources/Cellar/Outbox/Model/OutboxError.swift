/// Why a message could not be taken: a code to branch on, and a sentence without names or addresses.
///
/// Equality looks at the code only.
public struct OutboxError: Error, Equatable, CustomStringConvertible {
    public enum Code: Sendable, Hashable {
        /// The message cannot be sent as it is.
        case malformed
        /// Its chain has no key: it was destroyed, or nothing was ever written on it.
        case noKey
        /// What was sealed was changed, or belongs to another row.
        case tampered
        /// The setting of the mail server cannot be used.
        case setting
    }

    public let code: Code
    public let reason: String

    public init(_ code: Code, _ reason: String) {
        (self.code, self.reason) = (code, reason)
    }

    public static func == (left: OutboxError, right: OutboxError) -> Bool { left.code == right.code }

    public var description: String { "\(code): \(reason)" }
}
