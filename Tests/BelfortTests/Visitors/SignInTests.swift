import Access
import Database
import Foundation
import FoundationNetworking
import House
import Kernel
import TestGround
import Testing

/// Coming in and going out, as a browser does it.
@Suite(.serialized) struct SignInTests {
    private func signIn(_ browser: Browser, _ email: String, _ password: String, to path: String = "/") async throws
        -> Browser.Page
    {
        try await browser.submit(
            [("email", email), ("wachtwoord", password), ("naar", path)],
            from: "/aanmelden",
            to: "/aanmelden"
        )
    }

    @Test func `an official signs in, lands where they wanted to go, and signs out`() async throws {
        try await withPeople { _, url in
            let browser = Browser(url)
            let refused = try await browser.get("/beheer/gebruikers?na=1")
            #expect(refused.status == 303)
            #expect(refused.location == "/aanmelden?naar=%2Fbeheer%2Fgebruikers%3Fna%3D1")
            let page = try await signIn(
                browser,
                "Marieke@leiebeke.example",
                PeopleGround.password,
                to: "/beheer/gebruikers"
            )
            #expect(page.status == 303)
            #expect(page.location == "/beheer/gebruikers")
            let cookie = page.headers?.value(forHTTPHeaderField: "Set-Cookie") ?? ""
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
            let users = try await browser.get("/beheer/gebruikers")
            #expect(users.status == 200)
            #expect(users.body.contains("Marieke Declercq") && users.body.contains("/afmelden"))
            let token = browser.cookies["sessie"]
            let out = try await browser.submit([], from: "/sessies", to: "/afmelden")
            #expect(out.status == 303)
            #expect(browser.cookies["sessie"] == nil)
            // A copy of the cookie opens nothing either.
            let copy = Browser(url, cookies: ["sessie": token ?? ""])
            #expect(try await copy.get("/beheer/gebruikers").status == 303)
        }
    }

    @Test func `the answer is the same for who exists and who does not, and guessing has to wait`() async throws {
        try await withPeople { _, url in
            var bodies: Set<String> = []
            for email in ["tom@leiebeke.example", "niemand@leiebeke.example"] {
                let browser = Browser(url)
                for _ in 0..<5 {
                    let page = try await signIn(browser, email, "helemaal verkeerd wachtwoord")
                    #expect(page.status == 422)
                    let body = page.body.replacing(email, with: "").replacing(/value="[0-9a-f]{128}"/, with: "")
                    bodies.insert(body)
                }
                // Each try that is judged doubles the wait, so a slow machine meets it too, some tries later.
                var late = try await signIn(browser, email, "helemaal verkeerd wachtwoord")
                for _ in 0..<8 where late.status != 429 {
                    late = try await signIn(browser, email, "helemaal verkeerd wachtwoord")
                }
                #expect(late.status == 429)
                #expect(Int(late.headers?.value(forHTTPHeaderField: "Retry-After") ?? "") ?? 0 > 0)
                #expect(late.body.contains("Te veel pogingen"))
                #expect(browser.cookies["sessie"] == nil)
            }
            #expect(bodies.count == 1)
        }
    }

    @Test func `a form without its token, with another's, or from another site is refused`() async throws {
        try await withPeople { ground, url in
            let fields = [("email", "tom@leiebeke.example"), ("wachtwoord", PeopleGround.password)]
            let browser = Browser(url)
            #expect(try await browser.post("/aanmelden", fields).status == 403)
            let other = try await Browser(url).get("/aanmelden").token ?? ""
            _ = try await browser.get("/aanmelden")
            #expect(try await browser.post("/aanmelden", fields + [("formulier", other)]).status == 403)
            #expect(browser.cookies["sessie"] == nil)
            _ = try await signIn(browser, "tom@leiebeke.example", PeopleGround.password)
            let token = try #require(try await browser.get("/sessies").token)
            let foreign = try await browser.post(
                "/afmelden",
                [("formulier", token)],
                headers: ["Sec-Fetch-Site": "cross-site"]
            )
            #expect(foreign.status == 403)
            #expect(try await browser.get("/sessies").status == 200)
        }
    }

    @Test(arguments: ["//elders.example", "https://elders.example", "/\\elders.example", "/aanmelden?naar=/x", "x"])
    func `nobody is led to another site after signing in`(_ path: String) async throws {
        try await withPeople { _, url in
            let page = try await signIn(Browser(url), "tom@leiebeke.example", PeopleGround.password, to: path)
            #expect(page.status == 303)
            #expect(page.location == "/")
        }
    }

    @Test func `somebody ends a session of theirs elsewhere, and none of another's`() async throws {
        try await withPeople { ground, url in
            let (here, there, other) = (Browser(url), Browser(url), Browser(url))
            for browser in [here, there] {
                _ = try await signIn(browser, "tom@leiebeke.example", PeopleGround.password)
            }
            _ = try await signIn(other, "marieke@leiebeke.example", PeopleGround.password)
            let tom = try #require(try await ground.official("tom@leiebeke.example"))
            let ids = try await ground.with { hall in
                let sessions = SessionStore(surroundings: hall.surroundings)
                return try await hall.database.read { try sessions.sessions(of: tom.id, in: $0) }.map(\.id)
            }
            #expect(ids.count == 2)
            let strange = try await other.submit([], from: "/sessies", to: "/sessies/\(ids[0])/beeindigen")
            #expect(strange.status == 404)
            for id in ids { _ = try await here.submit([], from: "/sessies", to: "/sessies/\(id)/beeindigen") }
            #expect(try await there.get("/sessies").status == 303)
            #expect(try await other.get("/sessies").status == 200)
        }
    }

    @Test func `a mailed link sets a password once, and a weak one leaves it usable`() async throws {
        try await withPeople { ground, url in
            try await ground.add("Els Maes", "els@leiebeke.example", [.balie], password: nil)
            let els = try #require(try await ground.official("els@leiebeke.example"))
            let token = try await ground.with { hall in
                let links = MailedLinkStore(surroundings: hall.surroundings)
                return try await hall.database.write {
                    try links.make(.password, of: els.id, for: els.id, to: els.email, in: $0)
                }
            }
            let path = "/wachtwoord/\(try #require(token).text)"
            let browser = Browser(url)
            let weak = [("wachtwoord", "elsmaes12345"), ("herhaald", "elsmaes12345")]
            #expect(try await browser.submit(weak, from: path, to: path).status == 422)
            let good = [("wachtwoord", "vier wilde ganzen vliegen"), ("herhaald", "vier wilde ganzen vliegen")]
            #expect(try await browser.submit(good, from: path, to: path).status == 303)
            #expect(try await browser.get(path).status == 410)
            let page = try await signIn(browser, "els@leiebeke.example", "vier wilde ganzen vliegen")
            #expect(page.status == 303)
            #expect(try await Program.run(["verify"] + ground.arguments).status == 0)
        }
    }

    @Test func `a guest's link is used by the button and not by looking`() async throws {
        try await withPeople { ground, url in
            let (dossier, guest) = (Surroundings.live.identifier(), Surroundings.live.identifier())
            let token = try await ground.with { hall in
                let links = MailedLinkStore(surroundings: hall.surroundings)
                return try await hall.database.write {
                    try links.make(.dossier, of: dossier, for: guest, to: "noor@example.org", in: $0)
                }
            }
            let path = "/toegang/\(try #require(token).text)"
            for _ in 0..<3 { #expect(try await Browser(url).get(path).status == 200) }
            let browser = Browser(url)
            let page = try await browser.submit([], from: path, to: path)
            #expect(page.status == 303)
            #expect(page.location == "/mijn/\(dossier)")
            #expect(try await browser.get("/sessies").body.contains("Gast"))
            #expect(try await Browser(url).submit([], from: path, to: path).status == 410)
            #expect(try await browser.get("/beheer/gebruikers").status == 403)
        }
    }

    @Test func `the demo lets one be a resident who does not exist, and a real house does not`() async throws {
        try await withPeople(demo: true) { _, url in
            let browser = Browser(url)
            let page = try await browser.get("/aanmelden/inwoner")
            let person = try #require(page.body.firstMatch(of: /value="(de300000-[0-9a-f-]+)"/)).output.1
            let chosen = [("persoon", String(person)), ("naar", "/sessies")]
            #expect(
                try await browser.submit(chosen, from: "/aanmelden/inwoner", to: "/aanmelden/inwoner").location
                    == "/sessies"
            )
            #expect(try await browser.get("/sessies").body.contains("Noor Claes"))
            #expect(try await browser.get("/beheer/gebruikers").status == 403)
        }
        try await withPeople { _, url in
            let page = try await Browser(url).get("/aanmelden/inwoner")
            #expect(page.status == 404)
        }
    }
}
