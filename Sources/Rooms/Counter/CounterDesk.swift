public import Database
public import Documenten
public import Dossiers
public import Foyer
public import Kernel
public import Ledger
public import Outbox
public import Vault

/// What the counter works with.
public struct CounterDesk: Sendable {
    let frame: Frame
    let database: Database
    let journal: Journal
    let register: DossierRegister
    let contents: Contents
    let documents: DocumentReader
    let outbox: OutboxStore
    let site: String
    let surroundings: Surroundings

    /// - Parameter site: the address under which visitors know the house, without a slash at its end.
    public init(
        frame: Frame,
        database: Database,
        journal: Journal,
        register: DossierRegister,
        contents: Contents,
        documents: DocumentReader,
        outbox: OutboxStore,
        site: String,
        surroundings: Surroundings
    ) {
        (self.frame, self.database, self.journal, self.register) = (frame, database, journal, register)
        (self.contents, self.documents, self.outbox) = (contents, documents, outbox)
        (self.site, self.surroundings) = (site, surroundings)
    }
}
