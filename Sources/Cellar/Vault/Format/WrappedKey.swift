import Crypto
import Kernel

/// The key of one content as it stands in the row: sealed under a key derived from its chain's key.
///
/// The wrapping key is HKDF-SHA256 of the chain's key with a random salt and the content's id, so each wrap has a key
/// of its own, and a wrap that was copied to another content does not open.
struct WrappedKey: Equatable, Sendable {
    static let saltSize = 32
    static let wrappedSize = 12 + 32 + 16

    let salt: [UInt8]
    let wrapped: [UInt8]

    /// What a row holds after its key was destroyed and before it is removed.
    static let blank = WrappedKey(
        salt: Array(repeating: 0, count: saltSize),
        wrapped: Array(repeating: 0, count: wrappedSize)
    )

    init(salt: [UInt8], wrapped: [UInt8]) {
        (self.salt, self.wrapped) = (salt, wrapped)
    }

    init(_ key: SymmetricKey, of content: Identifier, under chain: SymmetricKey, _ surroundings: Surroundings) throws {
        salt = surroundings.random(Self.saltSize)
        let box = try AES.GCM.seal(
            key.withUnsafeBytes { Array($0) },
            using: Self.wrapping(chain, salt, content),
            nonce: AES.GCM.Nonce(data: surroundings.random(12)),
            authenticating: content.bytes
        )
        wrapped = Array(box.nonce) + box.ciphertext + box.tag
    }

    /// The content's key, or `damaged` when the wrap was changed, or belongs to another content or chain.
    func open(of content: Identifier, under chain: SymmetricKey) throws -> SymmetricKey {
        do {
            let box = try AES.GCM.SealedBox(combined: wrapped)
            let wrapping = Self.wrapping(chain, salt, content)
            return SymmetricKey(data: try AES.GCM.open(box, using: wrapping, authenticating: content.bytes))
        } catch {
            throw VaultError.damaged(content, "its key does not open with the key of its chain")
        }
    }

    private static func wrapping(_ chain: SymmetricKey, _ salt: [UInt8], _ content: Identifier) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: chain,
            salt: salt,
            info: Array("belfort/content/v1".utf8) + content.bytes,
            outputByteCount: 32
        )
    }
}
