import Database
import Foundation
import Kernel
import Keys
import Logging
import TestGround

@testable import Outbox

/// A house for one test: a migrated database, a clock that the test moves, and one dossier with a key.
struct Ground: Sendable {
    let database: Database
    let clock: HandClock
    let surroundings: Surroundings
    let keys: ChainKeys
    let dossier: Identifier

    var outbox: OutboxStore { OutboxStore(keys: keys, surroundings: surroundings) }

    func courier(_ url: String, limit: Duration = .seconds(20)) throws -> Courier {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return Courier(
            database,
            outbox: outbox,
            server: try MailServer(url),
            sender: Courier.Sender(try Ground.address("loket@leiebeke.example"), name: "Stad Leiebeke"),
            logger: logger,
            limit: limit
        )
    }

    @discardableResult
    func put(_ outgoing: Outgoing) async throws -> Identifier {
        try await database.write { try outbox.put(outgoing, in: dossier, at: clock.now, $0) }
    }

    func item(_ id: Identifier) async throws -> OutgoingItem? {
        try await database.read { try outbox.item(id, $0) }
    }

    static func address(_ text: String) throws -> MailAddress {
        guard let address = MailAddress(text) else { throw OutboxError(.malformed, "no address") }
        return address
    }

    /// A mail to Noor about her dossier.
    func mail(
        to address: String = "noor@example.org",
        name: String = "Noor Claes",
        subject: String = "Je aanvraag is ontvangen",
        text: String = "Dag Noor\n\nWe hebben je aanvraag.\n\nhttps://leiebeke.example/mijn/1"
    ) throws -> Outgoing {
        try Outgoing(.mail(Ground.address(address)), name: name, subject: subject, text: text, about: dossier)
    }

    static let start = Instant(milliseconds: 1_790_000_000_000)
}

func withGround(_ kind: Kind, seed: UInt64 = 1, _ body: (Ground) async throws -> Void) async throws {
    let clock = HandClock(at: Ground.start)
    let surroundings = Surroundings.fixed(clock: clock, seed: seed)
    var limits = Database.Limits()
    (limits.readers, limits.writers) = (1, 2)
    try await withFolder { folder in
        let master = try KeyFolder(path: folder.path + "/keys").masterKeys(surroundings)
        let keys = ChainKeys(master: master, surroundings: surroundings)
        try await withDatabase(kind, limits: limits) { database in
            try await database.migrate(ChainKeys.migrations + OutboxStore.migrations)
            let dossier = surroundings.identifier()
            try await database.write { _ = try keys.make(dossier, in: $0) }
            try await body(
                Ground(database: database, clock: clock, surroundings: surroundings, keys: keys, dossier: dossier)
            )
        }
    }
}
