import Crypto

extension Entry {
    /// The largest clear payload, in bytes: the full state of one resource. Contents of documents go to the vault.
    public static let clearMax = 4_194_304
    /// What a seal adds: a nonce of 12 bytes in front, a tag of 16 at the end, the opening's nonce of 32 within.
    static let sealOverhead = 12 + 32 + 16

    /// Seals a payload and makes the entry that names it.
    ///
    /// `previous` is the hash of the chain's last entry, or `Digest.zero`; `randomness` gives 44 bytes. Store both
    /// results as they are. AES-256-GCM under a key of this entry only, with the clear fields as additional data.
    public static func seal(
        _ draft: Draft,
        previous: Digest,
        stateHash: Digest,
        clear: [UInt8],
        chainKey: ChainKey,
        randomness: (_ count: Int) -> [UInt8]
    ) throws(EntryError) -> (entry: Entry, sealed: [UInt8]) {
        guard draft.sequence <= sequenceMax else { throw .sequence(draft.sequence) }
        guard clear.count <= clearMax else { throw .payloadSize(clear.count) }
        guard let opening = Opening(nonce: randomness(Opening.nonceLength), clear: clear) else { throw .randomness }
        let key = chainKey.entryKey(chain: draft.chain, sequence: draft.sequence)
        let sealed = try key.seal(opening.nonce + clear, nonce: randomness(12), authenticating: draft.associatedData)
        let entry = Entry(
            draft: draft,
            previous: previous,
            payloadHash: .of(sealed),
            keyCommitment: key.commitment,
            clearCommitment: opening.commitment,
            stateHash: stateHash
        )
        return (entry, sealed)
    }

    /// Opens the payload with the chain's key, after all that can be checked without it.
    public func open(_ sealed: [UInt8], chainKey: ChainKey) throws(EntryError) -> Opening {
        try open(sealed, entryKey: chainKey.entryKey(chain: draft.chain, sequence: draft.sequence))
    }

    /// Opens the payload with this one entry's key.
    public func open(_ sealed: [UInt8], entryKey: EntryKey) throws(EntryError) -> Opening {
        try verifyKeyless(sealed)
        guard entryKey.commitment == keyCommitment else { throw .keyCommitment }
        let plain = try entryKey.open(sealed, authenticating: draft.associatedData)
        let nonce = Array(plain.prefix(Opening.nonceLength))
        guard let opening = Opening(nonce: nonce, clear: Array(plain.dropFirst(Opening.nonceLength))) else {
            throw .payloadSize(sealed.count)
        }
        guard opening.commitment == clearCommitment else { throw .clearCommitment }
        return opening
    }

    /// Checks, without any key, that this is the sealed payload that the entry names.
    public func verifyKeyless(_ sealed: [UInt8]) throws(EntryError) {
        let sizes = Entry.sealOverhead...Entry.sealOverhead + Entry.clearMax
        guard sizes.contains(sealed.count) else { throw .payloadSize(sealed.count) }
        guard Digest.of(sealed) == payloadHash else { throw .payloadHash }
    }
}

extension Entry.Draft {
    /// All clear fields but the hashes, so that a payload cannot be moved to another entry.
    fileprivate var associatedData: [UInt8] { front + back }
}

extension EntryKey {
    /// Nonce, ciphertext and tag, one after another.
    fileprivate func seal(
        _ plain: [UInt8],
        nonce: [UInt8],
        authenticating data: [UInt8]
    ) throws(EntryError) -> [UInt8] {
        guard nonce.count == 12 else { throw .randomness }
        do {
            let box = try AES.GCM.seal(plain, using: key, nonce: AES.GCM.Nonce(data: nonce), authenticating: data)
            return nonce + box.ciphertext + box.tag
        } catch {
            throw .seal
        }
    }

    fileprivate func open(_ sealed: [UInt8], authenticating data: [UInt8]) throws(EntryError) -> [UInt8] {
        do {
            return Array(try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: key, authenticating: data))
        } catch {
            throw .seal
        }
    }
}
