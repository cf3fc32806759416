import CPQ
import CSQLite

/// One row of an answer, read where the driver keeps it: nothing is copied until a column is asked for.
///
/// A row is valid only inside the closure that receives it.
public struct Row {
    enum Source {
        case sqlite(OpaquePointer)
        case postgres(OpaquePointer, row: Int32)
    }

    let source: Source
}

// MARK: - Columns as the driver keeps them, by index from 0

extension Row {
    public func isNull(_ column: Int) -> Bool {
        switch source {
        case .sqlite(let statement): sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL
        case .postgres(let result, let row): PQgetisnull(result, row, Int32(column)) == 1
        }
    }

    /// The whole number in a column; 0 for NULL.
    public func integer(_ column: Int) -> Int64 {
        switch source {
        case .sqlite(let statement): sqlite3_column_int64(statement, Int32(column))
        case .postgres(let result, let row): Self.bigEndian(PostgresCell(result, row, column).bytes)
        }
    }

    /// The number in a column; 0 for NULL.
    public func real(_ column: Int) -> Double {
        switch source {
        case .sqlite(let statement):
            return sqlite3_column_double(statement, Int32(column))
        case .postgres(let result, let row):
            let bytes = PostgresCell(result, row, column).bytes
            return bytes.count == 8 ? Double(bitPattern: UInt64(bitPattern: Self.bigEndian(bytes))) : 0
        }
    }

    /// Lends the UTF-8 bytes of a text column; empty for NULL.
    public func withText<Result>(
        _ column: Int,
        _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result {
        switch source {
        case .sqlite(let statement):
            // The text comes first: asking for it may convert the column, and the length must be that of the text.
            let start = sqlite3_column_text(statement, Int32(column))
            let count = Int(sqlite3_column_bytes(statement, Int32(column)))
            return try body(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
        case .postgres(let result, let row):
            return try body(PostgresCell(result, row, column).bytes)
        }
    }

    /// Lends the bytes of a binary column; empty for NULL.
    public func withBytes<Result>(
        _ column: Int,
        _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result {
        switch source {
        case .sqlite(let statement):
            let start = sqlite3_column_blob(statement, Int32(column))?.assumingMemoryBound(to: UInt8.self)
            let count = Int(sqlite3_column_bytes(statement, Int32(column)))
            return try body(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
        case .postgres(let result, let row):
            return try body(PostgresCell(result, row, column).bytes)
        }
    }

    /// PostgreSQL sends whole numbers in 1, 2, 4 or 8 bytes, most significant first.
    private static func bigEndian(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64 {
        guard let first = bytes.first, bytes.count <= 8 else { return 0 }
        let sign: UInt64 = bytes.count > 1 && first & 0x80 != 0 ? .max : 0
        return Int64(bitPattern: bytes.reduce(sign) { $0 << 8 | UInt64($1) })
    }
}

// MARK: - Columns as values of Swift

extension Row {
    /// The text in a column; empty for NULL.
    public func text(_ column: Int) -> String { withText(column) { String(decoding: $0, as: UTF8.self) } }

    /// The bytes in a column; empty for NULL.
    public func bytes(_ column: Int) -> [UInt8] { withBytes(column) { Array($0) } }

    /// The truth in a column, kept as 0 or 1.
    public func bool(_ column: Int) -> Bool { integer(column) != 0 }

    public func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

    public func optionalInteger(_ column: Int) -> Int64? { isNull(column) ? nil : integer(column) }

    public func optionalBytes(_ column: Int) -> [UInt8]? { isNull(column) ? nil : bytes(column) }
}

/// One cell of a PostgreSQL answer in binary format.
private struct PostgresCell {
    let bytes: UnsafeBufferPointer<UInt8>

    init(_ result: OpaquePointer, _ row: Int32, _ column: Int) {
        let length = Int(PQgetlength(result, row, Int32(column)))
        let value = PQgetvalue(result, row, Int32(column))
        let start = value.map { UnsafeRawPointer($0).assumingMemoryBound(to: UInt8.self) }
        bytes = UnsafeBufferPointer(start: start, count: start == nil ? 0 : length)
    }
}
