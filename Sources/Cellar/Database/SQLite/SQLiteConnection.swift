import CSQLite
import Glibc
import Kernel

/// One connection to a SQLite file.
///
/// Opened without SQLite's own mutex: the thread that owns it is the only one to use it.
final class SQLiteConnection: Connection {
    /// What a connection may do.
    enum Role {
        case writer, reader
        /// Reads a file that nothing may be written to, not even beside it.
        case observer
    }

    let dialect = Dialect.sqlite
    private(set) var statements = 0
    private var handle: OpaquePointer?
    private var prepared: [String: OpaquePointer] = [:]
    private let deadline = SQLiteDeadline()

    init(path: String, role: Role, durability: Durability) throws {
        let (name, flags) = Self.opening(path, role)
        let code = sqlite3_open_v2(name, &handle, flags | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let handle else {
            let failure = Self.failure(code, handle, doing: "opening the database file")
            sqlite3_close_v2(handle)
            throw failure
        }
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, 5_000)
        _ = belfort_defensive(handle)
        sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 64 << 20)
        sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 1)
        deadline.install(on: handle)
        try configure(role: role, durability: durability)
    }

    deinit {
        for statement in prepared.values { sqlite3_finalize(statement) }
        sqlite3_close_v2(handle)
    }

    /// A reader opens read-write, since it may have to recover the log after a crash; query_only keeps it from writing.
    ///
    /// An observer of a file without a log says that it never changes: SQLite then makes no files beside it, which it
    /// could not on a read-only copy.
    private static func opening(_ path: String, _ role: Role) -> (name: String, flags: Int32) {
        guard role == .observer else { return (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) }
        guard access(path + "-wal", F_OK) != 0 else { return (path, SQLITE_OPEN_READONLY) }
        let plain = UInt8(ascii: "-")...UInt8(ascii: "z")
        let name = path.utf8.reduce(into: "file:") { text, byte in
            // Letters, digits and the signs between them; what a URI reads otherwise is written in hexadecimal digits.
            let isPlain = plain.contains(byte) && !"?%#;<=>:[]^@\\`".utf8.contains(byte)
            text += isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return (name + "?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
    }

    private func configure(role: Role, durability: Durability) throws {
        if role == .writer {
            try script("PRAGMA journal_mode = WAL")
            try script("PRAGMA synchronous = \(durability == .full ? "FULL" : "OFF")")
        } else {
            try script("PRAGMA query_only = ON")
        }
        try script(
            """
            PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON;
            PRAGMA temp_store = MEMORY; PRAGMA cache_size = \(role == .writer ? -16_000 : -8_000);
            """
        )
    }

    /// Whether the connection is outside a transaction; SQLite rolls back by itself when the disk is full.
    var isIdle: Bool { sqlite3_get_autocommit(handle) != 0 }

    /// From now on statements end with `deadline` when they pass this moment of the monotonic clock; nil takes it away.
    func setDeadline(_ nanoseconds: UInt64?) { deadline.at = nanoseconds ?? .max }

    func run(_ sql: String, _ parameters: [Value], _ row: (Row) throws -> Void) throws -> Int {
        statements += 1
        let statement = try prepare(sql)
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        guard sqlite3_bind_parameter_count(statement) == parameters.count else {
            throw DatabaseError(.statement, "\(parameters.count) parameters given for: \(sql.prefix(200))")
        }
        for (index, value) in parameters.enumerated() { try bind(value, at: Int32(index + 1), of: statement) }
        let before = sqlite3_total_changes64(handle)
        while true {
            let code = sqlite3_step(statement)
            if code == SQLITE_ROW {
                try row(Row(source: .sqlite(statement)))
            } else if code == SQLITE_DONE {
                return Int(sqlite3_total_changes64(handle) - before)
            } else {
                throw Self.failure(code, handle, doing: String(sql.prefix(200)))
            }
        }
    }

    func script(_ sql: String) throws {
        statements += 1
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        if code != SQLITE_OK { throw Self.failure(code, handle, doing: String(sql.prefix(200))) }
    }

    func plan(_ sql: String, _ parameters: [Value]) throws -> [String] {
        var steps: [String] = []
        _ = try run("EXPLAIN QUERY PLAN " + sql, parameters) { steps.append($0.text(3)) }
        return steps
    }

    private func prepare(_ sql: String) throws -> OpaquePointer {
        if let statement = prepared[sql] { return statement }
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v3(handle, numbered(sql), -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
        guard code == SQLITE_OK, let statement else {
            throw Self.failure(code, handle, doing: String(sql.prefix(200)))
        }
        // Statements made of user-chosen filters are many: past the bound the cache starts anew.
        if prepared.count >= 500 {
            for statement in prepared.values { sqlite3_finalize(statement) }
            prepared.removeAll(keepingCapacity: true)
        }
        prepared[sql] = statement
        return statement
    }

    private func bind(_ value: Value, at index: Int32, of statement: OpaquePointer) throws {
        let code: Int32
        switch value {
        case .null:
            code = sqlite3_bind_null(statement, index)
        case .integer(let integer):
            code = sqlite3_bind_int64(statement, index, integer)
        case .real(let real):
            code = sqlite3_bind_double(statement, index, real)
        case .text(var text):
            code = text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { chars in
                    chars.baseAddress.map { belfort_bind_text(statement, index, $0, Int32(chars.count)) }
                        ?? belfort_bind_text(statement, index, "", 0)
                }
            }
        case .bytes(let bytes):
            code = bytes.withUnsafeBytes {
                belfort_bind_bytes(statement, index, $0.baseAddress, Int32(clamping: $0.count))
            }
        }
        if code != SQLITE_OK { throw Self.failure(code, handle, doing: "binding parameter \(index)") }
    }
}

/// SQLite numbers `$2` by first appearance, not by its digit; `?2` means the second.
///
/// A `$` followed by a digit inside a string literal or quoted name is left alone.
func numbered(_ sql: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(sql.utf8.count)
    var quote: UInt8 = 0
    let bytes = Array(sql.utf8)
    for (index, byte) in bytes.enumerated() {
        if quote != 0 {
            if byte == quote { quote = 0 }
        } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
            quote = byte
        } else if byte == UInt8(ascii: "$"), index + 1 < bytes.count, (48...57).contains(bytes[index + 1]) {
            result.append(UInt8(ascii: "?"))
            continue
        }
        result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
}

// MARK: - Failures

// SQLite's extended codes are macros of arithmetic, which Swift does not import (sqlite.org/rescode.html).
private let constraintForeignKey = SQLITE_CONSTRAINT | (3 << 8)
private let constraintPrimaryKey = SQLITE_CONSTRAINT | (6 << 8)
private let constraintUnique = SQLITE_CONSTRAINT | (8 << 8)
private let constraintRowID = SQLITE_CONSTRAINT | (10 << 8)

extension SQLiteConnection {
    /// The extended result code as one of ours; SQLite's own sentence names tables and columns, never values.
    static func failure(_ code: Int32, _ handle: OpaquePointer?, doing: String) -> DatabaseError {
        let sentence = handle.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? "no memory"
        let kind: DatabaseError.Code =
            switch code {
            case constraintUnique, constraintPrimaryKey, constraintRowID: .unique
            case constraintForeignKey: .foreignKey
            default: primary(code & 0xff)
            }
        return DatabaseError(kind, "\(sentence) (SQLite \(code)), while: \(doing)")
    }

    private static func primary(_ code: Int32) -> DatabaseError.Code {
        switch code {
        case SQLITE_CONSTRAINT: .check
        case SQLITE_FULL: .full
        case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_PERM: .disk
        case SQLITE_READONLY: .readOnly
        case SQLITE_BUSY, SQLITE_LOCKED: .busy
        case SQLITE_CORRUPT, SQLITE_NOTADB: .corrupt
        case SQLITE_INTERRUPT: .deadline
        default: .statement
        }
    }
}
