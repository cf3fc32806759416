import Access
import Database
import Entrance
import Foyer
import Kernel
import Web

extension TownHall {
    /// How visitors are recognised and what they may: programs by their token, anew with each request; people by the
    /// session that their cookie stands for, on pages only.
    func admission(_ settings: Settings, _ seal: Seal) throws -> Admission {
        let programs = try ProgramSignIn(seal: seal, surroundings: surroundings)
        return Admission(
            authenticate: { request in
                request.path.contains("/api/v")
                    ? try await program(request, programs)
                    : try await person(request)
            },
            may: { [database] caller, policy, object in
                try await database.read { try Rights(of: caller.visitor).may(policy, on: object, in: $0) }
            },
            signIn: { request in Entrance.signInPath(request, hasResidents: settings.isDemo) },
            page: { [brand = settings.brand] refusal, request in
                Entrance.refusalPage(refusal, request, brand: brand)
            }
        )
    }

    private func program(_ request: Request, _ programs: ProgramSignIn) async throws -> Caller {
        let header = request.headers[.authorization]
        do {
            return Caller(
                try await database.read { try programs.visitor(authorization: header, in: $0) }
            )
        } catch let fault as TokenFault {
            throw Refusal(.forbidden, fault.rawValue, fault.sentence)
        }
    }

    private func person(_ request: Request) async throws -> Caller {
        guard let token = SessionCookie.token(of: request) else { return .nobody }
        let sessions = SessionStore(surroundings: surroundings)
        guard let session = try await database.read({ try sessions.session(token, in: $0) }) else { return .nobody }
        if sessions.needsTouch(session) {
            // A house that cannot write goes on showing pages; the session only ends sooner.
            try? await database.write { try sessions.touch(session, in: $0) }
        }
        return Caller(session.visitor, session: session.id.description)
    }
}
