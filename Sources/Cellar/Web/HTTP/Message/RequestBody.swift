internal import Synchronization

/// The bytes that follow a head, read once, chunk by chunk, as they come from the visitor.
///
/// It never gives more than its route allows: one byte beyond it throws 413. Reading it is what makes the visitor's
/// program send it, so a body that nobody reads costs nothing.
public final class RequestBody: Sendable {
    private let pull: @Sendable (_ isFirst: Bool) async throws -> [UInt8]?
    private let received = Atomic(0)
    private let most: Atomic<Int>
    private let hasBegun = Atomic(false)

    init(most: Int = .max, pull: @escaping @Sendable (_ isFirst: Bool) async throws -> [UInt8]?) {
        self.pull = pull
        self.most = Atomic(most)
    }

    /// A body that is there already, in one chunk: for requests that do not come from a connection.
    public convenience init(_ bytes: [UInt8] = []) {
        self.init { isFirst in isFirst && !bytes.isEmpty ? bytes : nil }
    }

    /// The next bytes, never none; `nil` at the end.
    ///
    /// Throws `Refusal.tooLarge` beyond the route's limit, and `Disconnected` when the visitor went away.
    public func next() async throws -> [UInt8]? {
        let isFirst = !hasBegun.exchange(true, ordering: .relaxed)
        guard let chunk = try await pull(isFirst) else { return nil }
        let (sum, overflow) = received.load(ordering: .relaxed).addingReportingOverflow(chunk.count)
        received.store(sum, ordering: .relaxed)
        let most = most.load(ordering: .relaxed)
        guard !overflow, sum <= most else { throw Refusal.tooLarge(most: most) }
        return chunk
    }

    /// All of it, up to so many bytes or the route's limit, whichever is less.
    public func collect(max: Int = .max) async throws -> [UInt8] {
        limit(to: max)
        var all = try await next() ?? []
        while let chunk = try await next() { all += chunk }
        return all
    }

    func limit(to bytes: Int) {
        most.min(bytes, ordering: .relaxed)
    }
}

extension RequestBody: AsyncSequence {
    /// Gives the chunks to whoever asks; a second iterator goes on where the first one is.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let body: RequestBody

        /// The next chunk.
        public func next() async throws -> [UInt8]? { try await body.next() }
    }

    /// Starts, or goes on, reading.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(body: self) }
}
