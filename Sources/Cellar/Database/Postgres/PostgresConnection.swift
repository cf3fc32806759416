import CPQ
import Kernel

/// One connection to a PostgreSQL server, used with blocking calls by the thread that owns it.
final class PostgresConnection: Connection {
    let dialect = Dialect.postgres
    private(set) var statements = 0
    private let handle: OpaquePointer
    private var names: [String: String] = [:]
    private var nextName = 0

    init(url: String) throws {
        guard let handle = PQconnectdb(url) else { throw DatabaseError(.unavailable, "libpq has no memory") }
        self.handle = handle
        // libpq's sentence may hold the host and user of the URL, never its password.
        if PQstatus(handle) != CONNECTION_OK { throw DatabaseError(.unavailable, Self.sentence(handle)) }
        try script("SET client_min_messages = warning; SET statement_timeout = '30s'; SET timezone = 'UTC'")
    }

    deinit { PQfinish(handle) }

    var isLost: Bool { PQstatus(handle) != CONNECTION_OK }

    func run(_ sql: String, _ parameters: [Value], _ row: (Row) throws -> Void) throws -> Int {
        statements += 1
        let name = try prepare(sql)
        let result = execute(name, parameters)
        defer { PQclear(result) }
        try check(result, doing: sql)
        guard let result else { return 0 }
        for index in 0..<PQntuples(result) { try row(Row(source: .postgres(result, row: index))) }
        return PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
    }

    func script(_ sql: String) throws {
        statements += 1
        let result = PQexec(handle, sql)
        defer { PQclear(result) }
        try check(result, doing: sql)
    }

    func plan(_ sql: String, _ parameters: [Value]) throws -> [String] {
        var steps: [String] = []
        _ = try run("EXPLAIN " + sql, parameters) { steps.append($0.text(0)) }
        return steps
    }

    private func prepare(_ sql: String) throws -> String {
        if let name = names[sql] { return name }
        if names.count >= 500 {
            try script("DEALLOCATE ALL")
            names.removeAll(keepingCapacity: true)
        }
        nextName += 1
        let name = "s\(nextName)"
        let result = PQprepare(handle, name, sql, 0, nil)
        defer { PQclear(result) }
        try check(result, doing: sql)
        names[sql] = name
        return name
    }

    /// Sends text and numbers as text, bytes as bytes, and asks the answer in binary, so that bytes stay bytes.
    private func execute(_ name: String, _ parameters: [Value]) -> OpaquePointer? {
        var storage: [[CChar]?] = []
        var formats: [Int32] = []
        var lengths: [Int32] = []
        for value in parameters {
            let (bytes, isBinary) = Self.encoded(value)
            storage.append(bytes)
            formats.append(isBinary ? 1 : 0)
            lengths.append(Int32(clamping: bytes.map { $0.count - 1 } ?? 0))
        }
        return Self.withPointers(storage) { pointers in
            PQexecPrepared(handle, name, Int32(clamping: parameters.count), pointers, lengths, formats, 1)
        }
    }

    /// The bytes of a parameter with a closing zero, which libpq wants after text; nil is NULL.
    private static func encoded(_ value: Value) -> (bytes: [CChar]?, isBinary: Bool) {
        switch value {
        case .null: (nil, false)
        case .integer(let integer): (Array(String(integer).utf8CString), false)
        case .real(let real): (Array("\(real)".utf8CString), false)
        case .text(let text): (Array(text.utf8CString), false)
        case .bytes(let bytes): (bytes.map { CChar(bitPattern: $0) } + [0], true)
        }
    }

    private static func withPointers<Result>(
        _ storage: [[CChar]?],
        _ body: ([UnsafePointer<CChar>?]) -> Result
    ) -> Result {
        let all = storage.flatMap { $0 ?? [] }
        return all.withUnsafeBufferPointer { buffer in
            var offset = 0
            let pointers = storage.map { bytes -> UnsafePointer<CChar>? in
                guard let bytes, let start = buffer.baseAddress else { return nil }
                defer { offset += bytes.count }
                return start + offset
            }
            return body(pointers)
        }
    }

    private func check(_ result: OpaquePointer?, doing sql: String) throws {
        let status = PQresultStatus(result)
        if status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK { return }
        let code = PQresultErrorField(result, PostgresConnection.sqlState).map { String(cString: $0) } ?? ""
        let primary = PQresultErrorField(result, PostgresConnection.primaryMessage).map { String(cString: $0) }
        let kind = isLost ? DatabaseError.Code.unavailable : Self.kind(code)
        throw DatabaseError(kind, "\(primary ?? "connection lost") (\(code)), while: \(sql.prefix(200))")
    }

    private static let sqlState = Int32(UInt8(ascii: "C"))
    private static let primaryMessage = Int32(UInt8(ascii: "M"))

    /// SQLSTATE as one of ours (PostgreSQL manual, appendix A).
    private static func kind(_ state: String) -> DatabaseError.Code {
        switch state {
        case "23505": .unique
        case "23503": .foreignKey
        case "40001", "40P01": .conflict
        case "53100": .full
        case "25006": .readOnly
        case "57014": .deadline
        case "55P03": .busy
        case _ where state.hasPrefix("23"): .check
        case _ where state.hasPrefix("08") || state.hasPrefix("57P") || state.hasPrefix("53"): .unavailable
        case _ where state.hasPrefix("58"): .disk
        case _ where state.hasPrefix("XX"): .corrupt
        default: .statement
        }
    }

    private static func sentence(_ handle: OpaquePointer) -> String {
        PQerrorMessage(handle).map { String(cString: $0) } ?? "no connection"
    }
}
