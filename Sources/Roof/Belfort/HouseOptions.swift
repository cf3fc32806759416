import ArgumentParser
import House

/// The options that say which house a command is about.
struct HouseOptions: ParsableArguments {
    @Option(help: "De map met de gegevens (standaard ./belfort-data).")
    var data: String?

    @Option(help: "postgres://… in plaats van het SQLite-bestand in de map met gegevens.")
    var database: String?

    @Option(help: "De map met de sleutels (standaard de map 'keys' bij de gegevens).")
    var keys: String?

    @Option(help: "Een configuratiebestand (JSON) met dezelfde namen als de opties.")
    var config: String?

    /// What was given, by the name of the option.
    var given: [String: String] { ["data": data, "database": database, "keys": keys].compactMapValues { $0 } }

    func settings() async throws -> Settings {
        try await Settings.read(options: given, file: config)
    }
}
