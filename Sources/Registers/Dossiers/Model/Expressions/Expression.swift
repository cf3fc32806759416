/// A rule in the language of dossier types: a fee, a condition.
///
/// It is total: no loops, no recursion, no names that it makes itself. So its evaluation takes at most as many steps as
/// it has parts, and always ends in a value. docs/dossier-types.md has the grammar.
public struct Expression: Hashable, Sendable {
    /// As it stands in the document.
    public let source: String
    let root: Part
    /// How many parts it has: the most steps that an evaluation can take.
    public let size: Int

    /// Reads an expression; the error says where and what.
    public init(_ source: String) throws(ExpressionError) {
        var parser = try ExpressionParser(source)
        (root, size) = try parser.whole()
        self.source = source
    }

    private init(blank: Operand) {
        (source, root, size) = ("0", .literal(blank), 1)
    }

    /// What stands in a part of a document before it is read.
    static let blank = Expression(blank: .number(.zero))

    /// Bytes of one expression at most.
    public static let longest = 1_000
    /// Parts of one expression at most.
    public static let partsMax = 250
    /// Brackets, calls and signs within each other at most; reading and evaluating recurse as deep.
    public static let depthMax = 24

    /// Two expressions are the same if they are written the same.
    public static func == (left: Expression, right: Expression) -> Bool { left.source == right.source }

    /// Hashes what it is compared by.
    public func hash(into hasher: inout Hasher) { hasher.combine(source) }

    /// A part of an expression.
    indirect enum Part: Hashable, Sendable {
        case literal(Operand)
        case name(String)
        case call(Function, [Part])
        case not(Part)
        case negative(Part)
        case pair(Sign, Part, Part)
    }

    /// What stands between two parts.
    enum Sign: String, Hashable, Sendable {
        case or = "of"
        case and = "en"
        case equal = "="
        case unequal = "!="
        case less = "<"
        case atMost = "<="
        case more = ">"
        case atLeast = ">="
        case plus = "+"
        case minus = "-"
        case times = "*"
        case over = "/"
    }
}

/// Why an expression cannot be understood.
public struct ExpressionError: Error, Hashable, Sendable {
    /// The character at which it was seen, from 1.
    public let position: Int
    /// What is wrong, in Dutch.
    public let sentence: String
}
