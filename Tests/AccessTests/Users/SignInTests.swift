import Database
import Foundation
import Kernel
import TestGround
import Testing

@testable import Access

@Suite struct SignInTests {
    typealias Kind = TestGround.Kind

    @Test(arguments: Kind.available) func `an official signs in with mail address and password`(
        _ kind: Kind
    ) async throws {
        try await withGround(kind) { ground in
            let marieke = try await ground.addMarieke()
            let token = try await Self.enter(ground, email: "  Marieke@Example.ORG ")
            let session = try #require(try await ground.session(token))
            let attributes = ["naam": "Marieke Declercq", "afdeling": "Omgeving"]
            let identity = Identity(subject: marieke.id, level: .password, attributes: attributes)
            #expect(session.visitor == .official(identity))
            #expect(session.isFresh(at: Ground.start))
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let email: String
        let password: String
    }

    @Test(
        arguments: Kind.available,
        [
            Case(testDescription: "another password", email: "marieke@example.org", password: "een paard op het dal"),
            Case(testDescription: "no password", email: "marieke@example.org", password: ""),
            Case(testDescription: "nobody", email: "niemand@example.org", password: Ground.password),
            Case(testDescription: "no mail address", email: "", password: Ground.password),
            Case(testDescription: "a NUL in the address", email: "marieke\u{0}@example.org", password: Ground.password),
            Case(testDescription: "suspended", email: "weg@example.org", password: Ground.password),
            Case(testDescription: "without a password", email: "nieuw@example.org", password: ""),
        ]
    ) func `whatever is wrong, the answer is one and the same work was done`(_ kind: Kind, _ one: Case) async throws {
        try await withGround(kind) { ground in
            try await Self.addOthers(ground)
            let thread = HashingThread()
            let signIn = ground.signIn(ground.passwords(thread: thread))
            await #expect(throws: AccessError(.wrongCredentials, "")) {
                try await signIn.signIn(email: one.email, password: one.password, from: .home())
            }
            // The same work: with a full thread each of these is refused for that, and for nothing earlier.
            let gate = DispatchSemaphore(value: 0)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0...HashingThread.waitingMax { group.addTask { try await thread.run { gate.wait() } } }
                while thread.load <= HashingThread.waitingMax { await Task.yield() }
                await #expect(throws: AccessError(.busy, "")) {
                    try await signIn.signIn(email: one.email, password: one.password, from: .home())
                }
                for _ in 0...HashingThread.waitingMax { gate.signal() }
                try await group.waitForAll()
            }
        }
    }

    @Test(arguments: Kind.available) func `guessing is slowed down at one address, and the owner elsewhere enters`(
        _ kind: Kind
    ) async throws {
        try await withGround(kind) { ground in
            _ = try await ground.addMarieke()
            let signIn = ground.signIn()
            for _ in 0..<5 {
                await #expect(throws: AccessError(.wrongCredentials, "")) {
                    try await signIn.signIn(email: "marieke@example.org", password: "mis", from: .home())
                }
            }
            await #expect(throws: AccessError(.tooMany(retryAfterSeconds: 2), "")) {
                try await signIn.signIn(email: "marieke@example.org", password: Ground.password, from: .home())
            }
            _ = try await Self.enter(ground, from: .home("198.51.100.7"))
            ground.clock.advance(milliseconds: 2_000)
            _ = try await Self.enter(ground)
            for _ in 0..<4 {
                await #expect(throws: AccessError(.wrongCredentials, "")) {
                    try await signIn.signIn(email: "marieke@example.org", password: "mis", from: .home())
                }
            }
            _ = try await Self.enter(ground)
        }
    }

    @Test(arguments: Kind.available) func `a try that nobody had time to judge costs nothing`(
        _ kind: Kind
    ) async throws {
        try await withGround(kind) { ground in
            _ = try await ground.addMarieke()
            let thread = HashingThread()
            let signIn = ground.signIn(ground.passwords(thread: thread))
            let gate = DispatchSemaphore(value: 0)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0...HashingThread.waitingMax { group.addTask { try await thread.run { gate.wait() } } }
                while thread.load <= HashingThread.waitingMax { await Task.yield() }
                for _ in 0..<9 {
                    await #expect(throws: AccessError(.busy, "")) {
                        try await signIn.signIn(email: "marieke@example.org", password: "mis", from: .home())
                    }
                }
                for _ in 0...HashingThread.waitingMax { gate.signal() }
                try await group.waitForAll()
            }
            _ = try await Self.enter(ground)
        }
    }

    @Test(arguments: Kind.available) func `signing in makes a new token and ends the one that the browser held`(
        _ kind: Kind
    ) async throws {
        try await withGround(kind) { ground in
            _ = try await ground.addMarieke()
            let planted = try await Self.enter(ground)
            let token = try await Self.enter(ground, from: .home(old: planted))
            #expect(token != planted)
            #expect(try await ground.session(planted) == nil)
            #expect(try await ground.session(token) != nil)
        }
    }

    @Test(arguments: Kind.available) func `a password is stored at today's cost when its owner signs in`(
        _ kind: Kind
    ) async throws {
        try await withGround(kind) { ground in
            let marieke = try await ground.addMarieke()
            let dearer = try #require(ScryptCost(checking: 5, 8, 1))
            let signIn = ground.signIn(ground.passwords(dearer))
            _ = try await signIn.signIn(email: marieke.email, password: Ground.password, from: .home())
            let account = try await ground.database.read { try ground.officials.account(marieke.id, in: $0) }
            #expect(account?.password?.cost == dearer)
            _ = try await signIn.signIn(email: marieke.email, password: Ground.password, from: .home())
        }
    }

    @Test(arguments: Kind.available) func `proving oneself again renews the token and is fresh for a quarter`(
        _ kind: Kind
    ) async throws {
        try await withGround(kind) { ground in
            _ = try await ground.addMarieke()
            let signIn = ground.signIn()
            let token = try await Self.enter(ground)
            ground.clock.advance(milliseconds: 16 * 60_000)
            #expect(try await ground.session(token)?.isFresh(at: ground.clock.now) == false)
            await #expect(throws: AccessError(.wrongCredentials, "")) {
                try await signIn.prove(token, password: "mis", from: .home())
            }
            let renewed = try await signIn.prove(token, password: Ground.password, from: .home())
            #expect(try await ground.session(token) == nil)
            #expect(try await ground.session(renewed)?.isFresh(at: ground.clock.now) == true)
            await #expect(throws: AccessError(.wrongCredentials, "")) {
                try await signIn.prove(token, password: Ground.password, from: .home())
            }
        }
    }
}

extension SignInTests {
    static func enter(
        _ ground: Ground,
        email: String = "marieke@example.org",
        from origin: SignIn.Origin = .home()
    ) async throws -> Token {
        let outcome = try await ground.signIn().signIn(email: email, password: Ground.password, from: origin)
        guard case .signedIn(let token) = outcome else { throw AccessError(.unknown, "a code was asked for") }
        return token
    }

    /// Marieke, one who is suspended, and one without a password.
    private static func addOthers(_ ground: Ground) async throws {
        _ = try await ground.addMarieke()
        let hash = try await ground.passwords().hash(Ground.password)
        try await ground.database.write { transaction in
            let gone = try ground.officials.add(
                name: "Weg",
                email: "weg@example.org",
                department: "",
                roles: [],
                password: hash,
                in: transaction
            )
            _ = try ground.officials.suspend(gone.id, in: transaction)
            _ = try ground.officials.add(
                name: "Nieuw",
                email: "nieuw@example.org",
                department: "",
                roles: [],
                in: transaction
            )
        }
    }
}
