import Database
import Foundation
import House
import Kernel
import Ledger
import TestGround
import Testing

@Suite struct VerifyTests {
    /// A house with one chain of two entries, made and closed; the arguments that name it.
    private func withHouse(_ kind: Kind, _ body: ([String], URL, Database.Location) async throws -> Void) async throws {
        try await withFolder { folder in
            let location = try await location(kind, in: folder.appending(path: "data"))
            var settings = Settings()
            settings.data = folder.appending(path: "data").path
            settings.keys = folder.appending(path: "keys").path
            if case .postgres(let url) = location { settings.database = url }
            let hall = try await TownHall.open(settings)
            let chain = Surroundings.live.identifier()
            for number in UInt8(1)...2 {
                try await hall.journal.change(by: .house, request: chain) { change in
                    _ = try change.append(
                        EntryKind(rawValue: 40_000),
                        chain: chain,
                        resource: chain,
                        state: .zero,
                        clear: [number]
                    )
                }
            }
            try await hall.journal.sequence()
            hall.database.close()
            let arguments =
                ["--data", settings.data, "--keys", settings.keyFolder]
                + (settings.database.map { ["--database", $0] } ?? [])
            try await body(arguments, folder, location)
        }
    }

    @Test(arguments: Kind.available) func `verify ends with 0 and says what it looked at`(_ kind: Kind) async throws {
        try await withHouse(kind) { arguments, _, _ in
            let outcome = try await Program.run(["verify"] + arguments)
            #expect(outcome.status == 0, "\(outcome.complaint)")
            #expect(outcome.output.contains("1 ketens, 2 vermeldingen, 2 posities, 1 controlepunten"))
            #expect(outcome.output.contains("alles klopt"))
        }
    }

    @Test(arguments: Kind.available) func `verify ends with 1 and names the entry that was changed`(
        _ kind: Kind
    ) async throws {
        try await withHouse(kind) { arguments, _, location in
            let database = try Database(location)
            try await database.write { transaction in
                try transaction.run("UPDATE ledger_entry SET payload = $1 WHERE sequence = 1", [.bytes([0])])
            }
            database.close()
            let outcome = try await Program.run(["verify"] + arguments)
            #expect(outcome.status == 1)
            #expect(outcome.output.contains(", entry 1: its payload was changed"))
        }
    }

    @Test func `verify runs on a copy on which nothing can be written`() async throws {
        try await withHouse(.sqlite) { arguments, folder, _ in
            let data = folder.appending(path: "data").path
            try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: data)
            defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: data) }
            let before = try FileManager.default.contentsOfDirectory(atPath: data)
            #expect(try await Program.run(["verify"] + arguments).status == 0)
            #expect(try FileManager.default.contentsOfDirectory(atPath: data) == before)
        }
    }

    @Test func `without a key there is a sentence, not a verdict`() async throws {
        try await withHouse(.sqlite) { arguments, folder, _ in
            try FileManager.default.removeItem(at: folder.appending(path: "keys/verifier.key"))
            let outcome = try await Program.run(["verify"] + arguments)
            #expect(outcome.status == 2)
            #expect(outcome.complaint.contains("--key"))
        }
    }

    @Test func `the environment says where the house is, and an option decides over it`() async throws {
        try await withHouse(.sqlite) { arguments, folder, _ in
            let environment = [
                "BELFORT_DATA": folder.appending(path: "data").path,
                "BELFORT_KEYS": folder.appending(path: "keys").path,
            ]
            #expect(try await Program.run(["verify"], environment: environment).status == 0)
            let elsewhere = try await Program.run(["verify", "--data", "/nergens"], environment: environment)
            #expect(elsewhere.status == 2)
        }
    }

    @Test(arguments: Kind.available) func `migrate makes a new house and may be repeated`(_ kind: Kind) async throws {
        try await withHouse(kind) { arguments, _, _ in
            for _ in 0..<2 {
                let outcome = try await Program.run(["migrate"] + arguments)
                #expect(outcome.status == 0)
            }
        }
    }
}
