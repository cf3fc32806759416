import Crypto
import Database
import Foundation
import Kernel
import TestGround
import Testing

@testable import Vault

@Suite struct ContentsTests {
    @Test(arguments: Kind.available) func `what was stored comes back, whatever its length`(_ kind: Kind) async throws {
        try await Safe.with(kind) { safe in
            for size in [0, 1, 65_535, 65_536, 65_537, 131_072, 262_144, 262_145, 700_000] {
                let bytes = letters(size, seed: UInt64(size))
                let received = try await safe.store(bytes)
                #expect(received.size == Int64(size))
                #expect(received.hash == Array(SHA256.hash(data: bytes)))
                #expect(try await safe.read(received.id) == bytes)
                let content = try await safe.database.read { try safe.contents.content(received.id, $0) }
                #expect(content?.hash == received.hash)
                #expect(content?.state == .received)
                #expect(content?.isReferred == true)
            }
            #expect(try await safe.findings() == [])
        }
    }

    @Test func `any range comes back, by opening only its chunks`() async throws {
        try await Safe.with(.sqlite) { safe in
            let bytes = letters(400_000)
            let id = try await safe.store(bytes).id
            var generator = SeededGenerator(seed: 2)
            var ranges: [Range<Int>] = [
                0..<0, 0..<1, 400_000..<400_000, 399_999..<400_000, 65_535..<65_537, 0..<400_000,
            ]
            for _ in 0..<60 {
                let start = Int.random(in: 0...400_000, using: &generator)
                ranges.append(start..<Int.random(in: start...400_000, using: &generator))
            }
            for range in ranges {
                let got = try await safe.read(id, range: Int64(range.lowerBound)..<Int64(range.upperBound))
                #expect(got == Array(bytes[range]), "\(range)")
            }
        }
    }

    @Test func `a range is read although another chunk is damaged, the whole is not`() async throws {
        try await Safe.with(.sqlite) { safe in
            let bytes = letters(200_000)
            let id = try await safe.store(bytes).id
            try change(safe.objectPath(id), at: 150_000)
            #expect(try await safe.read(id, range: 0..<1_000) == Array(bytes[..<1_000]))
            await #expect(throws: VaultError(.damaged, "")) { try await safe.read(id) }
        }
    }

    @Test(arguments: [0..<11, -1..<3, 10..<12] as [Range<Int64>])
    func `a range outside the content is refused`(_ range: Range<Int64>) async throws {
        try await Safe.with(.sqlite) { safe in
            let id = try await safe.store(letters(10)).id
            await #expect(throws: VaultError(.range, "")) { try await safe.read(id, range: range) }
        }
    }

    @Test func `only the uploader reads what was not scanned`() async throws {
        try await Safe.with(.sqlite) { safe in
            let id = try await safe.store(letters(10)).id
            await #expect(throws: VaultError(.held, "")) { try await safe.read(id, for: .anyone) }
            #expect(try await safe.read(id, for: .uploader) == letters(10))
        }
    }

    @Test func `the bytes on the disk tell nothing about the content`() async throws {
        try await Safe.with(.sqlite) { safe in
            let id = try await safe.store(Array(repeating: 0x41, count: 100_000)).id
            let file = try Data(contentsOf: URL(filePath: safe.objectPath(id)))
            #expect(file.range(of: Data(repeating: 0x41, count: 8)) == nil)
        }
    }

    @Test func `two equal contents do not look equal`() async throws {
        try await Safe.with(.sqlite) { safe in
            let (one, two) = (try await safe.store(letters(1_000)), try await safe.store(letters(1_000)))
            #expect(one.hash == two.hash)
            #expect(one.sealedHash != two.sealedHash)
        }
    }

    @Test func `a row whose size or hash was changed is found while reading`() async throws {
        try await Safe.with(.sqlite) { safe in
            let id = try await safe.store(letters(1_000)).id
            let other: [UInt8] = Array(repeating: 1, count: 32)
            try await safe.database.write { try $0.run("UPDATE vault_content SET hash = $1", [.bytes(other)]) }
            await #expect(throws: VaultError(.damaged, "")) { try await safe.read(id) }
            try await safe.database.write { try $0.run("UPDATE vault_content SET size = 999") }
            await #expect(throws: VaultError(.damaged, "")) { try await safe.read(id) }
        }
    }

    @Test func `a missing content is said to be missing`() async throws {
        try await Safe.with(.sqlite) { safe in
            let id = try await safe.store(letters(1_000)).id
            try FileManager.default.removeItem(atPath: safe.objectPath(id))
            await #expect(throws: VaultError(.missing, "")) { try await safe.read(id) }
            await #expect(throws: VaultError(.missing, "")) { try await safe.read(safe.surroundings.identifier()) }
        }
    }
}

@Suite struct ReceivingTests {
    @Test(arguments: [(9, .tooLarge), (11, .tooShort), (0, .tooLarge)] as [(Int64, VaultError.Code)])
    func `another length than declared is not kept`(_ declared: Int64, _ code: VaultError.Code) async throws {
        try await Safe.with(.sqlite) { safe in
            await #expect(throws: VaultError(code, "")) {
                try await safe.contents.receive(Parts(letters(10)), name: "a.txt", declared: declared)
            }
            #expect(safe.files == [])
        }
    }

    @Test func `more than the limit is not kept, and a larger declaration is refused before the first byte`()
        async throws
    {
        var limits = Contents.Limits()
        limits.size = 100_000
        try await Safe.with(.sqlite, limits: limits) { safe in
            let parts = Parts(letters(100_001))
            await #expect(throws: VaultError(.tooLarge, "")) {
                try await safe.contents.receive(parts, name: "a.txt")
            }
            await #expect(throws: VaultError(.tooLarge, "")) {
                try await safe.contents.receive(parts, name: "a.txt", declared: 100_001)
            }
            #expect(safe.files == [])
            let received = try await safe.contents.receive(Parts(letters(100_000)), name: "a.txt")
            #expect(received.size == 100_000)
        }
    }

    @Test func `what a sender leaves half is gone`() async throws {
        try await Safe.with(.sqlite) { safe in
            let parts = Parts(letters(300_000), failure: VaultError(.closed, "the sender went away"))
            await #expect(throws: VaultError(.closed, "")) {
                try await safe.contents.receive(parts, name: "a.txt")
            }
            #expect(safe.files == [])
        }
    }

    @Test func `a received content that waits too long gets no row`() async throws {
        try await Safe.with(.sqlite) { safe in
            let received = try await safe.contents.receive(Parts(letters(10)), name: "a.txt")
            safe.clock.advance(milliseconds: 3_600_000)
            await #expect(throws: VaultError(.expired, "")) {
                try await safe.database.write { try safe.contents.put(received, in: safe.chain, $0) }
            }
        }
    }

    @Test func `many uploads at once all arrive`() async throws {
        try await Safe.with(.sqlite) { safe in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for seed in UInt64(1)...40 {
                    group.addTask {
                        let bytes = letters(Int(seed) * 5_000, seed: seed)
                        let id = try await safe.store(bytes).id
                        #expect(try await safe.read(id) == bytes)
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await safe.findings() == [])
        }
    }

    @Test func `a stopped process leaves drafts that the next start removes, and no running one loses its own`()
        async throws
    {
        try await Safe.with(.sqlite) { safe in
            let left = safe.folder.path + "/vault/drafts/left"
            #expect(FileManager.default.createFile(atPath: left, contents: Data([1])))
            let running = try safe.contents.folder.disk.create(safe.folder.path + "/vault/drafts/running")
            _ = try ObjectFolder(path: safe.folder.path + "/vault")
            #expect(safe.files == ["drafts/running"])
            close(running)
            _ = try ObjectFolder(path: safe.folder.path + "/vault")
            #expect(safe.files == [])
        }
    }
}

/// Changes one byte of a file.
func change(_ path: String, at offset: UInt64) throws {
    let file = try FileHandle(forUpdating: URL(filePath: path))
    defer { try? file.close() }
    try file.seek(toOffset: offset)
    let byte = try #require(try file.read(upToCount: 1)?.first)
    try file.seek(toOffset: offset)
    try file.write(contentsOf: Data([byte ^ 0x10]))
}
