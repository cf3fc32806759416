import Database
import Kernel
import Ledger
import Web
import ZGW

/// The routes of one kind of thing that belongs to zaken; whoever reaches the zaak reaches it.
struct PartRoutes<R: Resource>: Sendable {
    private let api: ZGWAPI
    private let verbs: PartVerbs<R>

    init(_ zaken: ZakenAPI, _ verbs: PartVerbs<R>) {
        (api, self.verbs) = (zaken.api, verbs)
    }

    private var one: String { R.path + "/{uuid}" }

    var all: [Route] {
        var routes: [Route] = [
            .get(R.path, policy: Needed.reading.policy) { request, caller in try await list(request, caller) },
            .get(one, policy: Needed.reading.policy) { request, caller in
                try await show(request.identifier("uuid"), Needed.reading.reach(caller, for: .one))
            },
            .post(R.path, policy: verbs.adding.policy) { request, caller in try await add(request, caller) },
        ]
        if let change = verbs.change {
            for rewrite in verbs.rewrites { routes.append(route(rewrite, change)) }
        }
        if let remove = verbs.remove {
            routes.append(
                .delete(one, policy: verbs.removing.policy) { request, caller in
                    let id = try request.identifier("uuid")
                    try await api.change(by: caller, request) { [verbs] change in
                        try remove(id, verbs.mandate(verbs.removing, caller, on: id, change), change)
                    }
                    return .nothing
                }
            )
        }
        return routes
    }

    private func route(_ rewrite: Rewrite, _ change: @escaping PartVerbs<R>.Rewriting) -> Route {
        let handler: @Sendable (Request, Caller) async throws -> Answer = { request, caller in
            let id = try request.identifier("uuid")
            let draft = try Draft<R>.read(try await request.json(), api.addresses)
            try await api.change(by: caller, request) { [verbs] work in
                try change(id, draft, rewrite, verbs.mandate(.changing, caller, on: id, work), work)
            }
            return try await show(id, Needed.changing.reach(caller, for: .one))
        }
        return switch rewrite {
        case .put: .put(one, policy: Needed.changing.policy, handler: handler)
        case .patch: .patch(one, policy: Needed.changing.policy, handler: handler)
        }
    }

    private func add(_ request: Request, _ caller: Caller) async throws -> Answer {
        let addresses = api.addresses
        let draft = try Draft<R>.read(try await request.json(), addresses)
        let id = try await api.change(by: caller, request) { [verbs] change in
            let zaak = verbs.zaak(draft)
            return try verbs.add(draft, Mandate(verbs.adding, caller, on: zaak, in: change.transaction), change)
        }
        return try await api.created(R.path, id) { [verbs] transaction, writer in
            // Shown to whoever made it, also without the right to read others.
            try verbs.rows.write(id, "1 = 1", to: &writer, addresses, in: transaction)
            return true
        }
    }

    private func show(_ id: Identifier, _ visible: Clause) async throws -> Answer {
        let addresses = api.addresses
        return try await api.resource { [verbs] transaction, writer in
            try verbs.rows.write(id, visible, to: &writer, addresses, in: transaction)
            return true
        }
    }

    private func list(_ request: Request, _ caller: Caller) async throws -> Answer {
        let (asked, addresses, rows) = (try request.query(), api.addresses, verbs.rows)
        let pairs = verbs.isPaged ? ZGWAPI.filters(asked) : asked.all
        let parameters = pairs.map { Parameter($0.name, $0.value) }
        let clauses = try verbs.filter?(parameters, addresses) ?? rows.clauses(parameters, addresses)
        let visible = Needed.reading.reach(caller)
        guard verbs.isPaged else {
            return try await api.array { transaction, writer in
                try rows.writeAll(where: clauses, visible, to: &writer, addresses, in: transaction)
            }
        }
        return try await api.page(of: R.path, asked) { transaction in
            try rows.count(where: clauses, visible, in: transaction)
        } write: { transaction, range, writer in
            guard let page = PageNumber(range.number, size: range.limit) else { return }
            try rows.writeAll(where: clauses, page: page, visible, to: &writer, addresses, in: transaction)
        }
    }
}

extension PartVerbs {
    /// What a caller may do to something that is there, which follows from its zaak.
    func mandate(_ needed: Needed, _ caller: Caller, on id: Identifier, _ change: Change) throws -> Mandate {
        let transaction = change.transaction
        // Who may see it is asked by the verb, under its lock.
        let zaak = try rows.find(id, "1 = 1", in: transaction).chain
        return try Mandate(needed, caller, on: zaak, in: transaction)
    }
}
