import Access
public import Database
public import Kernel
public import Ledger
public import Web
import ZGW

/// The Catalogi API over HTTP: lists, resources and their changes, for programs with a token.
///
/// Source: ZGW Catalogi API 1.3.3. Not served yet: `openapi.json`, the audit trail of a resource.
public struct CatalogiAPI: Sendable {
    let api: ZGWAPI
    let rules: CatalogiRules

    public init(
        database: Database,
        journal: Journal,
        addresses: Addresses,
        surroundings: Surroundings,
        rules: CatalogiRules = CatalogiRules()
    ) {
        api = ZGWAPI(
            root: "/catalogi/api/v1",
            version: "1.3.3",
            database: database,
            journal: journal,
            addresses: addresses,
            surroundings: surroundings
        )
        self.rules = rules
    }

    /// What the register brings to the house.
    public var module: Module { api.module("Catalogi", routes) }

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

    /// What a client wrote of a resource.
    func input<R>(_ request: Request) async throws -> TypeInput<R> {
        try TypeInput(try await request.json(), api.addresses)
    }

    /// Runs a change as the caller, with what they may force.
    func change<Result: Sendable>(
        by caller: Caller,
        _ request: Request,
        _ body: @escaping @Sendable (TypeWork) throws -> Result
    ) async throws -> Result {
        let (day, rules) = (api.today, rules)
        return try await api.change(by: caller, request) { change in
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
