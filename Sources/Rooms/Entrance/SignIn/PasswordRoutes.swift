import Access
import Database
import Foyer
import Kernel
import Ledger
import Pages
import Web

/// Where an official sets a password by a link that was mailed.
struct PasswordRoutes {
    let door: EntranceDoor

    var routes: [Route] {
        [
            .get("/wachtwoord/{token}", policy: .everyone) { [door] request, caller in
                let sheet = try await door.frame.sheet("Kies een wachtwoord", hasForm: true, request, caller)
                guard try await door.owner(of: request) != nil else { return door.deadLink(sheet) }
                return door.newPasswordPage(sheet, try request.parameter("token"))
            },
            .post("/wachtwoord/{token}", policy: .everyone) { [door] request, caller in
                try await door.newPasswordGiven(request, caller)
            },
        ]
    }
}

extension EntranceDoor {
    /// The account that a link is for; it is not used up by looking.
    func owner(of request: Request) async throws -> Official? {
        guard let token = Token(try request.parameter("token")) else { return nil }
        let (links, officials) = (links, officials)
        return try await database.read { transaction in
            guard let link = try links.link(token, for: .password, in: transaction) else { return nil }
            return try officials.official(link.object, in: transaction)
        }
    }

    func newPasswordGiven(_ request: Request, _ caller: Caller) async throws -> Answer {
        let form = try await frame.form(request, caller)
        let text = try request.parameter("token")
        let sheet = try await frame.sheet("Kies een wachtwoord", hasForm: true, request, caller)
        // The link first: without one nobody can make us hash.
        guard let owner = try await owner(of: request), let token = Token(text) else { return deadLink(sheet) }
        let password = try form.single("wachtwoord") ?? ""
        guard password == (try form.single("herhaald") ?? "") else {
            return newPasswordPage(sheet, text, error: "Het wachtwoord en de herhaling zijn niet gelijk.")
        }
        do {
            let names = [owner.name, String(owner.email.prefix { $0 != "@" })]
            let hash = try await passwords.hash(password, names: names)
            let (links, accounts) = (links, Accounts(surroundings: surroundings))
            let author = Author(pseudonym: owner.id, level: .mailedLink)
            let isSet = try await journal.change(by: author, request: request.id) { change in
                guard let link = try links.use(token, for: .password, in: change.transaction) else { return false }
                return try accounts.set(hash, of: link.object, change)
            }
            return isSet ? .see("/aanmelden?gedaan=wachtwoord") : deadLink(sheet)
        } catch let error as AccessError where error.code == .weakPassword {
            return newPasswordPage(sheet, text, error: Self.weak)
        } catch let error as AccessError {
            return try refused(error) { newPasswordPage(sheet, text, error: $0) }
        }
    }

    private static let weak = """
        Kies een langer of ongewoner wachtwoord: minstens \(PasswordRules.charactersMin) tekens, en niet alleen je \
        naam of woorden die iedereen hier probeert. Een korte zin is goed.
        """

    func newPasswordPage(_ sheet: Sheet, _ token: String, error: String? = nil) -> Answer {
        var sheet = sheet
        let first = FormField(
            "wachtwoord",
            "Nieuw wachtwoord",
            hint: "Minstens \(PasswordRules.charactersMin) tekens. Een korte zin onthoud je het makkelijkst.",
            error: error
        )
        let second = FormField("herhaald", "Herhaal het wachtwoord")
        sheet.page.width = .narrow
        sheet.page.signIn = nil
        sheet.page.hasErrors = error != nil
        sheet.page.main = [
            .errorSummary([first]),
            "<h1>Kies een wachtwoord</h1>",
            .form(
                to: Href("/wachtwoord/\(token)"),
                hidden: sheet.hidden,
                [
                    .textField(first, kind: .password, autocomplete: "new-password"),
                    .textField(second, kind: .password, autocomplete: "new-password"),
                    .buttons([.button("Wachtwoord bewaren", icon: .lock)]),
                ]
            ),
        ]
        return sheet.answer(error == nil ? .ok : .unprocessableContent)
    }

    /// One page for a link that is used, expired, unknown or for something else.
    func deadLink(_ sheet: Sheet) -> Answer {
        var sheet = sheet
        sheet.page.title = "Deze link werkt niet meer"
        sheet.page.width = .narrow
        sheet.page.main = [
            "<h1>Deze link werkt niet meer</h1>",
            .notice(
                .attention,
                "Een link werkt één keer, en hoogstens een dag.",
                "<p>Vraag een nieuwe aan wie je deze stuurde.</p>"
            ),
            .buttons([.linkButton("Naar de startpagina", to: "/", .secondary)]),
        ]
        return sheet.answer(.gone)
    }
}
