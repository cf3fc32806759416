import Glibc

/// A few threads that may block on the disk, so that Swift's cooperative pool never does.
///
/// Whoever asks waits for the answer, so an upload has one piece of work here at a time: a slow disk slows the sender.
final class DiskThreads: Sendable {
    /// Pieces of work that may wait before the next is refused as `overloaded`.
    static let waitingMax = 4_096

    private let queue: DiskQueue

    init(count: Int) {
        queue = DiskQueue(capacity: Self.waitingMax)
        for _ in 0..<max(1, count) { Self.start(queue) }
    }

    deinit { queue.close() }

    /// Runs a closure whole on one of the threads; also for a task that was cancelled, so that it can tidy up.
    func run<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            let refusal = queue.add { continuation.resume(with: Swift.Result { try body() }) }
            if let refusal { continuation.resume(throwing: refusal) }
        }
    }

    /// The thread keeps the queue and not the pool, so it ends when the pool is gone and the queue is drained.
    private static func start(_ queue: DiskQueue) {
        var attributes = pthread_attr_t()
        var thread = pthread_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, 1 << 20)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        let box = Unmanaged.passRetained(queue)
        let code = pthread_create(
            &thread,
            &attributes,
            { box in
                guard let box else { return nil }
                let queue = Unmanaged<DiskQueue>.fromOpaque(box).takeRetainedValue()
                while let work = queue.take() { work() }
                return nil
            },
            box.toOpaque()
        )
        pthread_attr_destroy(&attributes)
        precondition(code == 0, "the system gives no more threads (\(code))")
    }
}

/// Work waiting for the threads, first come first served, with a bound.
private final class DiskQueue: @unchecked Sendable {
    // Sound: `jobs`, `head` and `isClosed` are touched only between lock and unlock of `mutex`, which lives as long.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var jobs: [@Sendable () -> Void] = []
    private var head = 0
    private var isClosed = false
    private let capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    /// Puts work in the queue, or answers why not.
    func add(_ job: @escaping @Sendable () -> Void) -> VaultError? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        if isClosed { return VaultError(.closed, "the vault has been closed") }
        if jobs.count - head >= capacity {
            return VaultError(.overloaded, "\(capacity) pieces of work are waiting for the disk")
        }
        jobs.append(job)
        pthread_cond_signal(condition)
        return nil
    }

    /// Waits for work; nil when the queue is closed and drained.
    func take() -> (@Sendable () -> Void)? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while head == jobs.count {
            if isClosed { return nil }
            pthread_cond_wait(condition, mutex)
        }
        let job = jobs[head]
        head += 1
        if head == jobs.count || head > 1_024 {
            jobs.removeFirst(head)
            head = 0
        }
        return job
    }

    func close() {
        pthread_mutex_lock(mutex)
        isClosed = true
        pthread_cond_broadcast(condition)
        pthread_mutex_unlock(mutex)
    }
}
