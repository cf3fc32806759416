import Crypto
import Database
import Foundation
import Kernel
import TestGround
import Testing

@testable import Keys
@testable import Vault

/// A process that stores contents until it is killed, and what it says to have stored.
///
/// The kill comes from inside, by a thread that knows nothing of the work or at a chosen system call; for the process
/// that is the same as one from outside.
struct Doomed: Codable, Sendable {
    enum Death: Codable, Sendable {
        /// So long after so many contents were acknowledged.
        case after(contents: Int, microseconds: UInt32)
        case call(Int)
    }

    let folder: String
    let database: String
    let isPostgres: Bool
    let death: Death
    let seed: UInt64

    var location: Database.Location { isPostgres ? .postgres(url: database) : .sqlite(path: database) }
    var acknowledged: String { folder + "/acknowledged" }

    static let chain = Identifier(high: 1, low: 2)
    private static let contentsMax = 400

    /// Stores contents; never returns before it is killed, unless it is done.
    func live() async throws {
        let counter = CallCounter()
        var disk = Disk()
        if case .call(let number) = death { disk.before = { _ in counter.dieAt(number) } }
        let contents = try await open(disk)
        counter.start()
        var generator = SeededGenerator(seed: seed)
        for index in 0..<Self.contentsMax {
            if case .after(index, let microseconds) = death { Self.die(after: microseconds) }
            let bytes = letters(Int.random(in: 0...300_000, using: &generator), seed: seed &+ UInt64(index))
            let received = try await contents.receive(Parts(bytes), name: "brief.txt")
            try await contents.database.write { transaction in
                try contents.put(received, in: Self.chain, transaction)
                try contents.refer(received.id, transaction)
            }
            acknowledge("\(received.id) \(bytes.count) \(seed &+ UInt64(index))\n")
        }
    }

    private static func die(after microseconds: UInt32) {
        Thread.detachNewThread {
            usleep(microseconds)
            kill(getpid(), SIGKILL)
        }
    }

    func open(_ disk: Disk = Disk()) async throws -> Contents {
        let keys = try KeyFolder(path: folder + "/keys").masterKeys(.live)
        return Contents(
            folder: try ObjectFolder(path: folder + "/vault", disk: disk),
            database: try Database(location, durability: .full),
            keys: ChainKeys(master: keys, surroundings: .live),
            surroundings: .live,
            limits: .init()
        )
    }

    private func acknowledge(_ line: String) {
        let file = Foundation.open(acknowledged, O_WRONLY | O_APPEND | O_CREAT, 0o600)
        _ = Array(line.utf8).withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        close(file)
    }
}

/// Counts the system calls of the vault, and kills the process at one of them.
private final class CallCounter: @unchecked Sendable {
    // Sound: every use is under `lock`.
    private let lock = NSLock()
    private var count: Int?

    func start() { lock.withLock { count = 0 } }

    func dieAt(_ number: Int) -> Int32? {
        lock.withLock {
            guard let count else { return }
            self.count = count + 1
            if count + 1 == number { kill(getpid(), SIGKILL) }
        }
        return nil
    }
}

@Suite(.serialized) struct KillTests {
    private static let randomly: [Doomed.Death] = {
        var generator = SeededGenerator(seed: 20_261_125)
        return (0..<30).map { index in
            .after(contents: index % 3, microseconds: UInt32.random(in: 0...60_000, using: &generator))
        }
    }()

    @Test func `no acknowledged content is lost when the process is killed at any moment`() async throws {
        for kind in Kind.available {
            let deaths = kind == .sqlite ? Self.randomly : Array(Self.randomly.prefix(8))
            try await withHouse(kind) { folder, database in
                var acknowledged: [Int] = []
                for (index, death) in deaths.enumerated() {
                    acknowledged.append(
                        try await round(folder, database, kind, death, seed: UInt64(index) * 1_000)
                    )
                }
                // Killed in the middle of the work, that is, and not before it began.
                #expect(acknowledged.reduce(0, +) >= deaths.count * 2 / 3, "\(kind): \(acknowledged)")
            }
        }
    }

    @Test func `no acknowledged content is lost when the process is killed at any call to the disk`() async throws {
        try await withHouse(.sqlite) { folder, database in
            for call in 1...26 {
                _ = try await round(folder, database, .sqlite, .call(call), seed: UInt64(call) * 1_000 + 500_000)
            }
        }
    }

    private func withHouse(_ kind: Kind, _ body: (String, String) async throws -> Void) async throws {
        try await withFolder { folder in
            let location = try await location(kind, in: folder)
            let database = try Database(location)
            defer { database.close() }
            try await database.migrate(ChainKeys.migrations + Contents.migrations)
            let keys = ChainKeys(
                master: try KeyFolder(path: folder.path + "/keys").masterKeys(.live),
                surroundings: .live
            )
            try await database.write { _ = try keys.make(Doomed.chain, in: $0) }
            switch location {
            case .sqlite(let path): try await body(folder.path, path)
            case .postgres(let url): try await body(folder.path, url)
            }
        }
    }

    /// Lets a process live and die, and looks at what it left; answers how many contents it had acknowledged.
    private func round(
        _ folder: String,
        _ database: String,
        _ kind: Kind,
        _ death: Doomed.Death,
        seed: UInt64
    ) async throws -> Int {
        let doomed = Doomed(
            folder: folder,
            database: database,
            isPostgres: kind == .postgres,
            death: death,
            seed: seed
        )
        await #expect(processExitsWith: .signal(SIGKILL)) { [doomed = doomed as Doomed] in
            try await doomed.live()
        }
        return try await check(doomed)
    }

    /// Acknowledged: readable, and the same bytes. Not acknowledged: whole, or gone after a sweep.
    private func check(_ doomed: Doomed) async throws -> Int {
        let contents = try await doomed.open()
        defer { contents.database.close() }
        let text = (try? String(contentsOfFile: doomed.acknowledged, encoding: .utf8)) ?? ""
        let lines = text.split(separator: "\n")
        for line in lines {
            let words = line.split(separator: " ")
            let id = try #require(Identifier(String(words[0])))
            let (count, seed) = (try #require(Int(words[1])), try #require(UInt64(words[2])))
            var bytes: [UInt8] = []
            for try await part in try await contents.open(id, for: .uploader).bytes { bytes += part }
            #expect(bytes == letters(count, seed: seed), "\(doomed.death): \(id)")
        }
        try? FileManager.default.removeItem(atPath: doomed.acknowledged)
        #expect(try FileManager.default.contentsOfDirectory(atPath: doomed.folder + "/vault/drafts") == [])
        // A day later, so that what was never referred to is beyond its grace.
        var later = contents.surroundings
        later.now = { Surroundings.live.now().adding(milliseconds: 86_400_000) ?? .latest }
        let sweeping = Contents(
            folder: contents.folder,
            database: contents.database,
            keys: contents.keys,
            surroundings: later,
            limits: .init()
        )
        _ = try await sweeping.sweep(before: later.now())
        #expect(try await sweeping.verify().findings == [], "\(doomed.death)")
        return lines.count
    }
}
