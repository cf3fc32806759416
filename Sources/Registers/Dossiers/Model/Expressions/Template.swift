/// A text with places to fill in: `Je dossier {dossier.nummer} loopt tot {einde(periode)}.`
///
/// Between braces stands an expression; a brace itself is written twice. What is filled in is never read again, so no
/// answer of a resident can become a placeholder, and the result is plain text: whoever puts it on a page or in a PDF
/// escapes it as any other text.
public struct Template: Hashable, Sendable {
    /// As it stands in the document.
    public let source: String
    let segments: [Segment]

    enum Segment: Hashable, Sendable {
        case words(String)
        case place(Expression)
    }

    /// Reads a template; the error says where and what.
    public init(_ source: String) throws(ExpressionError) {
        var reader = TemplateReader(source)
        self.source = source
        segments = try reader.segments()
    }

    private init() {
        (source, segments) = ("", [])
    }

    /// What stands in a part of a document before it is read.
    static let blank = Template()

    /// Placeholders in one text at most.
    public static let placesMax = 40
    /// Characters of one value that is filled in at most; what is longer is cut, and ends in an ellipsis.
    public static let valueMax = 4_000

    var places: [Expression] {
        segments.compactMap { if case .place(let expression) = $0 { expression } else { nil } }
    }

    /// The text with its places filled in.
    ///
    /// `words` may write a bare name better than its value: a choice by its title, a national number masked.
    func filled(_ evaluation: Evaluation, words: (String) -> String?) -> String {
        segments.reduce(into: "") { text, segment in
            switch segment {
            case .words(let plain): text += plain
            case .place(let expression): text += Template.printable(Self.value(of: expression, evaluation, words))
            }
        }
    }

    private static func value(
        of expression: Expression,
        _ evaluation: Evaluation,
        _ words: (String) -> String?
    ) -> String {
        if case .name(let name) = expression.root, let text = words(name) { return text }
        var copy = evaluation
        return copy.value(of: expression).written
    }

    /// A value on one line: control characters become spaces.
    private static func printable(_ value: String) -> String {
        let scalars = value.unicodeScalars.prefix(valueMax).map { scalar in
            scalar.properties.generalCategory == .control ? " " : scalar
        }
        let cut = value.unicodeScalars.count > valueMax ? "…" : ""
        return String(String.UnicodeScalarView(scalars)) + cut
    }
}

private struct TemplateReader {
    private let characters: [Character]
    private var index = 0

    init(_ source: String) {
        characters = Array(source)
    }

    mutating func segments() throws(ExpressionError) -> [Template.Segment] {
        var (segments, words): ([Template.Segment], String) = ([], "")
        // Each round takes a character at least.
        while index < characters.count {
            if let brace = doubled() {
                words.append(brace)
            } else if characters[index] == "{" {
                if !words.isEmpty { segments.append(.words(words)) }
                words = ""
                segments.append(.place(try place()))
            } else if characters[index] == "}" {
                throw ExpressionError(position: index + 1, sentence: "Deze accolade sluit niets. Schrijf er twee: }}.")
            } else {
                words.append(characters[index])
                index += 1
            }
        }
        guard segments.count <= 2 * Template.placesMax else {
            throw ExpressionError(position: 1, sentence: "Zet hoogstens \(Template.placesMax) velden in een tekst.")
        }
        return words.isEmpty ? segments : segments + [.words(words)]
    }

    private mutating func doubled() -> Character? {
        let character = characters[index]
        guard character == "{" || character == "}", index + 1 < characters.count, characters[index + 1] == character
        else { return nil }
        index += 2
        return character
    }

    private mutating func place() throws(ExpressionError) -> Expression {
        let start = index + 1
        guard let end = characters[start...].firstIndex(of: "}") else {
            throw ExpressionError(position: start, sentence: "Sluit de accolade met }.")
        }
        index = end + 1
        do throws(ExpressionError) {
            return try Expression(String(characters[start..<end]))
        } catch {
            throw ExpressionError(position: start + error.position, sentence: error.sentence)
        }
    }
}
