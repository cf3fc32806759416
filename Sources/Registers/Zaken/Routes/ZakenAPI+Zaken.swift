import Database
import Kernel
import Ledger
import Web
import ZGW

extension ZakenAPI {
    /// Zaken themselves, and their numbers.
    var zaakRoutes: [Route] {
        let one = Zaak.path + "/{uuid}"
        return [
            .get(Zaak.path, policy: Needed.reading.policy) { request, caller in
                try CoordinateSystem.check(request, hasBody: false)
                let asked = try request.query()
                let filters = ZGWAPI.filters(asked).map { Parameter($0.name, $0.value) }
                return try await page(of: Zaak.path, asked, ZaakQuery(filters, api.addresses), caller)
            },
            .post(Self.search, policy: Needed.reading.policy) { request, caller in
                try CoordinateSystem.check(request, hasBody: true)
                let asked = try request.query()
                guard ZGWAPI.filters(asked).isEmpty else { throw Invalid(Fault.whole, "unknown-parameters") }
                let query = try ZaakQuery(search: try JSONValue(try await request.json()), api.addresses)
                return try await page(of: Self.search, asked, query, caller)
            },
            .get(one, policy: Needed.reading.policy) { request, caller in
                try CoordinateSystem.check(request, hasBody: false)
                return try await show(request.identifier("uuid"), Needed.reading.reach(caller, for: .one))
            },
            .post(Zaak.path, policy: Needed.making.policy) { request, caller in try await make(request, caller) },
            .put(one, policy: Needed.changing.policy) { request, caller in try await rewrite(request, .put, caller) },
            .patch(one, policy: Needed.changing.policy) { request, caller in
                try await rewrite(request, .patch, caller)
            },
            .delete(one, policy: Needed.removing.policy) { request, caller in
                let (id, mandate) = (try request.identifier("uuid"), Mandate(.removing, caller))
                try await api.change(by: caller, request) { [zaken, gates] change in
                    if try mandate.reaches(id, change) { try gates.removal(id, change) }
                    try zaken.remove(id, mandate, change)
                }
                return .nothing
            },
            .post(Self.root + "/zaaknummer_reserveren", policy: Needed.making.policy) { request, _ in
                try await reserve(request)
            },
        ]
    }

    private static let search = Zaak.path + "/_zoek"

    private func page(of path: String, _ asked: Pairs, _ query: ZaakQuery, _ caller: Caller) async throws -> Answer {
        let (visible, addresses) = (Needed.reading.reach(caller), api.addresses)
        let answer = try await api.page(of: path, asked) { transaction in
            try ZaakStore.count(query, visible, in: transaction)
        } write: { transaction, range, writer in
            guard let number = PageNumber(range.number, size: range.limit) else { return }
            let page = try ZaakStore.page(query, number, visible, in: transaction)
            try ZaakStore.write(page, query, to: &writer, addresses, in: transaction)
        }
        return CoordinateSystem.named(answer)
    }

    private func show(_ id: Identifier, _ visible: Clause) async throws -> Answer {
        let addresses = api.addresses
        let answer = try await api.resource { transaction, writer in
            try ZaakStore.rows.write(id, visible, to: &writer, addresses, in: transaction)
            return true
        }
        return CoordinateSystem.named(answer)
    }

    private func make(_ request: Request, _ caller: Caller) async throws -> Answer {
        try CoordinateSystem.check(request, hasBody: true)
        let addresses = api.addresses
        let draft = try Draft<Zaak>.read(try await request.json(), addresses)
        let (mandate, author) = (Mandate(.making, caller), Author(caller.visitor))
        let made = try await intake.register(draft, mandate, by: author, request: request.id)
        let answer = try await api.created(Zaak.path, made.chain) { transaction, writer in
            // Shown to whoever made it, also without the right to read others.
            try ZaakStore.rows.write(made.chain, "1 = 1", to: &writer, addresses, in: transaction)
            return true
        }
        return CoordinateSystem.named(answer)
    }

    private func rewrite(_ request: Request, _ rewrite: Rewrite, _ caller: Caller) async throws -> Answer {
        try CoordinateSystem.check(request, hasBody: true)
        let id = try request.identifier("uuid")
        let draft = try Draft<Zaak>.read(try await request.json(), api.addresses)
        try await api.change(by: caller, request) { [zaken] change in
            let mandate = try Mandate(.changing, caller, on: id, in: change.transaction)
            _ = try zaken.change(id, draft, rewrite, mandate, change)
        }
        return try await show(id, Needed.changing.reach(caller, for: .one))
    }

    /// Numbers for zaken that are made later: one as an object, more as a list.
    private func reserve(_ request: Request) async throws -> Answer {
        let body = try JSONValue(try await request.json())
        guard let organisation = body["bronorganisatie"]?.text else { throw Invalid("bronorganisatie", "required") }
        let asked = body["aantal"]
        guard let count = asked.map({ $0.integer.flatMap { Int(exactly: $0) } }) ?? 1 else {
            throw Invalid("aantal", "invalid")
        }
        guard count >= 1 else { throw Invalid("aantal", "min_value") }
        let reserved = try await numbers.reserve(count, of: organisation, on: api.today)
        let objects = reserved.map { JSONValue.object([.init("zaaknummer", .text($0))]) }
        let answer = count == 1 ? objects[0] : .array(objects)
        return Answer.json(answer.bytes, status: .created)
    }
}
