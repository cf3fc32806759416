import Kernel

/// Reads an expression by recursive descent: `of`, then `en`, `niet`, comparisons, sums, products, values.
struct ExpressionParser {
    private let tokens: [ExpressionLexer.Token]
    private var index = 0
    private var parts = 0
    private var depth = 0

    init(_ source: String) throws(ExpressionError) {
        tokens = try ExpressionLexer.tokens(of: source)
    }

    mutating func whole() throws(ExpressionError) -> (Expression.Part, size: Int) {
        let root = try either()
        guard current.content == .end else { throw error("Hier had de regel moeten eindigen.") }
        return (root, parts)
    }

    private typealias Part = Expression.Part
    private typealias Sign = Expression.Sign

    private var current: ExpressionLexer.Token { tokens[min(index, tokens.count - 1)] }

    private mutating func either() throws(ExpressionError) -> Part {
        try inside { (parser) throws(ExpressionError) in
            try parser.chain([.or]) { (parser) throws(ExpressionError) in
                try parser.chain([.and]) { (parser) throws(ExpressionError) in try parser.negation() }
            }
        }
    }

    private mutating func negation() throws(ExpressionError) -> Part {
        guard take(.word("niet")) else { return try comparison() }
        return try inside { (parser) throws(ExpressionError) in .not(try parser.counted(try parser.negation())) }
    }

    private mutating func comparison() throws(ExpressionError) -> Part {
        let left = try sum()
        for sign in [Sign.equal, .unequal, .atMost, .atLeast, .less, .more] where take(.sign(sign.rawValue)) {
            return try counted(.pair(sign, left, try sum()))
        }
        return left
    }

    private mutating func sum() throws(ExpressionError) -> Part {
        try chain([.plus, .minus]) { (parser) throws(ExpressionError) in
            try parser.chain([.times, .over]) { (parser) throws(ExpressionError) in try parser.signed() }
        }
    }

    private mutating func signed() throws(ExpressionError) -> Part {
        guard take(.sign("-")) else { return try value() }
        return try inside { (parser) throws(ExpressionError) in .negative(try parser.counted(try parser.signed())) }
    }

    private mutating func value() throws(ExpressionError) -> Part {
        let token = current
        index += 1
        switch token.content {
        case .number(let amount): return try counted(.literal(take(.word("euro")) ? .money(amount) : .number(amount)))
        case .text(let text): return try counted(.literal(.text(text)))
        case .word("waar"): return try counted(.literal(.boolean(true)))
        case .word("onwaar"): return try counted(.literal(.boolean(false)))
        case .word(let word): return try named(word, at: token.position)
        case .sign("("):
            let part = try either()
            try need(")")
            return part
        case .end: throw error("Hier hoort nog een waarde te staan.", at: token.position)
        case .sign(let sign): throw error("Hier hoort een waarde te staan, geen '\(sign)'.", at: token.position)
        }
    }

    private mutating func named(_ word: String, at position: Int) throws(ExpressionError) -> Part {
        guard take(.sign("(")) else { return try counted(.name(word)) }
        guard let function = Function(rawValue: word) else {
            let near = Spelling.nearest(to: word, in: Function.allCases.map(\.rawValue)).map { " Bedoel je '\($0)'?" }
            throw error("De functie '\(word)' kennen we niet.\(near ?? "")", at: position)
        }
        var arguments = [try either()]
        while take(.sign(",")) { arguments.append(try either()) }
        try need(")")
        guard function.arguments.contains(arguments.count) else {
            throw error("'\(word)' krijgt hier \(arguments.count) waarden; dat kan niet.", at: position)
        }
        return try counted(.call(function, arguments))
    }

    /// Parts of the same strength, from left to right.
    private mutating func chain(
        _ signs: [Expression.Sign],
        _ next: (inout ExpressionParser) throws(ExpressionError) -> Expression.Part
    ) throws(ExpressionError) -> Expression.Part {
        var left = try next(&self)
        // Each round takes a token, and there are at most as many as the source has characters.
        while let sign = signs.first(where: { current.content == $0.token }) {
            index += 1
            left = try counted(.pair(sign, left, try next(&self)))
        }
        return left
    }

    private mutating func inside(
        _ body: (inout ExpressionParser) throws(ExpressionError) -> Expression.Part
    ) throws(ExpressionError) -> Expression.Part {
        guard depth < Expression.depthMax else { throw error("Er zitten te veel haakjes in elkaar.") }
        depth += 1
        defer { depth -= 1 }
        return try body(&self)
    }

    private mutating func counted(_ part: Expression.Part) throws(ExpressionError) -> Expression.Part {
        parts += 1
        guard parts <= Expression.partsMax else { throw error("Deze regel is te lang. Splits hem.") }
        return part
    }

    private mutating func take(_ content: ExpressionLexer.Token.Content) -> Bool {
        guard current.content == content else { return false }
        index += 1
        return true
    }

    private mutating func need(_ sign: String) throws(ExpressionError) {
        guard take(.sign(sign)) else { throw error("Hier hoort een '\(sign)' te staan.") }
    }

    private func error(_ sentence: String, at position: Int? = nil) -> ExpressionError {
        ExpressionError(position: position ?? current.position, sentence: sentence)
    }
}

extension Expression.Sign {
    /// How it stands in the source.
    fileprivate var token: ExpressionLexer.Token.Content {
        switch self {
        case .or, .and: .word(rawValue)
        default: .sign(rawValue)
        }
    }
}
