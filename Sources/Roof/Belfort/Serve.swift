import ArgumentParser
import Database
import Foundation
import House
import Logging

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Opent het huis: beantwoordt bezoekers tot het programma gevraagd wordt te stoppen."
    )

    @OptionGroup var house: HouseOptions

    @Option(help: "Adres en poort om op te luisteren (standaard 127.0.0.1:8080; poort 0 neemt een vrije).")
    var listen: String?

    @Option(help: "Het adres waaronder bezoekers het huis kennen.")
    var publicUrl: String?

    @Option(help: "Een adres waaronder het huis vroeger bekend was; mag meermaals.")
    var formerUrl: [String] = []

    @Option(help: "Een blok adressen van een proxy die zegt vanwaar een bezoeker komt; mag meermaals.")
    var trustedProxy: [String] = []

    func run() async throws {
        var given = house.given
        given["listen"] = listen
        given["public-url"] = publicUrl
        if !formerUrl.isEmpty { given["former-url"] = formerUrl.joined(separator: ",") }
        if !trustedProxy.isEmpty { given["trusted-proxy"] = trustedProxy.joined(separator: ",") }
        let settings = try await Settings.read(options: given, file: house.config)
        let hall = try await TownHall.open(settings)
        defer { hall.database.close() }
        try await hall.serve(settings, logger: Log.standardError) { port in
            // One line, for scripts that wait for it.
            FileHandle.standardOutput.write(Data("\(settings.url(port: port))\n".utf8))
        }
    }
}
