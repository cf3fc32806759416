import Kernel

/// The first 32 bytes of a sealed file; every chunk is authenticated together with all of them.
///
/// `BLFV`, version (1 byte), three zeros, chunk size (4 bytes, most significant first), four zeros, content id (16).
struct Header: Equatable, Sendable {
    static let size = 32
    static let version: UInt8 = 1

    let id: Identifier
    let chunkSize: Int

    var bytes: [UInt8] {
        let length = UInt32(truncatingIfNeeded: chunkSize)
        return Array("BLFV".utf8) + [Self.version, 0, 0, 0]
            + (0..<4).map { UInt8(truncatingIfNeeded: length >> UInt32(24 - 8 * $0)) } + [0, 0, 0, 0] + id.bytes
    }
}
