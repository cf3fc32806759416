import Crypto
import Database
import Foundation
import Kernel
import TestGround
import Testing

@testable import Keys

@Suite struct ChainKeysTests {
    private let surroundings = Surroundings.live

    private func withKeys(
        _ kind: Kind,
        _ body: (Database, KeyFolder, ChainKeys) async throws -> Void
    ) async throws {
        try await withFolder { folder in
            let keys = try KeyFolder(path: folder.path)
            let chainKeys = ChainKeys(master: try keys.masterKeys(surroundings), surroundings: surroundings)
            try await withDatabase(kind) { database in
                try await database.migrate(ChainKeys.migrations)
                try await body(database, keys, chainKeys)
            }
        }
    }

    @Test(arguments: Kind.available) func `a chain's key is the same when it is read again`(_ kind: Kind) async throws {
        try await withKeys(kind) { database, _, keys in
            let chain = surroundings.identifier()
            let made = try await database.write { try keys.make(chain, in: $0) }
            #expect(try await database.read { try keys.key(chain, in: $0) } == made)
        }
    }

    @Test(arguments: Kind.available) func `a key moved to another chain does not open`(_ kind: Kind) async throws {
        try await withKeys(kind) { database, _, keys in
            let (one, other) = (surroundings.identifier(), surroundings.identifier())
            try await database.write { transaction in
                _ = try keys.make(one, in: transaction)
                try transaction.run("UPDATE chain_key SET chain = $1", [.bytes(other.bytes)])
            }
            await #expect(throws: KeysError(.tampered, "")) {
                try await database.read { try keys.key(other, in: $0) }
            }
        }
    }

    @Test(arguments: Kind.available) func `a destroyed key is gone`(_ kind: Kind) async throws {
        try await withKeys(kind) { database, _, keys in
            let chain = surroundings.identifier()
            try await database.write { transaction in
                _ = try keys.make(chain, in: transaction)
                try keys.destroy(chain, in: transaction)
            }
            #expect(try await database.read { try keys.key(chain, in: $0) } == nil)
        }
    }

    @Test(arguments: Kind.available) func `after a rotation the old master key is not needed`(_ kind: Kind) async throws
    {
        try await withKeys(kind) { database, folder, keys in
            let chains = (0..<5).map { _ in surroundings.identifier() }
            let before = try await database.write { transaction in
                try chains.map { try keys.make($0, in: transaction) }
            }
            let master = try folder.addMasterKey(surroundings)
            let rotated = ChainKeys(master: master, surroundings: surroundings)
            var rounds: [Int] = []
            repeat {
                rounds.append(try await database.write { try rotated.rewrap(atMost: 2, in: $0) })
            } while rounds.last != 0
            #expect(rounds == [2, 2, 1, 0])
            let alone = ChainKeys(
                master: MasterKeys(keys: master.keys.filter { $0.key == 2 }),
                surroundings: surroundings
            )
            #expect(
                try await database.read { transaction in try chains.map { try alone.key($0, in: transaction) } }
                    == before
            )
        }
    }

    @Test(arguments: Kind.available) func `a missing master key is named`(_ kind: Kind) async throws {
        try await withKeys(kind) { database, _, keys in
            let chain = surroundings.identifier()
            try await database.write { transaction in _ = try keys.make(chain, in: transaction) }
            let empty = ChainKeys(master: MasterKeys(keys: [:]), surroundings: surroundings)
            await #expect(throws: KeysError(.masterMissing, "")) {
                try await database.read { try empty.key(chain, in: $0) }
            }
        }
    }

    @Test(arguments: Kind.available) func `what the list says is destroyed again after a restore`(
        _ kind: Kind
    ) async throws {
        try await withKeys(kind) { database, folder, keys in
            let chains = (0..<3).map { _ in surroundings.identifier() }
            try await database.write { transaction in
                for chain in chains { _ = try keys.make(chain, in: transaction) }
            }
            try folder.destroyed.add(chains[1])
            let list = try folder.destroyed.chains()
            #expect(try await database.write { try keys.replay(list, in: $0) } == [chains[1]])
            #expect(try await database.write { try keys.replay(list, in: $0) } == [])
            let left = try await database.read { transaction in
                try chains.map { try keys.key($0, in: transaction) != nil }
            }
            #expect(left == [true, false, true])
        }
    }
}
