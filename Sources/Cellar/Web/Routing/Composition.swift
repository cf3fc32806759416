internal import Kernel
public import ServiceLifecycle

/// Modules added up and checked.
public struct Composition: Sendable {
    /// All routes, in the order of the modules: for `belfort routes` and for the walk of every route.
    public let routes: [Route]
    /// All menu entries.
    public let navigation: [NavigationEntry]
    /// All services.
    public let services: [any Service]

    /// What every answer below a path carries.
    let fields: [PathFields]
    let tree: RouteTree

    /// Adds modules up.
    ///
    /// Throws, with a sentence, when two modules have one name, two routes one method and place, a path breaks its
    /// grammar, or a menu entry leads nowhere.
    public init(_ modules: [Module]) throws(CompositionError) {
        var names: Set<String> = []
        for module in modules {
            guard !module.name.isEmpty else { throw CompositionError("A module has no name.") }
            guard names.insert(module.name).inserted else {
                throw CompositionError("There are two modules with the name \(module.name).")
            }
        }
        routes = modules.flatMap(\.routes)
        navigation = modules.flatMap(\.navigation)
        services = modules.flatMap(\.services)
        fields = modules.flatMap(\.fields)
        var tree = RouteTree()
        for route in routes { try tree.add(route) }
        self.tree = tree
        for entry in navigation where !routes.contains(where: { $0.method == .get && $0.path == entry.path }) {
            throw CompositionError("The menu entry \(entry.title.nl) leads to \(entry.path), which no route shows.")
        }
    }
}
