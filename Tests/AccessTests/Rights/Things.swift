import Database
import Kernel

@testable import Access

/// A register as Access's tests need one: things with a type, an organisation and a rank, some of them unknown.
struct Thing: Hashable, Sendable {
    let id: Identifier
    let organisation: String?
    let type: Identifier?
    let rank: Rank?

    var target: Target { Target(id: id, organisation: organisation, type: type, rank: rank) }

    static let migration = Migration(
        "test: make things",
        """
        CREATE TABLE thing (
            id TEXT PRIMARY KEY NOT NULL,
            organisation TEXT,
            type TEXT,
            ranking BIGINT,
            made BIGINT NOT NULL
        );
        CREATE INDEX thing_made ON thing (made, id);
        """
    )

    static let columns = Columns(
        id: "thing.id",
        organisation: "thing.organisation",
        type: "thing.type",
        rank: "thing.ranking"
    )

    /// Adds things, `rows` in each statement, made one after the other from a number on.
    static func add(_ things: [Thing], from number: Int = 0, in transaction: Transaction) throws {
        let rows = 500
        for start in stride(from: 0, to: things.count, by: rows) {
            let slice = things[start..<min(start + rows, things.count)]
            let places = slice.indices.map { index in
                let first = (index - start) * 5
                return "($\(first + 1), $\(first + 2), $\(first + 3), $\(first + 4), $\(first + 5))"
            }
            try transaction.run(
                "INSERT INTO thing (id, organisation, type, ranking, made) VALUES " + places.joined(separator: ", "),
                slice.indices.flatMap { things[$0].values(made: number + $0) }
            )
        }
    }

    private func values(made: Int) -> [Value] {
        [
            .text(id.description),
            organisation.map { .text($0) } ?? .null,
            type.map { .text($0.description) } ?? .null,
            rank.map { .integer($0.rawValue) } ?? .null,
            .integer(Int64(made)),
        ]
    }
}

/// What the rules say, in sets and without SQL: the other half of the comparison.
struct Model {
    var grants: Set<Grant> = []
    var relations: Set<Relation> = []

    func may(_ visitor: Visitor, _ scope: Scope, of kind: Access.Kind, on thing: Thing) -> Bool {
        switch visitor {
        case .house: true
        case .anonymous: false
        case .guest(_, let object): object == thing.id && Bond.initiator.holds(scope, of: kind)
        case .resident(let identity): isTied(identity.subject, scope, kind, thing)
        case .official(let identity):
            isGranted(identity.subject, scope, kind, thing) || isTied(identity.subject, scope, kind, thing)
        case .program(let identity, _): isGranted(identity.subject, scope, kind, thing)
        }
    }

    private func isGranted(_ subject: Identifier, _ scope: Scope, _ kind: Access.Kind, _ thing: Thing) -> Bool {
        grants.contains { grant in
            guard grant.subject == subject, thing.rank ?? .zeerGeheim <= grant.ceiling else { return false }
            if let type = grant.type, type != thing.type { return false }
            if let organisation = grant.organisation, organisation != thing.organisation { return false }
            switch grant.gift {
            case .role(let role): return role.holds(scope, of: kind)
            case .scope(let own): return [scope, .everything].contains(own) && [kind, .every].contains(grant.kind)
            }
        }
    }

    private func isTied(_ subject: Identifier, _ scope: Scope, _ kind: Access.Kind, _ thing: Thing) -> Bool {
        relations.contains { $0.subject == subject && $0.object == thing.id && $0.role.holds(scope, of: kind) }
    }
}
