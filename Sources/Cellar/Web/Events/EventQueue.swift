internal import Synchronization

/// The events that wait for one reader: a bounded queue between whoever has news and one connection.
///
/// Whoever has news never waits. A reader who falls too far behind is cut off and comes back with the id of the last
/// event it saw.
public final class EventQueue: Sendable {
    private let continuation: AsyncStream<Event>.Continuation
    private let isClosed = Atomic(false)
    let events: AsyncStream<Event>

    /// An empty queue that holds so many events at most.
    public init(capacity: Int) {
        (events, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(max(1, capacity)))
    }

    /// Adds an event. False when the reader is gone, or goes because the queue is full: then forget this queue.
    public func offer(_ event: Event) -> Bool {
        guard !isClosed.load(ordering: .acquiring) else { return false }
        if case .enqueued = continuation.yield(event) { return true }
        close()
        return false
    }

    /// Ends the stream after the events that wait.
    public func close() {
        isClosed.store(true, ordering: .releasing)
        continuation.finish()
    }

    /// Whether the reader is still there, as far as is known.
    public var isOpen: Bool { !isClosed.load(ordering: .acquiring) }
}
