import ArgumentParser
import Database
import Foundation
import House
import Kernel
import Keys
import Ledger

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Vergelijkt alles wat het grootboek zegt met alles wat bewaard is; schrijft niets.",
        discussion: "Eindigt met 0 als alles klopt, met 1 als er iets niet klopt, met 2 als er niet gekeken kon worden."
    )

    @OptionGroup var house: HouseOptions

    @Option(help: "De sleutel waarmee de handtekeningen worden nagekeken (standaard die van de map met sleutels).")
    var key: String?

    func run() async throws {
        do {
            try await verify()
        } catch let error as ExitCode {
            throw error
        } catch {
            FileHandle.standardError.write(Data("verify: \(error)\n".utf8))
            throw ExitCode(2)
        }
    }

    private func verify() async throws {
        let settings = try await house.settings()
        let database = try Database(settings.location, access: .readOnly)
        defer { database.close() }
        let verification = Verification(
            database: database,
            verifierKey: try verifierKey(settings),
            states: TownHall.states
        )
        var found = 0
        let counts = try await verification.run { finding in
            found += 1
            print(finding)
        }
        print(
            """
            \(counts.chains) ketens, \(counts.entries) vermeldingen, \(counts.positions) posities, \
            \(counts.checkpoints) controlepunten en \(counts.rows) rijen nagekeken: \
            \(found == 0 ? "alles klopt." : "\(found) bevindingen.")
            """
        )
        if found > 0 { throw ExitCode(1) }
    }

    private func verifierKey(_ settings: Settings) throws -> VerifierKey {
        guard let line = try key ?? KeyFolder.verifierKey(in: settings.keyFolder) else {
            throw ValidationError("\(settings.keyFolder) heeft geen verifier.key: geef de sleutel met --key")
        }
        guard let parsed = VerifierKey(line) else {
            throw ValidationError("'\(line)' is geen sleutel van de vorm naam+nummer+sleutel")
        }
        return parsed
    }
}
