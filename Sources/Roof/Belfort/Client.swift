import ArgumentParser
import Database
import House

struct Client: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Programma's die met het huis spreken (ZGW).",
        subcommands: [ClientAdd.self]
    )
}

struct ClientAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Laat een programma toe; ook terwijl het huis open is.",
        discussion: "Zonder --superuser mag het nog niets: autorisaties per zaaktype bestaan nog niet."
    )

    @OptionGroup var house: HouseOptions

    @Argument(help: "De client_id waarmee het programma zich noemt.")
    var id: String

    @Option(help: "Het geheim waarmee het zijn tokens ondertekent (HS256).")
    var secret: String

    @Flag(help: "Laat het alles toe.")
    var superuser = false

    func run() async throws {
        let hall = try await TownHall.open(house.settings())
        defer { hall.database.close() }
        try await hall.addClient(id, secret: secret, isSuperuser: superuser)
        print("\(id) mag binnen.")
    }
}
