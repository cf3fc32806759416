/// How much of a JSON document a reader takes before it answers with an error.
public struct JSONLimits: Hashable, Sendable {
    /// Bytes of the whole document.
    public var bytes: Int
    /// Objects and arrays within each other; reading recurses at most this deep.
    public var depth: Int
    /// Bytes of one text or member name, escapes undone.
    public var text: Int
    /// Members of one object; the search for duplicate names costs the square of it.
    public var members: Int
    /// Elements of one array.
    public var elements: Int

    /// Takes limits; those left out are those of an ordinary API body.
    public init(
        bytes: Int = 1 << 20,
        depth: Int = 32,
        text: Int = 1 << 18,
        members: Int = 1_000,
        elements: Int = 100_000
    ) {
        (self.bytes, self.depth, self.text) = (bytes, depth, text)
        (self.members, self.elements) = (members, elements)
    }

    /// The characters of one number; more would not change its value as a double.
    static let number = 64
}
