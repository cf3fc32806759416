/// Why the ledger did not take or give something: a code to branch on, and a sentence without values of rows.
///
/// Equality looks at the code only.
public struct LedgerError: Error, Equatable, CustomStringConvertible {
    /// What a caller can do about it.
    public enum Code: Sendable, Hashable {
        /// The chain was destroyed: nothing can be added to it or read from it.
        case destroyed
        /// There is no such entry.
        case unknown
        /// The entry is not in a signed tree yet; ask again within a second.
        case notYet
        /// What is stored does not agree with itself: run `belfort verify`.
        case damaged
        /// The log's name or signing key does not do.
        case unsignable
    }

    public let code: Code
    public let reason: String

    public init(_ code: Code, _ reason: String) {
        (self.code, self.reason) = (code, reason)
    }

    public static func == (left: LedgerError, right: LedgerError) -> Bool { left.code == right.code }

    public var description: String { "\(code): \(reason)" }
}
