import Database
import Kernel
import TestGround
import Testing

@testable import Access

@Suite struct SessionTests {
    typealias Kind = TestGround.Kind

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let start: @Sendable (Identity, Identifier) -> SessionStore.Start
        let idleMinutes: Int64
    }

    static let cases = [
        Case(
            testDescription: "guest",
            start: { .guest($0, of: $1, origin: "") },
            idleMinutes: 30
        ),
        Case(testDescription: "resident", start: { identity, _ in .resident(identity, origin: "") }, idleMinutes: 30),
        Case(testDescription: "official", start: { identity, _ in .official(identity, origin: "") }, idleMinutes: 30),
        Case(
            testDescription: "official on a managed device",
            start: { identity, _ in .official(identity, origin: "", managedDevice: true) },
            idleMinutes: 480
        ),
    ]

    @Test(arguments: Kind.available, cases) func `a session ends when idle, and after twelve hours however busy`(
        _ kind: Kind,
        _ one: Case
    ) async throws {
        try await withGround(kind) { ground in
            let token = try await Self.start(ground, one)
            ground.clock.advance(milliseconds: one.idleMinutes * 60_000 - 1)
            let session = try #require(try await ground.session(token))
            #expect(ground.sessions.needsTouch(session))
            try await ground.database.write { try ground.sessions.touch(session, in: $0) }
            ground.clock.advance(milliseconds: one.idleMinutes * 60_000)
            #expect(try await ground.session(token) == nil)

            let busy = try await Self.start(ground, one)
            for _ in 0..<(12 * 60 / 20) - 1 {
                ground.clock.advance(milliseconds: 20 * 60_000)
                let session = try #require(try await ground.session(busy))
                try await ground.database.write { try ground.sessions.touch(session, in: $0) }
            }
            ground.clock.advance(milliseconds: 20 * 60_000)
            #expect(try await ground.session(busy) == nil)
        }
    }

    @Test(arguments: Kind.available) func `a request within the same minute costs no write`(_ kind: Kind) async throws {
        try await withGround(kind) { ground in
            let token = try await Self.start(ground, Self.cases[0])
            ground.clock.advance(milliseconds: 59_999)
            #expect(try await ground.sessions.needsTouch(#require(ground.session(token))) == false)
        }
    }

    @Test(arguments: Kind.available) func `the database never holds a token`(_ kind: Kind) async throws {
        try await withGround(kind) { ground in
            let token = try await Self.start(ground, Self.cases[1])
            let bytes = try #require(Base64URL.bytes(token.text.utf8))
            let hashes = try await ground.database.read {
                try $0.all("SELECT hash FROM access_session") { $0.bytes(0) }
            }
            #expect(hashes == [token.hash] && hashes != [bytes])
            #expect("\(token)" == "•••")
        }
    }

    @Test(arguments: Kind.available) func `signing out ends the session, and no other`(_ kind: Kind) async throws {
        try await withGround(kind) { ground in
            let (one, other) = (
                try await Self.start(ground, Self.cases[1]), try await Self.start(ground, Self.cases[1])
            )
            try await ground.database.write { try ground.sessions.end(one, in: $0) }
            #expect(try await ground.session(one) == nil)
            #expect(try await ground.session(other) != nil)
        }
    }

    @Test(arguments: Kind.available) func `a person ends a session from the list, and never one of somebody else`(
        _ kind: Kind
    ) async throws {
        try await withGround(kind) { ground in
            _ = try await ground.addMarieke()
            let tokens = [try await SignInTests.enter(ground), try await SignInTests.enter(ground)]
            let stranger = try await Self.start(ground, Self.cases[1])
            let own = try #require(try await ground.session(tokens[0]))
            let strange = try #require(try await ground.session(stranger))
            let list = try await ground.database.read { try ground.sessions.sessions(of: own.subject, in: $0) }
            #expect(list.count == 2 && list.allSatisfy { $0.origin.hasPrefix("Firefox") })
            let ended = try await ground.database.write { transaction in
                try [strange, own].map { try ground.sessions.end($0.id, of: own.subject, in: transaction) }
            }
            #expect(ended == [false, true])
            #expect(try await ground.session(tokens[0]) == nil)
            #expect(try await ground.session(tokens[1]) != nil)
            #expect(try await ground.session(stranger) != nil)
        }
    }

    @Test(arguments: Kind.available) func `an administrator ends all sessions of a person`(_ kind: Kind) async throws {
        try await withGround(kind) { ground in
            let marieke = try await ground.addMarieke()
            let tokens = [try await SignInTests.enter(ground), try await SignInTests.enter(ground)]
            let ended = try await ground.database.write { try ground.sessions.endAll(of: marieke.id, in: $0) }
            #expect(ended == 2)
            for token in tokens { #expect(try await ground.session(token) == nil) }
        }
    }

    @Test(arguments: Kind.available) func `sessions that ended are swept, a few at a time`(_ kind: Kind) async throws {
        try await withGround(kind) { ground in
            for _ in 0..<5 { _ = try await Self.start(ground, Self.cases[0]) }
            let sweep: @Sendable (Transaction) throws -> Int = { try ground.sessions.sweep(atMost: 3, in: $0) }
            #expect(try await ground.database.write(sweep) == 0)
            ground.clock.advance(milliseconds: 12 * 3_600_000)
            #expect(try await ground.database.write(sweep) == 3)
            #expect(try await ground.database.write(sweep) == 2)
        }
    }

    @Test(arguments: [
        "", "x", String(repeating: "A", count: 42), String(repeating: "A", count: 44),
        String(repeating: "!", count: 43), String(repeating: "A", count: 42) + "B", String(repeating: "é", count: 43),
    ]) func `what cannot be a token is none`(_ text: String) {
        #expect(Token(text) == nil)
    }

    @Test(arguments: [UInt64(1), 2]) func `base64url reads back what it wrote, and only that spelling`(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for length in 0..<80 {
            let bytes = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            let text = Base64URL.text(bytes)
            #expect(Base64URL.bytes(text.utf8) == bytes, "seed \(seed)")
            #expect(Base64URL.bytes((text + "=").utf8) == nil)
        }
        for wrong in ["A", "AB", "AAB", "A+AA", "A/AA", "AA A", "AAAAA"] { #expect(Base64URL.bytes(wrong.utf8) == nil) }
        #expect(Base64URL.bytes("AA".utf8) == [0] && Base64URL.bytes("_-8".utf8) == [0xFF, 0xEF])
    }

    /// Somebody's session; an official has an account.
    private static func start(_ ground: Ground, _ one: Case) async throws -> Token {
        let email = "\(ground.surroundings.identifier())@example.org"
        return try await ground.database.write { transaction in
            let official = try ground.officials.add(
                name: "An",
                email: email,
                department: "",
                roles: [],
                in: transaction
            )
            let identity = Identity(subject: official.id, level: .password)
            return try ground.sessions.start(one.start(identity, official.id), in: transaction)
        }
    }
}
