import Kernel
import Synchronization

/// A moment after which work ends, or earlier when somebody asks it to stop.
struct Deadline: Sendable {
    private let end: Duration
    private let uptime: @Sendable () -> Duration
    private let stop: StopFlag

    init(seconds: Int, _ surroundings: Surroundings, stop: StopFlag) {
        (uptime, self.stop) = (surroundings.uptime, stop)
        end = surroundings.uptime() + .seconds(seconds)
    }

    private init(end: Duration, _ other: Deadline) {
        (self.end, uptime, stop) = (end, other.uptime, other.stop)
    }

    /// The same, or so many seconds from now, whichever comes first.
    func atMost(seconds: Int) -> Deadline { Deadline(end: min(end, uptime() + .seconds(seconds)), self) }

    /// How many milliseconds to wait before asking again; throws when the time is over.
    func turn() throws -> Int32 {
        if stop.isSet { throw ScanFailure(reason: "the house is closing", isDown: true) }
        let left = end - uptime()
        guard left > .zero else { throw ScanFailure(reason: "the scanner took too long") }
        return left > .milliseconds(250) ? 250 : max(1, Int32(left / .milliseconds(1)))
    }
}

/// Asks blocking work to stop, from a task that was cancelled.
final class StopFlag: Sendable {
    private let flag = Atomic(false)

    var isSet: Bool { flag.load(ordering: .relaxed) }

    func set() { flag.store(true, ordering: .relaxed) }
}
