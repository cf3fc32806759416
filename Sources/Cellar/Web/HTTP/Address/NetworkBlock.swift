/// Addresses that share their first bits, as in `192.0.2.0/24` (RFC 4632).
public struct NetworkBlock: Hashable, Sendable {
    /// The first address of the block.
    public let first: NetworkAddress
    /// How many bits all of them share.
    public let prefix: Int

    /// The block of that size around an address; a prefix beyond the address's bits means the address alone.
    public init(_ address: NetworkAddress, prefix: Int) {
        let bits = address.bytes.count * 8
        self.prefix = min(max(prefix, 0), bits)
        let kept = self.prefix
        let masked = address.bytes.enumerated().map { index, byte in
            let shared = min(max(kept - index * 8, 0), 8)
            return shared == 0 ? 0 : byte & (0xFF << UInt8(8 - shared))
        }
        first = NetworkAddress(exactly: masked)
    }

    /// Whether the address lies in the block; the two families never meet.
    public func contains(_ address: NetworkAddress) -> Bool {
        address.bytes.count == first.bytes.count && NetworkBlock(address, prefix: prefix).first == first
    }
}

extension NetworkBlock: LosslessStringConvertible {
    /// Reads `address/prefix`, or an address alone. Bits beyond the prefix must be zero: they are always a mistake.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = parts.first.flatMap({ NetworkAddress(String($0)) }) else { return nil }
        let bits = address.bytes.count * 8
        guard parts.count == 2 else {
            self.init(address, prefix: bits)
            return
        }
        guard (1...3).contains(parts[1].utf8.count), parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let prefix = Int(parts[1]), prefix <= bits
        else { return nil }
        self.init(address, prefix: prefix)
        guard first == address else { return nil }
    }

    /// `address/prefix`.
    public var description: String { "\(first)/\(prefix)" }
}

extension NetworkAddress {
    /// Bytes that come from an address already, masked: `::ffff:0:0` stays what it is.
    init(exactly bytes: [UInt8]) {
        self.bytes = bytes
    }
}
