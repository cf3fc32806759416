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

    /// Takes the lists.
    public init(
        name: String,
        routes: [Route] = [],
        navigation: [NavigationEntry] = [],
        services: [any Service] = []
    ) {
        (self.name, self.routes, self.navigation, self.services) = (name, routes, navigation, services)
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
