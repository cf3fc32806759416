public import Kernel
public import Ledger
public import Vault

/// Destroys what removed documents left behind, once the days of grace are over: keys, payloads and contents.
public struct DocumentDestruction: Sendable {
    let journal: Journal
    let contents: Contents
    let surroundings: Surroundings
    let settings: DocumentSettings
    let willDestroy: @Sendable (Identifier) throws -> Void

    /// - Parameter willDestroy: puts a chain on the list of destroyed chains, which outlives a restore of the database.
    public init(
        journal: Journal,
        contents: Contents,
        surroundings: Surroundings,
        settings: DocumentSettings = DocumentSettings(),
        willDestroy: @escaping @Sendable (Identifier) throws -> Void
    ) {
        (self.journal, self.contents, self.surroundings) = (journal, contents, surroundings)
        (self.settings, self.willDestroy) = (settings, willDestroy)
    }

    /// Documents destroyed in one go.
    private static let batch = 100

    /// Destroys all that is due now; answers how many documents that were. What a crash leaves is done by the next.
    @discardableResult
    public func run() async throws -> Int {
        let grace = settings.graceDays * 24 * 60 * 60 * 1_000
        let moment = surroundings.now().adding(milliseconds: -grace) ?? .earliest
        var count = 0
        while true {
            let due = try await journal.change(by: .house, request: surroundings.identifier()) { change in
                try DocumentRemovalStore.due(moment, atMost: Self.batch, in: change.transaction)
            }
            for chain in due { try await destroy(chain) }
            count += due.count
            guard due.count == Self.batch else { return count }
        }
    }

    private func destroy(_ chain: Identifier) async throws {
        // First on the list: a restore of the database must not bring the key back.
        try willDestroy(chain)
        let contents = contents
        let gone = try await journal.change(by: .house, request: surroundings.identifier()) { change in
            guard try DocumentRemovalStore.remove(chain, in: change.transaction) else { return [Identifier]() }
            let ids = try contents.contents(of: chain, change.transaction).map(\.id)
            for id in ids { try contents.destroy(id, change.transaction) }
            try change.destroy(chain, clear: Array(#"{"regel":"verwijderd via de Documenten API"}"#.utf8))
            return ids
        }
        try await contents.removeObjects(gone)
    }
}
