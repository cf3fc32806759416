import Crypto
import Kernel

/// The keys that wrap all other keys; opened once at start, never stored in the database.
public struct MasterKeys: Sendable {
    let keys: [Int64: SymmetricKey]

    /// The version with which new keys are wrapped.
    public var version: Int64 { keys.keys.max() ?? 0 }

    /// Seals a chain's key; opens only for the same chain and version.
    func wrap(_ key: SymmetricKey, for chain: Identifier, _ surroundings: Surroundings) throws(KeysError) -> [UInt8] {
        guard let master = keys[version] else { throw KeysError(.masterMissing, "there is no master key") }
        do {
            let sealed = try AES.GCM.seal(
                key.withUnsafeBytes { Array($0) },
                using: master,
                nonce: AES.GCM.Nonce(data: surroundings.random(12)),
                authenticating: Self.context(chain, version)
            )
            return Array(sealed.nonce) + sealed.ciphertext + sealed.tag
        } catch {
            throw KeysError(.malformed, "sealing a key: \(error)")
        }
    }

    /// Opens a chain's key that was sealed by `wrap`.
    func unwrap(_ wrapped: [UInt8], version: Int64, for chain: Identifier) throws(KeysError) -> SymmetricKey {
        guard let master = keys[version] else {
            throw KeysError(.masterMissing, "master key \(version) is not in the folder of keys")
        }
        do {
            let box = try AES.GCM.SealedBox(combined: wrapped)
            return SymmetricKey(
                data: try AES.GCM.open(box, using: master, authenticating: Self.context(chain, version))
            )
        } catch {
            throw KeysError(.tampered, "the key of chain \(chain) does not open with master key \(version)")
        }
    }

    private static func context(_ chain: Identifier, _ version: Int64) -> [UInt8] {
        Array("belfort/wrap/v1".utf8) + chain.bytes + withUnsafeBytes(of: version.bigEndian) { Array($0) }
    }
}
