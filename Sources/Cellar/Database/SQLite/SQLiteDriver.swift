/// SQLite's threads: one writer that makes many writes durable with one commit, and readers beside it.
final class SQLiteDriver: Driver {
    let writes: Lane<Job>
    let reads: Lane<Job>
    let snapshots: Lane<Job>
    private let threads: [DriverThread]

    init(
        path: String,
        access: Database.Access,
        durability: Durability,
        limits: Database.Limits,
        statistics: Statistics
    ) throws {
        let isObserver = access == .readOnly
        (writes, reads, snapshots) = (
            .init(capacity: limits.waiting), .init(capacity: limits.waiting), .init(capacity: limits.waiting)
        )
        let writer = GroupCommit(
            connection: try SQLiteConnection(
                path: path,
                role: isObserver ? .observer : .writer,
                durability: durability
            ),
            lane: writes,
            limits: limits,
            statistics: statistics
        )
        var threads = [DriverThread { writer.work() }]
        for index in 0..<max(2, limits.readers) {
            let connection = try SQLiteConnection(
                path: path,
                role: isObserver ? .observer : .reader,
                durability: durability
            )
            // One thread at least serves each kind, so that long snapshots never starve short reads.
            let reader = SQLiteReader(
                connection: connection,
                lane: index == 0 ? snapshots : reads,
                inTransaction: index == 0,
                seconds: limits.statementSeconds
            )
            threads.append(DriverThread { reader.work() })
        }
        self.threads = threads
    }

    func close() {
        for lane in [writes, reads, snapshots] { lane.close() }
        for thread in threads { thread.join() }
    }
}

/// Answers reads on one connection, one after another.
private final class SQLiteReader {
    private let connection: SQLiteConnection
    private let lane: Lane<Job>
    private let inTransaction: Bool
    private let seconds: Int

    init(connection: SQLiteConnection, lane: Lane<Job>, inTransaction: Bool, seconds: Int) {
        (self.connection, self.lane, self.inTransaction, self.seconds) = (connection, lane, inTransaction, seconds)
    }

    func work() {
        let transaction = Transaction(connection)
        while let job = lane.take(1).first {
            connection.setDeadline(monotonicNanoseconds() + UInt64(seconds) * 1_000_000_000)
            do {
                if inTransaction { try connection.script("BEGIN DEFERRED") }
                try job.run(transaction)
                if inTransaction { try connection.script("COMMIT") }
                job.finish(nil)
            } catch {
                if !connection.isIdle { try? connection.script("ROLLBACK") }
                job.finish(error)
            }
        }
    }
}
