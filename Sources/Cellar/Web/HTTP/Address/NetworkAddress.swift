/// An address of the internet: IPv4, or IPv6 without a zone.
///
/// An IPv4 address that comes mapped into IPv6 (`::ffff:192.0.2.1`) is the IPv4 address; so a rule for one holds for
/// both.
public struct NetworkAddress: Hashable, Sendable {
    /// Four or sixteen bytes, the most significant first.
    public let bytes: [UInt8]

    /// Whether it has sixteen bytes.
    public var isIPv6: Bool { bytes.count == 16 }

    /// Takes four or sixteen bytes, no others.
    public init?(bytes: some Sequence<UInt8>) {
        let bytes = Array(bytes)
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        let isMapped = bytes.count == 16 && bytes[..<10].allSatisfy { $0 == 0 } && bytes[10...11] == [255, 255]
        self.bytes = isMapped ? Array(bytes[12...]) : bytes
    }

    /// Whether it is this machine itself: 127.0.0.0/8 or ::1.
    public var isLoopback: Bool {
        isIPv6 ? bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1 : bytes.first == 127
    }

    /// What one visitor surely has to themselves: an IPv4 address, or the first 64 bits of an IPv6 address.
    public var household: NetworkBlock {
        NetworkBlock(self, prefix: isIPv6 ? 64 : 32)
    }
}

extension NetworkAddress: LosslessStringConvertible {
    /// Reads dotted decimal without leading zeros, or hexadecimal groups with at most one `::` (RFC 4291 section 2.2);
    /// octal, hexadecimal and short IPv4 forms are refused.
    public init?(_ text: String) {
        guard text.utf8.count <= 45 else { return nil }
        guard let bytes = text.utf8.contains(UInt8(ascii: ":")) ? sixBytes(text) : fourBytes(text[...]) else {
            return nil
        }
        self.init(bytes: bytes)
    }

    /// Dotted decimal, or the hexadecimal groups with the longest run of zeros as `::` (RFC 5952).
    public var description: String {
        guard isIPv6 else { return bytes.map { String($0) }.joined(separator: ".") }
        let groups = stride(from: 0, to: 16, by: 2).map { Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]) }
        let texts = groups.map { String($0, radix: 16) }
        guard let zeros = longestZeros(groups) else { return texts.joined(separator: ":") }
        return texts[..<zeros.lowerBound].joined(separator: ":") + "::"
            + texts[zeros.upperBound...].joined(separator: ":")
    }
}

/// The first longest run of at least two groups that are zero.
private func longestZeros(_ groups: [Int]) -> Range<Int>? {
    var longest: Range<Int>?
    var start = 0
    for index in 0...groups.count where index == groups.count || groups[index] != 0 {
        if index - start >= 2, index - start > longest?.count ?? 0 { longest = start..<index }
        start = index + 1
    }
    return longest
}

private func fourBytes(_ text: Substring) -> [UInt8]? {
    let parts = text.split(separator: ".", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    let bytes = parts.compactMap { part -> UInt8? in
        guard (1...3).contains(part.utf8.count), part.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return part.utf8.count > 1 && part.utf8.first == 0x30 ? nil : UInt8(part)
    }
    return bytes.count == 4 ? bytes : nil
}

private func sixBytes(_ text: String) -> [UInt8]? {
    guard let gap = text.firstRange(ofDoubleColon: ()) else {
        guard let bytes = groupBytes(text[...], isTail: true), bytes.count == 16 else { return nil }
        return bytes
    }
    let tail = text[gap.upperBound...]
    guard let before = groupBytes(text[..<gap.lowerBound], isTail: false),
        let after = groupBytes(tail, isTail: true),
        before.count + after.count <= 14, !tail.utf8.starts(with: ":".utf8)
    else { return nil }
    return before + Array(repeating: 0, count: 16 - before.count - after.count) + after
}

/// Groups of hexadecimal digits between colons; the very last of an address may be dotted decimal.
private func groupBytes(_ text: Substring, isTail: Bool) -> [UInt8]? {
    guard !text.isEmpty else { return [] }
    let groups = text.split(separator: ":", maxSplits: 8, omittingEmptySubsequences: false)
    guard groups.count <= 8 else { return nil }
    var bytes: [UInt8] = []
    for (index, group) in groups.enumerated() {
        if isTail, index == groups.count - 1, group.utf8.contains(UInt8(ascii: ".")) {
            guard let four = fourBytes(group) else { return nil }
            bytes += four
        } else {
            guard (1...4).contains(group.utf8.count), group.utf8.first != UInt8(ascii: "+"),
                let number = UInt16(group, radix: 16)
            else { return nil }
            bytes += [UInt8(number >> 8), UInt8(truncatingIfNeeded: number)]
        }
    }
    return bytes
}

extension String {
    fileprivate func firstRange(ofDoubleColon: Void) -> Range<String.Index>? {
        var previous: String.Index?
        for index in utf8.indices {
            let isColon = utf8[index] == UInt8(ascii: ":")
            if isColon, let previous { return previous..<utf8.index(after: index) }
            previous = isColon ? index : nil
        }
        return nil
    }
}
