import Glibc

/// Work waiting for the threads of a driver, first come first served, with a bound.
///
/// Threads block in `take`; nothing here ever blocks Swift's cooperative pool, which only calls `add`.
final class Lane<Job>: @unchecked Sendable {
    // Sound: `jobs` and `isClosed` are touched only between lock and unlock of `mutex`, which lives as long as self.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var jobs: [Job] = []
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

    /// Puts work in the queue, or says why not.
    func add(_ job: sending Job) throws {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        if isClosed { throw DatabaseError(.closed, "the database has been closed") }
        if jobs.count - head >= capacity { throw DatabaseError(.overloaded, "\(capacity) pieces of work are waiting") }
        jobs.append(job)
        pthread_cond_signal(condition)
    }

    /// Pieces of work not yet taken.
    var waiting: Int {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return jobs.count - head
    }

    /// Waits for work and takes at most `limit` pieces; empty when the lane is closed and drained.
    func take(_ limit: Int) -> [Job] {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while head == jobs.count {
            if isClosed { return [] }
            pthread_cond_wait(condition, mutex)
        }
        let end = min(jobs.count, head + limit)
        let taken = Array(jobs[head..<end])
        head = end
        if head == jobs.count {
            jobs.removeAll(keepingCapacity: true)
            head = 0
        } else if head > 1_024 {
            jobs.removeFirst(head)
            head = 0
        }
        return taken
    }

    /// Takes no more work; what is waiting is still done.
    func close() {
        pthread_mutex_lock(mutex)
        isClosed = true
        pthread_cond_broadcast(condition)
        pthread_mutex_unlock(mutex)
    }
}

/// A thread of a driver: runs one closure to its end.
final class DriverThread: @unchecked Sendable {
    // Sound: `thread` is written once before `init` returns and read only by `join`, called once by the owner.
    private var thread = pthread_t()

    init(_ body: sending @escaping () -> Void) {
        let box = Unmanaged.passRetained(Body(run: body))
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, 1 << 20)
        let code = pthread_create(
            &thread,
            &attributes,
            { box in
                guard let box else { return nil }
                Unmanaged<Body>.fromOpaque(box).takeRetainedValue().run()
                return nil
            },
            box.toOpaque()
        )
        pthread_attr_destroy(&attributes)
        precondition(code == 0, "the system gives no more threads (\(code))")
    }

    func join() { pthread_join(thread, nil) }

    private final class Body {
        let run: () -> Void
        init(run: @escaping () -> Void) { self.run = run }
    }
}
