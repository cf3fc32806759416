import Kernel

/// Why a content could not be stored or read: a code to branch on, and a sentence for whoever operates the house.
///
/// Equality looks at the code only. The sentence never holds bytes of a content or a file's name, so it may be logged.
public struct VaultError: Error, Equatable, CustomStringConvertible {
    /// What a caller can do about it.
    public enum Code: Sendable, Hashable {
        /// More bytes than the limit, or more than were declared. Nothing was kept.
        case tooLarge
        /// Fewer bytes than were declared. Nothing was kept.
        case tooShort
        /// The bytes are of no kind that the list allows, or of another kind than the name says. Nothing was kept.
        case kind
        /// No room on the disk: nothing was kept, reading goes on.
        case full
        /// The disk refused to read, write or flush: that content was not kept.
        case disk
        /// More work is waiting for the disk than its threads may have. Retry later.
        case overloaded
        /// No content has this id, or its object is missing from the folder.
        case missing
        /// What the disk gives back is not what was stored.
        case damaged
        /// The key was destroyed, so nobody can read this any more.
        case destroyed
        /// Its state keeps it from this reader: not scanned yet, not scannable, or infected.
        case held
        /// The range asked for does not lie within the content.
        case range
        /// What was received waits too long already for its row, and may have been swept. Receive it again.
        case expired
        /// The vault has been closed.
        case closed
    }

    /// What a caller branches on.
    public let code: Code
    /// A sentence for the log.
    public let reason: String

    /// Makes an error out of a code and a sentence.
    public init(_ code: Code, _ reason: String) {
        (self.code, self.reason) = (code, reason)
    }

    public static func == (left: VaultError, right: VaultError) -> Bool { left.code == right.code }

    public var description: String { "\(code): \(reason)" }

    static func damaged(_ id: Identifier, _ what: String) -> VaultError {
        VaultError(.damaged, "content \(id): \(what)")
    }
}
