import Kernel

/// One connection of a driver, used by one thread at a time.
///
/// Two drivers conform: SQLite and PostgreSQL. Everything above speaks to a `Transaction`.
protocol Connection: AnyObject {
    var dialect: Dialect { get }

    /// Runs a statement with bound parameters, hands over each row, and answers how many rows were changed.
    @discardableResult
    func run(_ sql: String, _ parameters: [Value], _ row: (Row) throws -> Void) throws -> Int

    /// Runs statements without parameters, separated by semicolons.
    func script(_ sql: String) throws

    /// The driver's own words on how it would run a statement, one step a line.
    func plan(_ sql: String, _ parameters: [Value]) throws -> [String]

    /// Statements run since the connection was opened.
    var statements: Int { get }
}

/// Where the two databases differ, by name. Everything else is one SQL text.
public enum Dialect: Sendable, Hashable {
    case sqlite
    case postgres

    /// Ends a SELECT whose rows the transaction is going to change, so that another writer waits for them.
    ///
    /// SQLite has one writer at a time and needs none.
    public var forUpdate: String { self == .postgres ? " FOR UPDATE" : "" }

    /// Turns a migration written in the common words into the database's own.
    ///
    /// The common words are TEXT (compared byte by byte), BIGINT, DOUBLE PRECISION and BYTEA; a table definition ends
    /// with `);` on a line of its own. On SQLite the tables are STRICT, so that a column holds what it says.
    func migration(_ sql: String) -> String {
        switch self {
        case .postgres:
            Self.replaceWords(sql, ["TEXT": "TEXT COLLATE \"C\""])
        case .sqlite:
            Self.replaceWords(sql, ["BIGINT": "INTEGER", "BYTEA": "BLOB", "DOUBLE": "REAL", "PRECISION": ""])
                .split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0 == ");" ? ") STRICT;" : $0 }
                .joined(separator: "\n")
        }
    }

    private static func replaceWords(_ sql: String, _ words: [String: String]) -> String {
        var result = ""
        var word = ""
        for character in sql {
            if character.isLetter || character == "_" || character.isNumber {
                word.append(character)
            } else {
                result += words[word] ?? word
                word = ""
                result.append(character)
            }
        }
        return result + (words[word] ?? word)
    }
}
