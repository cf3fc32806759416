import Database
import Kernel
import TestGround
import Testing

@testable import Access

/// How the databases run the predicate at 100,000 things: by index, on the grants as on the register.
@Suite(.serialized) struct PlanTests {
    @Test(arguments: TestGround.Kind.available) func `a page of 100,000 things is read by index`(
        _ kind: TestGround.Kind
    ) async throws {
        try await withGround(kind) { ground in
            let visitor = try await Self.fill(ground)
            let predicate = Rights(of: visitor)
                .predicate("zaken.lezen", of: .zaken, on: Thing.columns, firstParameter: 1)
            let page = "SELECT id FROM thing WHERE \(predicate.sql) ORDER BY made DESC, id DESC LIMIT 100"
            let plan = try await ground.database.read { try $0.plan(page, predicate.parameters) }
            #expect(plan.contains { $0.contains("thing_made") }, "\(plan)")
            Self.expectIndexes(plan)
            let rows = try await ground.database.read { try $0.all(page, predicate.parameters) { _ in true } }
            #expect(rows.count == 100)
        }
    }

    @Test(arguments: TestGround.Kind.available) func `one thing among 100,000 is read by its key`(
        _ kind: TestGround.Kind
    ) async throws {
        try await withGround(kind) { ground in
            let visitor = try await Self.fill(ground)
            let predicate = Rights(of: visitor)
                .predicate("zaken.lezen", of: .zaken, on: Thing.columns, firstParameter: 2, for: .one)
            let one = "SELECT made FROM thing WHERE id = $1 AND \(predicate.sql)"
            let plan = try await ground.database.read {
                try $0.plan(one, [.text(ground.surroundings.identifier().description)] + predicate.parameters)
            }
            #expect(plan.contains { $0.contains("thing_pkey") || $0.contains("sqlite_autoindex_thing") }, "\(plan)")
            Self.expectIndexes(plan)
            try await Self.expectShortWay(ground, visitor)
        }
    }

    /// What a resident is tied to is found from the ties, and not by going through all things.
    private static func expectShortWay(_ ground: Ground, _ visitor: Visitor) async throws {
        let identity = try #require(visitor.identity)
        let predicate = Rights(of: .resident(identity))
            .predicate("zaken.lezen", of: .zaken, on: Thing.columns, firstParameter: 1)
        let plan = try await ground.database.read {
            try $0.plan("SELECT count(*) FROM thing WHERE \(predicate.sql)", predicate.parameters)
        }
        #expect(plan.contains { $0.contains("thing_pkey") || $0.contains("sqlite_autoindex_thing") }, "\(plan)")
        #expect(plan.contains { $0.contains("access_relation_subject") }, "\(plan)")
    }

    /// Neither the things nor the grants nor the relations are ever read from end to end.
    private static func expectIndexes(_ plan: [String]) {
        for table in ["thing", "access_grant", "access_relation"] {
            #expect(!plan.contains { $0.contains("Seq Scan on \(table)") || $0 == "SCAN \(table)" }, "\(plan)")
        }
        #expect(plan.contains { $0.contains("access_grant") && $0.lowercased().contains("index") }, "\(plan)")
        #expect(plan.contains { $0.contains("access_relation") && $0.lowercased().contains("index") }, "\(plan)")
    }

    /// 100,000 things of 50 types; an official with rights on half of these, among 100 others.
    private static func fill(_ ground: Ground) async throws -> Visitor {
        var generator = SeededGenerator(seed: 5)
        let types = (0..<50).map { _ in Identifier.random(using: &generator) }
        let organisation = "OVO002067"
        let things = (0..<100_000).map { index in
            Thing(
                id: .random(using: &generator),
                organisation: organisation,
                type: types[index % 50],
                rank: Rank.allCases[index % 8]
            )
        }
        let subjects = (0..<100).map { _ in Identifier.random(using: &generator) }
        try await ground.database.migrate(ChainKeysAndThings.migrations)
        for start in stride(from: 0, to: things.count, by: 10_000) {
            try await ground.database.write { transaction in
                try Thing.add(Array(things[start..<start + 10_000]), from: start, in: transaction)
            }
        }
        try await ground.database.write { transaction in
            for subject in subjects {
                for type in types.prefix(25) {
                    let grant = Grant(subject: subject, scope: "zaken.lezen", of: .zaken, type: type, upTo: .intern)
                    try GrantStore.add(grant, in: transaction)
                }
            }
            for (index, thing) in things.prefix(6_000).enumerated() {
                let tie = Relation(object: thing.id, subject: subjects[index % subjects.count], role: .adviseur)
                try GrantStore.add(tie, in: transaction)
            }
            try transaction.run("ANALYZE")
        }
        return .official(Identity(subject: subjects[7], level: .password))
    }
}
