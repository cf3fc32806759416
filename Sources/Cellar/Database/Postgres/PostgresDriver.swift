/// PostgreSQL's threads: a pool of connections, one thread each, that share the work.
final class PostgresDriver: Driver {
    let writes: Lane<Job>
    let reads: Lane<Job>
    let snapshots: Lane<Job>
    private let threads: [DriverThread]

    init(url: String, access: Database.Access, limits: Database.Limits, statistics: Statistics) throws {
        (writes, reads, snapshots) = (
            .init(capacity: limits.waiting), .init(capacity: limits.waiting), .init(capacity: limits.waiting)
        )
        let lanes: [(Lane<Job>, PostgresThread.Mode, Int)] = [
            (writes, .write, limits.writers), (reads, .read, limits.readers), (snapshots, .snapshot, 1),
        ]
        // A wrong address is an answer at start, not at the first request.
        _ = try PostgresConnection(url: url)
        var threads: [DriverThread] = []
        for (lane, mode, count) in lanes {
            for _ in 0..<count {
                let thread = PostgresThread(url: url, access: access, lane: lane, mode: mode, statistics: statistics)
                threads.append(DriverThread { thread.work() })
            }
        }
        self.threads = threads
    }

    func close() {
        for lane in [writes, reads, snapshots] { lane.close() }
        for thread in threads { thread.join() }
    }
}

/// One connection and its work; a lost connection is made anew for the next piece.
private final class PostgresThread {
    enum Mode { case read, snapshot, write }

    private let url: String
    private let access: Database.Access
    private let lane: Lane<Job>
    private let mode: Mode
    private let statistics: Statistics
    private var connection: PostgresConnection?

    init(url: String, access: Database.Access, lane: Lane<Job>, mode: Mode, statistics: Statistics) {
        (self.url, self.access, self.lane) = (url, access, lane)
        (self.mode, self.statistics) = (mode, statistics)
    }

    func work() {
        while let job = lane.take(1).first {
            do {
                try attempt(job, triesLeft: 3)
                if mode == .write { statistics.committed(1) }
                job.finish(nil)
            } catch {
                if connection?.isLost == true { connection = nil }
                job.finish(error)
            }
        }
    }

    private func attempt(_ job: Job, triesLeft: Int) throws {
        let connection = try connected()
        do {
            if let begin { try connection.script(begin) }
            try job.run(Transaction(connection))
            if begin != nil { try commit(connection) }
        } catch {
            if begin != nil, !connection.isLost { try? connection.script("ROLLBACK") }
            guard error as? DatabaseError == DatabaseError(.conflict, ""), triesLeft > 1 else { throw error }
            try attempt(job, triesLeft: triesLeft - 1)
        }
    }

    /// Once COMMIT is sent, a lost connection leaves open whether it was done.
    private func commit(_ connection: PostgresConnection) throws {
        do {
            try connection.script("COMMIT")
        } catch let error as DatabaseError where error.code == .unavailable {
            throw DatabaseError(.commitUnknown, error.reason)
        }
    }

    private var begin: String? {
        switch mode {
        case .read: nil
        case .snapshot: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        case .write: "BEGIN ISOLATION LEVEL READ COMMITTED"
        }
    }

    private func connected() throws -> PostgresConnection {
        if let connection, !connection.isLost { return connection }
        let fresh = try PostgresConnection(url: url)
        if access == .readOnly { try fresh.script("SET default_transaction_read_only = on") }
        connection = fresh
        return fresh
    }
}
