import Crypto
import Kernel

/// A secret of 256 bits that stands for a session or a mailed link; the database keeps its SHA-256 only.
///
/// It prints as dots, so that it cannot slip into a log.
public struct Token: Hashable, Sendable, CustomStringConvertible {
    /// 43 characters of base64url: what the cookie or the link holds.
    public let text: String
    /// What the database keeps. A hash without salt is enough: nobody can guess 256 random bits.
    let hash: [UInt8]

    /// Takes a token from a cookie or link; nil when it cannot be one.
    public init?(_ text: String) {
        guard text.utf8.count == 43, let bytes = Base64URL.bytes(text.utf8), bytes.count == 32 else { return nil }
        self.init(text: text, bytes: bytes)
    }

    /// Draws a new one.
    init(_ surroundings: Surroundings) {
        let bytes = surroundings.random(32)
        precondition(bytes.count == 32, "Surroundings.random must give as many bytes as it is asked for")
        self.init(text: Base64URL.text(bytes), bytes: bytes)
    }

    private init(text: String, bytes: [UInt8]) {
        (self.text, hash) = (text, Array(SHA256.hash(data: bytes)))
    }

    public var description: String { "•••" }
}
