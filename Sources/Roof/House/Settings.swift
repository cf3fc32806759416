import Configuration
import Foundation
import SystemPackage

/// How a house is set up: from options, then the environment (`BELFORT_<NAME>`), then a configuration file.
public struct Settings: Sendable {
    /// The folder with everything that a house keeps on its own disk.
    public var data = "./belfort-data"
    /// `postgres://…` in place of the SQLite file in `data`.
    public var database: String?
    /// The folder of keys; `data/keys` unless it lies elsewhere, as it should with a database elsewhere.
    public var keys: String?
    /// Where to listen: `host:port`.
    public var listen = "127.0.0.1:8080"
    /// The address under which visitors know the house.
    public var publicURL: String?
    /// Addresses under which it was known before; references with them are still ours.
    public var formerURLs: [String] = []
    /// Blocks of addresses of proxies that say where a visitor comes from.
    public var trustedProxies: [String] = []
    /// The code of the organisation in the registers: an RSIN, or a Flemish OVO code.
    public var organisation = "123456782"
    /// The mail server, `smtp://user:password@host:587` (docs/outbox.md); without one mails wait.
    public var smtp: String?
    /// The address in whose name mails go out; the town's own unless another is given.
    public var mailFrom: String?
    /// Whether this is a demo: anybody may be a fictional resident, and stewards read what leaves the house.
    public var isDemo = false
    /// The town as its pages name it.
    public var town = Town()

    /// What stands in the head and foot of every page; keys `town-kind`, `town-name` and so on.
    public struct Town: Sendable {
        public var kind = "Gemeente"
        public var name = "Belfort"
        public var address = ""
        public var phone = ""
        public var mail = ""

        public init() {}
    }

    public init() {}

    /// Reads the three sources; the first that names a setting decides.
    ///
    /// - Parameters:
    ///   - options: what the command line gave, by the name of the option.
    ///   - file: the configuration file (JSON, the same names); it must exist when given.
    public static func read(options: [String: String], file: String?) async throws -> Settings {
        let given = options.map { (AbsoluteConfigKey([$0.key]), ConfigValue(.string($0.value), isSecret: false)) }
        var providers: [any ConfigProvider] = [
            InMemoryProvider(values: Dictionary(given) { first, _ in first }),
            EnvironmentVariablesProvider().prefixKeys(with: "belfort"),
        ]
        if let file = file ?? ProcessInfo.processInfo.environment["BELFORT_CONFIG"] {
            providers.append(try await FileProvider<JSONSnapshot>(filePath: FilePath(file)))
        }
        let reader = ConfigReader(providers: providers)
        var settings = Settings()
        settings.data = reader.string(forKey: "data", default: settings.data)
        settings.database = reader.string(forKey: "database")
        settings.keys = reader.string(forKey: "keys")
        settings.listen = reader.string(forKey: "listen", default: settings.listen)
        settings.publicURL = reader.string(forKey: "public-url")
        settings.formerURLs = (reader.string(forKey: "former-url") ?? "").split(separator: ",").map(String.init)
        settings.trustedProxies = (reader.string(forKey: "trusted-proxy") ?? "").split(separator: ",").map(String.init)
        settings.organisation = reader.string(forKey: "organisation", default: settings.organisation)
        settings.smtp = reader.string(forKey: "smtp", isSecret: true)
        settings.mailFrom = reader.string(forKey: "mail-from")
        settings.isDemo = reader.string(forKey: "demo") == "true"
        settings.town.kind = reader.string(forKey: "town-kind", default: settings.town.kind)
        settings.town.name = reader.string(forKey: "town-name", default: settings.town.name)
        settings.town.address = reader.string(forKey: "town-address", default: "")
        settings.town.phone = reader.string(forKey: "town-phone", default: "")
        settings.town.mail = reader.string(forKey: "town-mail", default: "")
        return settings
    }

    /// The address at which the house answers, for a person or a script on this machine.
    public func url(port: Int) -> String {
        publicURL ?? "http://\(listen.prefix { $0 != ":" }):\(port)"
    }
}
