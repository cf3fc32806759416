import Access
import Database
import Foyer
import Kernel
import Ledger
import Pages
import Web

/// The accounts of officials: who they are, what they may, and whether they may come in.
struct UserRoutes {
    let desk: StewardDesk

    static let policy = Policy.scope("gebruikers.beheren", of: .huis)
    private static let path = "/beheer/gebruikers"

    var routes: [Route] {
        [
            .get(Self.path, policy: Self.policy) { [desk] request, caller in
                try await desk.usersPage(request, caller)
            },
            .get(Self.path + "/nieuw", policy: Self.policy) { [desk] request, caller in
                try await desk.newUserPage(request, caller)
            },
            .post(Self.path, policy: Self.policy) { [desk] request, caller in
                try await desk.addUser(request, caller)
            },
            .get(Self.path + "/{id}", policy: Self.policy) { [desk] request, caller in
                try await desk.userPage(request, caller)
            },
            .post(Self.path + "/{id}/rollen", policy: Self.policy) { [desk] request, caller in
                try await desk.change(request, caller, done: "rollen") { form, id, accounts, change in
                    let roles = Set(form.values("rol").compactMap { Role(rawValue: $0) })
                    guard caller.visitor.identity?.subject != id || roles.contains(.beheerder) else {
                        throw ownAccount
                    }
                    return try accounts.set(roles, of: id, change)
                }
            },
            .post(Self.path + "/{id}/schorsen", policy: Self.policy) { [desk] request, caller in
                try await desk.change(request, caller, done: "geschorst") { _, id, accounts, change in
                    guard caller.visitor.identity?.subject != id else { throw ownAccount }
                    return try accounts.suspend(id, change)
                }
            },
            .post(Self.path + "/{id}/activeren", policy: Self.policy) { [desk] request, caller in
                try await desk.change(request, caller, done: "actief") { _, id, accounts, change in
                    try accounts.activate(id, change)
                }
            },
            .post(Self.path + "/{id}/sessies-beeindigen", policy: Self.policy) { [desk] request, caller in
                try await desk.change(request, caller, done: "sessies") { _, id, accounts, change in
                    _ = try accounts.endSessions(of: id, change)
                    return true
                }
            },
            .post(Self.path + "/{id}/wachtwoordlink", policy: Self.policy) { [desk] request, caller in
                let (mail, officials) = (desk.passwordMail, desk.officials)
                return try await desk.change(request, caller, done: "link") { _, id, _, change in
                    guard let official = try officials.official(id, in: change.transaction) else { return false }
                    guard try mail.put(for: official, change) else { throw tooManyMails }
                    return true
                }
            },
        ]
    }
}

private let ownAccount = Refusal(
    .conflict,
    "own_account",
    "Je kan jezelf niet buitensluiten. Vraag het aan een andere beheerder."
)

private let tooManyMails = Refusal(
    .tooManyRequests,
    "too_many_mails",
    "Dit adres kreeg het laatste uur al drie mails. Probeer het later opnieuw."
)

extension StewardDesk {
    var officials: OfficialStore { OfficialStore(surroundings: surroundings) }

    /// Does what a form on the page of an account asks, as one change, and goes back there; 404 without account.
    func change(
        _ request: Request,
        _ caller: Caller,
        done: String,
        _ body: @escaping @Sendable (Pairs, Identifier, Accounts, Change) throws -> Bool
    ) async throws -> Answer {
        let form = try await frame.form(request, caller)
        let (id, accounts) = (try request.identifier("id"), Accounts(surroundings: surroundings))
        let isDone = try await journal.change(by: caller.visitor.author, request: request.id) { change in
            try body(form, id, accounts, change)
        }
        guard isDone else { throw Refusal.notFound }
        return .see("/beheer/gebruikers/\(id)?gedaan=\(done)")
    }

    func addUser(_ request: Request, _ caller: Caller) async throws -> Answer {
        let form = try await frame.form(request, caller)
        let draft = UserDraft(
            name: try form.single("naam") ?? "",
            email: try form.single("email") ?? "",
            department: try form.single("afdeling") ?? "",
            roles: Set(form.values("rol").compactMap { Role(rawValue: $0) })
        )
        let (accounts, mail) = (Accounts(surroundings: surroundings), passwordMail)
        do {
            let official = try await journal.change(by: caller.visitor.author, request: request.id) { change in
                let official = try accounts.add(
                    name: draft.name,
                    email: draft.email,
                    department: draft.department,
                    roles: Role.allCases.filter { draft.roles.contains($0) },
                    change
                )
                _ = try mail.put(for: official, change)
                return official
            }
            return .see("/beheer/gebruikers/\(official.id)?gedaan=gemaakt")
        } catch let error as AccessError where error.code == .exists {
            return try await newUserPage(request, caller, draft, error: "Er is al een account met dit e-mailadres.")
        } catch let error as AccessError where error.code == .malformed {
            return try await newUserPage(request, caller, draft, error: "Vul een naam en een juist e-mailadres in.")
        }
    }
}

/// What a steward filled in about a new account.
struct UserDraft {
    var name = ""
    var email = ""
    var department = ""
    var roles: Set<Role> = []
}
