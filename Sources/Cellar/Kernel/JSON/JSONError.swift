/// Why a document is not JSON, or not JSON within the limits.
public struct JSONError: Error, Hashable, Sendable {
    /// What is wrong, to branch on.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The document ends in the middle of a value.
        case unexpectedEnd
        /// A byte that cannot stand here.
        case unexpectedByte
        /// Something follows the value.
        case trailingBytes
        /// Bytes that are not UTF-8 (RFC 3629).
        case invalidUTF8
        /// A control character in a text, which must be escaped.
        case controlCharacter
        /// A backslash before something that has no meaning there.
        case invalidEscape
        /// Half a surrogate pair, which is no character.
        case loneSurrogate
        /// Not written as RFC 8259 writes numbers.
        case invalidNumber
        /// A number that no double can hold.
        case numberOutOfRange
        /// A value of another kind than the caller asks for.
        case unexpectedKind
        /// The same member name twice in one object.
        case duplicateMember
        /// More bytes than the limit.
        case documentTooLong
        /// More levels than the limit.
        case tooDeep
        /// A text longer than the limit.
        case textTooLong
        /// A number with more characters than anybody means.
        case numberTooLong
        /// More members in an object, or elements in an array, than the limit.
        case tooManyMembers
    }

    /// What is wrong.
    public let code: Code
    /// The byte at which it was seen, from 0.
    public let position: Int
    /// Member names and indices on the way to the value, outermost first.
    public private(set) var steps: [String] = []

    /// Notes what is wrong and where.
    public init(_ code: Code, at position: Int) {
        (self.code, self.position) = (code, position)
    }

    /// The way to the value as ZGW writes it: `kenmerken.0.bron`; empty for the document itself.
    public var path: String { steps.joined(separator: ".") }

    /// Whether the document is too large rather than wrong: an answer 413 rather than 400.
    public var isTooLarge: Bool {
        switch code {
        case .documentTooLong, .tooDeep, .textTooLong, .tooManyMembers: true
        default: false
        }
    }

    /// The same error, seen from one level further out.
    func inside(_ step: String) -> JSONError {
        var error = self
        error.steps.insert(step, at: 0)
        return error
    }
}
