import Catalogi
import Kernel
import Ledger
import TestGround
import Testing

/// A catalogue with a concept zaaktype, made through the verbs: what most tests start from.
struct Town: Sendable {
    let ground: TypeGround
    let catalogus: Identifier
    let zaaktype: Identifier

    var catalogusURL: String { ground.url(Catalogus.self, catalogus) }
    var zaaktypeURL: String { ground.url(ZaakType.self, zaaktype) }

    static func make(on ground: TypeGround) async throws -> Town {
        let catalogusInput: TypeInput<Catalogus> = try Body.catalogus.input(ground)
        let catalogus = try await ground.change { work in
            try CatalogusStore(work).add(catalogusInput.draft).record.identifier
        }
        let input: TypeInput<ZaakType> = try Body.zaaktype(ground.url(Catalogus.self, catalogus)).input(ground)
        let zaaktype = try await ground.change { try VersionStore<ZaakType>($0).add(input).record.identifier }
        return Town(ground: ground, catalogus: catalogus, zaaktype: zaaktype)
    }

    @discardableResult
    func add<T: WrittenVersion>(_ type: T.Type, _ body: Body, forced: Bool = false) async throws -> Identifier {
        let input: TypeInput<T> = try body.input(ground)
        return try await ground.change(forced: forced) { try VersionStore<T>($0).add(input).record.identifier }
    }

    @discardableResult
    func add<P: WrittenPart>(_ type: P.Type, _ body: Body, forced: Bool = false) async throws -> Identifier {
        let input: TypeInput<P> = try body.input(ground)
        return try await ground.change(forced: forced) { try PartStore<P>($0).add(input).record.identifier }
    }

    func patch<T: WrittenVersion>(
        _ type: T.Type,
        _ id: Identifier,
        _ changes: [String: String],
        forced: Bool = false
    ) async throws {
        let input: TypeInput<T> = try Body(members: changes).input(ground)
        try await ground.change(forced: forced) { _ = try VersionStore<T>($0).change(id, input) }
    }

    func patch<P: WrittenPart>(
        _ type: P.Type,
        _ id: Identifier,
        _ changes: [String: String],
        forced: Bool = false
    ) async throws {
        let input: TypeInput<P> = try Body(members: changes).input(ground)
        try await ground.change(forced: forced) { _ = try PartStore<P>($0).change(id, input) }
    }

    func publish<T: WrittenVersion>(_ type: T.Type, _ id: Identifier) async throws {
        try await ground.change { _ = try VersionStore<T>($0).publish(id) }
    }

    func remove<T: WrittenVersion>(_ type: T.Type, _ id: Identifier, forced: Bool = false) async throws {
        try await ground.change(forced: forced) { try VersionStore<T>($0).remove(id) }
    }

    func remove<P: WrittenPart>(_ type: P.Type, _ id: Identifier, forced: Bool = false) async throws {
        try await ground.change(forced: forced) { try PartStore<P>($0).remove(id) }
    }
}

/// One line of a rules table: what is changed in a good body, and what is wrong then.
struct Rule: Sendable {
    let changes: [String: String?]
    let faults: [String]

    init(_ changes: [String: String?], _ faults: String...) { (self.changes, self.faults) = (changes, faults) }
}

extension Town {
    /// Tries each line of a table on the same set-up: what is accepted is taken away again.
    func check<T: WrittenVersion>(_ rules: [Rule], _ type: T.Type, _ body: Body) async throws {
        try await check(rules) { rule in
            try await remove(type, try await add(type, body.with(rule.changes)))
        }
    }

    /// The same for a part of a zaaktype.
    func check<P: WrittenPart>(_ rules: [Rule], _ type: P.Type, _ body: Body) async throws {
        try await check(rules) { rule in
            try await remove(type, try await add(type, body.with(rule.changes)))
        }
    }

    func check(_ rules: [Rule], _ attempt: (Rule) async throws -> Void) async throws {
        for rule in rules {
            let found = try await faults { try await attempt(rule) }
            #expect(found.sorted() == rule.faults.sorted(), "\(rule.changes)")
        }
    }
}

/// A house with a catalogue and a concept zaaktype.
func withTown(_ kind: Kind, writers: Int = 1, _ body: (Town) async throws -> Void) async throws {
    try await withTypes(kind, writers: writers) { ground in try await body(try await Town.make(on: ground)) }
}

/// Expects a verb to refuse with these faults, or to do its work when there are none.
func refuses(
    _ expected: [String],
    at location: SourceLocation = #_sourceLocation,
    _ body: () async throws -> Void
) async throws {
    let found = try await faults(body)
    #expect(found.sorted() == expected.sorted(), sourceLocation: location)
}

/// What a verb refuses: name and code of each fault.
func faults(_ body: () async throws -> Void) async throws -> [String] {
    do {
        try await body()
        return []
    } catch let invalid as Invalid {
        return invalid.faults.map { "\($0.name) \($0.code)" }
    } catch let problem as Problem {
        return ["\(problem.status) \(problem.code)"]
    }
}
