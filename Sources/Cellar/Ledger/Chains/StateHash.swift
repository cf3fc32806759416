/// What ties a row to its entry: SHA-256 over a salt that lies in the row, and the row's stored fields.
///
/// Without the salt the hash tells nothing about the fields, so it means nothing once the row is gone.
public enum StateHash {
    /// Bytes of salt in a row.
    public static let saltLength = 16

    /// - Parameter fields: the canonical bytes of the row's fields, as its declaration writes them.
    public static func of(salt: [UInt8], fields: [UInt8]) -> Digest {
        .of(parts: salt, fields)
    }
}
