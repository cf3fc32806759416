/// What a seal held: the clear payload and the nonce that makes its commitment impossible to guess.
///
/// Shown with its entry, it proves to somebody without a key what the payload was.
public struct Opening: Hashable, Sendable {
    /// How many bytes the nonce has.
    public static let nonceLength = 32

    /// Random bytes, drawn for this one entry.
    public let nonce: [UInt8]
    /// The payload.
    public let clear: [UInt8]

    /// Takes both; nil if the nonce is not 32 bytes or the payload is larger than `Entry.clearMax`.
    public init?(nonce: [UInt8], clear: [UInt8]) {
        guard nonce.count == Opening.nonceLength, clear.count <= Entry.clearMax else { return nil }
        (self.nonce, self.clear) = (nonce, clear)
    }

    /// What an entry with this payload says of it: SHA-256 of `belfort/commit/v1`, the nonce and the payload.
    public var commitment: Digest { .of(parts: Array("belfort/commit/v1".utf8), nonce, clear) }
}
