public import Database
public import Documenten
public import Dossiers
public import Foyer
public import Kernel
public import Vault

/// What the workplace works with.
public struct WorkDesk: Sendable {
    let frame: Frame
    let database: Database
    let register: DossierRegister
    let contents: Contents
    let documents: DocumentReader
    let surroundings: Surroundings

    public init(
        frame: Frame,
        database: Database,
        register: DossierRegister,
        contents: Contents,
        documents: DocumentReader,
        surroundings: Surroundings
    ) {
        (self.frame, self.database, self.register) = (frame, database, register)
        (self.contents, self.documents, self.surroundings) = (contents, documents, surroundings)
    }
}
