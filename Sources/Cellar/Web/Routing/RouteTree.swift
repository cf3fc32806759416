internal import HTTPTypes

/// The routes as a tree of segments. Finding one takes a step for each segment, whatever the number of routes.
struct RouteTree: Sendable {
    /// What a path leads to.
    enum Found {
        case route(Route, parameters: [String: String])
        /// The path is known, the method is not; these are.
        case otherMethods([HTTPRequest.Method])
        case nothing
    }

    private struct Node: Sendable {
        var children: [String: Int] = [:]
        var anyChild: Int?
        var rest: [Leaf] = []
        var leaves: [Leaf] = []
    }

    private struct Leaf: Sendable {
        let route: Route
        /// Where the parameters are: segment number and name.
        let names: [(index: Int, name: String)]
    }

    private var nodes = [Node()]

    /// Adds a route; throws when another one has the same method and place, or the path breaks its grammar.
    mutating func add(_ route: Route) throws(CompositionError) {
        let segments = try PathPattern(route.path).segments
        var node = 0
        var names: [(index: Int, name: String)] = []
        for (index, segment) in segments.enumerated() {
            switch segment {
            case .written(let text): node = child(text, of: node)
            case .any(let name):
                names.append((index, name))
                node = anyChild(of: node)
            case .rest(let name):
                names.append((index, name))
                return try append(Leaf(route: route, names: names), to: \.rest, of: node)
            }
        }
        try append(Leaf(route: route, names: names), to: \.leaves, of: node)
    }

    func find(_ method: HTTPRequest.Method, _ segments: [String]) -> Found {
        var node = 0
        var rest: (node: Int, depth: Int)?
        for (depth, segment) in segments.enumerated() {
            if !nodes[node].rest.isEmpty { rest = (node, depth) }
            guard let next = nodes[node].children[segment] ?? (segment.isEmpty ? nil : nodes[node].anyChild) else {
                return choose(rest.map { nodes[$0.node].rest } ?? [], method, segments)
            }
            node = next
        }
        if nodes[node].leaves.isEmpty, let rest { return choose(nodes[rest.node].rest, method, segments) }
        return choose(nodes[node].leaves, method, segments)
    }

    private func choose(_ leaves: [Leaf], _ method: HTTPRequest.Method, _ segments: [String]) -> Found {
        guard !leaves.isEmpty else { return .nothing }
        let wanted: HTTPRequest.Method = method == .head ? .get : method
        guard let leaf = leaves.first(where: { $0.route.method == wanted }) else {
            return .otherMethods(leaves.map(\.route.method))
        }
        var parameters: [String: String] = [:]
        for (index, name) in leaf.names {
            let isRest = leaf.route.path.hasSuffix("*}") && index == leaf.names.last?.index
            parameters[name] = isRest ? segments[index...].joined(separator: "/") : segments[index]
        }
        return .route(leaf.route, parameters: parameters)
    }

    private mutating func child(_ text: String, of node: Int) -> Int {
        if let child = nodes[node].children[text] { return child }
        nodes.append(Node())
        nodes[node].children[text] = nodes.count - 1
        return nodes.count - 1
    }

    private mutating func anyChild(of node: Int) -> Int {
        if let child = nodes[node].anyChild { return child }
        nodes.append(Node())
        nodes[node].anyChild = nodes.count - 1
        return nodes.count - 1
    }

    private mutating func append(
        _ leaf: Leaf,
        to leaves: WritableKeyPath<Node, [Leaf]>,
        of node: Int
    ) throws(CompositionError) {
        if let other = nodes[node][keyPath: leaves].first(where: { $0.route.method == leaf.route.method }) {
            throw CompositionError("\(leaf.route.method) \(leaf.route.path) and \(other.route.path) are one place.")
        }
        nodes[node][keyPath: leaves].append(leaf)
    }
}

/// A path as a route writes it.
struct PathPattern {
    enum Segment: Equatable {
        case written(String)
        case any(String)
        case rest(String)
    }

    let segments: [Segment]

    init(_ path: String) throws(CompositionError) {
        guard path.hasPrefix("/") else { throw CompositionError("The path \(path) must begin with a slash.") }
        let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        var segments: [Segment] = []
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            guard let segment = PathPattern.segment(part, isLast: isLast) else {
                throw CompositionError("The path \(path) has a segment that cannot be matched: \(part).")
            }
            segments.append(segment)
        }
        let names = segments.compactMap(\.name)
        guard Set(names).count == names.count else { throw CompositionError("The path \(path) uses a name twice.") }
        self.segments = segments
    }

    private static func segment(_ part: Substring, isLast: Bool) -> Segment? {
        guard part.hasPrefix("{"), part.hasSuffix("}") else {
            let isSound = !part.contains("{") && !part.contains("}") && (isLast || !part.isEmpty)
            return isSound ? .written(String(part)) : nil
        }
        let name = part.dropFirst().dropLast()
        if name.hasSuffix("*") { return isLast && name.count > 1 ? .rest(String(name.dropLast())) : nil }
        return name.isEmpty ? nil : .any(String(name))
    }
}

extension PathPattern.Segment {
    fileprivate var name: String? {
        switch self {
        case .written: nil
        case .any(let name), .rest(let name): name
        }
    }
}
