/// Why the database did not do what was asked: a code to branch on, and a sentence for whoever operates it.
///
/// Equality looks at the code only. The sentence never holds values of rows or parameters, so it may be logged.
public struct DatabaseError: Error, Equatable, CustomStringConvertible {
    /// What a caller can do about it.
    public enum Code: Sendable, Hashable {
        /// No connection, or it was lost before the change was sent to be made durable: nothing happened. Retry later.
        case unavailable
        /// The connection was lost while committing: the change may exist. Look it up by its request id.
        case commitUnknown
        /// No room on the disk: nothing happened, reading goes on.
        case full
        /// The disk refused a read or a write.
        case disk
        /// The database file or server accepts no writes.
        case readOnly
        /// Another process kept the lock for longer than the time allowed.
        case busy
        /// More work is waiting than `Limits.waiting` allows.
        case overloaded
        /// The statement ran for longer than its deadline.
        case deadline
        /// A row with this key exists.
        case unique
        /// A row that is referred to does not exist, or one that is still referred to was deleted.
        case foreignKey
        /// A value breaks a CHECK or NOT NULL of the schema.
        case check
        /// PostgreSQL could not serialise this transaction; the driver runs it again.
        case conflict
        /// The SQL is wrong or a value has the wrong type: a fault of the program.
        case statement
        /// A page of the file is damaged or the file is no database.
        case corrupt
        /// The database was written by a newer program.
        case newer
        /// A migration that was applied has another text in this program.
        case migrationChanged
        /// The database has been closed.
        case closed
    }

    public let code: Code
    public let reason: String

    public init(_ code: Code, _ reason: String) {
        (self.code, self.reason) = (code, reason)
    }

    public static func == (left: DatabaseError, right: DatabaseError) -> Bool { left.code == right.code }

    public var description: String { "\(code): \(reason)" }
}
