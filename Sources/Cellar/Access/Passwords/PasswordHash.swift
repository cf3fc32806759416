import Crypto
import CryptoExtras
import Foundation
import Kernel

/// What it costs to check one password; stored with each hash, so that it can rise later.
public struct ScryptCost: Hashable, Sendable {
    /// 2 to this power blocks of 1 KiB (with r = 8) are filled and read back.
    public let logRounds: Int
    public let blockSize: Int
    public let parallelism: Int

    /// 64 MiB, twice over.
    ///
    /// Source: OWASP Password Storage Cheat Sheet, one of its equal choices for scrypt; one password at a time is
    /// checked, so 64 MiB is also all that this ever takes.
    public static let current = ScryptCost(logRounds: 16, blockSize: 8, parallelism: 2)

    /// Takes a cost; nil outside the bounds within which a stored hash is believed.
    public init?(checking logRounds: Int, _ blockSize: Int, _ parallelism: Int) {
        guard (4...20).contains(logRounds), (1...16).contains(blockSize), (1...8).contains(parallelism) else {
            return nil
        }
        self.init(logRounds: logRounds, blockSize: blockSize, parallelism: parallelism)
    }

    private init(logRounds: Int, blockSize: Int, parallelism: Int) {
        (self.logRounds, self.blockSize, self.parallelism) = (logRounds, blockSize, parallelism)
    }
}

/// A password that cannot be read back: scrypt with its own salt.
///
/// Source: RFC 7914. As text it is `$scrypt$ln=16,r=8,p=2$salt$hash`.
public struct PasswordHash: Hashable, Sendable {
    public let cost: ScryptCost
    let salt: [UInt8]
    let key: SymmetricKey

    /// Hashes a password; slow by design, so it belongs on the `HashingThread`.
    init(_ password: String, cost: ScryptCost, salt: [UInt8]) throws {
        (self.cost, self.salt) = (cost, salt)
        key = try Self.derive(password, cost, salt)
    }

    /// Takes the parts as they are.
    init(cost: ScryptCost, salt: [UInt8], bytes: [UInt8]) {
        (self.cost, self.salt, key) = (cost, salt, SymmetricKey(data: bytes))
    }

    /// Whether it is this password; the comparison takes the same time wherever they differ. As slow as hashing.
    func matches(_ password: String) throws -> Bool {
        try Self.derive(password, cost, salt) == key
    }

    /// The same password in another spelling of the same characters must stay the same password.
    private static func derive(_ password: String, _ cost: ScryptCost, _ salt: [UInt8]) throws -> SymmetricKey {
        try KDF.Scrypt.deriveKey(
            from: Array(password.precomposedStringWithCanonicalMapping.utf8),
            salt: salt,
            outputByteCount: 32,
            rounds: 1 << cost.logRounds,
            blockSize: cost.blockSize,
            parallelism: cost.parallelism
        )
    }
}

extension PasswordHash {
    /// What the database keeps.
    public var text: String {
        let bytes = key.withUnsafeBytes { Array($0) }
        return "$scrypt$ln=\(cost.logRounds),r=\(cost.blockSize),p=\(cost.parallelism)"
            + "$\(Base64URL.text(salt))$\(Base64URL.text(bytes))"
    }

    /// Reads what the database keeps; nil when it is nothing of ours.
    public init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt", let cost = Self.cost(parts[2]),
            let salt = Base64URL.bytes(parts[3].utf8), salt.count == Self.saltBytes,
            let bytes = Base64URL.bytes(parts[4].utf8), bytes.count == 32
        else { return nil }
        self.init(cost: cost, salt: salt, bytes: bytes)
    }

    static let saltBytes = 16

    private static func cost(_ text: Substring) -> ScryptCost? {
        let numbers = text.split(separator: ",").map { $0.split(separator: "=") }
        guard numbers.count == 3, numbers.map(\.first) == ["ln", "r", "p"] else { return nil }
        let values = numbers.compactMap { $0.count == 2 ? Int($0[1]) : nil }
        return values.count == 3 ? ScryptCost(checking: values[0], values[1], values[2]) : nil
    }

    public static func == (left: PasswordHash, right: PasswordHash) -> Bool { left.text == right.text }

    public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
