public import Kernel

/// What a closure given to `Database.read`, `snapshot` or `write` works with; valid only inside that closure.
///
/// SQL is one text for both databases: parameters are `$1`, `$2` …, words in the common subset
/// (docs/architecture.md, Database).
public final class Transaction {
    let connection: any Connection

    init(_ connection: any Connection) {
        self.connection = connection
    }

    public var dialect: Dialect { connection.dialect }

    /// Runs a statement and answers how many rows it changed.
    @discardableResult
    public func run(_ sql: String, _ parameters: [Value] = []) throws -> Int {
        try connection.run(sql, parameters) { _ in }
    }

    /// Hands each row to a closure, in order, without keeping them.
    public func each(_ sql: String, _ parameters: [Value] = [], _ row: (Row) throws -> Void) throws {
        try connection.run(sql, parameters, row)
    }

    /// All rows, each turned into a value.
    public func all<Element>(
        _ sql: String,
        _ parameters: [Value] = [],
        _ element: (Row) throws -> Element
    ) throws -> [Element] {
        var elements: [Element] = []
        try connection.run(sql, parameters) { elements.append(try element($0)) }
        return elements
    }

    /// The first row turned into a value, or nil when there is none.
    public func first<Element>(
        _ sql: String,
        _ parameters: [Value] = [],
        _ element: (Row) throws -> Element
    ) throws -> Element? {
        var found: Element?
        try connection.run(sql, parameters) { row in
            if found == nil { found = try element(row) }
        }
        return found
    }

    /// Whether there is a row at all.
    public func exists(_ sql: String, _ parameters: [Value] = []) throws -> Bool {
        try first(sql, parameters) { _ in true } ?? false
    }

    /// How the database would run a statement, one step a line; for tests of plans.
    public func plan(_ sql: String, _ parameters: [Value] = []) throws -> [String] {
        try connection.plan(sql, parameters)
    }

    /// Statements run on this connection so far; the difference of two readings counts those between.
    public var statements: Int { connection.statements }
}
