import Crypto
import Database
import Kernel
import Keys

/// Secret answers (a national number) stand sealed in the row, under a key derived from the chain's.
extension DossierRegister {
    /// Splits answers: what stands in clear, and what is secret, sealed; empty when nothing is.
    func split(
        _ answers: Answers,
        of type: DossierType,
        chain: Identifier,
        in transaction: Transaction
    ) throws -> (clear: String, sealed: String) {
        let secret = Set(type.form.fields.filter(\.kind.isSecret).map(\.name))
        let open = Answers(values: answers.values.filter { !secret.contains($0.key) }, checks: answers.checks)
        let closed = answers.values.filter { secret.contains($0.key) }
        let clear = String(decoding: open.json.bytes, as: UTF8.self)
        guard !closed.isEmpty else { return (clear, "") }
        guard let key = try secretKey(chain, in: transaction) else { throw Problem(.gone) }
        let nonce = try AES.GCM.Nonce(data: surroundings.random(12))
        let box = try AES.GCM.seal(
            Answers(values: closed).json.bytes,
            using: key,
            nonce: nonce,
            authenticating: chain.bytes
        )
        return (clear, Hexadecimal.text(of: Array(box.nonce) + box.ciphertext + box.tag))
    }

    /// All answers of a dossier; what was sealed is left out when its key is gone.
    func answers(of dossier: Record<Dossier>, in transaction: Transaction) throws -> Answers {
        guard let open = Answers(json: try Self.tree(Array(dossier.antwoorden.utf8))) else {
            throw Damage(field: "Dossier.antwoorden")
        }
        guard !dossier.geheim.isEmpty, let key = try secretKey(dossier.zaak, in: transaction) else { return open }
        guard let sealed = Hexadecimal.bytes(of: dossier.geheim.utf8),
            let box = try? AES.GCM.SealedBox(combined: sealed),
            let bytes = try? AES.GCM.open(box, using: key, authenticating: dossier.zaak.bytes),
            let secret = Answers(json: try Self.tree(Array(bytes)))
        else { throw Damage(field: "Dossier.geheim") }
        return Answers(values: open.values.merging(secret.values) { $1 }, checks: open.checks)
    }

    static let answerLimits = JSONLimits(bytes: 1 << 20, depth: 16, text: 65_536, members: 2_000, elements: 20_000)

    private static func tree(_ bytes: [UInt8]) throws -> JSONValue {
        try JSONValue(bytes, limits: answerLimits)
    }

    private func secretKey(_ chain: Identifier, in transaction: Transaction) throws -> SymmetricKey? {
        try keys.key(chain, in: transaction).map { key in
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: key,
                info: Array("belfort/dossier/answers/v1".utf8) + chain.bytes,
                outputByteCount: 32
            )
        }
    }
}
