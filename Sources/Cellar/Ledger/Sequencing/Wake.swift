import Synchronization

/// Tells whoever listens that there may be something to do; many calls before one is heard count as one.
final class Wake: Sendable {
    private let listeners = Mutex<(next: Int, all: [Int: AsyncStream<Void>.Continuation])>((0, [:]))

    /// Each listener hears every call that comes after this.
    func stream() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let number = listeners.withLock { state in
            state.next += 1
            state.all[state.next] = continuation
            return state.next
        }
        continuation.onTermination = { [weak self] _ in self?.forget(number) }
        return stream
    }

    func call() {
        for continuation in listeners.withLock({ Array($0.all.values) }) { continuation.yield() }
    }

    private func forget(_ number: Int) {
        listeners.withLock { $0.all[number] = nil }
    }
}
