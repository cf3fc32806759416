import Database
import Kernel
import Keys
import TestGround
import Testing

@testable import Outbox

@Suite struct StoreTests {
    @Test(arguments: Kind.available)
    func `a message reads back, and nothing of it stands in clear in the table`(_ kind: Kind) async throws {
        try await withGround(kind) { ground in
            let mail = try ground.mail()
            let id = try await ground.put(mail)
            #expect(try await ground.database.read { try ground.outbox.outgoing(id, $0) } == mail)
            let letter = try Outgoing(
                .letter(address: "Markt 1\n9000 Gent"),
                name: "Jef",
                subject: "Brief",
                text: "Dag",
                about: ground.dossier
            )
            let printed = try await ground.put(letter)
            #expect(try await ground.database.read { try ground.outbox.outgoing(printed, $0) } == letter)
            let sealed = try await ground.database.read { transaction in
                try transaction.all("SELECT sealed FROM outgoing") { $0.bytes(0) }
            }
            for bytes in sealed {
                #expect(!String(decoding: bytes, as: UTF8.self).contains("noor"))
                #expect(!String(decoding: bytes, as: UTF8.self).contains("Dag"))
            }
        }
    }

    @Test(arguments: Kind.available)
    func `a message belongs to its change: without commit there is none`(_ kind: Kind) async throws {
        struct Stop: Error {}
        try await withGround(kind) { ground in
            let mail = try ground.mail()
            await #expect(throws: Stop.self) {
                try await ground.database.write { transaction in
                    try ground.outbox.put(mail, in: ground.dossier, at: Ground.start, transaction)
                    throw Stop()
                }
            }
            #expect(try await ground.database.read { try ground.outbox.items($0) }.isEmpty)
        }
    }

    @Test(arguments: Kind.available)
    func `when its chain is destroyed a message cannot be read, and its rows can go`(_ kind: Kind) async throws {
        try await withGround(kind) { ground in
            let id = try await ground.put(try ground.mail())
            try await ground.database.write { try ground.keys.destroy(ground.dossier, in: $0) }
            #expect(try await ground.database.read { try ground.outbox.outgoing(id, $0) } == nil)
            await #expect(throws: OutboxError(.noKey, "")) { try await ground.put(try ground.mail()) }
            #expect(try await ground.database.write { try ground.outbox.remove(of: ground.dossier, in: $0) } == 1)
            #expect(try await ground.database.read { try ground.outbox.items($0) }.isEmpty)
        }
    }

    @Test(arguments: Kind.available)
    func `what was sealed for one row does not open in another`(_ kind: Kind) async throws {
        try await withGround(kind) { ground in
            let first = try await ground.put(try ground.mail())
            let second = try await ground.put(try ground.mail(name: "Jef"))
            try await ground.database.write { transaction in
                try transaction.run(
                    "UPDATE outgoing SET sealed = (SELECT sealed FROM outgoing WHERE id = $1) WHERE id = $2",
                    [.bytes(first.bytes), .bytes(second.bytes)]
                )
            }
            await #expect(throws: OutboxError(.tampered, "")) {
                try await ground.database.read { try ground.outbox.outgoing(second, $0) }
            }
        }
    }

    @Test(arguments: Kind.available)
    func `two processes never hold one mail, and one that fell silent loses it`(_ kind: Kind) async throws {
        try await withGround(kind) { ground in
            for _ in 0..<30 { try await ground.put(try ground.mail()) }
            let hands = (0..<4).map { _ in
                DeliveryStore(outbox: ground.outbox, holder: ground.surroundings.identifier())
            }
            let taken = try await withThrowingTaskGroup(of: [Identifier].self) { group in
                for hand in hands {
                    group.addTask {
                        try await ground.database.write { try hand.take(atMost: 20, domain: "a.example", in: $0) }
                            .map(\.id)
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(Set(taken).count == taken.count)
            ground.clock.advance(milliseconds: DeliveryStore.lasting + 1)
            let again = try await ground.database.write {
                try hands[0].take(atMost: 100, domain: "b.example", in: $0)
            }
            #expect(again.count == 30)
            // Whoever lost it can no longer say how it went; and the Message-ID stays what it was.
            let mail = try #require(again.first { taken.contains($0.id) })
            #expect(mail.domain == "a.example")
            let other = DeliveryStore(outbox: ground.outbox, holder: ground.surroundings.identifier())
            try await ground.database.write { try other.sent(mail, in: $0) }
            #expect(try await ground.item(mail.id)?.state == .waiting)
            try await ground.database.write { try hands[0].sent(mail, in: $0) }
            #expect(try await ground.item(mail.id)?.state == .sent)
        }
    }

    @Test(arguments: Kind.available)
    func `a letter waits for a person, and is posted once`(_ kind: Kind) async throws {
        try await withGround(kind) { ground in
            let letter = try Outgoing(
                .letter(address: "Markt 1"),
                name: "Jef",
                subject: "Brief",
                text: "Dag",
                about: ground.dossier
            )
            let id = try await ground.put(letter)
            let hand = DeliveryStore(outbox: ground.outbox, holder: id)
            #expect(try await ground.database.write { try hand.take(atMost: 9, domain: "x", in: $0) }.isEmpty)
            #expect(try await ground.database.write { try ground.outbox.posted(id, in: $0) })
            #expect(try await !ground.database.write { try ground.outbox.posted(id, in: $0) })
            #expect(try await !ground.database.write { try ground.outbox.tryAgain(id, in: $0) })
        }
    }

    @Test(arguments: Kind.available)
    func `the list goes page by page, by state, and by what it is about`(_ kind: Kind) async throws {
        try await withGround(kind) { ground in
            var ids: [Identifier] = []
            for _ in 0..<5 {
                ids.append(try await ground.put(try ground.mail()))
                ground.clock.advance(milliseconds: 1_000)
            }
            let outbox = ground.outbox
            try await ground.database.read { [ids] transaction in
                let first = try outbox.items(atMost: 2, transaction)
                #expect(first.map(\.id) == [ids[4], ids[3]])
                let next = try outbox.items(before: (first[1].made, first[1].id), atMost: 2, transaction)
                #expect(next.map(\.id) == [ids[2], ids[1]])
                #expect(try outbox.items(in: .sent, transaction).isEmpty)
                #expect(try outbox.items(about: ground.dossier, transaction).count == 5)
                #expect(try outbox.items(about: ids[0], transaction).isEmpty)
            }
        }
    }
}
