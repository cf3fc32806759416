import Database
import Kernel
import TestGround
import Testing

@testable import Access

@Suite struct RightsTests {
    typealias Kind = TestGround.Kind

    @Test(arguments: Kind.available, [UInt64(1), 2, 3, 4])
    func `lists, counts and single judgements say what the rules say, for any grants`(
        _ kind: Kind,
        _ seed: UInt64
    ) async throws {
        try await withGround(kind) { ground in
            var drawing = Drawing(seed: seed)
            let (things, model) = (drawing.things(150), drawing.model())
            try await ground.database.migrate(ChainKeysAndThings.migrations)
            try await ground.database.write { transaction in
                try Thing.add(things, in: transaction)
                for grant in model.grants { try GrantStore.add(grant, in: transaction) }
                for relation in model.relations { try GrantStore.add(relation, in: transaction) }
            }
            for visitor in drawing.visitors {
                for (scope, register) in Drawing.rights {
                    let allowed = Set(things.filter { model.may(visitor, scope, of: register, on: $0) }.map(\.id))
                    let seen = try await Self.judge(ground, visitor, scope, register, things)
                    let agree = seen.list == allowed && seen.one == allowed && seen.single == allowed
                    #expect(agree, "seed \(seed), \(visitor), \(scope) in \(register)")
                    #expect(seen.count == allowed.count && seen.hidden == things.count - allowed.count)
                }
            }
        }
    }

    private static func judge(
        _ ground: Ground,
        _ visitor: Visitor,
        _ scope: Scope,
        _ kind: Access.Kind,
        _ things: [Thing]
    ) async throws -> (list: Set<Identifier>, one: Set<Identifier>, count: Int, hidden: Int, single: Set<Identifier>) {
        let rights = Rights(of: visitor)
        let predicate = rights.predicate(scope, of: kind, on: Thing.columns, firstParameter: 2)
        let narrow = rights.predicate(scope, of: kind, on: Thing.columns, firstParameter: 2, for: .one)
        return try await ground.database.snapshot { transaction in
            let parameters = [Value.integer(-1)] + predicate.parameters
            let list = try transaction.all("SELECT id FROM thing WHERE made > $1 AND \(predicate.sql)", parameters) {
                Identifier($0.text(0))
            }
            let one = try things.compactMap { thing in
                try transaction.first(
                    "SELECT id FROM thing WHERE id = $1 AND \(narrow.sql)",
                    [.text(thing.id.description)] + narrow.parameters
                ) { Identifier($0.text(0)) } ?? nil
            }
            let count = "SELECT count(*) FROM thing WHERE made > $1 AND"
            let shown = try transaction.first("\(count) \(predicate.sql)", parameters) { Int($0.integer(0)) }
            let hidden = try transaction.first("\(count) NOT \(predicate.sql)", parameters) { Int($0.integer(0)) }
            let single = try things.filter { try rights.may(scope, of: kind, on: $0.target, in: transaction) }
            return (Set(list.compactMap(\.self)), Set(one), shown ?? -1, hidden ?? -1, Set(single.map(\.id)))
        }
    }

    @Test(arguments: Kind.available) func `each scope has the ceiling of its own grant`(_ kind: Kind) async throws {
        try await withGround(kind) { ground in
            let (client, type) = (ground.surroundings.identifier(), ground.surroundings.identifier())
            let visitor = Visitor.program(Identity(subject: client, level: .program), Claims(client: "c"))
            let secret = Target(id: client, organisation: nil, type: type, rank: .geheim)
            let open = Target(id: client, organisation: nil, type: type, rank: .openbaar)
            try await ground.database.write { transaction in
                let read = Grant(subject: client, scope: "zaken.lezen", of: .zaken, type: type, upTo: .zeerGeheim)
                let change = Grant(subject: client, scope: "zaken.bijwerken", of: .zaken, type: type, upTo: .openbaar)
                try GrantStore.replace(client, by: [read, change], in: transaction)
                let rights = Rights(of: visitor)
                #expect(try rights.may("zaken.lezen", of: .zaken, on: secret, in: transaction))
                #expect(try !rights.may("zaken.bijwerken", of: .zaken, on: secret, in: transaction))
                #expect(try rights.may("zaken.bijwerken", of: .zaken, on: open, in: transaction))
                #expect(try !rights.may("zaken.lezen", of: .documenten, on: open, in: transaction))
            }
        }
    }

    @Test(arguments: Kind.available) func `a right that was withdrawn is gone at the next statement`(
        _ kind: Kind
    ) async throws {
        try await withGround(kind) { ground in
            let marieke = try await ground.addMarieke()
            let rights = Rights(of: .official(Identity(subject: marieke.id, level: .password)))
            let target = Target(id: marieke.id, organisation: nil, type: nil, rank: .openbaar)
            let may: @Sendable (Transaction) throws -> Bool = {
                try rights.may("zaken.lezen", of: .zaken, on: target, in: $0)
            }
            #expect(try await ground.database.read(may))
            let removed = try await ground.database.write {
                try GrantStore.remove(Grant(subject: marieke.id, role: .behandelaar), in: $0)
            }
            #expect(removed)
            #expect(try await !ground.database.read(may))
        }
    }

    @Test(arguments: Kind.available) func `what is not known about a thing is judged as the strictest`(
        _ kind: Kind
    ) async throws {
        try await withGround(kind) { ground in
            let subject = ground.surroundings.identifier()
            let rights = Rights(of: .official(Identity(subject: subject, level: .password)))
            let unknown = Target(id: subject, organisation: nil, type: nil, rank: nil)
            try await ground.database.write { transaction in
                let nearly = Grant(subject: subject, scope: "zaken.lezen", of: .zaken, upTo: .geheim)
                try GrantStore.add(nearly, in: transaction)
                #expect(try !rights.may("zaken.lezen", of: .zaken, on: unknown, in: transaction))
                try GrantStore.add(.everything(for: subject), in: transaction)
                #expect(try rights.may("zaken.lezen", of: .zaken, on: unknown, in: transaction))
            }
        }
    }

    @Test func `a column without its table stops the program, since the grants have a type too`() async {
        await #expect(processExitsWith: .failure) {
            _ = Columns(id: "thing.id", organisation: nil, type: "type", rank: nil)
        }
        await #expect(processExitsWith: .failure) {
            _ = Columns(id: "thing.id", organisation: nil, type: "access_grant.type", rank: nil)
        }
    }

    @Test(arguments: Kind.available) func `a page of rights shows what was given`(_ kind: Kind) async throws {
        try await withGround(kind) { ground in
            var drawing = Drawing(seed: 9)
            let (model, subjects) = (drawing.model(), drawing.subjects)
            try await ground.database.write { transaction in
                for grant in model.grants { try GrantStore.add(grant, in: transaction) }
                for subject in subjects {
                    let shown = try GrantStore.grants(of: subject, in: transaction)
                    #expect(Set(shown) == model.grants.filter { $0.subject == subject })
                }
                for role in Role.allCases {
                    let holders = try GrantStore.subjects(holding: .role(role), in: transaction)
                    #expect(Set(holders) == Set(model.grants.filter { $0.gift == .role(role) }.map(\.subject)))
                }
            }
        }
    }
}

enum ChainKeysAndThings {
    static let migrations = Ground.migrations + [Thing.migration]
}

/// Draws things, grants and relations from a seed.
struct Drawing {
    private var generator: SeededGenerator
    let subjects: [Identifier]
    private let organisations = ["OVO000001", "OVO000002", "123456782"]
    private let types: [Identifier]
    private var objects: [Identifier] = []

    static let rights: [(Scope, Access.Kind)] = [
        ("zaken.lezen", .zaken), ("zaken.bijwerken", .zaken), ("audittrails.lezen", .documenten),
        ("dossiers.goedkeuren", .zaken), ("catalogi.schrijven", .catalogi),
    ]

    init(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        subjects = (0..<6).map { _ in .random(using: &generator) }
        types = (0..<4).map { _ in .random(using: &generator) }
        self.generator = generator
    }

    mutating func things(_ count: Int) -> [Thing] {
        let things = (0..<count).map { _ in
            Thing(
                id: .random(using: &generator),
                organisation: maybe(organisations),
                type: maybe(types),
                rank: maybe(Rank.allCases)
            )
        }
        objects = things.map(\.id)
        return things
    }

    mutating func model() -> Model {
        var model = Model()
        for _ in 0..<24 { model.grants.insert(grant()) }
        for _ in 0..<60 {
            guard let object = objects.randomElement(using: &generator),
                let role = Bond.allCases.randomElement(using: &generator)
            else { break }
            model.relations.insert(Relation(object: object, subject: subject(), role: role))
        }
        return model
    }

    /// Each subject as each kind of visitor, so that a grant never works for who must not use it.
    var visitors: [Visitor] {
        let guests = zip(subjects, objects).map { Visitor.guest(Identity(subject: $0, level: .mailedLink), of: $1) }
        let others = subjects.flatMap { subject -> [Visitor] in
            let identity = Identity(subject: subject, level: .password)
            return [.resident(identity), .official(identity), .program(identity, Claims(client: "c"))]
        }
        return [.anonymous, .house] + guests + others
    }

    private mutating func grant() -> Grant {
        let (type, organisation) = (maybe(types), maybe(organisations))
        let ceiling = Rank.allCases.randomElement(using: &generator) ?? .openbaar
        if Bool.random(using: &generator), let role = Role.allCases.randomElement(using: &generator) {
            return Grant(subject: subject(), role: role, type: type, organisation: organisation, upTo: ceiling)
        }
        let (scope, kind) = Self.rights.randomElement(using: &generator) ?? Self.rights[0]
        let isAll = Int.random(in: 0..<6, using: &generator) == 0
        return Grant(
            subject: subject(),
            scope: isAll ? .everything : scope,
            of: isAll && Bool.random(using: &generator) ? .every : kind,
            type: type,
            organisation: organisation,
            upTo: ceiling
        )
    }

    private mutating func subject() -> Identifier { subjects.randomElement(using: &generator) ?? subjects[0] }

    private mutating func maybe<Element>(_ elements: [Element]) -> Element? {
        Int.random(in: 0..<4, using: &generator) == 0 ? nil : elements.randomElement(using: &generator)
    }
}
