import Access
import Database
import Foyer
import Kernel
import Pages
import Web

/// The way in for officials: password, then the code of the app for those who have one; and the way out for everybody.
struct SignInRoutes {
    let door: EntranceDoor

    var routes: [Route] {
        [
            .get("/aanmelden", policy: .everyone) { [door] request, caller in
                let sheet = try await door.frame.sheet("Aanmelden", hasForm: true, request, caller)
                let query = try request.query()
                return door.passwordPage(
                    sheet,
                    to: ReturnPath(try query.single("naar")),
                    done: try query.single("gedaan")
                )
            },
            .post("/aanmelden", policy: .everyone) { [door] request, caller in
                try await door.passwordGiven(request, caller)
            },
            .get("/aanmelden/code", policy: .everyone) { [door] request, caller in
                let sheet = try await door.frame.sheet("Code van de app", hasForm: true, request, caller)
                return door.codePage(sheet, to: ReturnPath(try request.query().single("naar")))
            },
            .post("/aanmelden/code", policy: .everyone) { [door] request, caller in
                try await door.codeGiven(request, caller)
            },
            .post("/afmelden", policy: .everyone) { [door] request, caller in
                _ = try await door.frame.form(request, caller)
                if let token = SessionCookie.token(of: request) {
                    let sessions = door.sessions
                    try await door.database.write { try sessions.end(token, in: $0) }
                }
                return Answer.see("/").signingOut()
            },
        ]
    }
}

extension EntranceDoor {
    func passwordGiven(_ request: Request, _ caller: Caller) async throws -> Answer {
        let form = try await frame.form(request, caller)
        let path = ReturnPath(try form.single("naar"))
        let email = try form.single("email") ?? ""
        do {
            let password = try form.single("wachtwoord") ?? ""
            switch try await signIn.signIn(email: email, password: password, from: origin(request)) {
            case .signedIn(let token): return Answer.see(path.text).signingIn(token)
            case .codeNeeded(let token):
                return Answer.see(Href("/aanmelden/code?naar=\(path.text)").text).signingIn(token)
            }
        } catch let error as AccessError {
            let sheet = try await frame.sheet("Aanmelden", hasForm: true, request, caller)
            return try refused(error) { passwordPage(sheet, to: path, email: email, error: $0) }
        }
    }

    func codeGiven(_ request: Request, _ caller: Caller) async throws -> Answer {
        let form = try await frame.form(request, caller)
        let path = ReturnPath(try form.single("naar"))
        do {
            guard let halfway = SessionCookie.token(of: request) else {
                throw AccessError(.wrongCredentials, "no session")
            }
            let code = (try form.single("code") ?? "").filter { $0 != " " }
            let token = try await signIn.finish(halfway, code: code, from: origin(request))
            return Answer.see(path.text).signingIn(token)
        } catch let error as AccessError {
            let sheet = try await frame.sheet("Code van de app", hasForm: true, request, caller)
            return try refused(error, wrong: "Deze code klopt niet of werd al gebruikt.") {
                codePage(sheet, to: path, error: $0)
            }
        }
    }

    /// The same page with what was wrong; one sentence for an unknown, a suspended and a mistaken account.
    func refused(
        _ error: AccessError,
        wrong: String = "Dit e-mailadres en wachtwoord horen niet bij elkaar.",
        _ page: (String) -> Answer
    ) throws -> Answer {
        switch error.code {
        case .wrongCredentials:
            var answer = page(wrong)
            answer.status = .unprocessableContent
            return answer
        case .tooMany(let seconds):
            var answer = page("Te veel pogingen. Wacht \(Self.wait(seconds)) en probeer het dan opnieuw.")
            (answer.status, answer.headers[.retryAfter]) = (.tooManyRequests, "\(seconds)")
            return answer
        case .busy:
            var answer = page("Er melden nu veel mensen tegelijk aan. Wacht enkele seconden en probeer het opnieuw.")
            (answer.status, answer.headers[.retryAfter]) = (.tooManyRequests, "5")
            return answer
        default: throw error
        }
    }

    private static func wait(_ seconds: Int64) -> String {
        if seconds < 60 { return seconds == 1 ? "1 seconde" : "\(seconds) seconden" }
        let minutes = (seconds + 59) / 60
        return minutes == 1 ? "1 minuut" : "\(minutes) minuten"
    }

    func passwordPage(
        _ sheet: Sheet,
        to path: ReturnPath,
        email: String = "",
        done: String? = nil,
        error: String? = nil
    ) -> Answer {
        var sheet = sheet
        let mail = FormField("email", "E-mailadres", error: error)
        let password = FormField("wachtwoord", "Wachtwoord")
        sheet.page.width = .narrow
        sheet.page.signIn = nil
        sheet.page.hasErrors = error != nil
        if done == "wachtwoord" {
            sheet.page.flash = .flash(.good, "Je wachtwoord is ingesteld. Meld je ermee aan.")
        }
        sheet.page.main = [
            .errorSummary([mail]),
            "<h1>Aanmelden</h1>",
            "<p class=\"lead\">Voor wie bij de gemeente werkt.</p>",
            .form(
                to: "/aanmelden",
                hidden: sheet.hidden + [(name: "naar", value: path.text)],
                [
                    .textField(mail, email, kind: .email, autocomplete: "username"),
                    .textField(password, kind: .password, autocomplete: "current-password"),
                    .buttons([.button("Aanmelden", icon: .lock)]),
                ]
            ),
            residents == nil
                ? .empty
                : HTML(
                    """
                    <p>Ben je inwoner of bedrijf? \
                    \(HTML.link("Meld je hier aan", to: Href("/aanmelden/inwoner?naar=\(path.text)"))).</p>
                    """
                ),
        ]
        return sheet.answer()
    }

    func codePage(_ sheet: Sheet, to path: ReturnPath, error: String? = nil) -> Answer {
        var sheet = sheet
        let code = FormField("code", "Code van de app", hint: "Zes cijfers, elke halve minuut nieuwe.", error: error)
        sheet.page.width = .narrow
        sheet.page.signIn = nil
        sheet.page.hasErrors = error != nil
        sheet.page.main = [
            .errorSummary([code]),
            "<h1>Nog één stap</h1>",
            .form(
                to: "/aanmelden/code",
                hidden: sheet.hidden + [(name: "naar", value: path.text)],
                [
                    .textField(code, kind: .digits, autocomplete: "one-time-code"),
                    .buttons([.button("Verder", icon: .lock)]),
                ]
            ),
        ]
        return sheet.answer()
    }
}
