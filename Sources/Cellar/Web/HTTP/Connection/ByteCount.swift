internal import Synchronization

/// Counts the bytes of a streamed answer against the length that its head promised.
final class ByteCount: Sendable {
    /// More or fewer bytes than were promised: the connection must be cut, since the visitor cannot tell the end.
    struct BrokenPromise: Error {}

    private let promised: Int?
    private let sum = Atomic(0)

    init(most promised: Int?) {
        self.promised = promised
    }

    func add(_ count: Int) throws {
        let sum = sum.wrappingAdd(count, ordering: .relaxed).newValue
        if let promised, sum > promised { throw BrokenPromise() }
    }

    func end() throws {
        if let promised, sum.load(ordering: .relaxed) != promised { throw BrokenPromise() }
    }
}
