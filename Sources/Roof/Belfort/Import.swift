import ArgumentParser
import Database
import Foundation
import House

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Neemt bestanden van elders over.",
        subcommands: [ImportType.self]
    )
}

struct ImportType: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dossiertype",
        abstract: "Kijkt een dossiertype na en publiceert het; ook terwijl het huis open is.",
        discussion:
            "Eén bestand is één geheel: het wordt volledig gepubliceerd of niet. Lopende dossiers houden hun versie."
    )

    @OptionGroup var house: HouseOptions

    @Argument(help: "Het bestand (JSON; het schema staat in docs/schemas).")
    var file: String

    @Flag(help: "Toont wat er zou gebeuren, en verandert niets.")
    var preview = false

    func run() async throws {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw ValidationError("'\(file)' kan niet gelezen worden.")
        }
        let settings = try await house.settings()
        let hall = try await TownHall.open(settings)
        defer { hall.database.close() }
        let result = try await hall.importType(Array(data), previewOnly: preview, settings)
        print(result.lines.joined(separator: "\n"))
        if !result.isPublished { throw ExitCode(1) }
    }
}
