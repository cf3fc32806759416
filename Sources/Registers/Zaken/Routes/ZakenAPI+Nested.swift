import Database
import Kernel
import Ledger
import Web
import ZGW

extension ZakenAPI {
    /// Facts of a zaak, at addresses below its own.
    var factRoutes: [Route] {
        let store = ZaakEigenschapStore(zaken: zaken)
        let rows = ZaakEigenschapStore.rows
        let (all, one) = (Zaak.path + "/{zaak}/zaakeigenschappen", Zaak.path + "/{zaak}/zaakeigenschappen/{uuid}")
        let rewrite: @Sendable (Request, Caller, Rewrite) async throws -> Answer = { request, caller, rewrite in
            let (zaak, id) = try (request.identifier("zaak"), request.identifier("uuid"))
            let draft = try Draft<ZaakEigenschap>.read(try await request.json(), api.addresses)
            try await api.change(by: caller, request) { change in
                let mandate = try Mandate(.changing, caller, on: zaak, in: change.transaction)
                _ = try store.change(id, at: zaak, draft, rewrite, mandate, change)
            }
            return try await show(rows, id, of: zaak, Needed.changing.reach(caller, for: .one))
        }
        return reading(rows, all, one) + [
            .post(all, policy: Needed.changing.policy) { request, caller in
                let zaak = try request.identifier("zaak")
                let draft = try Draft<ZaakEigenschap>.read(try await request.json(), api.addresses)
                let id = try await api.change(by: caller, request) { change in
                    let mandate = try Mandate(.changing, caller, on: zaak, in: change.transaction)
                    return try store.add(draft, at: zaak, mandate, change).record.identifier
                }
                return try await made(rows, id, "\(Zaak.path)/\(zaak)/zaakeigenschappen")
            },
            .put(one, policy: Needed.changing.policy) { try await rewrite($0, $1, .put) },
            .patch(one, policy: Needed.changing.policy) { try await rewrite($0, $1, .patch) },
            .delete(one, policy: Needed.changing.policy) { request, caller in
                let (zaak, id) = try (request.identifier("zaak"), request.identifier("uuid"))
                try await api.change(by: caller, request) { change in
                    let mandate = try Mandate(.changing, caller, on: zaak, in: change.transaction)
                    try store.remove(id, at: zaak, mandate, change)
                }
                return .nothing
            },
        ]
    }

    /// Decisions taken in a zaak.
    var decisionRoutes: [Route] {
        let store = ZaakBesluitStore(zaken: zaken)
        let rows = ZaakBesluitStore.rows
        let (all, one) = (Zaak.path + "/{zaak}/besluiten", Zaak.path + "/{zaak}/besluiten/{uuid}")
        return reading(rows, all, one) + [
            .post(all, policy: Needed.changing.policy) { request, caller in
                let zaak = try request.identifier("zaak")
                let draft = try Draft<ZaakBesluit>.read(try await request.json(), api.addresses)
                let id = try await api.change(by: caller, request) { change in
                    let mandate = try Mandate(.changing, caller, on: zaak, in: change.transaction)
                    return try store.add(draft, to: zaak, mandate, change).record.identifier
                }
                return try await made(rows, id, "\(Zaak.path)/\(zaak)/besluiten")
            },
            .delete(one, policy: Needed.changing.policy) { request, caller in
                let (zaak, id) = try (request.identifier("zaak"), request.identifier("uuid"))
                try await api.change(by: caller, request) { change in
                    let mandate = try Mandate(.changing, caller, on: zaak, in: change.transaction)
                    try store.remove(id, of: zaak, mandate, change)
                }
                return .nothing
            },
        ]
    }

    private func reading<R: Resource>(_ rows: Rows<R>, _ all: String, _ one: String) -> [Route] {
        [
            .get(all, policy: Needed.reading.policy) { request, caller in
                let (zaak, addresses) = (try request.identifier("zaak"), api.addresses)
                let asked = try request.query().all.map { Parameter($0.name, $0.value) }
                let clauses = try rows.clauses(asked, addresses)
                let visible = Needed.reading.reach(caller, for: .one)
                return try await api.array { transaction, writer in
                    // Without it a zaak that is not there would look like one without any.
                    _ = try ZaakStore.rows.find(zaak, visible, in: transaction)
                    try rows.writeAll(where: clauses, of: zaak, visible, to: &writer, addresses, in: transaction)
                }
            },
            .get(one, policy: Needed.reading.policy) { request, caller in
                let (zaak, id) = try (request.identifier("zaak"), request.identifier("uuid"))
                return try await show(rows, id, of: zaak, Needed.reading.reach(caller, for: .one))
            },
        ]
    }

    private func show<R: Resource>(
        _ rows: Rows<R>,
        _ id: Identifier,
        of zaak: Identifier,
        _ visible: Clause
    ) async throws -> Answer {
        let addresses = api.addresses
        return try await api.resource { transaction, writer in
            guard try rows.find(id, visible, in: transaction).chain == zaak else { return false }
            try rows.write(id, visible, to: &writer, addresses, in: transaction)
            return true
        }
    }

    private func made<R: Resource>(_ rows: Rows<R>, _ id: Identifier, _ path: String) async throws -> Answer {
        let addresses = api.addresses
        return try await api.created(path, id) { transaction, writer in
            // Shown to whoever made it, also without the right to read others.
            try rows.write(id, "1 = 1", to: &writer, addresses, in: transaction)
            return true
        }
    }
}
