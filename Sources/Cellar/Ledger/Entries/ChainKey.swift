import Crypto
public import Kernel

/// The secret of one chain: whoever has it opens every payload of the chain; once it is gone, nobody opens any.
public struct ChainKey: Sendable {
    /// How many bytes a key has.
    public static let length = 32
    private let key: SymmetricKey

    /// Takes 32 secret bytes, no more and no fewer.
    public init?(bytes: [UInt8]) {
        guard bytes.count == ChainKey.length else { return nil }
        key = SymmetricKey(data: bytes)
    }

    /// Takes a key as the folder of keys unwrapped it.
    init(_ key: SymmetricKey) {
        self.key = key
    }

    /// The key of one entry, with which that entry can be opened and no other.
    ///
    /// Source: HKDF with SHA-256 (RFC 5869), no salt, and as info `belfort/entry/v1`, the chain and the sequence.
    public func entryKey(chain: Identifier, sequence: UInt64) -> EntryKey {
        var info = Array("belfort/entry/v1".utf8) + chain.bytes
        info.append(bigEndian: sequence)
        let derived = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key,
            info: info,
            outputByteCount: EntryKey.length
        )
        return EntryKey(key: derived)
    }
}

/// The secret of one entry: handed to a court, it opens that entry and leaves the rest of the chain closed.
public struct EntryKey: Sendable {
    /// How many bytes a key has.
    public static let length = 32
    let key: SymmetricKey

    init(key: SymmetricKey) {
        self.key = key
    }

    /// Takes 32 secret bytes, no more and no fewer.
    public init?(bytes: [UInt8]) {
        guard bytes.count == EntryKey.length else { return nil }
        key = SymmetricKey(data: bytes)
    }

    /// The secret bytes, to hand over.
    public var bytes: [UInt8] { key.withUnsafeBytes { Array($0) } }

    /// What an entry says of its key without giving it away.
    var commitment: Digest { .of(parts: Array("belfort/keycommit/v1".utf8), bytes) }
}

extension ChainKey: CustomStringConvertible, CustomReflectable {
    /// Dots: a key that ends in a log is no secret any more.
    public var description: String { "•••" }
    /// Nothing, for the same reason.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension EntryKey: CustomStringConvertible, CustomReflectable {
    /// Dots: a key that ends in a log is no secret any more.
    public var description: String { "•••" }
    /// Nothing, for the same reason.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
