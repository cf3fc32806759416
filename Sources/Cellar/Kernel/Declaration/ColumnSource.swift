/// A row as it comes from a database: columns by index from 0, lent and not copied.
///
/// A text is valid UTF-8. The text of a secret field is its opened text: a Store wraps the row to open it.
public protocol ColumnSource {
    func isNull(_ column: Int) -> Bool
    /// The whole number in a column; 0 for NULL.
    func integer(_ column: Int) -> Int64
    /// The number in a column; 0 for NULL.
    func real(_ column: Int) -> Double
    /// Lends the text in a column; empty for NULL.
    func withText<Result>(
        _ column: Int,
        _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result
}

extension ColumnSource {
    func value(_ column: Int, _ type: ColumnType) -> Value {
        guard !isNull(column) else { return .null }
        return switch type {
        case .integer: .integer(integer(column))
        case .real: .real(real(column))
        case .text, .bytes: .text(withText(column) { String(decoding: $0, as: UTF8.self) })
        }
    }
}
