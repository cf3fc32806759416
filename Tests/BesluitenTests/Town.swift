import Database
import Foundation
import Kernel
import Keys
import Ledger
import Synchronization
import TestGround

@testable import Besluiten

/// A house with a register of decisions on either database, and what it asks of others as a table that a test changes.
struct Town: Sendable {
    let database: Database
    let journal: Journal
    let clock: HandClock
    let surroundings: Surroundings
    let around: Around
    let besluiten: BesluitStore
    let numbers: BesluitNumbers

    let author = Author(pseudonym: Identifier(high: 7, low: 7), level: .password)
    static let plain = BesluitMandate(besluiten: "1 = 1", zaken: "1 = 1")
    static let forced = BesluitMandate.house
    static let everything: Clause = "1 = 1"

    static let addresses: Addresses = {
        guard let found = Addresses(publicURL: "https://belfort.example") else {
            preconditionFailure("a test wrote down an address that is none")
        }
        return found
    }()

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
        try await journal.sequence()
        var findings: [Finding] = []
        _ = try await Verification(
            database: database,
            verifierKey: journal.verifierKey,
            states: BesluitenModule.states
        ).run { findings.append($0) }
        return findings
    }
}

extension Town {
    static func url(_ path: String, _ id: Identifier) -> String { "https://belfort.example\(path)/\(id)" }

    /// The fewest members with which a decision is accepted, and others.
    static func body(_ more: String = "", type: Identifier = Around.vergunning) -> String {
        """
        {"verantwoordelijkeOrganisatie":"123456782","besluittype":"\(url(Besluit.Besluittype.path, type))",
        "datum":"2026-03-01","ingangsdatum":"2026-03-10"\(more.isEmpty ? "" : ",\(more)")}
        """
    }

    static func zaak(_ id: Identifier = Around.dakkapel) -> String { #""zaak":"\#(url(Besluit.Zaak.path, id))""# }

    /// Makes a decision through the intake.
    @discardableResult
    func besluit(
        _ more: String = "",
        type: Identifier = Around.vergunning,
        _ mandate: BesluitMandate = Town.plain
    ) async throws -> Identifier {
        clock.advance(milliseconds: 1_000)
        let intake = BesluitIntake(
            journal: journal,
            numbers: numbers,
            besluiten: besluiten,
            surroundings: surroundings
        )
        return try await intake.register(
            try draft(Besluit.self, Self.body(more, type: type)),
            mandate,
            by: author,
            request: surroundings.identifier()
        ).chain
    }

    /// Makes a decision of exactly this body, with a number that was drawn before.
    func add(_ body: String, number: String?) async throws {
        try await change { change in
            _ = try besluiten.add(try draft(Besluit.self, body), number: number, Town.plain, change)
        }
    }

    func patch(_ id: Identifier, _ body: String, _ mandate: BesluitMandate = Town.plain) async throws {
        try await change { change in
            _ = try besluiten.change(id, try draft(Besluit.self, body), mandate, change)
        }
    }

    func put(_ id: Identifier, _ body: String, _ mandate: BesluitMandate = Town.plain) async throws {
        try await change { change in
            _ = try besluiten.replace(id, try draft(Besluit.self, body), mandate, change)
        }
    }

    func remove(_ id: Identifier, _ mandate: BesluitMandate = Town.plain) async throws {
        try await change { change in try besluiten.remove(id, mandate, change) }
    }

    @discardableResult
    func stuk(
        on besluit: Identifier,
        _ document: Identifier = Around.brief,
        _ mandate: BesluitMandate = Town.plain
    ) async throws -> Identifier {
        try await change { change in
            try besluiten.addDocument(document, to: besluit, mandate, change).record.identifier
        }
    }

    func record(_ id: Identifier) async throws -> Record<Besluit> {
        try await read { try BesluitStore.rows.find(id, Town.everything, in: $0).record }
    }

    func json(_ id: Identifier) async throws -> JSONValue {
        try await read { transaction in
            var writer = JSONWriter(capacity: 1_024)
            try BesluitStore.rows.write(id, Town.everything, to: &writer, Town.addresses, in: transaction)
            return try JSONValue(writer.withBytes { Array($0) })
        }
    }

    /// The identities that a list answers, in its order.
    func list(_ asked: [(String, String)], _ visible: Clause = "1 = 1") async throws -> [String] {
        try await read { transaction in
            let clauses = try BesluitStore.rows.clauses(asked.map { ($0.0, $0.1) }, Town.addresses)
            var writer = JSONWriter(capacity: 1_024)
            writer.beginArray()
            let page = try BesluitStore.page(where: clauses, size: 100, visible, in: transaction)
            try BesluitStore.write(page, to: &writer, Town.addresses, in: transaction)
            writer.endArray()
            guard case .array(let found) = try JSONValue(writer.withBytes { Array($0) }) else { return [] }
            return found.compactMap { $0["identificatie"]?.text }
        }
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
        let surroundings = Surroundings.fixed(clock: clock, seed: 23)
        let keys = ChainKeys(
            master: try KeyFolder(path: folder.path).masterKeys(surroundings),
            surroundings: surroundings
        )
        try await withDatabase(kind) { database in
            try await database.migrate(ChainKeys.migrations + LedgerStore.migrations + BesluitenModule.migrations)
            let journal = try Journal(
                database: database,
                keys: keys,
                surroundings: surroundings,
                origin: "proef.example/belfort",
                signingSeed: [UInt8](repeating: 5, count: 32)
            )
            let around = Around()
            let settings = BesluitSettings { $0.count == 9 ? nil : "invalid-length" }
            try await body(
                Town(
                    database: database,
                    journal: journal,
                    clock: clock,
                    surroundings: surroundings,
                    around: around,
                    besluiten: BesluitStore(neighbours: around.neighbours, settings: settings),
                    numbers: BesluitNumbers(database: database, settings: settings)
                )
            )
        }
    }
}
