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
        return settings
    }
}
