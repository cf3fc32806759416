import Access
public import Database
public import Kernel
public import Ledger
public import Web

/// The Catalogi API over HTTP: lists, resources and their changes, for programs with a token.
///
/// Source: ZGW Catalogi API 1.3.3. Not served yet: `openapi.json`, the audit trail of a resource.
public struct CatalogiAPI: Sendable {
    /// The version of the standard, as each answer names it.
    static let version = "1.3.3"
    /// Resources on one page.
    static let pageSize = 100

    let database: Database
    let journal: Journal
    let addresses: Addresses
    let surroundings: Surroundings
    let rules: CatalogiRules

    public init(
        database: Database,
        journal: Journal,
        addresses: Addresses,
        surroundings: Surroundings,
        rules: CatalogiRules = CatalogiRules()
    ) {
        (self.database, self.journal, self.addresses) = (database, journal, addresses)
        (self.surroundings, self.rules) = (surroundings, rules)
    }

    /// What the register brings to the house.
    public var module: Module { Module(name: "Catalogi", routes: routes) }

    private var routes: [Route] {
        ResourceRoutes(self, Verbs<Catalogus>.catalogus).all
            + ResourceRoutes(self, Verbs<ZaakType>.version).all + ResourceRoutes<ZaakType>.publish(self)
            + ResourceRoutes(self, Verbs<BesluitType>.version).all + ResourceRoutes<BesluitType>.publish(self)
            + ResourceRoutes(self, Verbs<InformatieObjectType>.version).all
            + ResourceRoutes<InformatieObjectType>.publish(self)
            + ResourceRoutes(self, Verbs<StatusType>.part).all
            + ResourceRoutes(self, Verbs<ResultaatType>.part).all
            + ResourceRoutes(self, Verbs<RolType>.part).all
            + ResourceRoutes(self, Verbs<Eigenschap>.part).all
            + ResourceRoutes(self, Verbs<ZaakTypeInformatieObjectType>.part).all
            + ResourceRoutes(self, Verbs<ZaakObjectType>.part).all
    }

    /// Today, in the town.
    var today: Day { BrusselsTime.day(of: surroundings.now()) }

    /// What a client wrote of a resource.
    func input<R>(_ request: Request) async throws -> TypeInput<R> {
        try TypeInput(try await request.json(), addresses)
    }

    /// Runs a change as the caller, with what they may force.
    func change<Result: Sendable>(
        by caller: Caller,
        _ request: Request,
        _ body: @escaping @Sendable (TypeWork) throws -> Result
    ) async throws -> Result {
        let (day, rules) = (today, rules)
        return try await journal.change(by: Author(caller.visitor), request: request.id) { change in
            let forced = try Rights(of: caller.visitor).may(.catalogiForceren, in: change.transaction)
            return try body(TypeWork(change, on: day, visible: "1 = 1", forced: forced, rules: rules))
        }
    }
}

extension Policy {
    static let catalogiLezen = Policy.scope("catalogi.lezen", of: .catalogi)
    static let catalogiSchrijven = Policy.scope("catalogi.schrijven", of: .catalogi)
    static let catalogiForceren = Policy.anyOf([
        .scope("catalogi.geforceerd-schrijven", of: .catalogi),
        .scope("catalogi.geforceerd-verwijderen", of: .catalogi),
    ])
}

extension Author {
    /// The author as whom a visitor changes something.
    init(_ visitor: Visitor) {
        self.init(
            pseudonym: visitor.identity?.subject ?? Author.house.pseudonym,
            level: AuthenticationLevel(rawValue: visitor.level.rawValue) ?? .anonymous
        )
    }
}
