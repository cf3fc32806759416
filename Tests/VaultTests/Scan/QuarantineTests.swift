import Database
import Foundation
import Kernel
import Synchronization
import TestGround
import Testing

@testable import Vault

@Suite struct QuarantineTests {
    private func quarantine(_ safe: Safe, _ path: String, seconds: Int = 120, tries: Int = 5) -> Quarantine {
        var scanner = ClamAV(.socket(path: path))
        scanner.deadlineSeconds = seconds
        var limits = Quarantine.Limits()
        limits.triesMax = tries
        return Quarantine(safe.contents, scanner: scanner, limits: limits)
    }

    private func content(_ safe: Safe, _ id: Identifier) async throws -> Content {
        try #require(try await safe.database.read { try safe.contents.content(id, $0) })
    }

    @Test(arguments: Kind.available) func `a clean content is read by all, an infected one by nobody`(
        _ kind: Kind
    ) async throws {
        try await Safe.with(kind) { safe in
            let fake = FakeScanner(in: safe.folder.path, .answers("stream: OK"), .answers("stream: Bad.Thing FOUND"))
            defer { fake.stop() }
            let quarantine = quarantine(safe, fake.path)
            let clean = try await safe.store(letters(600_000)).id
            #expect(try await quarantine.pass() == .init(concluded: 1))
            #expect(fake.streams == [letters(600_000)])
            #expect(try await safe.read(clean, for: .anyone) == letters(600_000))

            let infected = try await safe.store(letters(10)).id
            #expect(try await quarantine.pass() == .init(concluded: 1))
            #expect(try await content(safe, infected).note == "Bad.Thing")
            for reader in [ContentReader.anyone, .uploader, .houseWithoutScanner] {
                await #expect(throws: VaultError(.held, "")) { try await safe.read(infected, for: reader) }
            }
            #expect(try await quarantine.pass() == .init())
        }
    }

    @Test func `a scanner on another host is reached by its name and port`() async throws {
        try await Safe.with(.sqlite) { safe in
            var port: UInt16 = 0
            let fake = FakeScanner(port: &port, .answers("stream: OK"))
            defer { fake.stop() }
            let id = try await safe.store(letters(300_000)).id
            let address = try #require(ScannerAddress("localhost:\(port)"))
            #expect(try await Quarantine(safe.contents, scanner: ClamAV(address)).pass() == .init(concluded: 1))
            #expect(fake.streams == [letters(300_000)])
            #expect(try await content(safe, id).state == .clean)
            fake.stop()
            _ = try await safe.store(letters(10))
            #expect(try await Quarantine(safe.contents, scanner: ClamAV(address)).pass().isDown)
        }
    }

    private static let failures: [FakeScanner.Manner] = [
        .answers("stream: Can't allocate memory ERROR"), .answers(""), .hangsUp(early: false), .hangsUp(early: true),
        .answers("gibberish"), .answersEarly("ERROR"),
    ]

    @Test(arguments: failures.indices) func `a failure never lets a content through, and after five it is not scanned`(
        _ index: Int
    ) async throws {
        try await Safe.with(.sqlite) { safe in
            let fake = FakeScanner(in: safe.folder.path, Self.failures[index])
            defer { fake.stop() }
            let quarantine = quarantine(safe, fake.path)
            let id = try await safe.store(letters(900_000)).id
            for _ in 1...4 {
                #expect(try await quarantine.pass() == .init(postponed: 1))
                #expect(try await content(safe, id).state == .received)
                #expect(try await quarantine.pass() == .init())
                safe.clock.advance(milliseconds: 30_000 * 16)
            }
            #expect(try await quarantine.pass() == .init(concluded: 1))
            #expect(try await content(safe, id).state == .notScanned)
            await #expect(throws: VaultError(.held, "")) { try await safe.read(id, for: .anyone) }
            try await safe.database.write { try safe.contents.scanAgain(id, $0) }
            #expect(try await content(safe, id).state == .received)
        }
    }

    @Test func `a scanner that is down delays for as long as it is down, and loses nothing`() async throws {
        try await Safe.with(.sqlite) { safe in
            let id = try await safe.store(letters(10)).id
            let quarantine = quarantine(safe, safe.folder.path + "/fake.sock")
            for _ in 1...20 {
                #expect(try await quarantine.pass() == .init(postponed: 1, isDown: true))
                safe.clock.advance(milliseconds: 30_000)
            }
            #expect(try await content(safe, id).state == .received)
            #expect(try await safe.database.read { try safe.contents.waiting($0) }.count == 1)
            await #expect(throws: VaultError(.held, "")) { try await safe.read(id, for: .anyone) }
            let fake = FakeScanner(in: safe.folder.path, .answers("stream: OK"))
            defer { fake.stop() }
            #expect(try await quarantine.pass() == .init(concluded: 1))
            #expect(try await safe.read(id, for: .anyone) == letters(10))
        }
    }

    @Test func `an answer before the end of the stream is heard`() async throws {
        try await Safe.with(.sqlite) { safe in
            let fake = FakeScanner(in: safe.folder.path, .answersEarly("INSTREAM size limit exceeded. ERROR"))
            defer { fake.stop() }
            let id = try await safe.store(letters(4_000_000)).id
            #expect(try await quarantine(safe, fake.path, tries: 1).pass() == .init(concluded: 1))
            #expect(try await content(safe, id).state == .notScanned)
        }
    }

    @Test func `a silent scanner is left after the deadline`() async throws {
        try await Safe.with(.sqlite) { safe in
            let fake = FakeScanner(in: safe.folder.path, .isSilent)
            defer { fake.stop() }
            let id = try await safe.store(letters(10)).id
            #expect(try await quarantine(safe, fake.path, seconds: 1).pass() == .init(postponed: 1))
            #expect(try await content(safe, id).state == .received)
        }
    }

    @Test func `a pass that is cancelled ends at once and the content stays`() async throws {
        try await Safe.with(.sqlite) { safe in
            let fake = FakeScanner(in: safe.folder.path, .isSilent)
            defer { fake.stop() }
            let id = try await safe.store(letters(10)).id
            let started = ContinuousClock.now
            let pass = Task { try await quarantine(safe, fake.path).pass() }
            while fake.streams.isEmpty { await Task.yield() }
            pass.cancel()
            _ = await pass.result
            #expect(ContinuousClock.now - started < .seconds(20))
            #expect(try await content(safe, id).state == .received)
            // Whoever held it is gone: after the time of a scan it is due again.
            #expect(try await quarantine(safe, fake.path).pass() == .init())
            fake.stop()
            let next = FakeScanner(in: safe.folder.path, .answers("stream: OK"))
            defer { next.stop() }
            safe.clock.advance(milliseconds: 150_000)
            #expect(try await quarantine(safe, next.path).pass() == .init(concluded: 1))
        }
    }

    @Test func `a content that is too large or locked is not scanned, whatever the scanner says`() async throws {
        try await Safe.with(.sqlite) { safe in
            let fake = FakeScanner(in: safe.folder.path, .answers("stream: OK"))
            defer { fake.stop() }
            var scanner = ClamAV(.socket(path: fake.path))
            scanner.sizeMax = 1_000
            let large = try await safe.store(letters(1_001)).id
            let locked = try await safe.store(Sample.zip(["a"], flags: 1), name: "a.zip").id
            #expect(try await Quarantine(safe.contents, scanner: scanner).pass() == .init(concluded: 2))
            #expect(try await content(safe, large).state == .notScanned)
            #expect(try await content(safe, locked).note == "encrypted")
            #expect(fake.streams.count == 1)
        }
    }

    @Test func `a damaged object does not keep the others waiting`() async throws {
        try await Safe.with(.sqlite) { safe in
            let fake = FakeScanner(in: safe.folder.path, .answers("stream: OK"))
            defer { fake.stop() }
            let (damaged, well) = (try await safe.store(letters(10)).id, try await safe.store(letters(20)).id)
            try change(safe.objectPath(damaged), at: 40)
            #expect(try await quarantine(safe, fake.path).pass() == .init(concluded: 1, postponed: 1))
            #expect(try await content(safe, well).state == .clean)
            #expect(try await content(safe, damaged).state == .received)
        }
    }

    @Test(arguments: Kind.available) func `four are scanned at once, each once, whoever asks`(_ kind: Kind) async throws
    {
        try await Safe.with(kind) { safe in
            let fake = FakeScanner(in: safe.folder.path, .answers("stream: OK"), gate: 4)
            defer { fake.stop() }
            for seed in UInt64(1)...24 { _ = try await safe.store(letters(1_000, seed: seed)) }
            let (one, two) = (quarantine(safe, fake.path), quarantine(safe, fake.path))
            async let first = one.pass()
            async let second = two.pass()
            #expect(try await first.concluded + second.concluded == 24)
            #expect(Set(fake.streams).count == 24)
            #expect(fake.streams.count == 24)
            #expect((4...8).contains(fake.openMost))
        }
    }

    @Test func `the oldest is scanned first`() async throws {
        try await Safe.with(.sqlite) { safe in
            let fake = FakeScanner(in: safe.folder.path, .answers("stream: OK"))
            defer { fake.stop() }
            for seed in UInt64(1)...6 {
                _ = try await safe.store(letters(100, seed: seed))
                safe.clock.advance(milliseconds: 10)
            }
            var limits = Quarantine.Limits()
            limits.width = 1
            let scanner = ClamAV(.socket(path: fake.path))
            #expect(try await Quarantine(safe.contents, scanner: scanner, limits: limits).pass().concluded == 6)
            #expect(fake.streams == (UInt64(1)...6).map { letters(100, seed: $0) })
        }
    }

    @Test func `a register writes its part of a verdict in the same transaction`() async throws {
        try await Safe.with(.sqlite) { safe in
            let fake = FakeScanner(in: safe.folder.path, .answers("stream: OK"))
            defer { fake.stop() }
            let id = try await safe.store(letters(10)).id
            let refusing = Quarantine(safe.contents, scanner: ClamAV(.socket(path: fake.path))) { _, _ in
                throw VaultError(.closed, "the register refuses")
            }
            await #expect(throws: VaultError(.closed, "")) { try await refusing.pass() }
            #expect(try await content(safe, id).state == .received)
            safe.clock.advance(milliseconds: 150_000)
            let told = Mutex<[Content.State]>([])
            let telling = Quarantine(safe.contents, scanner: ClamAV(.socket(path: fake.path))) { content, _ in
                told.withLock { $0.append(content.state) }
            }
            _ = try await telling.pass()
            #expect(told.withLock { $0 } == [.clean])
        }
    }
}

@Suite struct ClamdTests {
    @Test(.enabled(if: Clamd.isInstalled, "clamd is not installed: run scripts/setup-clamd"))
    func `a real scanner finds what is marked, and says what it could not look into`() async throws {
        try await Safe.with(.sqlite) { safe in
            let clamd = try Clamd(in: safe.folder.path)
            defer { clamd.stop() }
            let cases: [([UInt8], String, Content.State, String)] = [
                (letters(500_000), "a.txt", .clean, ""),
                ([], "a.txt", .clean, ""),
                (Clamd.marked, "a.txt", .infected, "Belfort.Test.UNOFFICIAL"),
                (
                    Sample.zip(["a.txt"], first: String(decoding: Clamd.marked, as: UTF8.self)), "a.zip", .infected,
                    "Belfort.Test.UNOFFICIAL"
                ),
                (letters(3_000_000), "a.txt", .notScanned, "Heuristics.Limits.Exceeded.MaxFileSize"),
                (letters(6_000_000), "a.txt", .notScanned, "larger than the scanner takes"),
            ]
            for (bytes, name, state, note) in cases {
                let id = try await safe.store(bytes, name: name).id
                let quarantine = Quarantine(safe.contents, scanner: ClamAV(.socket(path: clamd.path)))
                #expect(try await quarantine.pass() == .init(concluded: 1))
                let content = try #require(try await safe.database.read { try safe.contents.content(id, $0) })
                #expect(content.state == state)
                #expect(content.note == note)
            }
        }
    }
}
