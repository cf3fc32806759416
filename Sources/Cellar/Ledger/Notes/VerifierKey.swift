import Crypto
import Kernel

/// A public key by which a signature line is known and checked.
///
/// Printed as `name+id+key`: the id in eight hexadecimal digits, and base64 of the algorithm's byte and the key.
/// Source: C2SP signed-note; tlog-cosignature for the second algorithm.
public struct VerifierKey: Hashable, Sendable {
    /// What a key signs, with the byte that the specifications give it.
    public enum Algorithm: UInt8, Sendable {
        /// The text of a note (Ed25519, RFC 8032).
        case ed25519 = 0x01
        /// A checkpoint and the time at which a witness saw it (cosignature/v1, Ed25519).
        case cosignature = 0x04
    }

    /// Who signs, such as `stad.example/belfort-ledger`.
    public let name: String
    /// What the key signs.
    public let algorithm: Algorithm
    /// The 32 bytes of RFC 8032.
    public let publicKey: [UInt8]
    /// The first four bytes of SHA-256 over name, newline, algorithm and key.
    public let id: UInt32

    /// Nil for a name that the specification forbids or a key that is not 32 bytes.
    public init?(name: String, algorithm: Algorithm, publicKey: [UInt8]) {
        guard KeyName.isValid(name), publicKey.count == 32 else { return nil }
        (self.name, self.algorithm, self.publicKey) = (name, algorithm, publicKey)
        id = UInt32(Digest.of(parts: Array(name.utf8), [0x0A, algorithm.rawValue], publicKey).first >> 32)
    }

    /// Whether a line claims to be by this key.
    func isNamed(in signature: NoteSignature) -> Bool {
        signature.keyID == id && signature.name.utf8.elementsEqual(name.utf8)
    }

    /// Checks the bytes after the id of a line under a text; for a witness it gives the time, in seconds since 1970.
    func verify(_ signature: [UInt8], under text: String) -> VerifiedSignature? {
        switch algorithm {
        case .ed25519:
            guard isSignature(signature[...], of: Array(text.utf8)) else { return nil }
            return VerifiedSignature(key: self, timestamp: nil)
        case .cosignature:
            guard signature.count == 8 + 64 else { return nil }
            let timestamp = signature.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            guard timestamp <= UInt64(Int64.max),
                isSignature(signature.dropFirst(8), of: Cosignature.message(text, timestamp: timestamp))
            else { return nil }
            return VerifiedSignature(key: self, timestamp: timestamp)
        }
    }

    private func isSignature(_ signature: ArraySlice<UInt8>, of message: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
        return key.isValidSignature(Array(signature), for: message)
    }
}

/// A line that was checked.
public struct VerifiedSignature: Hashable, Sendable {
    /// Whose it is.
    public let key: VerifierKey
    /// When a witness saw the checkpoint, in seconds since 1970; nil for the signature of a note.
    public let timestamp: UInt64?
}

extension VerifierKey: CustomStringConvertible, LosslessStringConvertible {
    /// Reads such a text; nil also if the id is not the one of name and key.
    public init?(_ text: String) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard text.utf8.count <= 512, parts.count == 3, let bytes = Base64.bytes(of: parts[2].utf8),
            let algorithm = bytes.first.flatMap(Algorithm.init)
        else { return nil }
        self.init(name: String(parts[0]), algorithm: algorithm, publicKey: Array(bytes.dropFirst()))
        guard description.utf8.elementsEqual(text.utf8) else { return nil }
    }

    /// Name, id and key.
    public var description: String {
        let digits = Hexadecimal.text(of: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: id >> UInt32($0)) })
        return "\(name)+\(digits)+\(Base64.text(of: [algorithm.rawValue] + publicKey))"
    }
}

/// The rule for the name of a key.
enum KeyName {
    static let lengthMax = 255

    static func isValid(_ name: String) -> Bool {
        (1...lengthMax).contains(name.utf8.count)
            && name.unicodeScalars.allSatisfy { $0 != "+" && $0.value >= 0x20 && !$0.properties.isWhitespace }
    }
}
