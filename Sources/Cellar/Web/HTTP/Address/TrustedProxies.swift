internal import HTTPTypes

/// The proxies in front of the server whose word is taken about where a request came from.
///
/// From anybody else the X-Forwarded fields are not looked at: whoever may write them chooses their own address.
public struct TrustedProxies: Sendable {
    private let blocks: [NetworkBlock]

    /// Trusts these blocks, and nobody by default.
    public init(_ blocks: [NetworkBlock] = []) {
        self.blocks = blocks
    }

    /// Whether the address is one of the proxies.
    public func contains(_ address: NetworkAddress) -> Bool {
        blocks.contains { $0.contains(address) }
    }
}

/// Where a request came from, as far as it can be believed.
struct Provenance: Equatable {
    var client: NetworkAddress?
    var isSecure: Bool
    var host: String

    /// Walks X-Forwarded-For from the end, over the proxies that are trusted, to the first address that is not.
    ///
    /// The end is what the nearest proxy added; what lies before the first stranger was written by that stranger. A
    /// text that is no address ends the walk at the proxy that passed it on.
    init(peer: NetworkAddress?, fields: HTTPFields, host: String, proxies: TrustedProxies) {
        (client, isSecure, self.host) = (peer, false, host)
        guard let peer, proxies.contains(peer) else { return }
        let chain = fields[values: .forwardedFor].flatMap { $0.split(separator: ",") }.suffix(Provenance.hops)
        for text in chain.reversed() {
            guard let address = NetworkAddress(forwarded: text.trimmed) else { break }
            client = address
            guard proxies.contains(address) else { break }
        }
        isSecure = fields[values: .forwardedProto].last?.split(separator: ",").last?.trimmed == "https"
        if let forwarded = fields[values: .forwardedHost].last?.split(separator: ",").last?.trimmed.lowercased(),
            Authority.isValid(forwarded)
        {
            self.host = forwarded
        }
    }

    /// The longest chain that is walked.
    private static let hops = 16
}

extension NetworkAddress {
    /// An address as proxies write it: some add the port, and brackets around an IPv6 address.
    init?(forwarded text: String) {
        if text.hasPrefix("["), let closing = text.firstIndex(of: "]") {
            self.init(String(text[text.index(after: text.startIndex)..<closing]))
        } else if text.utf8.count(where: { $0 == UInt8(ascii: ":") }) == 1 {
            self.init(String(text.prefix { $0 != ":" }))
        } else {
            self.init(text)
        }
    }
}

extension Substring {
    /// Without spaces and tabs at either end.
    var trimmed: String {
        String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
