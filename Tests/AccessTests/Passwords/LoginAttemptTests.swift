import Database
import Kernel
import TestGround
import Testing

@testable import Access

@Suite struct LoginAttemptTests {
    @Test(
        arguments: [
            (1, 0), (4, 0), (5, 2), (6, 4), (7, 8), (13, 512), (14, 900), (15, 900), (1_000, 900), (.max, 900),
        ] as [(Int64, Int64)]
    ) func `the wait doubles from the fifth failure on, up to a quarter`(
        _ failures: Int64,
        _ seconds: Int64
    ) {
        #expect(LoginAttemptStore.delaySeconds(after: failures) == seconds)
    }

    @Test(arguments: TestGround.Kind.available) func `five tries are free and the sixth waits, at this address only`(
        _ kind: TestGround.Kind
    ) async throws {
        try await withGround(kind) { ground in
            let place = LoginAttemptStore.Place(account: "marieke@example.org", address: "192.0.2.1")
            let elsewhere = LoginAttemptStore.Place(account: "marieke@example.org", address: "192.0.2.2")
            let other = LoginAttemptStore.Place(account: "jan@example.org", address: "192.0.2.1")
            var waits: [Int64] = []
            for place in [place, place, place, place, place, place, elsewhere, other] {
                waits.append(try await Self.wait(ground, place))
            }
            #expect(waits == [0, 0, 0, 0, 0, 2, 0, 0])
        }
    }

    @Test(arguments: TestGround.Kind.available) func `a try that is refused does not lengthen the wait`(
        _ kind: TestGround.Kind
    ) async throws {
        try await withGround(kind) { ground in
            let place = LoginAttemptStore.Place(account: " Marieke@Example.org", address: "192.0.2.1")
            for _ in 0..<5 { _ = try await Self.wait(ground, place) }
            for _ in 0..<20 { #expect(try await Self.wait(ground, place) == 2) }
            ground.clock.advance(milliseconds: 1_500)
            #expect(try await Self.wait(ground, place) == 1)
            ground.clock.advance(milliseconds: 500)
            #expect(try await Self.wait(ground, place) == 0)
            #expect(try await Self.wait(ground, place) == 4)
        }
    }

    @Test(arguments: TestGround.Kind.available) func `no account is ever locked: the wait is a quarter at most`(
        _ kind: TestGround.Kind
    ) async throws {
        try await withGround(kind) { ground in
            let place = LoginAttemptStore.Place(account: "marieke@example.org", address: "192.0.2.1")
            for _ in 0..<40 {
                if try await Self.wait(ground, place) > 0 { ground.clock.advance(milliseconds: 900_000) }
            }
            ground.clock.advance(milliseconds: 900_000)
            #expect(try await Self.wait(ground, place) == 0)
        }
    }

    @Test(arguments: TestGround.Kind.available) func `after a day without a try all is forgiven and swept`(
        _ kind: TestGround.Kind
    ) async throws {
        try await withGround(kind) { ground in
            let place = LoginAttemptStore.Place(account: "marieke@example.org", address: "192.0.2.1")
            for _ in 0..<5 { _ = try await Self.wait(ground, place) }
            #expect(try await ground.database.write { try ground.attempts.sweep(atMost: 10, in: $0) } == 0)
            ground.clock.advance(milliseconds: LoginAttemptStore.memoryMilliseconds)
            for _ in 0..<5 { #expect(try await Self.wait(ground, place) == 0) }
            ground.clock.advance(milliseconds: LoginAttemptStore.memoryMilliseconds)
            #expect(try await ground.database.write { try ground.attempts.sweep(atMost: 10, in: $0) } == 1)
        }
    }

    @Test(arguments: TestGround.Kind.available) func `a hundred tries at once are five tries and 95 refusals`(
        _ kind: TestGround.Kind
    ) async throws {
        try await withGround(kind) { ground in
            let place = LoginAttemptStore.Place(account: "marieke@example.org", address: "192.0.2.1")
            let free = try await withThrowingTaskGroup(of: Int64.self) { group in
                for _ in 0..<100 { group.addTask { try await Self.wait(ground, place) } }
                return try await group.reduce(0) { $0 + ($1 == 0 ? 1 : 0) }
            }
            #expect(free == 5)
        }
    }

    /// Seconds to wait, or 0 when the try may be made.
    private static func wait(_ ground: Ground, _ place: LoginAttemptStore.Place) async throws -> Int64 {
        do {
            try await ground.database.write { try ground.attempts.begin(place, in: $0) }
            return 0
        } catch let error as AccessError {
            guard case .tooMany(let seconds) = error.code else { throw error }
            return seconds
        }
    }
}
