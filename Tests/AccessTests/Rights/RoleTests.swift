import Testing

@testable import Access

@Suite struct RoleTests {
    @Test(arguments: Role.allCases) func `each role may read something, and none may do everything`(_ role: Role) {
        #expect(role.holds("zaken.lezen", of: .zaken))
        #expect(!role.holds(.everything, of: .zaken) && !role.holds(.everything, of: .every))
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let role: Role
        let scope: Scope
        let kind: Access.Kind
        let holds: Bool
        var testDescription: String { "\(role) \(holds ? "may" : "may not") \(scope.rawValue)" }
    }

    @Test(arguments: [
        Case(role: .behandelaar, scope: "zaken.bijwerken", kind: .zaken, holds: true),
        Case(role: .behandelaar, scope: "dossiers.goedkeuren", kind: .zaken, holds: false),
        Case(role: .goedkeurder, scope: "dossiers.goedkeuren", kind: .zaken, holds: true),
        Case(role: .goedkeurder, scope: "zaken.bijwerken", kind: .zaken, holds: false),
        Case(role: .balie, scope: "zaken.aanmaken", kind: .zaken, holds: true),
        Case(role: .balie, scope: "zaken.bijwerken", kind: .zaken, holds: false),
        Case(role: .inzage, scope: "zaken.aanmaken", kind: .zaken, holds: false),
        Case(role: .beheerder, scope: "catalogi.schrijven", kind: .catalogi, holds: true),
        Case(role: .beheerder, scope: "zaken.bijwerken", kind: .zaken, holds: false),
        Case(role: .beheerder, scope: "gebruikers.beheren", kind: .huis, holds: true),
        Case(role: .dpo, scope: "inzages.lezen", kind: .huis, holds: true),
        Case(role: .dpo, scope: "gebruikers.beheren", kind: .huis, holds: false),
        Case(role: .archivaris, scope: "vernietiging.voorstellen", kind: .huis, holds: true),
        Case(role: .adviseur, scope: "zaken.statussen.toevoegen", kind: .zaken, holds: false),
        Case(role: .behandelaar, scope: "zaken.lezen", kind: .documenten, holds: false),
    ]) func `nobody approves what they handle, and nobody manages rights but the manager`(_ one: Case) {
        #expect(one.role.holds(one.scope, of: one.kind) == one.holds)
    }

    @Test(arguments: Rank.allCases) func `a rank is written as the standard writes it`(_ rank: Rank) {
        #expect(Rank(rank.word) == rank)
        #expect(Rank(rank.word.uppercased()) == nil)
    }

    @Test func `ranks go from open to secret`() {
        #expect(Rank.allCases.map(\.rawValue) == Array(1...8))
        #expect(Rank.allCases.sorted() == Rank.allCases)
        #expect(Rank.zaakvertrouwelijk < .vertrouwelijk)
    }

    @Test func `a scope of an older text is the same scope`() {
        #expect(Scope(written: "zds.scopes.zaken.lezen") == "zaken.lezen")
        #expect(Scope(written: "zaken.lezen") == "zaken.lezen")
    }
}
