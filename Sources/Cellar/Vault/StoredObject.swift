public import Kernel

/// A sealed file as its row describes it, for whoever copies or checks files without any key.
public struct StoredObject: Equatable, Sendable {
    /// Names its row and its file.
    public let id: Identifier
    /// Bytes of the sealed file.
    public let sealedSize: Int64
    /// SHA-256 of the sealed file.
    public let sealedHash: [UInt8]
}
