import Database
import Kernel
import Web
import ZGW

extension CatalogiAPI {
    /// One resource.
    func read<R: CatalogiResource>(_ type: R.Type, _ id: Identifier) async throws -> Answer {
        try await api.resource(writing(type, id))
    }

    /// The resource that was just made.
    func made<R: CatalogiResource>(_ type: R.Type, _ id: Identifier) async throws -> Answer {
        try await api.created(R.path, id, writing(type, id))
    }

    private func writing<R: CatalogiResource>(
        _ type: R.Type,
        _ id: Identifier
    ) -> @Sendable (Transaction, inout JSONWriter) throws -> Bool {
        let (day, addresses) = (api.today, api.addresses)
        return { transaction, writer in
            try Reading<R>(transaction, on: day, visible: "1 = 1").write(id, to: &writer, addresses) != nil
        }
    }

    /// One page of a list.
    func list<R: CatalogiResource>(_ type: R.Type, _ request: Request) async throws -> Answer {
        let asked = try request.query()
        let scope = FilterScope(api.database.dialect, api.addresses)
        let query = try ListQuery<R>(ZGWAPI.filters(asked), scope)
        let (day, addresses) = (query.day ?? api.today, api.addresses)
        return try await api.page(of: R.path, asked) { transaction in
            try Reading<R>(transaction, on: day, visible: "1 = 1").count(query)
        } write: { transaction, range, writer in
            let reading = Reading<R>(transaction, on: day, visible: "1 = 1")
            try reading.write(query, limit: range.limit, offset: range.offset, to: &writer, addresses)
        }
    }
}
