/// How much a form with files may hold; the route's own maximum holds for the whole body.
public struct PartLimits: Sendable {
    /// Parts in all.
    public var parts = 100
    /// The head of one part, in bytes.
    public var headBytes = 4 * 1024
    /// The name of a field, in bytes.
    public var nameBytes = 256
    /// The name of a file, in bytes.
    public var fileNameBytes = 512

    /// The defaults.
    public init() {}
}

/// A boundary between parts (RFC 2046 section 5.1.1).
enum Boundary {
    /// One to seventy characters of the few that are allowed; a space only inside.
    static func isSound(_ text: String) -> Bool {
        (1...70).contains(text.utf8.count) && text.last != " "
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                default: "'()+_,-./:=? ".utf8.contains(byte)
                }
            }
    }
}
