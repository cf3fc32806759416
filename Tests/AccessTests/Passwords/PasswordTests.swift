import Foundation
import Kernel
import Synchronization
import Testing

@testable import Access

@Suite struct PasswordTests {
    private let surroundings = Surroundings.fixed(at: Ground.start, seed: 3)

    @Test func `an accent typed in two ways is one accent, and another password is another`() async throws {
        let passwords = Passwords(surroundings: surroundings, cost: .cheap)
        let hash = try await passwords.hash("caf\u{E9} op de hoek van de markt")
        #expect(try await passwords.check("cafe\u{301} op de hoek van de markt", against: hash).isRight)
        #expect(try await !passwords.check("cafe op de hoek van de markt", against: hash).isRight)
        #expect(try await !passwords.check("", against: hash).isRight)
        #expect(try await !passwords.check(String(repeating: "x", count: 100_000), against: hash).isRight)
    }

    @Test func `without an account the same work is done and the answer is no`() async throws {
        let passwords = Passwords(surroundings: surroundings, cost: .cheap)
        let (isRight, better) = try await passwords.check(Ground.password, against: nil)
        #expect(!isRight && better == nil)
    }

    @Test func `two people with one password have two hashes`() async throws {
        let passwords = Passwords(surroundings: surroundings, cost: .cheap)
        let one = try await passwords.hash(Ground.password)
        let other = try await passwords.hash(Ground.password)
        #expect(one != other && one.text.hasPrefix("$scrypt$ln=4,r=8,p=1$"))
        #expect(!one.text.contains("paard"))
    }

    @Test func `the hash is scrypt, as another program computes it`() throws {
        // Python 3: hashlib.scrypt(b"password", salt=b"NaClNaClNaClNaCl", n=1024, r=8, p=2, dklen=32)
        let text = "$scrypt$ln=10,r=8,p=2$TmFDbE5hQ2xOYUNsTmFDbA$4bmMI57cQ1Q1qiYR0sOiKYjtYoL0yIe6kEcQC0jx9QQ"
        #expect(try #require(PasswordHash(text)).matches("password"))
    }

    @Test func `today's cost is 64 MiB twice over, and the library pays it`() async throws {
        let passwords = Passwords(surroundings: surroundings)
        let hash = try await passwords.hash(Ground.password)
        #expect(hash.text.hasPrefix("$scrypt$ln=16,r=8,p=2$"))
    }

    @Test func `a hash from the database reads back, and what is none does not`() async throws {
        let hash = try await Passwords(surroundings: surroundings, cost: .cheap).hash(Ground.password)
        #expect(PasswordHash(hash.text) == hash)
        let broken = [
            "", "$", "$scrypt$$$", hash.text + "$", String(hash.text.dropLast()),
            hash.text.replacing("ln=4", with: "ln=63"), hash.text.replacing("ln=4", with: "ln=-1"),
            hash.text.replacing("r=8", with: "r=99999999999999999999"), hash.text.replacing("p=1", with: "p=0"),
            hash.text.replacing("scrypt", with: "argon2"), hash.text.replacing("ln=4", with: "ln=4=4"),
        ]
        for text in broken { #expect(PasswordHash(text) == nil, "\(text)") }
    }

    @Test func `a password is hashed anew when the cost rose`() async throws {
        let old = try await Passwords(surroundings: surroundings, cost: .cheap).hash(Ground.password)
        let dearer = try #require(ScryptCost(checking: 5, 8, 1))
        let passwords = Passwords(surroundings: surroundings, cost: dearer)
        let (isRight, better) = try await passwords.check(Ground.password, against: old)
        #expect(isRight && better?.cost == dearer)
        #expect(try await passwords.check(Ground.password, against: better).better == nil)
        #expect(try await passwords.check("een ander wachtwoord", against: old).better == nil)
    }

    @Test(arguments: [
        "kort", "elftekens12", "aaaaaaaaaaaaaaaa", "abababababababab", "Welkom2020!!", "Welkom-Gemeente-2026",
        "wachtwoord123456", "Belfort12345!", "MariekeDeclercq1", "marieke@example.org",
        String(repeating: "ab c", count: 300),
    ]) func `what everybody here would try first is refused`(_ password: String) {
        #expect(throws: AccessError(.weakPassword, "")) {
            try PasswordRules.check(password, names: ["Marieke Declercq", "marieke@example.org"])
        }
    }

    @Test(arguments: [
        "een paard op het dak", "correct horse battery", "wT7#kq0zLm!p", "ikfietsnaarzeeinmei", "密码是一个很长的句子没错",
        "Welkom in mijn tuin vol uien",
    ]) func `a long sentence of any characters will do`(_ password: String) throws {
        try PasswordRules.check(password, names: ["Marieke Declercq"])
    }

    @Test func `fifty passwords wait behind the one that is checked, and the next is refused at once`() async throws {
        let thread = HashingThread()
        let gate = DispatchSemaphore(value: 0)
        try await withThrowingTaskGroup(of: Int.self) { group in
            for index in 0...HashingThread.waitingMax {
                group.addTask {
                    try await thread.run {
                        gate.wait()
                        return index
                    }
                }
            }
            while thread.load <= HashingThread.waitingMax { await Task.yield() }
            await #expect(throws: AccessError(.busy, "")) { _ = try await thread.run { 0 } }
            for _ in 0...HashingThread.waitingMax { gate.signal() }
            let sum = try await group.reduce(0, +)
            #expect(sum == (0...HashingThread.waitingMax).reduce(0, +))
        }
        #expect(thread.load == 0)
        #expect(try await thread.run { 7 } == 7)
    }

    @Test func `never are two passwords checked at once`() async throws {
        let thread = HashingThread()
        let inside = Count()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<40 { group.addTask { try await thread.run { inside.visit() } } }
            try await group.waitForAll()
        }
        #expect(inside.most == 1 && inside.all == 40)
    }

    @Test func `work that fails hands its error back and makes room`() async throws {
        let thread = HashingThread()
        await #expect(throws: AccessError(.unknown, "")) {
            try await thread.run { throw AccessError(.unknown, "nobody") }
        }
        #expect(thread.load == 0)
    }
}

/// How many are inside at once, and how many ever were.
private final class Count: Sendable {
    private let now = Mutex((inside: 0, most: 0, all: 0))

    var most: Int { now.withLock { $0.most } }
    var all: Int { now.withLock { $0.all } }

    func visit() {
        now.withLock { $0 = ($0.inside + 1, max($0.most, $0.inside + 1), $0.all + 1) }
        sched_yield()
        now.withLock { $0.inside -= 1 }
    }
}
