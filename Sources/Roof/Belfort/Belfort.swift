import ArgumentParser

/// The command line: a contract that scripts rely on (docs/operations.md).
@main
struct Belfort: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "belfort",
        abstract: "Eén dossier en één grootboek voor alles waar een gemeente aan werkt.",
        subcommands: [
            Serve.self, Demo.self, Migrate.self, Verify.self, Proof.self, Client.self, Import.self, User.self,
            Routes.self,
        ]
    )
}
