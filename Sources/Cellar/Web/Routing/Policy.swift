/// What a route asks of its visitor: a name that whoever decides understands.
///
/// A room adds its own as static members, so that a route reads `policy: .besluitAanmaken`.
public struct Policy: Hashable, Sendable {
    /// The name, as it stands in the list of routes.
    public let name: String

    /// Takes the name.
    public init(_ name: String) {
        self.name = name
    }

    /// Everybody, known or not; the only policy that nobody is asked about.
    public static let anyone = Policy("iedereen")
}
