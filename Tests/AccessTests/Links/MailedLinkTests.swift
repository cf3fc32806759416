import Database
import Kernel
import TestGround
import Testing

@testable import Access

@Suite struct MailedLinkTests {
    typealias Kind = TestGround.Kind

    @Test(arguments: Kind.available) func `a link opens its one dossier for a guest`(_ kind: Kind) async throws {
        try await withGround(kind) { ground in
            let (dossier, other) = (ground.surroundings.identifier(), ground.surroundings.identifier())
            let link = try #require(try await Self.ask(ground, dossier))
            let token = try #require(try await Self.enter(ground, link))
            let visitor = try #require(try await ground.session(token)).visitor
            guard case .guest(let identity, of: dossier) = visitor else {
                Issue.record("\(visitor)")
                return
            }
            #expect(identity.level == .mailedLink && identity.subject == Self.subject)
            let scopes: [Scope] = ["zaken.lezen", "zaken.bijwerken"]
            let may = try await ground.database.read { transaction in
                try [dossier, other].map { object in
                    let target = Target(id: object, organisation: nil, type: nil, rank: .openbaar)
                    return try scopes.map {
                        try Rights(of: visitor).may($0, of: .zaken, on: target, in: transaction)
                    }
                }
            }
            #expect(may == [[true, false], [false, false]])
        }
    }

    @Test(arguments: Kind.available) func `a link works once, also when two hands click at once`(
        _ kind: Kind
    ) async throws {
        try await withGround(kind) { ground in
            let link = try #require(try await Self.ask(ground, ground.surroundings.identifier()))
            let entered = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 { group.addTask { try await Self.enter(ground, link) != nil } }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(entered == 1)
        }
    }

    @Test(arguments: Kind.available) func `a link opens nothing after a day, for another purpose, or when withdrawn`(
        _ kind: Kind
    ) async throws {
        try await withGround(kind) { ground in
            let dossier = ground.surroundings.identifier()
            let link = try #require(try await Self.ask(ground, dossier))
            #expect(try await Self.enter(ground, link, for: .draft) == nil)
            #expect(try await Self.enter(ground, link, for: .password) == nil)
            ground.clock.advance(milliseconds: MailedLinkStore.lifeMilliseconds - 1)
            let late = try #require(try await Self.ask(ground, dossier))
            #expect(try await Self.enter(ground, link) != nil)
            let expired = try #require(try await Self.ask(ground, dossier))
            ground.clock.advance(milliseconds: MailedLinkStore.lifeMilliseconds)
            #expect(try await Self.enter(ground, expired) == nil)
            #expect(try await Self.enter(ground, late) == nil)
            let withdrawn = try #require(try await Self.ask(ground, dossier))
            try await ground.database.write { try ground.links.end(of: dossier, in: $0) }
            #expect(try await Self.enter(ground, withdrawn) == nil)
        }
    }

    @Test(arguments: Kind.available) func `an address gets three mails an hour, whoever asks and however it is typed`(
        _ kind: Kind
    ) async throws {
        try await withGround(kind) { ground in
            let addresses = ["jan@example.org", " JAN@example.org", "Jan@Example.org ", "jan@example.org"]
            var made: [Bool] = []
            for address in addresses + addresses {
                made.append(try await Self.ask(ground, ground.surroundings.identifier(), to: address) != nil)
            }
            #expect(made == [true, true, true, false, false, false, false, false])
            #expect(try await Self.ask(ground, ground.surroundings.identifier(), to: "an@example.org") != nil)
            ground.clock.advance(milliseconds: 3_600_000)
            #expect(try await Self.ask(ground, ground.surroundings.identifier()) != nil)
        }
    }

    @Test(arguments: Kind.available) func `fifty requests at once make three mails`(_ kind: Kind) async throws {
        try await withGround(kind) { ground in
            let dossier = ground.surroundings.identifier()
            let made = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<50 { group.addTask { try await Self.ask(ground, dossier) != nil } }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(made == 3)
        }
    }

    @Test(arguments: Kind.available) func `asking for an address that we do not know counts the same`(
        _ kind: Kind
    ) async throws {
        try await withGround(kind) { ground in
            for _ in 0..<3 { #expect(try await Self.ask(ground, nil) == nil) }
            #expect(try await Self.ask(ground, ground.surroundings.identifier()) == nil)
            let addresses = try await ground.database.read {
                try $0.all("SELECT address FROM mailed_to") { $0.bytes(0).count }
            }
            #expect(addresses == [32, 32, 32])
        }
    }

    @Test(arguments: Kind.available) func `what expired is swept`(_ kind: Kind) async throws {
        try await withGround(kind) { ground in
            for _ in 0..<3 { _ = try await Self.ask(ground, ground.surroundings.identifier()) }
            let sweep: @Sendable (Transaction) throws -> Int = { try ground.links.sweep(atMost: 100, in: $0) }
            #expect(try await ground.database.write(sweep) == 0)
            ground.clock.advance(milliseconds: MailedLinkStore.lifeMilliseconds)
            #expect(try await ground.database.write(sweep) == 6)
            #expect(try await ground.database.write(sweep) == 0)
        }
    }

    private static let subject = Identifier(high: 1, low: 2)

    private static func ask(
        _ ground: Ground,
        _ object: Identifier?,
        to address: String = "jan@example.org"
    ) async throws -> Token? {
        try await ground.database.write {
            try ground.links.make(.dossier, of: object, for: subject, to: address, in: $0)
        }
    }

    private static func enter(
        _ ground: Ground,
        _ link: Token,
        for purpose: MailedLinkStore.Purpose = .dossier
    ) async throws -> Token? {
        try await ground.database.write { try ground.links.enter(link, for: purpose, origin: "", in: $0) }
    }
}
