/// One piece of work for a driver's thread: what to do, and how to answer whoever waits.
struct Job {
    /// Runs the closure; answers what to do once the outcome is final (resume with the value, or with the error).
    let run: (Transaction) throws -> Void
    /// Called once: nil when all is durable, else why it is not.
    let finish: ((any Error)?) -> Void
}

/// Turns a closure that returns a value into a job, and waits for its outcome.
func perform<Result: Sendable>(
    on lane: Lane<Job>,
    _ body: @escaping @Sendable (Transaction) throws -> Result
) async throws -> Result {
    try Task.checkCancellation()
    return try await withCheckedThrowingContinuation { continuation in
        let outcome = Outcome<Result>()
        let job = Job(
            run: { outcome.value = try body($0) },
            finish: { error in
                if let error {
                    continuation.resume(throwing: error)
                } else if let value = outcome.value {
                    continuation.resume(returning: value)
                } else {
                    continuation.resume(throwing: DatabaseError(.closed, "the work was not run"))
                }
            }
        )
        do {
            try lane.add(job)
        } catch {
            continuation.resume(throwing: error)
        }
    }
}

/// Holds a result between running and being durable.
///
/// Sound as Sendable: written and read only by the one thread that runs the job.
private final class Outcome<Value: Sendable>: @unchecked Sendable {
    var value: Value?
}
