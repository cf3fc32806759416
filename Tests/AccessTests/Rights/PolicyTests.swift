import Database
import Kernel
import TestGround
import Testing

@testable import Access

/// Every kind of visitor before every kind of door.
@Suite struct PolicyTests {
    enum Who: String, Sendable, CaseIterable {
        case anonymous, guest, stranger, resident, neighbour, behandelaar, adviseurOfOne, suspendedRights, client
        case clientOfOther, superuser, house
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let policy: Policy
        /// Who may pass when the route names the dossier; everybody else must not.
        let may: Set<Who>
        var testDescription: String { "\(policy)" }
    }

    static let cases = [
        Case(policy: .everyone, may: Set(Who.allCases)),
        Case(policy: .guest, may: [.guest, .resident, .house]),
        Case(policy: .resident(atLeast: .mailedLink), may: [.resident, .neighbour, .house]),
        Case(policy: .resident(atLeast: .high), may: [.house]),
        Case(policy: .official, may: [.behandelaar, .adviseurOfOne, .suspendedRights, .house]),
        Case(
            policy: .scope("zaken.lezen", of: .zaken),
            may: [.behandelaar, .adviseurOfOne, .client, .superuser, .house]
        ),
        Case(policy: .scope("zaken.bijwerken", of: .zaken), may: [.behandelaar, .superuser, .house]),
        Case(policy: .scope("zaken.lezen", of: .besluiten), may: [.superuser, .house]),
        Case(policy: .program("zaken.lezen", of: .zaken), may: [.client, .superuser, .house]),
        Case(policy: .superuser, may: [.superuser, .house]),
        Case(policy: .anyOf([]), may: [.house]),
        Case(
            policy: .anyOf([.guest, .official]),
            may: [
                .guest, .resident, .behandelaar, .adviseurOfOne, .suspendedRights, .house,
            ]
        ),
    ]

    @Test(arguments: TestGround.Kind.available, cases)
    func `a door opens for whom its policy names and for nobody else`(
        _ kind: TestGround.Kind,
        _ one: Case
    ) async throws {
        try await withGround(kind) { ground in
            let dossier = ground.surroundings.identifier()
            let visitors = try await Self.visitors(ground, dossier)
            for (who, visitor) in visitors {
                let may = try await ground.database.read {
                    try Rights(of: visitor).may(one.policy, on: dossier, in: $0)
                }
                #expect(may == one.may.contains(who), "\(who)")
            }
        }
    }

    @Test(arguments: TestGround.Kind.available) func `a tie to one dossier opens no door of another`(
        _ kind: TestGround.Kind
    ) async throws {
        try await withGround(kind) { ground in
            let visitors = try await Self.visitors(ground, ground.surroundings.identifier())
            let other = ground.surroundings.identifier()
            for who in [Who.guest, .resident, .adviseurOfOne] {
                let visitor = try #require(visitors[who])
                let may = try await ground.database.read { transaction in
                    let policies: [Policy] = [.guest, .scope("zaken.lezen", of: .zaken)]
                    return try policies.contains { try Rights(of: visitor).may($0, on: other, in: transaction) }
                }
                #expect(!may, "\(who)")
            }
        }
    }

    @Test(arguments: TestGround.Kind.available) func `an adviser of one dossier may open the list in which it stands`(
        _ kind: TestGround.Kind
    ) async throws {
        try await withGround(kind) { ground in
            let visitors = try await Self.visitors(ground, ground.surroundings.identifier())
            let adviser = try #require(visitors[.adviseurOfOne])
            let may = try await ground.database.read {
                try Rights(of: adviser).may(.scope("zaken.lezen", of: .zaken), in: $0)
            }
            #expect(may)
        }
    }

    private static func visitors(_ ground: Ground, _ dossier: Identifier) async throws -> [Who: Visitor] {
        let ids = Dictionary(uniqueKeysWithValues: Who.allCases.map { ($0, ground.surroundings.identifier()) })
        let identity: @Sendable (Who, Level) -> Identity = {
            Identity(subject: ids[$0] ?? dossier, level: $1)
        }
        try await ground.database.write { transaction in
            let subject: (Who) -> Identifier = { ids[$0] ?? dossier }
            try GrantStore.add(Grant(subject: subject(.behandelaar), role: .behandelaar), in: transaction)
            for (who, kind) in [(Who.client, Access.Kind.zaken), (.clientOfOther, .documenten)] {
                let grant = Grant(subject: subject(who), scope: "zaken.lezen", of: kind, upTo: .openbaar)
                try GrantStore.add(grant, in: transaction)
            }
            try GrantStore.add(.everything(for: subject(.superuser)), in: transaction)
            for (who, bond) in [(Who.resident, Bond.initiator), (.adviseurOfOne, .adviseur)] {
                let tie = Relation(object: dossier, subject: subject(who), role: bond)
                try GrantStore.add(tie, in: transaction)
            }
        }
        return [
            .anonymous: .anonymous, .house: .house,
            .guest: .guest(identity(.guest, .mailedLink), of: dossier),
            .stranger: .guest(identity(.stranger, .mailedLink), of: identity(.stranger, .mailedLink).subject),
            .resident: .resident(identity(.resident, .substantial)),
            .neighbour: .resident(identity(.neighbour, .substantial)),
            .behandelaar: .official(identity(.behandelaar, .password)),
            .adviseurOfOne: .official(identity(.adviseurOfOne, .password)),
            .suspendedRights: .official(identity(.suspendedRights, .password)),
            .client: .program(identity(.client, .program), Claims(client: "a")),
            .clientOfOther: .program(identity(.clientOfOther, .program), Claims(client: "b")),
            .superuser: .program(identity(.superuser, .program), Claims(client: "c")),
        ]
    }
}
