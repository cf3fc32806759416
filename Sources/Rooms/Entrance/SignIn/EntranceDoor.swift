public import Access
public import Database
public import Foyer
public import Kernel
public import Ledger
import Web

/// What signing in works with.
public struct EntranceDoor: Sendable {
    let frame: Frame
    let database: Database
    let journal: Journal
    let signIn: SignIn
    let passwords: Passwords
    let surroundings: Surroundings
    let residents: ResidentSignIn?

    var sessions: SessionStore { SessionStore(surroundings: surroundings) }
    var links: MailedLinkStore { MailedLinkStore(surroundings: surroundings) }
    var officials: OfficialStore { OfficialStore(surroundings: surroundings) }

    /// - Parameter residents: how residents prove who they are; nil when there is no way yet.
    public init(
        frame: Frame,
        database: Database,
        journal: Journal,
        seal: Seal,
        passwords: Passwords,
        surroundings: Surroundings,
        residents: ResidentSignIn?
    ) {
        (self.frame, self.database, self.journal, self.passwords) = (frame, database, journal, passwords)
        (self.surroundings, self.residents) = (surroundings, residents)
        signIn = SignIn(database, passwords: passwords, seal: seal, surroundings: surroundings)
    }

    /// From where a request signs in, and the session that its browser held.
    func origin(_ request: Request) -> SignIn.Origin {
        SignIn.Origin(
            address: request.client.map { "\($0.household)" } ?? "",
            text: DeviceName.of(request.headers[.userAgent] ?? ""),
            old: SessionCookie.token(of: request)
        )
    }
}
