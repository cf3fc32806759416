import CSQLite
import Glibc

/// Ends a statement that runs for too long: SQLite asks every so many steps whether to go on.
final class SQLiteDeadline {
    /// The moment of the monotonic clock, in nanoseconds, after which a statement is interrupted.
    var at: UInt64 = .max

    /// A check costs a clock reading, so it is made once in this many steps of SQLite's machine (some 0.1 ms).
    private static let stepsBetweenChecks: Int32 = 20_000

    func install(on handle: OpaquePointer) {
        // Unretained: the connection owns both this value and the handle, and closes the handle first.
        let context = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_progress_handler(
            handle,
            Self.stepsBetweenChecks,
            { context in
                guard let context else { return 0 }
                let deadline = Unmanaged<SQLiteDeadline>.fromOpaque(context).takeUnretainedValue()
                return monotonicNanoseconds() > deadline.at ? 1 : 0
            },
            context
        )
    }
}

/// The monotonic clock in nanoseconds; only differences mean anything.
func monotonicNanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
}
