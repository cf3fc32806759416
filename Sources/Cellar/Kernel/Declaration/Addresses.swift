/// Under which addresses the house is known: the public one, and those that lead to the same house.
///
/// A reference and not a value, since it is handed to each field of each request.
public final class Addresses: Sendable {
    /// The public address without a slash at its end, such as `https://belfort.example`.
    public let publicURL: String
    let base: [UInt8]
    /// Public and former addresses from the host on, in lower case.
    private let hosts: [[UInt8]]

    /// Takes the public address and former or other ones; nil if one is not an http(s) URL.
    ///
    /// Whether a client writes http or https makes no difference.
    public init?(publicURL: String, others: [String] = []) {
        let all = ([publicURL] + others).map { text in
            Array((text.hasSuffix("/") ? String(text.dropLast()) : text).utf8)
        }
        guard all.allSatisfy({ $0.withUnsafeBufferPointer { Addresses.isURL($0) } }), let first = all.first else {
            return nil
        }
        self.publicURL = String(decoding: first, as: UTF8.self)
        base = first
        hosts = all.map { url in
            let scheme = url.withUnsafeBufferPointer { Addresses.schemeLength($0) } ?? 0
            return url[scheme...].map(Addresses.lowercased)
        }
    }

    /// The path of a URL that is one of ours, from its slash on; nil if it is somebody else's.
    func path(of url: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        guard let scheme = Addresses.schemeLength(url) else { return nil }
        let rest = UnsafeBufferPointer(rebasing: url[scheme...])
        for host in hosts where rest.count > host.count && rest[host.count] == 0x2F {
            if rest.prefix(host.count).lazy.map(Addresses.lowercased).elementsEqual(host) {
                return UnsafeBufferPointer(rebasing: rest[host.count...])
            }
        }
        return nil
    }

    /// Whether it is an http(s) URL with a host, and nothing in it that must be escaped in JSON or HTML.
    static func isURL(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let scheme = schemeLength(bytes), bytes.count > scheme, bytes[scheme] != 0x2F else { return false }
        return isPlain(bytes)
    }

    /// Whether nothing in it must be escaped in JSON or HTML, and no space.
    static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.allSatisfy { byte in
            byte > 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x3C && byte != 0x3E && byte != 0x7F
        }
    }

    /// The length of `https://` or `http://`, in lower case as every client writes it.
    private static func schemeLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        for scheme in schemes where bytes.count >= scheme.count {
            let start = UnsafeBufferPointer(rebasing: bytes[..<scheme.count])
            if scheme.withUnsafeBufferPointer({ $0.isEqual(to: start) }) { return scheme.count }
        }
        return nil
    }

    private static let schemes = [Array("https://".utf8), Array("http://".utf8)]

    static func lowercased(_ byte: UInt8) -> UInt8 {
        byte &- 0x41 < 26 ? byte | 0x20 : byte
    }
}
