public import Database
public import Documenten
public import Dossiers
public import Foyer
public import Kernel
public import Typesetting
public import Vault

/// What the workplace works with.
public struct WorkDesk: Sendable {
    let frame: Frame
    let database: Database
    let register: DossierRegister
    let contents: Contents
    let documents: DocumentReader
    let typesetter: Typesetter
    let surroundings: Surroundings

    /// - Parameter typesetter: makes the PDF of a decision; without its program a draft waits, with all that was typed.
    public init(
        frame: Frame,
        database: Database,
        register: DossierRegister,
        contents: Contents,
        documents: DocumentReader,
        typesetter: Typesetter = Typesetter(),
        surroundings: Surroundings
    ) {
        (self.frame, self.database, self.register) = (frame, database, register)
        (self.contents, self.documents, self.typesetter) = (contents, documents, typesetter)
        self.surroundings = surroundings
    }
}
