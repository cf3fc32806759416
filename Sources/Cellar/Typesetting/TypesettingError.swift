/// Why there is no PDF: a code to branch on, and a sentence for whoever operates the house.
///
/// Equality looks at the code only. The sentence never holds a text of the document, so it may be logged.
public struct TypesettingError: Error, Equatable, CustomStringConvertible {
    /// What a caller can do about it.
    public enum Code: Sendable, Hashable {
        /// The program is not there, or may not be run.
        case missing
        /// The program stopped with an error.
        case failed
        /// The program took longer than it may, and was killed.
        case late
        /// More documents are waiting than may wait.
        case overloaded
        /// The document is larger than it may be. Trying again gives the same answer.
        case documentTooLarge
        /// The PDF became larger than it may be. Trying again gives the same answer.
        case resultTooLarge
        /// Whoever asked does not want it any more.
        case cancelled
    }

    /// What a caller branches on.
    public let code: Code
    /// A sentence for the log.
    public let reason: String

    /// Makes an error out of a code and a sentence.
    public init(_ code: Code, _ reason: String) {
        (self.code, self.reason) = (code, reason)
    }

    /// Whether the same document may succeed later: the caller keeps it, says so, and tries again.
    public var isPassing: Bool {
        switch code {
        case .missing, .failed, .late, .overloaded, .cancelled: true
        case .documentTooLarge, .resultTooLarge: false
        }
    }

    public static func == (left: TypesettingError, right: TypesettingError) -> Bool { left.code == right.code }

    public var description: String { "\(code): \(reason)" }
}
