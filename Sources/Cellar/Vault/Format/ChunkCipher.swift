import Crypto
import Kernel

/// Seals and opens the chunks of one content, each bound to its content, its place and whether it is the last.
///
/// AES-256-GCM under a key that seals one content only. The nonce is three zeros, the chunk's number (8 bytes) and the
/// final flag (1 byte), so no nonce is used twice under a key, and a chunk that was moved, cut off or added does not
/// open. Source: Hoang, Reyhanitabar, Rogaway, Vizár, Online authenticated-encryption and its nonce-reuse
/// misuse-resistance, 2015 (STREAM).
struct ChunkCipher: Sendable {
    private let key: SymmetricKey
    private let header: [UInt8]
    private let id: Identifier

    init(key: SymmetricKey, header: Header) {
        (self.key, self.header, id) = (key, header.bytes, header.id)
    }

    /// Appends the sealed chunk and its tag.
    func seal(_ clear: ArraySlice<UInt8>, number: Int64, isLast: Bool, into sealed: inout [UInt8]) throws {
        let box = try AES.GCM.seal(clear, using: key, nonce: nonce(number, isLast), authenticating: header)
        sealed.append(contentsOf: box.ciphertext)
        sealed.append(contentsOf: box.tag)
    }

    /// Appends what was sealed, or throws `damaged`.
    func open(_ sealed: ArraySlice<UInt8>, number: Int64, isLast: Bool, into clear: inout [UInt8]) throws {
        guard sealed.count >= Layout.tagSize else { throw VaultError.damaged(id, "chunk \(number) is cut off") }
        do {
            let box = try AES.GCM.SealedBox(
                nonce: nonce(number, isLast),
                ciphertext: sealed.dropLast(Layout.tagSize),
                tag: sealed.suffix(Layout.tagSize)
            )
            clear.append(contentsOf: try AES.GCM.open(box, using: key, authenticating: header))
        } catch {
            throw VaultError.damaged(id, "chunk \(number) does not open")
        }
    }

    private func nonce(_ number: Int64, _ isLast: Bool) throws -> AES.GCM.Nonce {
        let place = (0..<8).map { UInt8(truncatingIfNeeded: number >> Int64(56 - 8 * $0)) }
        return try AES.GCM.Nonce(data: [0, 0, 0] + place + [isLast ? 1 : 0])
    }
}
