import Crypto
public import Database
public import Kernel
public import Keys

/// Seals the small secrets that signing in needs back in clear: secrets of clients, seeds of second factors.
///
/// One key, made like that of a chain, so it is wrapped by the master key outside the database and follows its
/// rotation. It is opened once at start. What is sealed opens only for its own row (AES-GCM).
public struct Seal: Sendable {
    private let key: SymmetricKey
    private let surroundings: Surroundings

    /// Takes the key itself: for tests.
    init(key: SymmetricKey, surroundings: Surroundings) {
        (self.key, self.surroundings) = (key, surroundings)
    }

    /// Opens the house's seal, and makes it in a new house; two servers that start at once get the same one.
    public static func open(_ database: Database, _ keys: ChainKeys, _ surroundings: Surroundings) async throws -> Seal
    {
        if let key = try await database.read({ try keys.key(chain, in: $0) }) {
            return Seal(key: key, surroundings: surroundings)
        }
        do {
            let key = try await database.write { try keys.key(chain, in: $0) ?? keys.make(chain, in: $0) }
            return Seal(key: key, surroundings: surroundings)
        } catch let error as DatabaseError where error.code == .unique {
            let key = try await database.read { try keys.key(chain, in: $0) }
            guard let key else { throw error }
            return Seal(key: key, surroundings: surroundings)
        }
    }

    /// The chain whose key this is; it has no entries.
    public static let chain = Identifier(high: 0xACCE_5500_0000_4000, low: 0x8000_0000_0000_0001)

    /// Seals bytes for one place.
    func close(_ secret: [UInt8], for place: String) throws -> [UInt8] {
        let sealed = try AES.GCM.seal(
            secret,
            using: key,
            nonce: AES.GCM.Nonce(data: surroundings.random(12)),
            authenticating: Self.context(place)
        )
        return Array(sealed.nonce) + sealed.ciphertext + sealed.tag
    }

    /// Opens what was sealed for the same place; throws `tampered` for anything else.
    func open(_ sealed: [UInt8], for place: String) throws -> [UInt8] {
        do {
            let box = try AES.GCM.SealedBox(combined: sealed)
            return Array(try AES.GCM.open(box, using: key, authenticating: Self.context(place)))
        } catch {
            throw AccessError(.tampered, "a sealed secret does not open in its place")
        }
    }

    private static func context(_ place: String) -> [UInt8] { Array("belfort/access/v1/\(place)".utf8) }
}
