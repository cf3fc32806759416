import Synchronization

/// What the database did since it was opened; counts, so that tests and benchmarks need no clock.
public final class Statistics: Sendable {
    private let commitCount = Atomic<Int>(0)
    private let writeCount = Atomic<Int>(0)

    init() {}

    /// Transactions made durable. On SQLite one commit, and so one flush of the log, serves many writes.
    public var commits: Int { commitCount.load(ordering: .relaxed) }

    /// Writes acknowledged.
    public var writes: Int { writeCount.load(ordering: .relaxed) }

    func committed(_ writes: Int) {
        commitCount.add(1, ordering: .relaxed)
        writeCount.add(writes, ordering: .relaxed)
    }
}
