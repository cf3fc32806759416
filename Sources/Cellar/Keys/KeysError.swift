/// Why a key could not be had: a code to branch on, and a sentence for whoever operates the house.
///
/// Equality looks at the code only. The sentence never holds key material.
public struct KeysError: Error, Equatable, CustomStringConvertible {
    public enum Code: Sendable, Hashable {
        /// The folder or a file in it cannot be read or written.
        case unreadable
        /// Others than the owner may read a key file; `chmod 600` mends it.
        case tooOpen
        /// A file does not hold what its name promises.
        case malformed
        /// The key that opens this one is not in the folder.
        case masterMissing
        /// The stored key was changed, or belongs to another chain.
        case tampered
        /// The chain has been destroyed, or never had a key.
        case destroyed
    }

    public let code: Code
    public let reason: String

    public init(_ code: Code, _ reason: String) {
        (self.code, self.reason) = (code, reason)
    }

    public static func == (left: KeysError, right: KeysError) -> Bool { left.code == right.code }

    public var description: String { "\(code): \(reason)" }
}
