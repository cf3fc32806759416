import Crypto
import Database
import Foundation
import Kernel
import TestGround

@testable import Keys
@testable import Vault

/// A vault of its own for one test, with the key of one chain.
struct Safe: Sendable {
    let folder: URL
    let database: Database
    let keys: ChainKeys
    let keyFolder: KeyFolder
    let contents: Contents
    let chain: Identifier
    let clock: HandClock
    let surroundings: Surroundings

    static func with(
        _ kind: Kind,
        durability: Durability = .scratch,
        disk: Disk = Disk(),
        at path: String? = nil,
        limits: Contents.Limits = .init(),
        _ body: (Safe) async throws -> Void
    ) async throws {
        try await withFolder { folder in
            let clock = HandClock(at: LiveNow.instant)
            let surroundings = Surroundings(now: { clock.now }, random: Surroundings.live.random)
            let keyFolder = try KeyFolder(path: folder.path + "/keys")
            let keys = ChainKeys(master: try keyFolder.masterKeys(surroundings), surroundings: surroundings)
            try await withDatabase(kind, durability: durability) { database in
                try await database.migrate(ChainKeys.migrations + Contents.migrations)
                let chain = surroundings.identifier()
                try await database.write { _ = try keys.make(chain, in: $0) }
                try await body(
                    Safe(
                        folder: folder,
                        database: database,
                        keys: keys,
                        keyFolder: keyFolder,
                        contents: Contents(
                            folder: try ObjectFolder(path: path ?? folder.path + "/vault", disk: disk),
                            database: database,
                            keys: keys,
                            surroundings: surroundings,
                            limits: limits
                        ),
                        chain: chain,
                        clock: clock,
                        surroundings: surroundings
                    )
                )
            }
        }
    }

    /// Receives bytes as text and gives them a row to which something refers.
    func store(_ bytes: [UInt8], name: String = "brief.txt") async throws -> ReceivedContent {
        let received = try await contents.receive(Parts(bytes), name: name)
        try await database.write { transaction in
            try contents.put(received, in: chain, transaction)
            try contents.refer(received.id, transaction)
        }
        return received
    }

    func read(_ id: Identifier, for reader: ContentReader = .uploader, range: Range<Int64>? = nil) async throws
        -> [UInt8]
    {
        var bytes: [UInt8] = []
        for try await part in try await contents.open(id, for: reader, range: range).bytes { bytes += part }
        return bytes
    }

    /// What is wrong with the folder.
    func findings() async throws -> [ContentsFinding] { try await contents.verify().findings }

    func objectPath(_ id: Identifier) -> String { contents.folder.file(id) }

    /// Files under the folder of the vault.
    var files: [String] {
        let root = folder.path + "/vault"
        return (FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []).filter { name in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: root + "/" + name, isDirectory: &isFolder)
                && !isFolder.boolValue
        }
    }
}

/// Bytes that come in parts.
struct Parts: AsyncSequence, Sendable {
    let parts: [[UInt8]]
    /// Thrown after the last part, as when a sender goes away.
    var failure: VaultError?

    init(_ bytes: [UInt8], size: Int = 50_000, failure: VaultError? = nil) {
        parts = stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<Swift.min(bytes.count, $0 + size)]) }
        self.failure = failure
    }

    func makeAsyncIterator() -> Iterator { Iterator(parts: self) }

    struct Iterator: AsyncIteratorProtocol {
        let parts: Parts
        var index = 0

        mutating func next() async throws -> [UInt8]? {
            guard index < parts.parts.count else {
                if let failure = parts.failure { throw failure }
                return nil
            }
            defer { index += 1 }
            return parts.parts[index]
        }
    }
}

/// Text of so many bytes that follows from its seed: 64 letters, over and over, and a number in each line.
func letters(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    let line = (0..<64).map { _ in UInt8.random(in: 0x61...0x7A, using: &generator) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 80)
    while bytes.count < count {
        bytes += line
        bytes += Array("\(bytes.count)\n".utf8)
    }
    return Array(bytes.prefix(count))
}

/// The machine's time, to which the times of files can be compared.
enum LiveNow {
    static var instant: Instant { Surroundings.live.now() }
}
