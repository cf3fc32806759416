import Kernel
import Testing

@testable import Access

/// The condition itself, as text: what changes here changes what everybody may see.
@Suite struct ConditionTests {
    private static let subject = Identifier(high: 1, low: 2)
    private static let columns = Columns(id: "zaak.id", organisation: nil, type: "zaak.type", rank: "zaak.rank")

    @Test func `nobody's condition is false and the house's is true`() {
        #expect(Self.condition(.anonymous).sql == "(1 = 0)")
        #expect(Self.condition(.house).sql == "(1 = 1)")
        #expect(Self.condition(.anonymous).parameters.isEmpty)
    }

    @Test func `a guest's condition is one object, and false for what guests may not do`() {
        let guest = Visitor.guest(Identity(subject: Self.subject, level: .mailedLink), of: Identifier(high: 3, low: 4))
        let condition = Self.condition(guest)
        #expect(condition.sql == "(zaak.id IS NOT NULL AND zaak.id = $3)")
        #expect(condition.parameters == [.text(Identifier(high: 3, low: 4).description)])
        #expect(Self.condition(guest, "zaken.bijwerken").sql == "(1 = 0)")
    }

    @Test func `a program's condition for one row asks the grants for it`() {
        let program = Visitor.program(Identity(subject: Self.subject, level: .program), Claims(client: "c"))
        let condition = Self.condition(program, "besluiten.verwijderen", for: .one)
        #expect(
            condition.sql == """
                (EXISTS (SELECT 1 FROM access_grant WHERE access_grant.subject = $3
                AND access_grant.type IN (zaak.type, $4) AND access_grant.organisation IN ($4)
                AND access_grant.kind IN ($5, '*')
                AND access_grant.scope IN ($6, $7)
                AND access_grant.ceiling >= COALESCE(zaak.rank, 8)))
                """
        )
        let any = Value.text("*")
        #expect(
            condition.parameters == [
                .text(Self.subject.description), any, .text("zrc"), .text("besluiten.verwijderen"), .text("*"),
            ]
        )
    }

    @Test func `a program's condition for many rows gathers the grants once`() {
        let program = Visitor.program(Identity(subject: Self.subject, level: .program), Claims(client: "c"))
        let own = """
            access_grant.subject = $4
            AND access_grant.kind IN ($5, '*')
            AND access_grant.scope IN ($6, $7)
            """
        #expect(
            Self.condition(program, "besluiten.verwijderen").sql == """
                (COALESCE(zaak.rank, 8) <= COALESCE((SELECT max(access_grant.ceiling) FROM access_grant WHERE \(own)
                AND access_grant.type = $3 AND access_grant.organisation = $3), 0)
                OR (COALESCE(zaak.type, $3), COALESCE(zaak.rank, 8)) IN (
                SELECT access_grant.type, CAST(ladder.column1 AS BIGINT) FROM access_grant
                JOIN (VALUES (1), (2), (3), (4), (5), (6), (7), (8)) AS ladder ON ladder.column1 <= access_grant.ceiling
                WHERE \(own) AND access_grant.type <> $3 AND access_grant.organisation = $3))
                """
        )
    }

    @Test func `an official's condition lets the roles in that hold the scope`() {
        let official = Visitor.official(Identity(subject: Self.subject, level: .password))
        let parameters = Set(Self.condition(official, "dossiers.goedkeuren", for: .one).parameters)
        #expect(parameters.contains(.text("rol:goedkeurder")))
        #expect(!parameters.contains(.text("rol:behandelaar")))
    }

    private static func condition(
        _ visitor: Visitor,
        _ scope: Scope = "zaken.lezen",
        for aim: Predicate.Aim = .many
    ) -> Predicate {
        Rights(of: visitor).predicate(scope, of: .zaken, on: columns, firstParameter: 3, for: aim)
    }
}
