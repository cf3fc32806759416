import Database
import Kernel
import TestGround
import Testing

@testable import Ledger

@Suite struct VerificationTests {
    /// A house with twenty chains of three entries, all sequenced, in two batches.
    private func withHistory(_ kind: Kind, _ body: (TestHouse, [Identifier]) async throws -> Void) async throws {
        try await withHouse(kind) { house in
            let chains = (0..<20).map { _ in house.surroundings.identifier() }
            for round in 0..<3 {
                for (index, chain) in chains.enumerated() { try await house.put("\(index) \(round)", chain) }
                if round != 1 { try await house.journal.sequence() }
            }
            try await body(house, chains)
        }
    }

    private static func change(_ house: TestHouse, _ sql: String, _ parameters: [Value] = []) async throws {
        let changed = try await house.database.write { try $0.run(sql, parameters) }
        #expect(changed > 0)
    }

    @Test(arguments: Kind.available) func `an untouched house has no findings, and all of it was looked at`(
        _ kind: Kind
    ) async throws {
        try await withHistory(kind) { house, _ in
            try await house.put("nog niet geplaatst")
            var findings: [Finding] = []
            let counts = try await house.verification.run { findings.append($0) }
            #expect(findings == [])
            #expect(counts == VerifiedCounts(chains: 21, entries: 61, positions: 60, checkpoints: 2, rows: 21))
        }
    }

    @Test(arguments: Kind.available) func `one letter changed in a row is found, and the row named`(
        _ kind: Kind
    ) async throws {
        try await withHistory(kind) { house, chains in
            try await Self.change(house, "UPDATE thing SET word = 'x' WHERE id = $1", [.bytes(chains[3].bytes)])
            #expect(
                try await house.findings() == [
                    Finding(place: "table thing, row \(chains[3])", reason: "it was changed")
                ]
            )
        }
    }

    @Test(arguments: Kind.available) func `a row put back to an older state is found`(_ kind: Kind) async throws {
        try await withHouse(kind) { house in
            let place = try await house.put("oud")
            let salt = try await house.database.read { try $0.first("SELECT salt FROM thing") { $0.bytes(0) } }
            try await house.put("nieuw", place.chain)
            try await house.journal.sequence()
            try await Self.change(house, "UPDATE thing SET word = 'oud', salt = $1", [.bytes(salt ?? [])])
            #expect(try await house.findings().map(\.reason) == ["it was changed"])
        }
    }

    @Test(arguments: Kind.available) func `rows added or removed by hand are found`(_ kind: Kind) async throws {
        try await withHistory(kind) { house, chains in
            try await Self.change(house, "DELETE FROM thing WHERE id = $1", [.bytes(chains[0].bytes)])
            let stranger = house.surroundings.identifier()
            try await Self.change(
                house,
                "INSERT INTO thing (id, chain, salt, word) VALUES ($1, $1, $1, 'vreemd')",
                [.bytes(stranger.bytes)]
            )
            let findings = try await house.findings()
            #expect(
                Set(findings.map(\.place)) == [
                    "chain \(chains[0]), resource \(chains[0])", "table thing, row \(stranger)",
                ]
            )
        }
    }

    /// Every stored column of the ledger, the statement that spoils it for one entry, and the place that must be named.
    struct Tampering: CustomTestStringConvertible, Sendable {
        let name: String
        let sql: String
        let place: String
        var testDescription: String { name }
    }

    static let tamperings = [
        Tampering(
            name: "entry removed",
            sql: "DELETE FROM ledger_entry WHERE chain = $1 AND sequence = 1",
            place: "chain C, entry 1"
        ),
        Tampering(
            name: "last entry removed",
            sql: "DELETE FROM ledger_entry WHERE chain = $1 AND sequence = 2",
            place: "chain C, entry 2"
        ),
        Tampering(name: "chain removed", sql: "DELETE FROM ledger_entry WHERE chain = $1", place: "chain C"),
        Tampering(name: "head removed", sql: "DELETE FROM ledger_chain WHERE chain = $1", place: "chain C, entry 2"),
        Tampering(
            name: "head set back",
            sql: "UPDATE ledger_chain SET sequence = 1 WHERE chain = $1",
            place: "chain C, entry 1"
        ),
        Tampering(
            name: "head's time",
            sql: "UPDATE ledger_chain SET time = time + 1 WHERE chain = $1",
            place: "chain C"
        ),
        Tampering(
            name: "head's hash",
            sql: "UPDATE ledger_chain SET hash = chain WHERE chain = $1",
            place: "chain C, entry 2"
        ),
        Tampering(name: "key removed", sql: "DELETE FROM chain_key WHERE chain = $1", place: "chain C"),
        Tampering(
            name: "position removed",
            sql: "DELETE FROM ledger_position WHERE chain = $1 AND sequence = 0",
            place: "chain C, entry 0"
        ),
        Tampering(
            name: "payload of another entry",
            sql:
                "UPDATE ledger_entry SET payload = (SELECT payload FROM ledger_entry WHERE chain = $1 AND sequence = 0)"
                + " WHERE chain = $1 AND sequence = 1",
            place: "chain C, entry 1"
        ),
        Tampering(
            name: "entry twice",
            sql: "UPDATE ledger_entry SET entry = (SELECT entry FROM ledger_entry WHERE chain = $1 AND sequence = 0)"
                + " WHERE chain = $1 AND sequence = 1",
            place: "chain C, entry 1"
        ),
        Tampering(name: "tiles removed", sql: "DELETE FROM ledger_tile WHERE level = 0", place: "chain "),
        Tampering(name: "frontier", sql: "UPDATE ledger_tree SET frontier = $1", place: "table ledger_tree"),
        Tampering(
            name: "last checkpoint removed",
            sql: "DELETE FROM ledger_checkpoint WHERE size = 60",
            place: "checkpoint of size 20"
        ),
        Tampering(
            name: "checkpoint of another size",
            sql: "UPDATE ledger_checkpoint SET note = (SELECT note FROM ledger_checkpoint WHERE size = 20)"
                + " WHERE size = 60",
            place: "checkpoint of size 60"
        ),
        Tampering(
            name: "checkpoint's words",
            sql: "UPDATE ledger_checkpoint SET note = 'x' WHERE size = 20",
            place: "checkpoint of size 20"
        ),
    ]

    @Test(arguments: Kind.available, tamperings) func `what was tampered with is named`(
        _ kind: Kind,
        _ tampering: Tampering
    ) async throws {
        try await withHistory(kind) { house, chains in
            let parameters: [Value] = tampering.sql.contains("$1") ? [.bytes(chains[5].bytes)] : []
            try await Self.change(house, tampering.sql, parameters)
            let place = tampering.place.replacing("C", with: "\(chains[5])")
            let places = try await house.findings().map(\.place)
            #expect(places.contains { $0.hasPrefix(place) }, "\(places)")
        }
    }

    @Test(arguments: Kind.available) func `every byte of an entry and its payload counts`(_ kind: Kind) async throws {
        try await withHouse(kind) { house in
            let chain = house.surroundings.identifier()
            for word in ["een", "twee", "drie"] { try await house.put(word, chain) }
            try await house.journal.sequence()
            let stored = try await house.database.read { transaction in
                try ChainStore(transaction: transaction).entry(at: EntryPlace(chain: chain, sequence: 1))
            }
            let (entry, payload) = try #require(stored)
            for (column, bytes) in [("entry", entry.bytes), ("payload", payload)] {
                let sql = "UPDATE ledger_entry SET \(column) = $1 WHERE sequence = 1"
                for index in bytes.indices {
                    var spoiled = bytes
                    spoiled[index] ^= 1
                    try await Self.change(house, sql, [.bytes(spoiled)])
                    let places = try await house.findings().map(\.place)
                    #expect(
                        places.contains { $0.hasPrefix("chain \(chain), entry 1") },
                        "\(column) \(index): \(places)"
                    )
                }
                try await Self.change(house, sql, [.bytes(bytes)])
            }
            #expect(try await house.findings() == [])
        }
    }

    @Test(arguments: Kind.available) func `a history rewritten with other keys is found by its signature`(
        _ kind: Kind
    ) async throws {
        try await withHistory(kind) { house, _ in
            let stranger = SigningKey(name: "proef.example/belfort", seed: [UInt8](repeating: 6, count: 32))
            let key = try #require(stranger?.verifierKey())
            var findings: [Finding] = []
            _ = try await Verification(database: house.database, verifierKey: key, states: [Thing.kept])
                .run { findings.append($0) }
            #expect(findings.map(\.place) == ["checkpoint of size 20", "checkpoint of size 60"])
        }
    }
}
