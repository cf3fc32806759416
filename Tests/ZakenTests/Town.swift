import Database
import Foundation
import Kernel
import Keys
import Ledger
import Synchronization
import TestGround

@testable import Zaken

/// A house with a register of zaken on either database, and a small catalogue beside it.
struct Town: Sendable {
    let database: Database
    let journal: Journal
    let clock: HandClock
    let surroundings: Surroundings
    let catalogue: Catalogue
    let zaken: ZaakStore
    let numbers: Numbers

    let author = Author(pseudonym: Identifier(high: 7, low: 7), level: .password)
    /// Whoever may do everything.
    static let all = Mandate(zaken: "1 = 1", [.statussenToevoegen, .heropenen, .geforceerdBijwerken])
    /// Whoever may see all, and has no extra permission.
    static let plain = Mandate(zaken: "1 = 1")
    /// Whoever may work on running zaken.
    static let worker = Mandate(zaken: "1 = 1", .statussenToevoegen)
    static let everything: Clause = "1 = 1"

    static let addresses: Addresses = {
        guard let found = Addresses(publicURL: "https://belfort.example") else {
            preconditionFailure("a test wrote down an address that is none")
        }
        return found
    }()

    var statussen: StatusStore { StatusStore(zaken: zaken) }
    var resultaten: ResultaatStore { ResultaatStore(zaken: zaken) }
    var rollen: RolStore { RolStore(zaken: zaken) }
    var objecten: ZaakObjectStore { ZaakObjectStore(zaken: zaken) }
    var stukken: ZaakInformatieObjectStore { ZaakInformatieObjectStore(zaken: zaken) }
    var eigenschappen: ZaakEigenschapStore { ZaakEigenschapStore(zaken: zaken) }
    var besluiten: ZaakBesluitStore { ZaakBesluitStore(zaken: zaken) }

    var intake: Intake { Intake(journal: journal, numbers: numbers, zaken: zaken, surroundings: surroundings) }

    /// One change, a second after the last.
    @discardableResult
    func change<Result: Sendable>(_ body: @escaping @Sendable (Change) throws -> Result) async throws -> Result {
        clock.advance(milliseconds: 1_000)
        return try await journal.change(by: author, request: surroundings.identifier(), body)
    }

    func read<Result: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> Result) async throws -> Result {
        try await database.snapshot(body)
    }

    func findings() async throws -> [Finding] {
        var findings: [Finding] = []
        _ = try await Verification(
            database: database,
            verifierKey: journal.verifierKey,
            states: ZakenModule.states
        ).run { findings.append($0) }
        return findings
    }
}

/// What a client sent, as the routes read it.
func draft<F: Fields>(_ type: F.Type = F.self, _ json: String) throws -> Draft<F> {
    try Draft<F>.read(Array(json.utf8), Town.addresses)
}

/// The answer of a failed change: its status and, for each fault, `field: code`.
func refusal(_ body: () async throws -> Void) async -> [String] {
    do {
        try await body()
        return []
    } catch let invalid as Invalid {
        return invalid.faults.map { "\($0.name): \($0.code)" }
    } catch let problem as Problem {
        return ["\(problem.status)"]
    } catch {
        return ["\(error)"]
    }
}

func withTown(_ kind: Kind, _ body: (Town) async throws -> Void) async throws {
    try await withFolder { folder in
        let clock = HandClock(at: Instant("2026-03-02T08:00:00Z") ?? Instant(milliseconds: 0))
        let surroundings = Surroundings.fixed(clock: clock, seed: 11)
        let keys = ChainKeys(
            master: try KeyFolder(path: folder.path).masterKeys(surroundings),
            surroundings: surroundings
        )
        try await withDatabase(kind) { database in
            try await database.migrate(ChainKeys.migrations + LedgerStore.migrations + ZakenModule.migrations)
            let journal = try Journal(
                database: database,
                keys: keys,
                surroundings: surroundings,
                origin: "proef.example/belfort",
                signingSeed: [UInt8](repeating: 5, count: 32)
            )
            let catalogue = Catalogue()
            try await body(
                Town(
                    database: database,
                    journal: journal,
                    clock: clock,
                    surroundings: surroundings,
                    catalogue: catalogue,
                    zaken: ZaakStore(neighbours: catalogue.neighbours),
                    numbers: Numbers(database: database)
                )
            )
        }
    }
}
