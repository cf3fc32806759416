internal import NIOCore
internal import Synchronization

/// The moment by which the request in hand must be answered: written by the conversation, read by the event loop.
final class Due: Sendable {
    private let nanoseconds = Atomic<UInt64>(UInt64.max)

    /// Sets the moment; `nil` for an answer that may take as long as it likes.
    func set(_ moment: NIODeadline?) {
        nanoseconds.store(moment?.uptimeNanoseconds ?? .max, ordering: .relaxed)
    }

    func isPast(_ now: NIODeadline) -> Bool {
        now.uptimeNanoseconds > nanoseconds.load(ordering: .relaxed)
    }
}
