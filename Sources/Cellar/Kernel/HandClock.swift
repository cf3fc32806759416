import Synchronization

/// A clock that a test moves by hand; several threads may read it.
public final class HandClock: Sendable {
    private struct Reading {
        var now: Instant
        var uptime: Duration = .zero
    }

    private let reading: Mutex<Reading>

    /// Stands still at a moment, with an uptime of zero.
    public init(at instant: Instant) {
        reading = Mutex(Reading(now: instant))
    }

    /// The time of day.
    public var now: Instant { reading.withLock { $0.now } }

    /// How far the clock was advanced in all.
    public var uptime: Duration { reading.withLock { $0.uptime } }

    /// Lets so many milliseconds pass, on both clocks; below zero nothing happens, since time does not run backwards.
    public func advance(milliseconds: Int64) {
        guard milliseconds > 0 else { return }
        reading.withLock { reading in
            reading.now = reading.now.adding(milliseconds: milliseconds) ?? .latest
            reading.uptime += .milliseconds(milliseconds)
        }
    }

    /// Sets the time of day, also backwards, as an administrator can; the uptime does not change.
    public func set(to instant: Instant) {
        reading.withLock { $0.now = instant }
    }
}
