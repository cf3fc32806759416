import Database
import Kernel
import TestGround
import Testing

@testable import Ledger

@Suite struct ChangeTests {
    @Test(arguments: Kind.available) func `what was written can be read back with the chain's key`(
        _ kind: Kind
    ) async throws {
        try await withHouse(kind) { house in
            let place = try await house.put("dakkapel")
            #expect(place.sequence == 0)
            #expect(try await house.journal.clear(of: place) == Array("dakkapel".utf8))
        }
    }

    @Test(arguments: Kind.available) func `entries of a chain follow each other`(_ kind: Kind) async throws {
        try await withHouse(kind) { house in
            let first = try await house.put("een")
            let second = try await house.put("twee", first.chain)
            #expect(second == EntryPlace(chain: first.chain, sequence: 1))
            let entries = try await house.database.read { transaction in
                try [first, second].compactMap { try ChainStore(transaction: transaction).entry(at: $0)?.entry }
            }
            #expect(entries.count == 2 && entries[1].follows(entries[0]))
        }
    }

    @Test(arguments: Kind.available) func `a change that fails leaves neither state nor entry`(
        _ kind: Kind
    ) async throws {
        try await withHouse(kind) { house in
            try await house.put("bezet")
            await #expect(throws: DatabaseError(.unique, "")) {
                try await house.journal.change(by: house.author, request: house.surroundings.identifier()) { change in
                    let chain = change.identifier()
                    try change.append(TestHouse.toestand, chain: chain, resource: chain, state: .zero, clear: [1])
                    _ = try Thing(id: change.identifier(), word: "bezet").put(change, chain: nil)
                }
            }
            let counts = try await house.database.read { transaction in
                try ["ledger_entry", "ledger_chain", "ledger_waiting", "chain_key", "thing"].map { table in
                    try transaction.first("SELECT count(*) FROM \(table)") { $0.integer(0) }
                }
            }
            #expect(counts == [1, 1, 1, 1, 1])
        }
    }

    @Test(arguments: Kind.available) func `a clock set back does not turn a chain around`(_ kind: Kind) async throws {
        try await withHouse(kind) { house in
            let first = try await house.put("een")
            house.clock.set(to: Instant(milliseconds: 0))
            try await house.put("twee", first.chain)
            #expect(try await house.findings() == [])
        }
    }

    @Test(arguments: Kind.available) func `changes to the same chain from all sides lose nothing`(
        _ kind: Kind
    ) async throws {
        try await withHouse(kind) { house in
            let chains = [house.surroundings.identifier(), house.surroundings.identifier()]
            for (index, chain) in chains.enumerated() { try await house.put("begin \(index)", chain) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        // Half of them touch the chains in the other order.
                        let order = number.isMultiple(of: 2) ? chains : chains.reversed()
                        try await house.journal.change(by: house.author, request: chains[0]) { change in
                            try change.lock(order)
                            for chain in order {
                                _ = try Thing(id: change.identifier(), word: "\(number) \(chain)")
                                    .put(change, chain: chain)
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            try await house.journal.sequence()
            #expect(try await house.findings() == [])
            let entries = try await house.database.read {
                try $0.first("SELECT count(*) FROM ledger_position") { $0.integer(0) }
            }
            #expect(entries == 82)
        }
    }

    @Test(arguments: Kind.available) func `a destroyed chain cannot be read or written, and verifies`(
        _ kind: Kind
    ) async throws {
        try await withHouse(kind) { house in
            let place = try await house.put("weg")
            try await house.put("blijft")
            try await house.journal.change(by: house.author, request: place.chain) { change in
                try change.transaction.run("DELETE FROM thing WHERE id = $1", [.bytes(place.chain.bytes)])
                try change.destroy(place.chain, clear: Array("regel 12".utf8))
            }
            try await house.journal.sequence()
            #expect(try await house.journal.clear(of: place) == nil)
            await #expect(throws: LedgerError(.destroyed, "")) { try await house.put("terug", place.chain) }
            #expect(try await house.findings() == [])
        }
    }
}
