import Database
import Kernel
import TestGround
import Testing

@testable import Access

/// Signing in with a second factor.
@Suite struct CodeTests {
    typealias Kind = TestGround.Kind

    @Test(arguments: Kind.available) func `the password alone opens nothing when a code is asked for`(
        _ kind: Kind
    ) async throws {
        try await withEnrolled(kind) { ground, _, _ in
            let halfway = try await Self.halfway(ground)
            #expect(try await ground.session(halfway)?.visitor == .anonymous)
            await #expect(throws: AccessError(.wrongCredentials, "")) {
                try await ground.signIn().prove(halfway, password: Ground.password, from: .home())
            }
        }
    }

    @Test(arguments: Kind.available) func `password and code together sign in, and the halfway token ends`(
        _ kind: Kind
    ) async throws {
        try await withEnrolled(kind) { ground, marieke, factor in
            let halfway = try await Self.halfway(ground)
            let code = factor.code(at: ground.clock.now)
            let token = try await ground.signIn().finish(halfway, code: code, from: .home())
            let session = try #require(try await ground.session(token))
            #expect(session.level == .twoFactors && session.subject == marieke.id)
            #expect(try await ground.session(halfway) == nil)
        }
    }

    @Test(arguments: Kind.available) func `a code works once`(_ kind: Kind) async throws {
        try await withEnrolled(kind) { ground, _, factor in
            let code = factor.code(at: ground.clock.now)
            _ = try await ground.signIn().finish(Self.halfway(ground), code: code, from: .home())
            let again = try await Self.halfway(ground)
            await #expect(throws: AccessError(.wrongCredentials, "")) {
                try await ground.signIn().finish(again, code: code, from: .home())
            }
        }
    }

    @Test(arguments: Kind.available) func `codes are counted for the account, from whatever address`(
        _ kind: Kind
    ) async throws {
        try await withEnrolled(kind) { ground, _, factor in
            let right = factor.code(at: ground.clock.now)
            let wrong = right == "000000" ? "000001" : "000000"
            let halfway = try await Self.halfway(ground)
            for index in 0..<5 {
                await #expect(throws: AccessError(.wrongCredentials, "")) {
                    try await ground.signIn().finish(halfway, code: wrong, from: .home("192.0.2.\(index)"))
                }
            }
            await #expect(throws: AccessError(.tooMany(retryAfterSeconds: 2), "")) {
                try await ground.signIn().finish(halfway, code: right, from: .home("192.0.2.99"))
            }
        }
    }

    @Test(arguments: Kind.available)
    func `the code must follow within five minutes, and a full session is no halfway one`(
        _ kind: Kind
    ) async throws {
        try await withEnrolled(kind) { ground, _, factor in
            let halfway = try await Self.halfway(ground)
            ground.clock.advance(milliseconds: 300_000)
            await #expect(throws: AccessError(.wrongCredentials, "")) {
                let code = factor.code(at: ground.clock.now)
                return try await ground.signIn().finish(halfway, code: code, from: .home())
            }
        }
    }

    @Test(arguments: Kind.available) func `an administrator takes a lost second factor away`(_ kind: Kind) async throws
    {
        try await withEnrolled(kind) { ground, marieke, _ in
            let done = try await ground.database.write {
                try ground.signIn().withdraw(secondFactorOf: marieke.id, in: $0)
            }
            #expect(done)
            _ = try await SignInTests.enter(ground)
        }
    }

    @Test(arguments: Kind.available) func `an app is not taken into use before it gives the right code`(
        _ kind: Kind
    ) async throws {
        try await withGround(kind) { ground in
            let marieke = try await ground.addMarieke()
            let factor = SecondFactor(ground.surroundings)
            let wrong = factor.code(at: ground.clock.now) == "000000" ? "000001" : "000000"
            let enrolled = try await ground.database.write {
                try ground.signIn().enrol(factor, code: wrong, for: marieke.id, in: $0)
            }
            #expect(!enrolled)
            _ = try await SignInTests.enter(ground)
        }
    }

    private func withEnrolled(
        _ kind: Kind,
        _ body: (Ground, Official, SecondFactor) async throws -> Void
    ) async throws {
        try await withGround(kind) { ground in
            let marieke = try await ground.addMarieke()
            let factor = SecondFactor(ground.surroundings)
            let enrolled = try await ground.database.write {
                let code = factor.code(at: ground.clock.now)
                return try ground.signIn().enrol(factor, code: code, for: marieke.id, in: $0)
            }
            #expect(enrolled)
            ground.clock.advance(milliseconds: 60_000)
            try await body(ground, marieke, factor)
        }
    }

    private static func halfway(_ ground: Ground) async throws -> Token {
        let outcome = try await ground.signIn().signIn(
            email: "marieke@example.org",
            password: Ground.password,
            from: .home()
        )
        guard case .codeNeeded(let token) = outcome else { throw AccessError(.unknown, "no code was asked for") }
        return token
    }
}
