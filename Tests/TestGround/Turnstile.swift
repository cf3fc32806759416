import Synchronization

/// Lets so many in at a time, in the order in which they came.
final class Turnstile: Sendable {
    /// A test on PostgreSQL takes up to ten of the server's 300 connections.
    static let postgres = Turnstile(room: 20)

    private let state: Mutex<(room: Int, waiting: [CheckedContinuation<Void, Never>])>

    init(room: Int) {
        state = Mutex((room, []))
    }

    func enter() async {
        await withCheckedContinuation { continuation in
            let isIn = state.withLock { state in
                if state.room > 0 {
                    state.room -= 1
                    return true
                }
                state.waiting.append(continuation)
                return false
            }
            if isIn { continuation.resume() }
        }
    }

    func leave() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.room += 1
            return nil
        }
        next?.resume()
    }
}
