import Crypto

/// A secret key that signs notes under a name, or cosigns the checkpoints of others.
///
/// Use one key for one of the two and for one name: a cosignature does not say the name of its signer.
public struct SigningKey: Sendable {
    /// How many bytes the secret has.
    public static let seedLength = 32

    /// Who signs.
    public let name: String
    private let key: Curve25519.Signing.PrivateKey

    /// Takes the 32 secret bytes of RFC 8032; nil for another number or a name that the specification forbids.
    public init?(name: String, seed: [UInt8]) {
        guard KeyName.isValid(name), seed.count == SigningKey.seedLength,
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed)
        else { return nil }
        (self.name, self.key) = (name, key)
    }

    /// The public key with which others check what `sign` made, or with the other algorithm what `cosign` made.
    public func verifierKey(_ algorithm: VerifierKey.Algorithm = .ed25519) -> VerifierKey? {
        VerifierKey(name: name, algorithm: algorithm, publicKey: Array(key.publicKey.rawRepresentation))
    }

    /// Signs the text of a note.
    public func sign(_ text: String) throws(NoteError) -> NoteSignature {
        guard !text.utf8.starts(with: Cosignature.header.utf8) else { throw .unsignable }
        return try line(.ed25519, of: Array(text.utf8))
    }

    /// Says as a witness that at this time, in seconds since 1970, this was the largest checkpoint seen.
    ///
    /// Call it only after the consistency with the last one cosigned was proved.
    /// Source: C2SP tlog-cosignature, section Ed25519 signed message.
    public func cosign(_ checkpoint: Checkpoint, timestamp: UInt64) throws(NoteError) -> NoteSignature {
        guard timestamp <= UInt64(Int64.max) else { throw .unsignable }
        var prefix: [UInt8] = []
        prefix.append(bigEndian: timestamp)
        let message = Cosignature.message(checkpoint.text, timestamp: timestamp)
        return try line(.cosignature, of: message, prefix: prefix)
    }

    private func line(
        _ algorithm: VerifierKey.Algorithm,
        of message: [UInt8],
        prefix: [UInt8] = []
    ) throws(NoteError) -> NoteSignature {
        guard let id = verifierKey(algorithm)?.id, let signature = try? key.signature(for: message) else {
            throw .unsignable
        }
        return NoteSignature(name: name, keyID: id, bytes: prefix + signature)
    }
}

extension SigningKey: CustomStringConvertible, CustomReflectable {
    /// The name only.
    public var description: String { "SigningKey \(name)" }
    /// Nothing: a key that ends in a log is no secret any more.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// What a witness signs.
enum Cosignature {
    static let header = "cosignature/v1\n"

    static func message(_ text: String, timestamp: UInt64) -> [UInt8] {
        Array("\(header)time \(timestamp)\n\(text)".utf8)
    }
}
