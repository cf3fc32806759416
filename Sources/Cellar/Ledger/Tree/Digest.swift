import Kernel

/// A SHA-256 hash: 32 bytes, printed as 64 hexadecimal digits in lower case.
///
/// Source: FIPS 180-4.
public struct Digest: Hashable, Sendable {
    /// How many bytes a hash has.
    public static let length = 32

    /// Thirty-two zero bytes: stands where there is nothing to hash yet, such as before the first entry of a chain.
    public static let zero = Digest(0, 0, 0, 0)

    let first: UInt64
    let second: UInt64
    let third: UInt64
    let fourth: UInt64

    init(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64) {
        (self.first, self.second, self.third, self.fourth) = (first, second, third, fourth)
    }

    /// Takes 32 bytes, no more and no fewer.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Digest.length else { return nil }
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        for byte in bytes {
            words.0 = words.0 << 8 | words.1 >> 56
            words.1 = words.1 << 8 | words.2 >> 56
            words.2 = words.2 << 8 | words.3 >> 56
            words.3 = words.3 << 8 | UInt64(byte)
        }
        self.init(words.0, words.1, words.2, words.3)
    }

    /// The 32 bytes.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Digest.length)
        write(into: &bytes)
        return bytes
    }

    /// Appends the 32 bytes.
    public func write(into bytes: inout [UInt8]) {
        withUnsafeTemporaryAllocation(byteCount: Digest.length, alignment: 8) { buffer in
            store(into: buffer, at: 0)
            bytes.append(contentsOf: buffer)
        }
    }
}

extension Digest {
    /// Reads 32 bytes of a buffer that has them.
    init(loading buffer: UnsafeRawBufferPointer, at offset: Int) {
        self.init(
            UInt64(bigEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)),
            UInt64(bigEndian: buffer.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)),
            UInt64(bigEndian: buffer.loadUnaligned(fromByteOffset: offset + 16, as: UInt64.self)),
            UInt64(bigEndian: buffer.loadUnaligned(fromByteOffset: offset + 24, as: UInt64.self))
        )
    }

    /// Writes 32 bytes into a buffer that has room for them.
    func store(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) {
        buffer.storeBytes(of: first.bigEndian, toByteOffset: offset, as: UInt64.self)
        buffer.storeBytes(of: second.bigEndian, toByteOffset: offset + 8, as: UInt64.self)
        buffer.storeBytes(of: third.bigEndian, toByteOffset: offset + 16, as: UInt64.self)
        buffer.storeBytes(of: fourth.bigEndian, toByteOffset: offset + 24, as: UInt64.self)
    }
}

extension Digest: CustomStringConvertible, LosslessStringConvertible {
    /// Reads 64 hexadecimal digits in lower case; anything else is nil, so that a hash has one spelling.
    public init?(_ text: String) {
        guard text.utf8.count == 2 * Digest.length, let bytes = Hexadecimal.bytes(of: text.utf8) else { return nil }
        self.init(bytes: bytes)
    }

    /// The hash in 64 hexadecimal digits.
    public var description: String { Hexadecimal.text(of: bytes) }
}
