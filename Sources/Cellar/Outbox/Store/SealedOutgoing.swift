import Crypto
import Kernel

/// What a message says and to whom, sealed under a key derived from its chain's key and its own id.
///
/// AES-GCM with HKDF-SHA256; what was copied to another row does not open.
enum SealedOutgoing {
    static func close(
        _ outgoing: Outgoing,
        id: Identifier,
        under chain: SymmetricKey,
        _ surroundings: Surroundings
    ) throws -> [UInt8] {
        let box = try AES.GCM.seal(
            bytes(outgoing),
            using: key(id, chain),
            nonce: AES.GCM.Nonce(data: surroundings.random(12)),
            authenticating: id.bytes
        )
        return Array(box.nonce) + box.ciphertext + box.tag
    }

    static func open(
        _ sealed: [UInt8],
        id: Identifier,
        object: Identifier,
        under chain: SymmetricKey
    ) throws(OutboxError) -> Outgoing {
        do {
            let box = try AES.GCM.SealedBox(combined: sealed)
            let value = try JSONValue(Array(try AES.GCM.open(box, using: key(id, chain), authenticating: id.bytes)))
            return try outgoing(value, object)
        } catch {
            throw OutboxError(.tampered, "message \(id) does not open with the key of its chain")
        }
    }

    private static func key(_ id: Identifier, _ chain: SymmetricKey) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: chain,
            salt: id.bytes,
            info: Array("belfort/outbox/v1".utf8),
            outputByteCount: 32
        )
    }

    private static func bytes(_ outgoing: Outgoing) -> [UInt8] {
        JSONWriter.bytes(capacity: outgoing.text.utf8.count + 512) { writer in
            writer.beginObject()
            switch outgoing.way {
            case .mail(let address): writer.pair("mail", address.text)
            case .letter(let address): writer.pair("adres", address)
            }
            writer.pair("naam", outgoing.name)
            writer.pair("onderwerp", outgoing.subject)
            writer.pair("tekst", outgoing.text)
            writer.endObject()
        }
    }

    private static func outgoing(_ value: JSONValue, _ object: Identifier) throws(OutboxError) -> Outgoing {
        let way: Outgoing.Way
        if let mail = value["mail"]?.text {
            guard let address = MailAddress(mail) else { throw OutboxError(.tampered, "no address") }
            way = .mail(address)
        } else {
            way = .letter(address: value["adres"]?.text ?? "")
        }
        return try Outgoing(
            way,
            name: value["naam"]?.text ?? "",
            subject: value["onderwerp"]?.text ?? "",
            text: value["tekst"]?.text ?? "",
            about: object
        )
    }
}

extension JSONWriter {
    fileprivate mutating func pair(_ name: String, _ text: String) {
        self.name(name)
        self.text(text)
    }
}
