import Access
public import Database
public import Kernel
public import Ledger
public import Web
import ZGW

/// The Besluiten API over HTTP, for programs with a token.
///
/// Source: ZGW Besluiten API 1.1.0. Not served yet: `expand`, `openapi.json`, the audit trail of a decision.
public struct BesluitenAPI: Sendable {
    let api: ZGWAPI
    let besluiten: BesluitStore
    private let intake: BesluitIntake

    public init(
        database: Database,
        journal: Journal,
        addresses: Addresses,
        surroundings: Surroundings,
        besluiten: BesluitStore,
        numbers: BesluitNumbers
    ) {
        api = ZGWAPI(
            root: "/besluiten/api/v1",
            version: "1.1.0",
            database: database,
            journal: journal,
            addresses: addresses,
            surroundings: surroundings
        )
        self.besluiten = besluiten
        intake = BesluitIntake(journal: journal, numbers: numbers, besluiten: besluiten, surroundings: surroundings)
    }

    /// What the register brings to the house.
    public var module: Module { api.module("Besluiten", besluitRoutes + documentRoutes) }

    private var besluitRoutes: [Route] {
        let (api, besluiten, intake) = (api, besluiten, intake)
        let one = Besluit.path + "/{uuid}"
        return [
            .get(Besluit.path, policy: .besluitenLezen) { request, caller in try await list(request, caller) },
            .get(one, policy: .besluitenLezen) { request, caller in
                try await read(BesluitStore.rows, request.identifier("uuid"), caller)
            },
            .post(Besluit.path, policy: .besluitenAanmaken) { request, caller in
                let draft = try Draft<Besluit>.read(try await request.json(), api.addresses)
                let mandate = BesluitMandate(.besluitenAanmaken, caller)
                let (author, id) = (Author(caller.visitor), request.id)
                let made = try await intake.register(draft, mandate, by: author, request: id)
                return try await self.made(BesluitStore.rows, made.chain)
            },
            .put(one, policy: .besluitenBijwerken) { request, caller in
                try await rewrite(request, caller) { try besluiten.replace($0, $1, $2, $3) }
            },
            .patch(one, policy: .besluitenBijwerken) { request, caller in
                try await rewrite(request, caller) { try besluiten.change($0, $1, $2, $3) }
            },
            .delete(one, policy: .besluitenVerwijderen) { request, caller in
                let (id, mandate) = (try request.identifier("uuid"), BesluitMandate(.besluitenVerwijderen, caller))
                try await api.change(by: caller, request) { try besluiten.remove(id, mandate, $0) }
                return .nothing
            },
        ]
    }

    private var documentRoutes: [Route] {
        let (api, besluiten) = (api, besluiten)
        let (all, one) = (BesluitInformatieObject.path, BesluitInformatieObject.path + "/{uuid}")
        return [
            .get(all, policy: .besluitenLezen) { request, caller in try await documents(request, caller) },
            .get(one, policy: .besluitenLezen) { request, caller in
                try await read(BesluitStore.documents, request.identifier("uuid"), caller)
            },
            .post(all, policy: .besluitenAanmaken) { request, caller in
                let draft = try Draft<BesluitInformatieObject>.read(try await request.json(), api.addresses)
                let mandate = BesluitMandate(.besluitenAanmaken, caller)
                let id = try await api.change(by: caller, request) {
                    try besluiten.addDocument(draft, mandate, $0).record.identifier
                }
                return try await made(BesluitStore.documents, id)
            },
            .delete(one, policy: .besluitenVerwijderen) { request, caller in
                let (id, mandate) = (try request.identifier("uuid"), BesluitMandate(.besluitenVerwijderen, caller))
                try await api.change(by: caller, request) { try besluiten.removeDocument(id, mandate, $0) }
                return .nothing
            },
        ]
    }
}

extension BesluitenAPI {
    private func read<R: Resource>(_ rows: BesluitRows<R>, _ id: Identifier, _ caller: Caller) async throws -> Answer {
        let (visible, addresses) = (BesluitMandate.visible(.besluitenLezen, caller), api.addresses)
        return try await api.resource { transaction, writer in
            try rows.write(id, visible, to: &writer, addresses, in: transaction)
            return true
        }
    }

    /// What was just made is shown to whoever made it, also without the right to read others.
    private func made<R: Resource>(_ rows: BesluitRows<R>, _ id: Identifier) async throws -> Answer {
        let addresses = api.addresses
        return try await api.created(R.path, id) { transaction, writer in
            try rows.write(id, "1 = 1", to: &writer, addresses, in: transaction)
            return true
        }
    }

    private func list(_ request: Request, _ caller: Caller) async throws -> Answer {
        let asked = try request.query()
        let clauses = try BesluitStore.rows.clauses(ZGWAPI.filters(asked), api.addresses)
        let (visible, addresses) = (BesluitMandate.visible(.besluitenLezen, caller), api.addresses)
        return try await api.page(of: Besluit.path, asked) { transaction in
            try BesluitStore.rows.count(where: clauses, visible, in: transaction)
        } write: { transaction, range, writer in
            let page = try BesluitStore.page(
                where: clauses,
                size: range.limit,
                offset: range.offset,
                visible,
                in: transaction
            )
            try BesluitStore.write(page, to: &writer, addresses, in: transaction)
        }
    }

    private func documents(_ request: Request, _ caller: Caller) async throws -> Answer {
        let rows = BesluitStore.documents
        let clauses = try rows.clauses(try request.query().all.map { ($0.name, $0.value) }, api.addresses)
        let (visible, addresses) = (BesluitMandate.visible(.besluitenLezen, caller), api.addresses)
        return try await api.array { transaction, writer in
            try rows.writeAll(where: clauses, visible, to: &writer, addresses, in: transaction)
        }
    }

    private func rewrite(
        _ request: Request,
        _ caller: Caller,
        _ verb: @escaping @Sendable (Identifier, Draft<Besluit>, BesluitMandate, Change) throws -> KeptRecord<Besluit>
    ) async throws -> Answer {
        let (id, addresses) = (try request.identifier("uuid"), api.addresses)
        let draft = try Draft<Besluit>.read(try await request.json(), addresses)
        let mandate = BesluitMandate(.besluitenBijwerken, caller)
        try await api.change(by: caller, request) { _ = try verb(id, draft, mandate, $0) }
        return try await api.resource { transaction, writer in
            try BesluitStore.rows.write(id, mandate.besluiten, to: &writer, addresses, in: transaction)
            return true
        }
    }
}

extension BesluitMandate {
    /// What a caller may do by one scope.
    init(_ scope: Scope, _ caller: Caller) {
        let rights = Rights(of: caller.visitor)
        let zaken = Columns(
            id: "zaak.uuid",
            organisation: "zaak.bronorganisatie",
            type: "zaak.zaaktype",
            rank: "zaak.rang"
        )
        self.init(
            besluiten: Self.visible(scope, caller),
            zaken: rights.predicate("zaken.lezen", of: .zaken, on: zaken, firstParameter: 1).clause,
            forced: rights.predicate("zaken.geforceerd-bijwerken", of: .zaken, on: zaken, firstParameter: 1).clause
        )
    }

    /// The decisions for which a caller has a scope.
    static func visible(_ scope: Scope, _ caller: Caller) -> Clause {
        let columns = Columns(
            id: "besluit.uuid",
            organisation: "besluit.verantwoordelijke_organisatie",
            type: "besluit.besluittype",
            rank: nil
        )
        return Rights(of: caller.visitor).predicate(scope, of: .besluiten, on: columns, firstParameter: 1).clause
    }
}

extension Scope {
    static let besluitenLezen: Scope = "besluiten.lezen"
    static let besluitenAanmaken: Scope = "besluiten.aanmaken"
    static let besluitenBijwerken: Scope = "besluiten.bijwerken"
    static let besluitenVerwijderen: Scope = "besluiten.verwijderen"
}

extension Policy {
    static let besluitenLezen = Policy.program(.besluitenLezen, of: .besluiten)
    static let besluitenAanmaken = Policy.program(.besluitenAanmaken, of: .besluiten)
    static let besluitenBijwerken = Policy.program(.besluitenBijwerken, of: .besluiten)
    static let besluitenVerwijderen = Policy.program(.besluitenVerwijderen, of: .besluiten)
}
