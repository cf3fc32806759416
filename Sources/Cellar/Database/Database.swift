/// The database: closures go in, run whole on a thread of the driver, and their value comes out.
///
/// Two drivers stand behind it: SQLite (embedded) and PostgreSQL. A closure never suspends, so a transaction is never
/// open across an `await`, and nothing here blocks Swift's cooperative pool.
public final class Database: Sendable {
    /// Bounds of a database, each with the default that a small town's machine carries.
    public struct Limits: Sendable {
        /// Pieces of work that may wait before the next is refused as `overloaded`.
        public var waiting = 10_000
        /// Writes made durable by one commit of SQLite at most.
        public var batch = 256
        /// Connections for reading.
        public var readers = 3
        /// Connections for writing; PostgreSQL only.
        public var writers = 4
        /// Seconds after which a statement is ended; SQLite only, PostgreSQL's is 30.
        public var statementSeconds = 30

        public init() {}
    }

    /// Where the rows are kept.
    public enum Location: Sendable {
        /// A file; it is made when absent, its folder is not.
        case sqlite(path: String)
        /// A connection URL, `postgres://…`.
        case postgres(url: String)
    }

    /// What may be done with the rows.
    public enum Access: Sendable, Hashable {
        case readWrite
        /// A write is refused as `readOnly`; SQLite writes nothing beside the file either, so that a copy on a
        /// read-only disk can be looked at.
        case readOnly
    }

    public let dialect: Dialect
    public let statistics: Statistics
    private let driver: any Driver

    public init(
        _ location: Location,
        access: Access = .readWrite,
        durability: Durability = .full,
        limits: Limits = Limits()
    ) throws {
        statistics = Statistics()
        switch location {
        case .sqlite(let path):
            dialect = .sqlite
            driver = try SQLiteDriver(
                path: path,
                access: access,
                durability: durability,
                limits: limits,
                statistics: statistics
            )
        case .postgres(let url):
            dialect = .postgres
            driver = try PostgresDriver(url: url, access: access, limits: limits, statistics: statistics)
        }
    }

    /// Reads with single statements: each sees what was durable when it began.
    public func read<Result: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Result
    ) async throws -> Result {
        try await perform(on: driver.reads, body)
    }

    /// Reads with several statements that all see the same moment.
    public func snapshot<Result: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Result
    ) async throws -> Result {
        try await perform(on: driver.snapshots, body)
    }

    /// Changes rows: all of the closure or nothing, durable when this returns.
    ///
    /// The closure may run again after a conflict (three times at most), so it touches nothing but its transaction.
    @discardableResult
    public func write<Result: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Result
    ) async throws -> Result {
        try await perform(on: driver.writes, body)
    }

    /// Whether a question gets an answer at this moment.
    public var isAnswering: Bool {
        get async { (try? await read { try $0.exists("SELECT 1") }) ?? false }
    }

    /// Writes that wait for their turn at this moment.
    public var waitingWrites: Int { driver.writes.waiting }

    /// Finishes what is waiting, takes no more, and lets go of the connections. Blocks; not for the cooperative pool.
    public func close() { driver.close() }
}

/// Whether an acknowledged write survives a loss of power.
public enum Durability: Sendable {
    /// The log is flushed to the disk before a write is acknowledged.
    case full
    /// The operating system may keep the log in memory: for tests and scratch copies only.
    case scratch
}

/// A driver: three lanes of work and the threads that serve them.
protocol Driver: Sendable {
    var writes: Lane<Job> { get }
    var reads: Lane<Job> { get }
    var snapshots: Lane<Job> { get }
    func close()
}
