public import HTTPTypes
public import Kernel
public import ServiceLifecycle

/// What a room brings along: lists only, which the roof adds up.
public struct Module: Sendable {
    /// The name of the room, once in a house.
    public let name: String
    /// Its routes.
    public let routes: [Route]
    /// Its places in the menus.
    public let navigation: [NavigationEntry]
    /// What runs beside the requests, started and stopped with the server.
    public let services: [any Service]
    /// What every answer below a path carries.
    public let fields: [PathFields]

    /// Takes the lists.
    public init(
        name: String,
        routes: [Route] = [],
        navigation: [NavigationEntry] = [],
        services: [any Service] = [],
        fields: [PathFields] = []
    ) {
        (self.name, self.routes, self.navigation, self.services) = (name, routes, navigation, services)
        self.fields = fields
    }
}

/// Fields that every answer below a path carries, a refusal as much as a resource: the version of an API.
public struct PathFields: Sendable {
    /// Where it begins, such as `/zaken/api/v1`; what lies there, and below.
    public let path: String
    public let fields: HTTPFields

    public init(_ path: String, _ fields: HTTPFields) {
        (self.path, self.fields) = (path, fields)
    }

    func covers(_ target: some StringProtocol) -> Bool {
        guard target.hasPrefix(path) else { return false }
        let rest = target.dropFirst(path.count)
        return rest.isEmpty || rest.first == "/" || rest.first == "?"
    }
}

/// A place in a menu, shown to whoever may go there.
public struct NavigationEntry: Hashable, Sendable {
    /// What the visitor reads.
    public let title: Text
    /// Where it leads; a route of the same module, without parameters.
    public let path: String
    /// Who sees it.
    public let policy: Policy

    /// Takes a place.
    public init(_ title: Text, path: String, policy: Policy) {
        (self.title, self.path, self.policy) = (title, path, policy)
    }
}

/// Modules that do not fit together; it is shown to whoever starts the program.
public struct CompositionError: Error, Equatable, CustomStringConvertible {
    /// What does not fit, in a sentence.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
