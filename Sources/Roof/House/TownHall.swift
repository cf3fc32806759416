import Access
import Besluiten
import Catalogi
public import Database
import Documenten
import Dossiers
import Foundation
public import Kernel
public import Keys
public import Ledger
import Organisatie
import Outbox
public import Vault
import Zaken

/// One house, opened: its database, its keys and its ledger, with all rooms put together.
public struct TownHall: Sendable {
    public let database: Database
    public let keyFolder: KeyFolder
    public let keys: ChainKeys
    public let journal: Journal
    /// The contents of documents.
    public let contents: Contents
    /// Clock, identities and randomness of this house.
    public let surroundings: Surroundings

    /// All steps of the schema, in the order in which a new house takes them.
    public static let migrations: [Migration] =
        ChainKeys.migrations + LedgerStore.migrations + Schema.migrations + Contents.migrations
        + OutboxStore.migrations + CatalogiModule.migrations + ZakenModule.migrations + DocumentenModule.migrations
        + BesluitenModule.migrations
        + OrganisatieModule.migrations + DossiersModule.migrations

    /// All tables for whose rows the ledger vouches.
    public static let states: [KeptState] =
        CatalogiModule.states + ZakenModule.states + DocumentenModule.states + BesluitenModule.states
        + OrganisatieModule.states
        + DossiersModule.states

    /// Opens a house, makes what a new one needs, and destroys again what a restore brought back.
    ///
    /// Refuses a database that a newer program wrote.
    public static func open(_ settings: Settings, surroundings: Surroundings = .live) async throws -> TownHall {
        try FileManager.default.createDirectory(
            atPath: settings.data,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        let folder = try KeyFolder(path: settings.keyFolder)
        let keys = ChainKeys(master: try folder.masterKeys(surroundings), surroundings: surroundings)
        let database = try Database(settings.location)
        do {
            try await database.migrate(migrations)
            let destroyed = try folder.destroyed.chains()
            try await database.write { transaction in _ = try keys.replay(destroyed, in: transaction) }
            let journal = try Journal(
                database: database,
                keys: keys,
                surroundings: surroundings,
                origin: try folder.logName(surroundings),
                signingSeed: try folder.signingSeed(surroundings)
            )
            try folder.keep(verifierKey: journal.verifierKey.description)
            let contents = try Contents(
                path: settings.vaultFolder,
                database: database,
                keys: keys,
                surroundings: surroundings
            )
            return TownHall(
                database: database,
                keyFolder: folder,
                keys: keys,
                journal: journal,
                contents: contents,
                surroundings: surroundings
            )
        } catch {
            database.close()
            throw error
        }
    }
}

extension Settings {
    /// Where the rows are.
    public var location: Database.Location {
        database.map { .postgres(url: $0) } ?? .sqlite(path: data + "/belfort.sqlite")
    }

    /// Where the contents of documents are.
    public var vaultFolder: String { data + "/vault" }

    /// Where the keys are.
    public var keyFolder: String { keys ?? data + "/keys" }
}
