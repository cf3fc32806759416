import Access
import ArgumentParser
import Database
import House

struct User: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Mensen die bij de gemeente werken en zich aanmelden.",
        subcommands: [UserAdd.self, UserList.self, UserPassword.self]
    )
}

struct UserAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Maakt een account; ook terwijl het huis open is.",
        discussion: "Zonder --password-stdin krijgt de persoon een mail om een wachtwoord te kiezen."
    )

    @OptionGroup var house: HouseOptions

    @Argument(help: "De naam van de persoon.")
    var name: String

    @Option(help: "Een rol: \(Role.allCases.map(\.rawValue).joined(separator: ", ")); mag meermaals.")
    var role: [String]

    @Option(help: "De afdeling.")
    var department: String

    @Option(help: "Het e-mailadres, waarmee de persoon zich aanmeldt.")
    var email: String

    @Flag(help: "Lees het wachtwoord van de invoer, tot het einde van de regel.")
    var passwordStdin = false

    func run() async throws {
        let settings = try await house.settings()
        let password = passwordStdin ? readLine() ?? "" : nil
        let hall = try await TownHall.open(settings)
        defer { hall.database.close() }
        let isMailed = try await hall.addUser(
            name: name,
            email: email,
            department: department,
            roles: try roles(),
            password: password,
            settings
        )
        print("\(name) heeft een account.\(isMailed ? " De mail met de link staat klaar." : "")")
    }

    private func roles() throws -> [Role] {
        try role.map { word in
            guard let role = Role(rawValue: word) else { throw ValidationError("'\(word)' is geen rol") }
            return role
        }
    }
}

struct UserList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Toont alle accounts.")

    @OptionGroup var house: HouseOptions

    func run() async throws {
        let hall = try await TownHall.open(house.settings())
        defer { hall.database.close() }
        for line in try await hall.userLines() { print(line) }
    }
}

struct UserPassword: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password",
        abstract: "Zet een wachtwoord, gelezen van de invoer, en beëindigt de sessies."
    )

    @OptionGroup var house: HouseOptions

    @Argument(help: "Het e-mailadres van het account.")
    var email: String

    func run() async throws {
        let hall = try await TownHall.open(house.settings())
        defer { hall.database.close() }
        try await hall.setPassword(of: email, to: readLine() ?? "")
        print("Het wachtwoord is gezet.")
    }
}
