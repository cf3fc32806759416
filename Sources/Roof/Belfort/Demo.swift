import Access
import ArgumentParser
import Database
import Foundation
import House
import Town

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Opent de fictieve gemeente Leiebeke, en vult haar de eerste keer.",
        discussion: "Iedereen kan er een fictieve inwoner zijn: gebruik ze nooit voor echte dossiers."
    )

    @Option(help: "De map met de gegevens (standaard ./belfort-demo).")
    var data = "./belfort-demo"

    @Option(help: "Adres en poort om op te luisteren.")
    var listen = "127.0.0.1:8080"

    func run() async throws {
        var settings = try await Settings.read(options: ["data": data, "listen": listen], file: nil)
        DemoTown.dress(&settings)
        try await DemoTown.fill(settings)
        let hall = try await TownHall.open(settings)
        defer { hall.database.close() }
        let dressed = settings
        try await hall.serve(dressed, logger: Log.standardError) { port in
            FileHandle.standardOutput.write(Data("\(dressed.url(port: port))\n".utf8))
            FileHandle.standardError.write(Data(Self.guide(dressed.url(port: port)).utf8))
        }
    }

    /// Who can sign in, and where to look.
    private static func guide(_ url: String) -> String {
        let officials = DemoOfficial.all.map { one in
            "  \(one.email)  (\(one.roles.map(\.rawValue).joined(separator: ", ")))"
        }
        return """
            Leiebeke bestaat niet; alles hierin is verzonnen.
            Inwoner:    \(url)/aanvragen (zonder aanmelden), of \(url)/aanmelden/inwoner
            Medewerker: \(url)/werk, met het wachtwoord '\(DemoTown.password)':
            \(officials.joined(separator: "\n"))
            Beheer:     \(url)/beheer/gebruikers en \(url)/beheer/uitgaand

            """
    }
}
