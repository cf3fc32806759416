import Database

extension Journal {
    /// Gives positions, signs checkpoints and moves readers along until cancelled.
    ///
    /// Before it returns it places what still waits and lets go of the sequencer's lease, so that the next process can
    /// go on at once.
    ///
    /// - Parameter report: told what went wrong in a round; the next round tries again.
    public func run(readers: [LedgerReader], report: @escaping @Sendable (any Error) -> Void) async {
        await withDiscardingTaskGroup { group in
            group.addTask { await keepWaking() }
            group.addTask { await rounds(report) { try await sequence() } }
            for reader in readers {
                let run = ReaderRun(reader: reader, database: database, keys: keys, surroundings: surroundings)
                group.addTask { await rounds(report) { try await run.catchUp() } }
            }
        }
        // The cancelled task could not wait for the database any more; a task of its own can, and is awaited here.
        let last = Task {
            try await sequence()
            try await release()
        }
        if case .failure(let error) = await last.result { report(error) }
    }

    /// Lets another process give positions from now on.
    func release() async throws {
        let lease = sequencer.lease
        try await database.write { try lease.release(in: $0) }
    }

    /// Gives every waiting entry its position now; answers how many it placed.
    @discardableResult
    public func sequence() async throws -> Int {
        var placed = 0
        let sequencer = sequencer
        while try await database.read({ try SequencerStore(transaction: $0).isAnyoneWaiting() }) {
            let count = try await database.write { try sequencer.step(in: $0) }
            // Another process has the lease and does the work.
            if count == 0 { break }
            placed += count
        }
        if placed > 0 { wake.call() }
        return placed
    }

    /// Moves readers up to the last position now.
    public func catchUp(_ readers: [LedgerReader]) async throws {
        for reader in readers {
            try await ReaderRun(reader: reader, database: database, keys: keys, surroundings: surroundings).catchUp()
        }
    }

    /// Other processes write too, and a call may be lost with the process that would have heard it.
    private func keepWaking() async {
        while !Task.isCancelled {
            wake.call()
            try? await Task.sleep(for: .milliseconds(250))
        }
    }

    /// Runs a round each time there may be something to do.
    private func rounds(
        _ report: @Sendable (any Error) -> Void,
        _ round: @Sendable () async throws -> Void
    ) async {
        for await _ in wake.stream() {
            do {
                // Writes that come together share a checkpoint: each costs a signature and a flush of the disk.
                try await Task.sleep(for: .milliseconds(15))
                try await round()
            } catch is CancellationError {
                return
            } catch {
                report(error)
            }
        }
    }
}
