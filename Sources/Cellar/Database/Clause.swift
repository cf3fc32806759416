public import Kernel

/// A piece of SQL with the values that stand in it, written as one text: `"startdatum >= \(.text(day))"`.
///
/// A value can only be bound, never pasted: a String in an interpolation does not compile, a `Value` becomes a
/// parameter, and a clause within a clause keeps its own. What is no value, such as the name of a declared column,
/// says so: `\(name: column)`.
public struct Clause: Sendable, ExpressibleByStringInterpolation {
    /// The SQL around the values, one more than there are values.
    private var pieces: [String]
    /// The values, in the order in which they stand.
    public private(set) var values: [Value]

    public init(stringLiteral value: String) {
        (pieces, values) = ([value], [])
    }

    public init(stringInterpolation: StringInterpolation) {
        self = stringInterpolation.clause
    }

    /// Takes SQL whose parameters are numbered from `$1` on; one that stands there twice is bound twice.
    ///
    /// For conditions that another part of the program made; a number without a value is a fault of the program.
    public init(numbered sql: String, _ values: [Value]) {
        var clause: Clause = ""
        let parts = sql.split(separator: "$", omittingEmptySubsequences: false)
        clause.append(sql: String(parts[0]))
        for part in parts.dropFirst() {
            let digits = part.prefix { $0.isASCII && $0.isNumber }
            guard let number = Int(digits), values.indices.contains(number - 1) else {
                preconditionFailure("parameter $\(digits) has no value")
            }
            clause.append(values[number - 1])
            clause.append(sql: String(part.dropFirst(digits.count)))
        }
        self = clause
    }

    /// The SQL, its parameters numbered from `first` on.
    public func sql(from first: Int = 1) -> String {
        pieces.dropFirst().enumerated().reduce(into: pieces[0]) { text, piece in
            text += "$\(first + piece.offset)\(piece.element)"
        }
    }

    /// Clauses that must all hold; none at all hold always.
    public static func all(_ clauses: [Clause]) -> Clause {
        guard let first = clauses.first else { return "1 = 1" }
        return clauses.dropFirst().reduce("(\(first))") { "\($0) AND (\($1))" }
    }

    /// The values of a list, as `IN` takes them.
    public static func list(_ values: [Value]) -> Clause {
        guard let first = values.first else { return "NULL" }
        return values.dropFirst().reduce("\(first)") { "\($0), \($1)" }
    }

    mutating func append(sql: String) {
        pieces[pieces.count - 1] += sql
    }

    mutating func append(_ value: Value) {
        values.append(value)
        pieces.append("")
    }

    mutating func append(_ clause: Clause) {
        append(sql: clause.pieces[0])
        for (value, piece) in zip(clause.values, clause.pieces.dropFirst()) {
            append(value)
            append(sql: piece)
        }
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        var clause: Clause = ""

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ literal: String) { clause.append(sql: literal) }

        public mutating func appendInterpolation(_ value: Value) { clause.append(value) }

        public mutating func appendInterpolation(_ clause: Clause) { self.clause.append(clause) }

        /// A name or expression from a declaration; never from a request.
        public mutating func appendInterpolation(name: String) { clause.append(sql: name) }
    }
}

extension Transaction {
    /// Runs a statement and answers how many rows it changed.
    @discardableResult
    public func run(_ clause: Clause) throws -> Int {
        try run(clause.sql(), clause.values)
    }

    /// Hands each row to a closure, in order, without keeping them.
    public func each(_ clause: Clause, _ row: (Row) throws -> Void) throws {
        try each(clause.sql(), clause.values, row)
    }

    /// All rows, each turned into a value.
    public func all<Element>(_ clause: Clause, _ element: (Row) throws -> Element) throws -> [Element] {
        try all(clause.sql(), clause.values, element)
    }

    /// The first row turned into a value, or nil when there is none.
    public func first<Element>(_ clause: Clause, _ element: (Row) throws -> Element) throws -> Element? {
        try first(clause.sql(), clause.values, element)
    }
}
