public import Database
public import Kernel

/// Where contents wait until they were scanned, and the worker that has them scanned, the oldest first.
///
/// Durable: a content waits in its row. A scanner that is down delays and never lets through; one that fails five times
/// over the same content makes it `notScanned`.
public struct Quarantine: Sendable {
    /// Bounds of the worker.
    public struct Limits: Sendable {
        /// Scans at the same time.
        public var width = 4
        /// Attempts that may fail before a content is `notScanned`. A scanner that is down is no attempt.
        public var triesMax = 5
        /// Seconds between looks when there was nothing to scan.
        public var idleSeconds = 5
        /// Seconds until the next attempt when the scanner is down, or after a first failure; doubled after each.
        public var retrySeconds = 30

        /// The usual bounds.
        public init() {}
    }

    /// What one pass did.
    public struct Pass: Equatable, Sendable {
        /// Contents with a verdict.
        public var concluded = 0
        /// Contents that wait for another attempt.
        public var postponed = 0
        /// Whether the scanner was down.
        public var isDown = false
    }

    private let contents: Contents
    private let scanner: ClamAV
    private let limits: Limits
    private let threads: DiskThreads
    private let onVerdict: @Sendable (Content, Transaction) throws -> Void

    /// - Parameter onVerdict: what a register writes when a content got its verdict, in the same transaction.
    public init(
        _ contents: Contents,
        scanner: ClamAV,
        limits: Limits = Limits(),
        onVerdict: @escaping @Sendable (Content, Transaction) throws -> Void = { _, _ in }
    ) {
        (self.contents, self.scanner, self.limits, self.onVerdict) = (contents, scanner, limits, onVerdict)
        threads = DiskThreads(count: limits.width)
    }

    /// Scans what is due, pass after pass, until its task is cancelled. A pass that fails is reported and tried again.
    public func run(report: @Sendable (any Error) -> Void) async {
        while !Task.isCancelled {
            var seconds = limits.idleSeconds
            do {
                if try await pass().isDown { seconds = limits.retrySeconds }
            } catch is CancellationError {
                return
            } catch {
                report(error)
                seconds = limits.retrySeconds
            }
            do { try await Task.sleep(for: .seconds(seconds)) } catch { return }
        }
    }

    /// Scans all that is due now, `width` at a time; ends early when the scanner is down.
    public func pass() async throws -> Pass {
        let stop = StopFlag()
        return try await withTaskCancellationHandler {
            try await withThrowingTaskGroup(of: Outcome.self) { group in
                for _ in 0..<limits.width { group.addTask { try await scanNext(stop) } }
                var pass = Pass()
                for try await outcome in group {
                    pass.count(outcome)
                    if outcome != .nothing, !pass.isDown { group.addTask { try await scanNext(stop) } }
                }
                return pass
            }
        } onCancel: {
            stop.set()
        }
    }
}

// MARK: - One content

extension Quarantine {
    fileprivate enum Outcome { case concluded, postponed, down, nothing }

    /// How long a content is ours: longer than a scan can take, so that it comes back when this process dies.
    private var claimMilliseconds: Int64 { Int64(scanner.deadlineSeconds + 30) * 1_000 }

    private func scanNext(_ stop: StopFlag) async throws -> Outcome {
        let now = contents.surroundings.now()
        let until = now.adding(milliseconds: claimMilliseconds) ?? .latest
        let ticket = try await contents.database.write { transaction in
            try QuarantineStore.take(now: now, until: until, in: transaction)
        }
        guard let ticket else { return .nothing }
        return try await settle(ticket, await answer(ticket.content, stop))
    }

    /// An object that cannot be opened counts as a failed attempt: it must not keep the others waiting.
    private func answer(_ content: Content, _ stop: StopFlag) async throws -> ScanAnswer {
        do {
            let (content, key) = try await contents.database.snapshot { try contents.key(content.id, $0) }
            return try await threads.run { [scanner, contents] in
                let file = try contents.folder.open(content.id)
                let object = try ContentFile(file, id: content.id, key: key, size: content.size)
                try object.check()
                return try scanner.scan(size: content.size, contents.surroundings, stop: stop, read: object.read)
            }
        } catch let error as VaultError {
            return .failed("\(error.code)")
        }
    }

    private func settle(_ ticket: QuarantineStore.Ticket, _ answer: ScanAnswer) async throws -> Outcome {
        switch answer {
        case .clean where ticket.content.isLocked:
            try await conclude(ticket, .notScanned, "encrypted")
        case .clean: try await conclude(ticket, .clean, "")
        case .infected(let name): try await conclude(ticket, .infected, name)
        case .cannot(let reason): try await conclude(ticket, .notScanned, reason)
        case .failed(let reason) where ticket.tries + 1 >= limits.triesMax:
            try await conclude(ticket, .notScanned, "tried \(ticket.tries + 1) times: \(reason)")
        case .failed: try await postpone(ticket, tries: ticket.tries + 1)
        case .down:
            try await postpone(ticket, tries: ticket.tries, isDown: true)
        }
    }

    private func conclude(
        _ ticket: QuarantineStore.Ticket,
        _ state: Content.State,
        _ note: String
    ) async throws -> Outcome {
        let id = ticket.content.id
        try await contents.database.write { transaction in
            guard try QuarantineStore.conclude(id, state, note: note, in: transaction) else { return }
            if let content = try ContentStore.content(id, in: transaction) { try onVerdict(content, transaction) }
        }
        return .concluded
    }

    private func postpone(
        _ ticket: QuarantineStore.Ticket,
        tries: Int,
        isDown: Bool = false
    ) async throws -> Outcome {
        let doubled = isDown ? 0 : min(tries - 1, 10)
        let wait = Int64(limits.retrySeconds) * 1_000 << Int64(doubled)
        let due = contents.surroundings.now().adding(milliseconds: wait) ?? .latest
        try await contents.database.write { transaction in
            try QuarantineStore.postpone(ticket.content.id, to: due, tries: tries, in: transaction)
        }
        return isDown ? .down : .postponed
    }
}

extension Quarantine.Pass {
    fileprivate mutating func count(_ outcome: Quarantine.Outcome) {
        switch outcome {
        case .concluded: concluded += 1
        case .postponed: postponed += 1
        case .down: (postponed, isDown) = (postponed + 1, true)
        case .nothing: break
        }
    }
}

extension Content {
    /// A locked archive: a scanner that finds nothing in it saw nothing. Many a PDF is encrypted and yet open to all;
    /// those are left to the scanner.
    fileprivate var isLocked: Bool { marks.contains(.encrypted) && kind != .pdf }
}

extension Contents {
    /// How many contents wait to be scanned, and since when the oldest; for whoever watches the house.
    public func waiting(_ transaction: Transaction) throws -> (count: Int, oldest: Instant?) {
        try QuarantineStore.waiting(in: transaction)
    }

    /// Has a content that could not be scanned tried again; throws `missing` when it is none of those.
    public func scanAgain(_ id: Identifier, _ transaction: Transaction) throws {
        guard try QuarantineStore.reopen(id, now: surroundings.now(), in: transaction) else { throw Self.missing(id) }
    }
}
