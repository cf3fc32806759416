import Database
import House
import Kernel
import Ledger
import TestGround
import Testing

@testable import Dossiers

/// The gates of a type hold at another door too, such as the Zaken API.
@Suite struct DoorTests {
    typealias Kind = TestGround.Kind

    /// The reason with which a door refuses; nil when it opens.
    private func reason(
        _ ground: DossierGround,
        _ body: @escaping @Sendable (DossierRegister, Change) throws -> Void
    ) async throws -> String? {
        let register = ground.register
        do {
            try await ground.hall.journal.change(by: .house, request: Identifier(high: 1, low: 1)) {
                try body(register, $0)
            }
            return nil
        } catch let problem as Problem where problem.status == 403 {
            return problem.code
        }
    }

    @Test(arguments: Kind.available) func `a program cannot close or decide what the type does not let anybody yet`(
        _ kind: Kind
    ) async throws {
        try await withHouse(kind, types: ["inname-openbaar-domein"]) { ground in
            let cast = try await Cast(ground)
            let (id, _) = try await cast.takeIn()
            let open = try await ground.register.view(id, as: cast.clerk).open
            let last = try #require(open.type.phases.last)
            let end = try #require(open.published.key(.fase, last.name))
            let granted = try #require(open.type.outcomes.first { $0.meaning == .granted })
            let result = try #require(open.published.key(.resultaat, granted.name))
            #expect(try await reason(ground) { try $0.mayStatus(end, of: id, $1) } == "gate")
            #expect(try await reason(ground) { try $0.mayResult(result, of: id, $1) } == "gate")
            #expect(try await reason(ground) { try $0.mayRemove(from: id, $1) } == "gate")
            let withdrawn = open.type.outcomes.first { $0.meaning == .withdrawn }
            let ended = try #require(withdrawn.flatMap { open.published.key(.resultaat, $0.name) })
            let free = try await reason(ground) { try $0.mayResult(ended, of: id, $1) }
            #expect(free == nil)
        }
    }

    @Test func `a zaak that is no dossier has no gates`() async throws {
        try await withHouse(.sqlite, types: ["straatverlichting"]) { ground in
            let (zaak, type) = (Identifier(high: 2, low: 2), Identifier(high: 3, low: 3))
            let free = try await reason(ground) { register, change in
                try register.mayStatus(type, of: zaak, change)
                try register.mayResult(type, of: zaak, change)
                try register.mayRemove(from: zaak, change)
                try register.follow(zaak, change)
            }
            #expect(free == nil)
        }
    }
}
