import Access
import Database
import Foundation
import TestGround
import Testing

/// What a steward does with accounts and with what leaves the house.
@Suite(.serialized) struct UserPageTests {
    private func browser(_ ground: PeopleGround, _ url: String, _ email: String) async throws -> Browser {
        let official = try #require(try await ground.official(email))
        let start = SessionStore.Start.official(Identity(subject: official.id, level: .password), origin: "test")
        return Browser(url, cookies: ["sessie": try await ground.session(start)])
    }

    @Test func `a steward makes an account, whose mail waits in the outbox`() async throws {
        try await withPeople(demo: true) { ground, url in
            let marieke = try await browser(ground, url, "marieke@leiebeke.example")
            let fields = [
                ("naam", "Els <b>Maes</b>"), ("email", "els@leiebeke.example"), ("afdeling", "Balie"), ("rol", "balie"),
            ]
            let page = try await marieke.submit(fields, from: "/beheer/gebruikers/nieuw", to: "/beheer/gebruikers")
            #expect(page.status == 303)
            let account = try await marieke.get(page.location ?? "")
            #expect(account.body.contains("Els &lt;b&gt;Maes") && !account.body.contains("<b>Maes"))
            let again = try await marieke.submit(fields, from: "/beheer/gebruikers/nieuw", to: "/beheer/gebruikers")
            #expect(again.status == 422)
            let outbox = try await marieke.get("/beheer/uitgaand")
            #expect(outbox.body.contains("Er is geen mailserver ingesteld."))
            let link = try #require(outbox.body.firstMatch(of: /href="(\/beheer\/uitgaand\/[0-9a-f-]{36})"/))
            let mail = try await marieke.get(String(link.output.1))
            #expect(mail.body.contains("/wachtwoord/"))
            #expect(try await Program.run(["verify"] + ground.arguments).status == 0)
        }
    }

    @Test func `outside a demo no steward reads what leaves the house`() async throws {
        try await withPeople { ground, url in
            try await ground.add("Els Maes", "els@leiebeke.example", [.balie], password: nil)
            let marieke = try await browser(ground, url, "marieke@leiebeke.example")
            let outbox = try await marieke.get("/beheer/uitgaand")
            #expect(outbox.status == 200)
            #expect(!outbox.body.contains("els@leiebeke.example"))
            #expect(outbox.body.firstMatch(of: /beheer\/uitgaand\/[0-9a-f-]{36}"/) == nil)
            let any = "/beheer/uitgaand/00000000-0000-4000-8000-000000000000"
            #expect(try await marieke.get(any).status == 404)
        }
    }

    @Test func `suspending closes an account at the next request, and a role counts at once`() async throws {
        try await withPeople { ground, url in
            let marieke = try await browser(ground, url, "marieke@leiebeke.example")
            let tom = try await browser(ground, url, "tom@leiebeke.example")
            let id = try #require(try await ground.official("tom@leiebeke.example")).id
            #expect(try await tom.get("/beheer/gebruikers").status == 403)
            let page = "/beheer/gebruikers/\(id)"
            #expect(try await marieke.submit([("rol", "beheerder")], from: page, to: page + "/rollen").status == 303)
            #expect(try await tom.get("/beheer/gebruikers").status == 200)
            #expect(try await marieke.submit([], from: page, to: page + "/schorsen").status == 303)
            #expect(try await tom.get("/beheer/gebruikers").status == 303)
            #expect(try await marieke.submit([], from: page, to: page + "/activeren").status == 303)
            #expect(try await ground.official("tom@leiebeke.example")?.state == .active)
            #expect(try await Program.run(["verify"] + ground.arguments).status == 0)
        }
    }

    @Test func `a steward cannot lock themselves out`() async throws {
        try await withPeople { ground, url in
            let marieke = try await browser(ground, url, "marieke@leiebeke.example")
            let id = try #require(try await ground.official("marieke@leiebeke.example")).id
            let page = "/beheer/gebruikers/\(id)"
            #expect(try await marieke.submit([], from: page, to: page + "/schorsen").status == 409)
            #expect(try await marieke.submit([("rol", "dpo")], from: page, to: page + "/rollen").status == 409)
            #expect(try await marieke.get(page).status == 200)
        }
    }

    @Test func `the command line makes, lists and changes accounts`() async throws {
        try await withFolder { folder in
            let ground = PeopleGround(in: folder)
            let added = try await Program.run(
                [
                    "user", "add", "Els Maes", "--role", "balie", "--role", "inzage", "--department", "Balie",
                    "--email",
                    "els@leiebeke.example",
                ] + ground.arguments
            )
            #expect(added.status == 0, "\(added.complaint)")
            let list = try await Program.run(["user", "list"] + ground.arguments)
            #expect(list.output == "els@leiebeke.example\tEls Maes\tBalie\tactief\tbalie,inzage\n")
            let twice = try await Program.run(
                ["user", "add", "X", "--role", "balie", "--department", "", "--email", "els@leiebeke.example"]
                    + ground.arguments
            )
            #expect(twice.status != 0)
            let wrong = try await Program.run(
                ["user", "add", "X", "--role", "koning", "--department", "", "--email", "x@leiebeke.example"]
                    + ground.arguments
            )
            #expect(wrong.status != 0)
        }
    }
}
