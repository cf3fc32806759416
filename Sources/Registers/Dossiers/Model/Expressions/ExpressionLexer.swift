/// Cuts the text of an expression into words, numbers, texts and signs.
struct ExpressionLexer {
    /// A piece and the character at which it begins, from 1.
    struct Token: Hashable, Sendable {
        enum Content: Hashable, Sendable {
            case word(String)
            case number(Amount)
            case text(String)
            case sign(String)
            case end
        }
        let content: Content
        let position: Int
    }

    private let characters: [Character]
    private var index = 0

    static func tokens(of source: String) throws(ExpressionError) -> [Token] {
        guard source.utf8.count <= Expression.longest else {
            throw ExpressionError(position: 1, sentence: "Een regel mag hoogstens \(Expression.longest) tekens hebben.")
        }
        var lexer = ExpressionLexer(characters: Array(source))
        var tokens: [Token] = []
        // Each round takes a character at least, and the source is bounded.
        while let token = try lexer.next() { tokens.append(token) }
        tokens.append(Token(content: .end, position: lexer.index + 1))
        return tokens
    }

    private mutating func next() throws(ExpressionError) -> Token? {
        while index < characters.count, characters[index].isWhitespace { index += 1 }
        guard index < characters.count else { return nil }
        let start = index
        let content = try content(after: characters[index])
        return Token(content: content, position: start + 1)
    }

    private mutating func content(after first: Character) throws(ExpressionError) -> Token.Content {
        if first == "'" { return .text(try quoted()) }
        if isDigit(first) { return .number(try number()) }
        if isLetter(first) { return .word(word()) }
        let start = index
        index += 1
        switch first {
        case "(", ")", ",", "+", "-", "*", "/", "=": return .sign(String(first))
        case "<", ">", "!":
            guard index < characters.count, characters[index] == "=" else {
                if first == "!" { break }
                return .sign(String(first))
            }
            index += 1
            return .sign("\(first)=")
        default: break
        }
        throw ExpressionError(position: start + 1, sentence: "Het teken '\(first)' kan hier niet staan.")
    }

    private mutating func quoted() throws(ExpressionError) -> String {
        let start = index + 1
        guard let end = characters[start...].firstIndex(of: "'") else {
            throw ExpressionError(position: start, sentence: "Sluit de tekst af met een tweede aanhalingsteken (').")
        }
        index = end + 1
        return String(characters[start..<end])
    }

    private mutating func number() throws(ExpressionError) -> Amount {
        let start = index
        while index < characters.count, isDigit(characters[index]) || characters[index] == "." { index += 1 }
        if let amount = Amount(String(characters[start..<index])) { return amount }
        let sentence = "Schrijf een getal met een punt en hoogstens vier cijfers erachter, zoals 12.5."
        throw ExpressionError(position: start + 1, sentence: sentence)
    }

    /// A name; a point may stand between its parts, as in `dossier.nummer`.
    private mutating func word() -> String {
        let start = index
        while index < characters.count {
            let isPoint = characters[index] == "." && index + 1 < characters.count && isLetter(characters[index + 1])
            guard isPoint || isLetter(characters[index]) || isDigit(characters[index]) else { break }
            index += 1
        }
        return String(characters[start..<index])
    }

    private func isLetter(_ character: Character) -> Bool {
        character.asciiValue.map { Naming.isSmall($0) || Naming.isCapital($0) } ?? false
    }

    private func isDigit(_ character: Character) -> Bool {
        character.asciiValue.map(Naming.isDigit) ?? false
    }
}
