/// Takes all writes that wait, runs each under its own savepoint, and makes them durable with one commit.
///
/// A write that fails rolls back alone. Nobody is answered before the commit has returned.
final class GroupCommit {
    private let connection: SQLiteConnection
    private let lane: Lane<Job>
    private let limits: Database.Limits
    private let statistics: Statistics

    init(connection: SQLiteConnection, lane: Lane<Job>, limits: Database.Limits, statistics: Statistics) {
        (self.connection, self.lane, self.limits, self.statistics) = (connection, lane, limits, statistics)
    }

    func work() {
        while true {
            let jobs = lane.take(limits.batch)
            if jobs.isEmpty { return }
            commit(jobs)
        }
    }

    private func commit(_ jobs: [Job]) {
        connection.setDeadline(monotonicNanoseconds() + UInt64(limits.statementSeconds) * 1_000_000_000)
        var failures: [(any Error)?] = []
        do {
            try connection.script("BEGIN IMMEDIATE")
            for job in jobs { failures.append(try attempt(job, alone: jobs.count == 1)) }
            try connection.script("COMMIT")
            statistics.committed(failures.count { $0 == nil })
        } catch {
            if !connection.isIdle { try? connection.script("ROLLBACK") }
            // What failed by itself keeps its own reason; what was fine shares the reason of the whole group.
            failures = jobs.indices.map { index in
                (index < failures.count ? failures[index] : nil) ?? error
            }
        }
        for (job, failure) in zip(jobs, failures) { job.finish(failure) }
    }

    /// Runs one write; answers why it failed, or throws when the failure took the whole group along.
    private func attempt(_ job: Job, alone: Bool) throws -> (any Error)? {
        if !alone { try connection.script("SAVEPOINT one") }
        do {
            try job.run(Transaction(connection))
            if !alone { try connection.script("RELEASE one") }
            return nil
        } catch {
            // On a full disk SQLite ends the transaction itself: nothing of the group is left to commit.
            if connection.isIdle { throw error }
            try connection.script(alone ? "ROLLBACK; BEGIN IMMEDIATE" : "ROLLBACK TO one; RELEASE one")
            return error
        }
    }
}
