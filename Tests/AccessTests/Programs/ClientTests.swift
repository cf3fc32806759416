import Crypto
import Database
import Foundation
import Kernel
import Keys
import TestGround
import Testing

@testable import Access

@Suite struct ClientTests {
    typealias Kind = TestGround.Kind

    @Test(arguments: Kind.available) func `a superuser may do everything, a plain client nothing`(
        _ kind: Kind
    ) async throws {
        try await withGround(kind) { ground in
            let target = Target(id: ground.surroundings.identifier(), organisation: nil, type: nil, rank: .zeerGeheim)
            for (id, isSuperuser) in [("alles", true), ("niets", false)] {
                try await ground.database.write { transaction in
                    _ = try ground.clients.add(id, secret: "s", isSuperuser: isSuperuser, in: transaction)
                }
                let claims = TokenSamples.claims(["client_id": .text(id)])
                let visitor = try await ground.enter("Bearer " + TokenSamples.token(claims, secret: "s")).get()
                let may = try await ground.database.read {
                    try Rights(of: visitor).may("zaken.geforceerd-bijwerken", of: .zaken, on: target, in: $0)
                }
                #expect(may == isSuperuser, "\(id)")
            }
        }
    }

    @Test(arguments: Kind.available) func `client ids of one Applicatie share its grants, and belong to it for ever`(
        _ kind: Kind
    ) async throws {
        try await withGround(kind) { ground in
            let (one, other) = (ground.surroundings.identifier(), ground.surroundings.identifier())
            try await ground.database.write { transaction in
                _ = try ground.clients.add("a", for: one, label: "Belastingen", in: transaction)
                _ = try ground.clients.add("b", for: one, in: transaction)
                #expect(throws: AccessError(.exists, "")) {
                    try ground.clients.add("a", for: other, in: transaction)
                }
                #expect(try ground.clients.clients(of: one, in: transaction).map(\.id) == ["a", "b"])
                let armed = try ground.clients.add("b", secret: "geheim", isSuperuser: false, in: transaction)
                #expect(armed.client.subject == one && armed.client.secrets == 1 && armed.isSecretShort)
                #expect(try ground.clients.clients(after: "a", in: transaction).map(\.id) == ["b"])
                #expect(try ground.clients.remove("a", in: transaction))
                #expect(try ground.clients.client("a", in: transaction) == nil)
            }
        }
    }

    @Test(arguments: Kind.available, ["", "a\u{0}", String(repeating: "x", count: 51)])
    func `a client id that cannot be is refused`(_ kind: Kind, _ id: String) async throws {
        try await withGround(kind) { ground in
            await #expect(throws: AccessError(.malformed, "")) { _ = try await ground.addClient(id) }
        }
    }

    @Test(arguments: Kind.available, ["", String(repeating: "x", count: 1_025)])
    func `a secret that cannot be is refused, and the client is not made`(
        _ kind: Kind,
        _ secret: String
    ) async throws {
        try await withGround(kind) { ground in
            await #expect(throws: AccessError(.malformed, "")) { try await ground.addClient(secret: secret) }
            let client = try await ground.database.read { try ground.clients.client("belastingen", in: $0) }
            #expect(client == nil)
        }
    }

    @Test(arguments: Kind.available) func `a secret moved to another client does not open there`(
        _ kind: Kind
    ) async throws {
        try await withGround(kind) { ground in
            _ = try await ground.addClient("a", secret: "een")
            _ = try await ground.addClient("b", secret: "twee")
            let sealed = try await ground.database.write { transaction in
                try transaction.run(
                    "UPDATE client SET secret = (SELECT secret FROM client WHERE id = 'a') WHERE id = 'b'"
                )
                return try transaction.all("SELECT secret FROM client") { $0.bytes(0) }
            }
            #expect(sealed.allSatisfy { $0.count == 12 + 3 + 16 })
            let claims = TokenSamples.claims(["client_id": .text("b")])
            await #expect(throws: AccessError(.tampered, "")) {
                try await ground.enter("Bearer " + TokenSamples.token(claims, secret: "een"))
            }
        }
    }

    @Test(arguments: Kind.available)
    func `the seal of a house is the same for every server, also when two start at once`(
        _ kind: Kind
    ) async throws {
        try await withFolder { folder in
            let surroundings = Surroundings.live
            let master = try KeyFolder(path: folder.path).masterKeys(surroundings)
            let keys = ChainKeys(master: master, surroundings: surroundings)
            try await withDatabase(kind) { database in
                try await database.migrate(Ground.migrations)
                let seals = try await withThrowingTaskGroup(of: Seal.self) { group in
                    for _ in 0..<4 { group.addTask { try await Seal.open(database, keys, surroundings) } }
                    return try await group.reduce(into: [Seal]()) { $0.append($1) }
                }
                let sealed = try seals[0].close([1, 2, 3], for: "x")
                for seal in seals { #expect(try seal.open(sealed, for: "x") == [1, 2, 3]) }
                #expect(throws: AccessError(.tampered, "")) { try seals[1].open(sealed, for: "y") }
            }
        }
    }
}
