import Dispatch
import Synchronization

/// Checks one password at a time, off Swift's cooperative pool, and refuses when too many wait.
///
/// A flood of sign-ins so costs one core and a bounded wait; whoever is signed in already notices nothing.
public final class HashingThread: Sendable {
    /// Pieces of work that may wait behind the one that runs.
    public static let waitingMax = 50

    private let queue = DispatchQueue(label: "belfort.passwords", qos: .utility)
    private let pending = Mutex(0)

    public init() {}

    /// Runs a piece of work after those before it; throws `busy` at once when too many wait.
    public func run<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        try enter()
        return try await withCheckedThrowingContinuation { continuation in
            queue.async {
                let result = Swift.Result { try body() }
                self.pending.withLock { $0 -= 1 }
                continuation.resume(with: result)
            }
        }
    }

    /// Pieces of work that run or wait.
    public var load: Int { pending.withLock { $0 } }

    private func enter() throws {
        try pending.withLock { pending in
            guard pending <= Self.waitingMax else {
                throw AccessError(.busy, "\(Self.waitingMax) passwords are waiting to be checked")
            }
            pending += 1
        }
    }
}
