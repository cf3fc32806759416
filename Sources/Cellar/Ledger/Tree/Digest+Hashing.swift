import Crypto

extension Digest {
    /// SHA-256 of some bytes.
    public static func of(_ bytes: [UInt8]) -> Digest {
        bytes.withUnsafeBytes { of(buffer: $0) }
    }

    /// SHA-256 of several stretches of bytes, one after another.
    static func of(parts: [UInt8]...) -> Digest {
        var hasher = SHA256()
        for part in parts {
            part.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        }
        return Digest(hasher.finalize())
    }

    /// The hash of a leaf: SHA-256 of 0x00 and the entry's bytes.
    ///
    /// Source: RFC 9162 section 2.1.1, the same as RFC 6962 section 2.1.
    public static func leaf(_ entry: [UInt8]) -> Digest {
        withUnsafeTemporaryAllocation(byteCount: entry.count + 1, alignment: 1) { buffer in
            buffer[0] = 0
            buffer[1...].copyBytes(from: entry)
            return of(buffer: UnsafeRawBufferPointer(buffer))
        }
    }

    /// The hash of a node: SHA-256 of 0x01, the left hash and the right hash.
    ///
    /// Source: RFC 9162 section 2.1.1.
    public static func node(_ left: Digest, _ right: Digest) -> Digest {
        withUnsafeTemporaryAllocation(byteCount: 1 + 2 * length, alignment: 1) { buffer in
            buffer[0] = 1
            left.store(into: buffer, at: 1)
            right.store(into: buffer, at: 1 + length)
            return of(buffer: UnsafeRawBufferPointer(buffer))
        }
    }

    /// The root of a tree without leaves: SHA-256 of nothing.
    ///
    /// Source: RFC 9162 section 2.1.1.
    public static let emptyTree = Digest.of([])

    static func of(buffer: UnsafeRawBufferPointer) -> Digest {
        var hasher = SHA256()
        hasher.update(bufferPointer: buffer)
        return Digest(hasher.finalize())
    }

    private init(_ digest: SHA256Digest) {
        self = digest.withUnsafeBytes { Digest(loading: $0, at: 0) }
    }
}
