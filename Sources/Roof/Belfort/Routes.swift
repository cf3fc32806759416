import ArgumentParser
import Database
import House

struct Routes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Toont alle wegen van het huis: methode, pad, en wie er mag."
    )

    @OptionGroup var house: HouseOptions

    func run() async throws {
        let settings = try await house.settings()
        let hall = try await TownHall.open(settings)
        defer { hall.database.close() }
        for line in try await hall.routes(settings) { print(line) }
    }
}
