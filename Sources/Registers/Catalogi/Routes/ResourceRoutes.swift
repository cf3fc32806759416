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
            .get(R.path, policy: .catalogiLezen) { request, _ in try await api.list(R.self, request) },
            .get(one, policy: .catalogiLezen) { request, _ in try await api.read(R.self, request.identifier("uuid")) },
            .post(R.path, policy: .catalogiSchrijven) { request, caller in
                let input: TypeInput<R> = try await api.input(request)
                let id = try await api.change(by: caller, request) { try verbs.add(input, $0) }
                return try await api.made(R.self, id)
            },
            .put(one, policy: .catalogiSchrijven) { request, caller in
                let id = try request.identifier("uuid")
                let input: TypeInput<R> = try await api.input(request)
                try await api.change(by: caller, request) { try verbs.replace(id, input, $0) }
                return try await api.read(R.self, id)
            },
            .patch(one, policy: .catalogiSchrijven) { request, caller in
                let id = try request.identifier("uuid")
                let input: TypeInput<R> = try await api.input(request)
                try await api.change(by: caller, request) { try verbs.change(id, input, $0) }
                return try await api.read(R.self, id)
            },
            .delete(one, policy: .catalogiSchrijven) { request, caller in
                let id = try request.identifier("uuid")
                try await api.change(by: caller, request) { try verbs.remove(id, $0) }
                return .nothing
            },
        ]
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
