import Kernel
import Pages
import Web

/// A setting that cannot be used; shown to whoever starts the program.
public struct SettingsError: Error, CustomStringConvertible {
    public let description: String
}

extension Settings {
    /// Host and port of `listen`: `127.0.0.1:8080`, `[::1]:8080`, `:8080`.
    var listenAddress: (host: String, port: Int) {
        get throws(SettingsError) {
            guard let colon = listen.lastIndex(of: ":"), let port = UInt16(listen[listen.index(after: colon)...]) else {
                throw SettingsError(description: "'\(listen)' is geen adres met een poort, zoals 127.0.0.1:8080")
            }
            let host = listen[..<colon].trimmingPrefix("[")
            let bare = host.last == "]" ? host.dropLast() : host
            return (bare.isEmpty ? "0.0.0.0" : String(bare), Int(port))
        }
    }

    /// Under which addresses our own references are shown and known again.
    var addresses: Addresses {
        get throws(SettingsError) {
            let listen = try listenAddress
            let url = publicURL ?? "http://\(listen.host):\(listen.port)"
            guard let addresses = Addresses(publicURL: url, others: formerURLs) else {
                throw SettingsError(description: "'\(url)' is geen adres, zoals https://stad.example")
            }
            return addresses
        }
    }

    var proxies: TrustedProxies {
        get throws(SettingsError) {
            var blocks: [NetworkBlock] = []
            for text in trustedProxies {
                guard let block = NetworkBlock(text) else {
                    throw SettingsError(description: "'\(text)' is geen blok van adressen, zoals 10.0.0.0/8")
                }
                blocks.append(block)
            }
            return TrustedProxies(blocks)
        }
    }

    /// The town as its pages name it.
    var brand: Brand {
        Brand(
            kind: Text(nl: town.kind),
            name: town.name,
            address: town.address,
            phone: town.phone,
            mail: town.mail,
            hours: []
        )
    }
}
