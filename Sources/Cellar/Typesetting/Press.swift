import Foundation
import Synchronization

/// A bounded number of threads that wait for programs, so that Swift's cooperative pool never does.
///
/// A thread lives as long as there is work, so an idle house has none.
final class Press: Sendable {
    /// Says to running work that nobody wants it any more.
    typealias Stop = @Sendable () -> Bool

    private struct State {
        var running = 0
        var waiting: [@Sendable () -> Void] = []
    }

    private let state = Mutex(State())
    private let atOnce: Int
    private let waitingMax: Int

    init(atOnce: Int, waitingMax: Int) {
        (self.atOnce, self.waitingMax) = (max(1, atOnce), max(0, waitingMax))
    }

    /// Runs work on one of the threads when it is its turn.
    func run(
        _ work: @escaping @Sendable (@escaping Stop) -> Result<[UInt8], TypesettingError>
    ) async throws(TypesettingError) -> [UInt8] {
        let stopped = Flag()
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Answer, Never>) in
                let isAccepted = add {
                    continuation.resume(returning: stopped.isRaised ? .failure(.unwanted) : work { stopped.isRaised })
                }
                if !isAccepted { continuation.resume(returning: .failure(.full)) }
            }
        } onCancel: {
            stopped.raise()
        }
        return try result.get()
    }

    private typealias Answer = Result<[UInt8], TypesettingError>

    /// Starts the work, or lets it wait; false when too much waits.
    private func add(_ job: @escaping @Sendable () -> Void) -> Bool {
        let (isAccepted, starts) = state.withLock { state in
            if state.running < atOnce {
                state.running += 1
                return (true, true)
            }
            guard state.waiting.count < waitingMax else { return (false, false) }
            state.waiting.append(job)
            return (true, false)
        }
        if starts {
            Thread.detachNewThread { [self] in
                job()
                while let next = take() { next() }
            }
        }
        return isAccepted
    }

    private func take() -> (@Sendable () -> Void)? {
        state.withLock { state in
            if state.waiting.isEmpty {
                state.running -= 1
                return nil
            }
            return state.waiting.removeFirst()
        }
    }
}

/// A flag that one task raises and a thread sees.
private final class Flag: Sendable {
    private let raised = Atomic(false)

    var isRaised: Bool { raised.load(ordering: .relaxed) }

    func raise() { raised.store(true, ordering: .relaxed) }
}

extension TypesettingError {
    fileprivate static let unwanted = TypesettingError(.cancelled, "nobody waits for the document any more")
    fileprivate static let full = TypesettingError(.overloaded, "too many documents are waiting to be made")
}
