import Access
public import Database
public import Documenten
public import Dossiers
public import Foyer
public import Kernel
public import Ledger
public import Vault
import Web

/// What the counter works with.
public struct CounterDesk: Sendable {
    let frame: Frame
    let database: Database
    let journal: Journal
    let register: DossierRegister
    let contents: Contents
    let documents: DocumentReader
    let surroundings: Surroundings

    public init(
        frame: Frame,
        database: Database,
        journal: Journal,
        register: DossierRegister,
        contents: Contents,
        documents: DocumentReader,
        surroundings: Surroundings
    ) {
        (self.frame, self.database, self.journal, self.register) = (frame, database, journal, register)
        (self.contents, self.documents, self.surroundings) = (contents, documents, surroundings)
    }

    /// The form in the address, with its type; 404 when its time is over.
    func form(_ request: Request) async throws -> (form: FormStore.Form, type: PublishedType) {
        let id = try request.identifier("id")
        let register = register
        let found = try await database.read { transaction in
            try register.forms.form(id, in: transaction).map { ($0, try register.shelf.type($0.type, in: transaction)) }
        }
        guard let found else { throw Problem(.notFound, detail: "Deze aanvraag bestaat niet meer. Begin een nieuwe.") }
        return found
    }

    /// The form as it is filled in so far.
    func filled(_ form: FormStore.Form, _ type: PublishedType) -> FilledForm {
        FilledForm(type.type, form.content.submission, today: register.today)
    }

    /// Lets the browser hold a session as a guest of an object, in the place of the one it held.
    func enter(_ object: Identifier, as subject: Identifier, _ request: Request, _ answer: Answer) async throws
        -> Answer
    {
        let sessions = SessionStore(surroundings: surroundings)
        let start = SessionStore.Start.guest(
            Identity(subject: subject, level: .anonymous),
            of: object,
            origin: ""
        )
        let old = SessionCookie.token(of: request)
        let token = try await database.write { try sessions.start(start, insteadOf: old, in: $0) }
        return answer.signingIn(token)
    }
}
