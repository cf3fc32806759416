import Access
import Database
import Dossiers
import Kernel
import Outbox
import ServiceLifecycle
import Vault

/// Wipes forms whose time is over, with all that belongs to them, as long as the house serves.
struct DraftSweeper: Service {
    let desk: CounterDesk

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                // A round that fails is tried again in the next one; a form that is over opens for nobody meanwhile.
                _ = try? await desk.sweepDrafts()
                try? await Task.sleep(for: Self.pause)
            }
        }
    }

    private static let pause = Duration.seconds(3_600)
}

extension CounterDesk {
    /// Removes forms whose time is over: their key, files, mails, links and sessions; answers how many.
    @discardableResult
    func sweepDrafts(atMost limit: Int = 500) async throws -> Int {
        let register = register
        let ids = try await database.read { try register.forms.expired(atMost: limit, in: $0) }
        for id in ids { try await remove(draft: id) }
        return ids.count
    }

    private func remove(draft id: Identifier) async throws {
        let (register, contents, outbox) = (register, contents, outbox)
        let (sessions, links) = (
            SessionStore(surroundings: surroundings), MailedLinkStore(surroundings: surroundings)
        )
        let files = try await database.write { transaction in
            let files = try contents.contents(of: id, transaction).map(\.id)
            for file in files { try contents.destroy(file, transaction) }
            try outbox.remove(of: id, in: transaction)
            try links.end(of: id, in: transaction)
            try sessions.endGuests(of: id, in: transaction)
            try register.forms.remove(id, in: transaction)
            return files
        }
        try await contents.removeObjects(files)
    }
}
