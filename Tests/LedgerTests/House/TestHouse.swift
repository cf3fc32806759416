import Database
import Foundation
import Kernel
import Keys
import TestGround

@testable import Ledger

/// A house with one small register, on either database.
struct TestHouse: Sendable {
    let database: Database
    let journal: Journal
    let clock: HandClock
    let keys: ChainKeys
    let surroundings: Surroundings

    static let toestand = EntryKind(rawValue: 40_000)
    let author = Author(pseudonym: Identifier(high: 7, low: 7), level: .password)

    /// A second process on the same database.
    func neighbour() throws -> Journal {
        try Journal(
            database: database,
            keys: keys,
            surroundings: surroundings,
            origin: "proef.example/belfort",
            signingSeed: [UInt8](repeating: 5, count: 32)
        )
    }

    var verification: Verification {
        Verification(database: database, verifierKey: journal.verifierKey, states: [Thing.kept])
    }

    func findings() async throws -> [Finding] {
        var findings: [Finding] = []
        _ = try await verification.run { findings.append($0) }
        return findings
    }

    /// Writes a thing and its entry in one change; the thing is its own chain unless another is named.
    @discardableResult
    func put(_ word: String, _ id: Identifier? = nil, chain: Identifier? = nil) async throws -> EntryPlace {
        clock.advance(milliseconds: 1)
        return try await journal.change(by: author, request: surroundings.identifier()) { change in
            try Thing(id: id ?? change.identifier(), word: word).put(change, chain: chain)
        }
    }
}

/// The one resource of the test's register.
struct Thing {
    let id: Identifier
    let word: String

    func put(_ change: Change, chain: Identifier?) throws -> EntryPlace {
        let chain = chain ?? id
        let salt = change.random(StateHash.saltLength)
        try change.transaction.run(
            """
            INSERT INTO thing (id, chain, salt, word) VALUES ($1, $2, $3, $4)
            ON CONFLICT (id) DO UPDATE SET salt = excluded.salt, word = excluded.word
            """,
            [.bytes(id.bytes), .bytes(chain.bytes), .bytes(salt), .text(word)]
        )
        return try change.append(
            TestHouse.toestand,
            chain: chain,
            resource: id,
            state: StateHash.of(salt: salt, fields: Array(word.utf8)),
            clear: Array(word.utf8)
        )
    }

    static let migration = Migration(
        "thing: make things",
        """
        CREATE TABLE thing (
            id BYTEA PRIMARY KEY NOT NULL,
            chain BYTEA NOT NULL,
            salt BYTEA NOT NULL,
            word TEXT NOT NULL UNIQUE
        );
        """
    )

    static let kept = KeptState(table: "thing") { transaction, range, row in
        try transaction.each(
            "SELECT chain, id, salt, word FROM thing WHERE chain > $1 AND chain <= $2",
            [.bytes(range.bounds.after), .bytes(range.bounds.through)]
        ) { columns in
            guard let chain = Identifier(bytes: columns.bytes(0)), let id = Identifier(bytes: columns.bytes(1)) else {
                throw LedgerError(.damaged, "thing: an id that does not read")
            }
            try row(
                KeptRow(
                    chain: chain,
                    resource: id,
                    state: StateHash.of(salt: columns.bytes(2), fields: Array(columns.text(3).utf8))
                )
            )
        }
    }
}

/// A house for one test; its clock stands at a Monday morning until the test moves it.
func withHouse(_ kind: Kind, _ body: (TestHouse) async throws -> Void) async throws {
    try await withFolder { folder in
        let clock = HandClock(at: Instant("2026-03-02T08:00:00Z") ?? Instant(milliseconds: 0))
        let surroundings = Surroundings.fixed(clock: clock, seed: 11)
        let keys = ChainKeys(
            master: try KeyFolder(path: folder.path).masterKeys(surroundings),
            surroundings: surroundings
        )
        try await withDatabase(kind) { database in
            try await database.migrate(ChainKeys.migrations + LedgerStore.migrations + [Thing.migration])
            let journal = try Journal(
                database: database,
                keys: keys,
                surroundings: surroundings,
                origin: "proef.example/belfort",
                signingSeed: [UInt8](repeating: 5, count: 32)
            )
            try await body(
                TestHouse(database: database, journal: journal, clock: clock, keys: keys, surroundings: surroundings)
            )
        }
    }
}
