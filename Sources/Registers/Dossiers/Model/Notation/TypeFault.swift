/// What is wrong with a dossier type, where, and how to mend it.
public struct TypeFault: Hashable, Sendable {
    /// What is wrong, to branch on.
    public enum Code: String, CaseIterable, Hashable, Sendable {
        /// The file is not JSON, or goes over the limits of the reader.
        case notJSON
        /// A member that must be there is not.
        case missing
        /// A member that no dossier type has: mostly a typing error.
        case unknownMember
        /// A text where a list should be, or the like.
        case wrongKind
        /// The right kind, but not a value that can stand here.
        case wrongValue
        /// More characters or elements than the limit.
        case tooLong
        /// A name that something else in the same list has already.
        case duplicate
        /// A name of something that the document does not declare.
        case unknownReference
        /// An expression or a placeholder that cannot be understood.
        case expression
        /// A phase or task that no dossier can ever come to.
        case unreachable
        /// Tasks that wait for each other.
        case cycle
        /// Two parts that cannot both hold.
        case contradiction
    }

    /// The way to the value: `$.fasen[2].naam`; `$` is the document itself.
    public let path: String
    /// What is wrong, to branch on.
    public let code: Code
    /// What is wrong and the way out, in Dutch, for the application manager.
    public let sentence: String

    /// Notes a fault.
    public init(_ path: String, _ code: Code, _ sentence: String) {
        (self.path, self.code, self.sentence) = (path, code, sentence)
    }
}

/// All that is wrong with a document, at once.
public struct TypeFaults: Error, Hashable, Sendable {
    /// The faults in the order of the document; never empty when thrown.
    public internal(set) var list: [TypeFault] = []

    /// How many faults are told; whoever has more mends these first.
    public static let most = 200

    /// Notes a fault, unless there are more than anybody reads.
    mutating func add(_ path: String, _ code: TypeFault.Code, _ sentence: String) {
        guard list.count < TypeFaults.most else { return }
        list.append(TypeFault(path, code, sentence))
    }
}
