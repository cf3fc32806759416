import Database
import Foundation
import Kernel
import Keys
import TestGround
import Testing

@testable import Vault

@Suite struct DestroyingTests {
    @Test(arguments: Kind.available) func `a destroyed content is gone, row, key and file`(_ kind: Kind) async throws {
        try await Safe.with(kind) { safe in
            let (id, other) = (try await safe.store(letters(1_000)).id, try await safe.store(letters(1_000)).id)
            try await safe.database.write { try safe.contents.destroy(id, $0) }
            await #expect(throws: VaultError(.missing, "")) { try await safe.read(id) }
            try await safe.contents.removeObjects([id, other])
            #expect(safe.files.count == 1)
            #expect(try await safe.read(other) == letters(1_000))
            await #expect(throws: VaultError(.missing, "")) {
                try await safe.database.write { try safe.contents.destroy(id, $0) }
            }
        }
    }

    @Test func `without the key of its chain nobody reads a content`() async throws {
        try await Safe.with(.sqlite) { safe in
            let id = try await safe.store(letters(1_000)).id
            try await safe.database.write { try safe.keys.destroy(safe.chain, in: $0) }
            await #expect(throws: VaultError(.destroyed, "")) { try await safe.read(id) }
            #expect(try await safe.findings() == [])
        }
    }

    @Test func `the wrapped key of a destroyed content is nowhere in the database file`() async throws {
        try await Safe.with(.sqlite, durability: .full) { safe in
            let id = try await safe.store(letters(1_000)).id
            let wrap = try await safe.database.read { try ContentStore.wrap(id, in: $0) }
            let wrapped = Data(try #require(wrap).wrap.wrapped)
            try await safe.database.write { try safe.contents.destroy(id, $0) }
            // The log still holds older pages until it is copied back and cut off.
            _ = try await safe.database.read { try $0.all("PRAGMA wal_checkpoint(TRUNCATE)") { _ in 0 } }
            let path = try await safe.database.read { try $0.first("PRAGMA database_list") { $0.text(2) } }
            let file = try Data(contentsOf: URL(filePath: try #require(path)))
            #expect(file.range(of: wrapped) == nil)
        }
    }

    @Test(arguments: Kind.available) func `a sent draft opens with the dossier's key and no longer with its own`(
        _ kind: Kind
    ) async throws {
        try await Safe.with(kind) { safe in
            let dossier = safe.surroundings.identifier()
            let id = try await safe.store(letters(1_000)).id
            let before = try Data(contentsOf: URL(filePath: safe.objectPath(id)))
            try await safe.database.write { transaction in
                _ = try safe.keys.make(dossier, in: transaction)
                try safe.contents.rewrap(id, from: safe.chain, to: dossier, transaction)
                try safe.keys.destroy(safe.chain, in: transaction)
            }
            #expect(try await safe.read(id) == letters(1_000))
            #expect(try Data(contentsOf: URL(filePath: safe.objectPath(id))) == before)
            let contents = try await safe.database.read { try safe.contents.contents(of: dossier, $0) }
            #expect(contents.map(\.id) == [id])
        }
    }

    @Test func `a content is not taken from a chain it does not belong to`() async throws {
        try await Safe.with(.sqlite) { safe in
            let stranger = safe.surroundings.identifier()
            let id = try await safe.store(letters(10)).id
            await #expect(throws: VaultError(.missing, "")) {
                try await safe.database.write { transaction in
                    _ = try safe.keys.make(stranger, in: transaction)
                    try safe.contents.rewrap(id, from: stranger, to: safe.chain, transaction)
                }
            }
        }
    }

    @Test func `a wrap copied to another row does not open`() async throws {
        try await Safe.with(.sqlite) { safe in
            let (one, two) = (try await safe.store(letters(10)).id, try await safe.store(letters(10)).id)
            try await safe.database.write { transaction in
                let wrap = try #require(try ContentStore.wrap(one, in: transaction)).wrap
                try ContentStore.move(two, to: safe.chain, wrap: wrap, in: transaction)
            }
            await #expect(throws: VaultError(.damaged, "")) { try await safe.read(two) }
        }
    }
}

@Suite struct SweepingTests {
    private let day: Int64 = 86_400_000

    @Test(arguments: Kind.available) func `what nothing refers to goes after the days of grace, the rest stays`(
        _ kind: Kind
    ) async throws {
        try await Safe.with(kind) { safe in
            let kept = try await safe.store(letters(10)).id
            let loose = try await safe.contents.receive(Parts(letters(10)), name: "a.txt")
            try await safe.database.write { try safe.contents.put(loose, in: safe.chain, $0) }
            _ = try await safe.contents.receive(Parts(letters(10)), name: "a.txt")
            safe.clock.advance(milliseconds: 3 * day)
            let before = try #require(safe.clock.now.adding(milliseconds: -7 * day))
            #expect(try await safe.contents.sweep(before: before) == .init())
            safe.clock.advance(milliseconds: 7 * day)
            let after = try #require(safe.clock.now.adding(milliseconds: -7 * day))
            #expect(try await safe.contents.sweep(before: after) == .init(rows: 1, files: 1))
            #expect(safe.files.count == 1)
            #expect(try await safe.read(kept) == letters(10))
        }
    }

    @Test func `what was received just now is never swept`() async throws {
        try await Safe.with(.sqlite) { safe in
            let received = try await safe.contents.receive(Parts(letters(10)), name: "a.txt")
            #expect(try await safe.contents.sweep(before: .latest) == .init())
            try await safe.database.write { try safe.contents.put(received, in: safe.chain, $0) }
            #expect(try await safe.read(received.id) == letters(10))
        }
    }

    @Test func `whatever may still get a row stays, also when a sweep is asked for all`() async throws {
        try await Safe.with(.sqlite) { safe in
            let received = try await safe.contents.receive(Parts(letters(10)), name: "a.txt")
            safe.clock.advance(milliseconds: 3_599_999)
            try await safe.database.write { try safe.contents.put(received, in: safe.chain, $0) }
            safe.clock.advance(milliseconds: 3_500_000)
            #expect(try await safe.contents.sweep(before: .latest) == .init())
            safe.clock.advance(milliseconds: 200_000)
            #expect(try await safe.contents.sweep(before: .latest) == .init(rows: 1))
        }
    }

    @Test func `a swept content can no longer be referred to`() async throws {
        try await Safe.with(.sqlite) { safe in
            let received = try await safe.contents.receive(Parts(letters(10)), name: "a.txt")
            try await safe.database.write { try safe.contents.put(received, in: safe.chain, $0) }
            safe.clock.advance(milliseconds: 2 * day)
            #expect(try await safe.contents.sweep(before: safe.clock.now).rows == 1)
            await #expect(throws: VaultError(.missing, "")) {
                try await safe.database.write { try safe.contents.refer(received.id, $0) }
            }
        }
    }
}

@Suite struct VerifyingTests {
    @Test(arguments: Kind.available) func `checking names what is missing, changed and orphaned, and nothing else`(
        _ kind: Kind
    ) async throws {
        try await Safe.with(kind) { safe in
            var ids: [Identifier] = []
            for seed in UInt64(1)...12 { ids.append(try await safe.store(letters(70_000, seed: seed)).id) }
            let orphan = try await safe.contents.receive(Parts(letters(10)), name: "a.txt").id
            try FileManager.default.removeItem(atPath: safe.objectPath(ids[0]))
            try change(safe.objectPath(ids[1]), at: 5)
            try change(safe.objectPath(ids[2]), at: 70_010)
            let longer = try FileHandle(forWritingTo: URL(filePath: safe.objectPath(ids[3])))
            try longer.seekToEnd()
            try longer.write(contentsOf: Data([0]))
            try longer.close()
            let expected: Set<ContentsFinding> = [
                .missing(ids[0]), .changed(ids[1]), .changed(ids[2]), .changed(ids[3]), .orphaned(orphan),
            ]
            let verification = try await safe.contents.verify()
            #expect(verification.objects == 12)
            #expect(Set(verification.findings) == expected)
            #expect(verification.findings.count == 5)
            #expect(!verification.isWhole)
        }
    }

    @Test(arguments: Kind.available) func `a backup lists every object once, with what its file hashes to`(
        _ kind: Kind
    ) async throws {
        try await Safe.with(kind) { safe in
            var ids: [Identifier] = []
            for seed in UInt64(1)...7 { ids.append(try await safe.store(letters(100, seed: seed)).id) }
            var listed: [StoredObject] = []
            var page: [StoredObject] = []
            repeat {
                let last = listed.last?.id
                page = try await safe.database.read { try safe.contents.objects(after: last, atMost: 3, $0) }
                listed += page
            } while !page.isEmpty
            #expect(listed.map(\.id) == ids.sorted())
            for object in listed {
                try await safe.contents.verify(object)
                var bytes = 0
                for try await part in try await safe.contents.sealedBytes(object.id) { bytes += part.count }
                #expect(Int64(bytes) == object.sealedSize)
            }
        }
    }
}
