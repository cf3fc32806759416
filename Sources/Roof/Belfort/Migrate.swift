import ArgumentParser
import Database
import House

struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Brengt het schema van de databank op de stand van dit programma; veilig te herhalen."
    )

    @OptionGroup var house: HouseOptions

    func run() async throws {
        let hall = try await TownHall.open(house.settings())
        hall.database.close()
        print("De databank is bij: \(TownHall.migrations.count) stappen.")
    }
}
