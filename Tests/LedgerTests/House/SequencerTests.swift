import Database
import Kernel
import TestGround
import Testing

@testable import Ledger

@Suite struct SequencerTests {
    private static func positions(_ house: TestHouse) async throws -> [Int64] {
        try await house.database.read { transaction in
            try transaction.all("SELECT position FROM ledger_position ORDER BY position") { $0.integer(0) }
        }
    }

    @Test(arguments: Kind.available) func `positions have no gaps and end in a signed checkpoint`(
        _ kind: Kind
    ) async throws {
        try await withHouse(kind) { house in
            for number in 0..<30 {
                try await house.put("ding \(number)")
                if number.isMultiple(of: 7) { try await house.journal.sequence() }
            }
            try await house.journal.sequence()
            #expect(try await Self.positions(house) == Array(0..<30))
            let checkpoint = try await house.journal.checkpoint()
            #expect(checkpoint?.checkpoint.size == 30)
        }
    }

    @Test(arguments: Kind.available) func `two processes never place an entry twice`(_ kind: Kind) async throws {
        try await withHouse(kind) { house in
            let other = try house.neighbour()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<60 { group.addTask { try await house.put("ding \(number)") } }
                for journal in [house.journal, other, house.journal, other] {
                    group.addTask { try await journal.sequence() }
                }
                try await group.waitForAll()
            }
            // The one that fell silent loses the lease with time; its neighbour does the rest.
            house.clock.advance(milliseconds: LeaseStore.lasting + 1)
            try await other.sequence()
            #expect(try await Self.positions(house) == Array(0..<60))
            #expect(try await house.findings() == [])
        }
    }

    @Test(arguments: Kind.available) func `while one process has the lease another places nothing`(
        _ kind: Kind
    ) async throws {
        try await withHouse(kind) { house in
            let other = try house.neighbour()
            try await house.put("een")
            #expect(try await house.journal.sequence() == 1)
            try await house.put("twee")
            #expect(try await other.sequence() == 0)
            house.clock.advance(milliseconds: LeaseStore.lasting + 1)
            #expect(try await other.sequence() == 1)
            try await house.put("drie")
            #expect(try await house.journal.sequence() == 0)
        }
    }

    // The limit only ends a hang: waiting for room on the test server counts too.
    @Test(.timeLimit(.minutes(10)), arguments: Kind.available)
    func `a running house proves a change by itself`(_ kind: Kind) async throws {
        try await withHouse(kind) { house in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await house.journal.run(readers: []) { Issue.record($0) } }
                let place = try await house.put("snel")
                while try await house.journal.proof(of: place) == nil { await Task.yield() }
                group.cancelAll()
            }
        }
    }

    @Test(arguments: Kind.available) func `a house that stops places what waits, and its successor need not wait`(
        _ kind: Kind
    ) async throws {
        try await withHouse(kind) { house in
            try await house.put("een")
            let running = Task { await house.journal.run(readers: []) { Issue.record($0) } }
            running.cancel()
            await running.value
            #expect(try await Self.positions(house) == [0])
            try await house.put("twee")
            #expect(try await house.neighbour().sequence() == 1)
        }
    }

    @Test(arguments: Kind.available) func `every entry proves that it is in the signed tree`(_ kind: Kind) async throws
    {
        try await withHouse(kind) { house in
            var places: [EntryPlace] = []
            for number in 0..<300 {
                places.append(try await house.put("ding \(number)"))
                if number == 100 { try await house.journal.sequence() }
            }
            try await house.journal.sequence()
            for place in places {
                let proof = try #require(try await house.journal.proof(of: place))
                #expect(proof.inclusion.proves(leaf: proof.entry.leaf, root: proof.checkpoint.root))
            }
        }
    }

    @Test(arguments: Kind.available) func `a later checkpoint is shown to contain an earlier one`(
        _ kind: Kind
    ) async throws {
        try await withHouse(kind) { house in
            for number in 0..<5 { try await house.put("ding \(number)") }
            try await house.journal.sequence()
            let early = try #require(try await house.journal.checkpoint()).checkpoint
            for number in 5..<300 { try await house.put("ding \(number)") }
            try await house.journal.sequence()
            let late = try #require(try await house.journal.checkpoint()).checkpoint
            let proof = try await house.journal.consistency(from: early.size, to: late.size)
            #expect(proof.proves(earlier: early.root, later: late.root))
        }
    }
}
