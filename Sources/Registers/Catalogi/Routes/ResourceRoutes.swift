import Database
import Kernel
import Web

/// The routes of one kind of resource: list, read, add, replace, change, remove.
struct ResourceRoutes<R: CatalogiResource> {
    let api: CatalogiAPI
    let verbs: Verbs<R>

    init(_ api: CatalogiAPI, _ verbs: Verbs<R>) {
        (self.api, self.verbs) = (api, verbs)
    }

    var all: [Route] {
        let (api, verbs) = (api, verbs)
        let one = R.path + "/{uuid}"
        return [
            .get(R.path, policy: .catalogiLezen) { request, _ in try await list(request, api) },
            .get(one, policy: .catalogiLezen) { request, _ in try await read(request.identifier("uuid"), api) },
            .post(R.path, policy: .catalogiSchrijven) { request, caller in
                let input = try await input(request, api)
                let id = try await api.change(by: caller, request) { try verbs.add(input, $0) }
                return try await read(id, api, status: .created)
            },
            .put(one, policy: .catalogiSchrijven) { request, caller in
                let (id, input) = (try request.identifier("uuid"), try await input(request, api))
                try await api.change(by: caller, request) { try verbs.replace(id, input, $0) }
                return try await read(id, api)
            },
            .patch(one, policy: .catalogiSchrijven) { request, caller in
                let (id, input) = (try request.identifier("uuid"), try await input(request, api))
                try await api.change(by: caller, request) { try verbs.change(id, input, $0) }
                return try await read(id, api)
            },
            .delete(one, policy: .catalogiSchrijven) { request, caller in
                let id = try request.identifier("uuid")
                try await api.change(by: caller, request) { try verbs.remove(id, $0) }
                return .nothing
            },
        ]
        typealias Input = TypeInput<R>
        @Sendable func input(_ request: Request, _ api: CatalogiAPI) async throws -> Input {
            try Input(try await request.json(), api.addresses)
        }
        @Sendable func list(_ request: Request, _ api: CatalogiAPI) async throws -> Answer {
            try await api.list(R.self, request)
        }
        @Sendable func read(
            _ id: Identifier,
            _ api: CatalogiAPI,
            status: HTTPResponse.Status = .ok
        ) async throws -> Answer {
            try await api.read(R.self, id, status: status)
        }
    }

    /// The route by which a concept becomes a version that holds.
    static func publish(_ api: CatalogiAPI) -> [Route] where R: WrittenVersion {
        [
            .post(R.path + "/{uuid}/publish", policy: .catalogiSchrijven) { request, caller in
                let id = try request.identifier("uuid")
                try await api.change(by: caller, request) { _ = try VersionStore<R>($0).publish(id) }
                return try await api.read(R.self, id)
            }
        ]
    }
}
