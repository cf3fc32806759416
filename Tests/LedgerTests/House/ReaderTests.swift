import Database
import Kernel
import Keys
import Synchronization
import TestGround
import Testing

@testable import Ledger

@Suite struct ReaderTests {
    private struct Poison: Error {}

    private static let table = Migration(
        "seen: make what was seen",
        """
        CREATE TABLE seen (
            position BIGINT PRIMARY KEY NOT NULL,
            word TEXT
        );
        """
    )

    /// Writes down each entry once; a second time breaks its primary key.
    private static func reader(batch: Int = 7, failing: @escaping @Sendable (String) -> Bool = { _ in false })
        -> LedgerReader
    {
        LedgerReader(name: "seen", batch: batch) { entries, transaction in
            for entry in entries {
                let word = entry.clear.map { String(decoding: $0, as: UTF8.self) }
                if let word, failing(word) { throw Poison() }
                try transaction.run(
                    "INSERT INTO seen (position, word) VALUES ($1, $2)",
                    [.integer(entry.position), word.map { .text($0) } ?? .null]
                )
            }
        }
    }

    private static func seen(_ house: TestHouse) async throws -> [String] {
        try await house.database.read { transaction in
            try transaction.all("SELECT word FROM seen ORDER BY position") { $0.optionalText(0) ?? "–" }
        }
    }

    private func withReaderHouse(_ kind: Kind, _ body: (TestHouse) async throws -> Void) async throws {
        try await withHouse(kind) { house in
            try await house.database.migrate(
                ChainKeys.migrations + LedgerStore.migrations + [Thing.migration, Self.table]
            )
            try await body(house)
        }
    }

    @Test(arguments: Kind.available) func `a reader sees every entry once, in order, also over several runs`(
        _ kind: Kind
    ) async throws {
        try await withReaderHouse(kind) { house in
            for number in 0..<25 {
                try await house.put("ding \(number)")
                try await house.journal.sequence()
                if number == 12 { try await house.journal.catchUp([Self.reader()]) }
            }
            try await house.journal.catchUp([Self.reader()])
            try await house.journal.catchUp([Self.reader()])
            #expect(try await Self.seen(house) == (0..<25).map { "ding \($0)" })
        }
    }

    @Test(arguments: Kind.available) func `two processes together see every entry once`(_ kind: Kind) async throws {
        try await withReaderHouse(kind) { house in
            for number in 0..<40 { try await house.put("ding \(number)") }
            try await house.journal.sequence()
            let other = try house.neighbour()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for journal in [house.journal, other] {
                    group.addTask { try await journal.catchUp([Self.reader(batch: 3)]) }
                }
                try await group.waitForAll()
            }
            #expect(try await Self.seen(house).count == 40)
        }
    }

    @Test(arguments: Kind.available) func `an entry that cannot be handled is put aside, and the others go on`(
        _ kind: Kind
    ) async throws {
        try await withReaderHouse(kind) { house in
            for number in 0..<10 { try await house.put("ding \(number)") }
            try await house.journal.sequence()
            try await house.journal.catchUp([Self.reader { $0 == "ding 4" }])
            #expect(try await Self.seen(house) == (0..<10).filter { $0 != 4 }.map { "ding \($0)" })
            let parked = try await house.database.read { transaction in
                try transaction.all("SELECT position, reason FROM ledger_parked") { ($0.integer(0), $0.text(1)) }
            }
            #expect(parked.map(\.0) == [4])
            #expect(parked.map(\.1) == ["Poison"])
        }
    }

    @Test(arguments: Kind.available) func `a reader is told of a destroyed chain's entries without their content`(
        _ kind: Kind
    ) async throws {
        try await withReaderHouse(kind) { house in
            let place = try await house.put("geheim")
            try await house.journal.change(by: house.author, request: place.chain) { change in
                try change.transaction.run("DELETE FROM thing")
                try change.destroy(place.chain, clear: [])
            }
            try await house.journal.sequence()
            try await house.journal.catchUp([Self.reader()])
            #expect(try await Self.seen(house) == ["–", "–"])
        }
    }
}
