import Access
import Foundation
import House
import TestGround
import Testing

/// The way of a dossier through the pages, as a browser without script goes it.
@Suite(.serialized) struct JourneyTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// A house with one product and two officials, served.
    private func withTown(_ body: (PeopleGround, String) async throws -> Void) async throws {
        try await withFolder { folder in
            let ground = PeopleGround(in: folder)
            for type in ["straatverlichting", "klacht"] {
                let file = Self.root.appending(path: "Sources/Roof/Town/Types/\(type).json").path
                let done = try await Program.run(["import", "dossiertype", file] + ground.arguments)
                #expect(done.status == 0 && done.output.contains("Gepubliceerd"), "\(done.output)\(done.complaint)")
            }
            try await ground.with { hall in
                for (name, role, department) in [
                    ("An Peeters", Role.behandelaar, "openbare-ruimte"), ("Bram De Wit", .adviseur, "netbeheerder"),
                ] {
                    _ = try await hall.addUser(
                        name: name,
                        email: "\(role.rawValue)@leiebeke.example",
                        department: department,
                        roles: [role],
                        password: PeopleGround.password,
                        ground.settings
                    )
                }
            }
            let server = try await Server.start(ground.arguments)
            defer { server.stop() }
            try await body(ground, server.url)
        }
    }

    private func signedIn(_ email: String, _ url: String) async throws -> Browser {
        let browser = Browser(url)
        let fields = [("email", email), ("wachtwoord", PeopleGround.password), ("naar", "/werk")]
        let page = try await browser.submit(fields, from: "/aanmelden", to: "/aanmelden")
        #expect(page.status == 303 && page.location == "/werk")
        return browser
    }

    /// Fills the form in up to its receipt; answers the path of the dossier.
    private func send(_ browser: Browser, name: String) async throws -> String {
        let begun = try await browser.submit(
            [],
            from: "/aanvragen/straatverlichting",
            to: "/aanvragen/straatverlichting"
        )
        let form = try #require(begun.location)
        let step = try #require(try await browser.get(form).location)
        let wrong = try await browser.submitParts([("meer", "veel"), ("doe", "verder")], from: step, to: step)
        #expect(wrong.status == 422 && wrong.body.contains("Vul een getal in"))
        let right = [("paalnummer", "12"), ("wat", "uit"), ("meer", "2"), ("doe", "verder")]
        let check = try #require(try await browser.submitParts(right, from: step, to: step).location)
        #expect(try await browser.get(check).body.contains("Ze brandt niet"))
        let nameless = try await browser.submit([], from: check, to: check)
        #expect(nameless.status == 422 && nameless.body.contains("Vul je naam in."))
        let contact = [("contactNaam", name), ("contactMail", "lien@example.org")]
        let sent = try await browser.submit(contact, from: check, to: check)
        #expect(sent.status == 303)
        let receipt = try #require(sent.location)
        #expect(try await browser.get(receipt).body.contains("-000001"))
        return String(receipt.dropLast("/ontvangst".count))
    }

    @Test func `a resident sends a request, and holds a receipt that proves it offline`() async throws {
        try await withTown { ground, url in
            let browser = Browser(url)
            let dossier = try await send(browser, name: "Lien <b>Maes</b>")
            let page = try await browser.get(dossier)
            #expect(page.status == 200 && page.body.contains("Wij zijn aan zet"))
            #expect(!page.body.contains("<b>Maes"))
            let proof = try await browser.eventually(dossier + "/bewijs")
            let file = ground.folder.appending(path: "bewijs.belfort")
            try Data(proof.body.utf8).write(to: file)
            let key = try await browser.get("/.well-known/belfort-key").body
            let verdict = try await Program.run(["proof", "check", file.path, "--key", key])
            #expect(verdict.status == 0 && verdict.output.contains("Nummer: "), "\(verdict.output)")
            for stranger in [Browser(url), try await signedIn("adviseur@leiebeke.example", url)] {
                #expect(try await stranger.get(dossier).status != 200)
            }
        }
    }

    @Test func `officials of two departments finish it together, and the resident reads how it ended`() async throws {
        try await withTown { ground, url in
            let resident = Browser(url)
            let own = try await send(resident, name: "Lien Maes")
            let path = "/werk/dossiers/" + (own.split(separator: "/").last.map(String.init) ?? "")
            let clerk = try await signedIn("behandelaar@leiebeke.example", url)
            #expect(try await clerk.get("/werk?hoop=nieuw").body.contains(path))
            #expect(try await clerk.act("opname", [], on: path).status == 303)
            #expect(try await clerk.act("afwerking", [("taak", "doorgeven")], on: path).status == 303)
            let early = try await clerk.act("beslissing", [("resultaat", "hersteld")], on: path)
            #expect(early.status == 409 && early.body.contains("Nog geen advies van Netbeheerder."))
            let grid = try await signedIn("adviseur@leiebeke.example", url)
            #expect(try await grid.get("/werk?hoop=taken").body.contains(path))
            let advice = [("taak", "herstel"), ("uitkomst", "gunstig"), ("tekst", "De lamp is vervangen.")]
            #expect(try await grid.act("advies", advice, on: path).status == 303)
            #expect(try await grid.act("beslissing", [("resultaat", "hersteld")], on: path).status == 403)
            #expect(try await clerk.act("beslissing", [("resultaat", "hersteld")], on: path).status == 303)
            let end = try await resident.get(own)
            #expect(end.body.contains("De lamp brandt weer.") && end.body.contains("Niemand moet nog iets doen"))
            #expect(try await clerk.get("/werk?hoop=afgerond").body.contains(path))
            let verified = try await Program.run(["verify"] + ground.arguments)
            #expect(verified.status == 0, "\(verified.output)\(verified.complaint)")
        }
    }
}

extension Browser {
    /// Sends a form with parts, as a browser does with a form that takes files.
    func submitParts(_ fields: [(String, String)], from page: String, to path: String) async throws -> Page {
        let found = try await get(page).body
        let token = try #require(found.firstMatch(of: /name="formulier" value="([0-9a-f]+)"/)?.output.1)
        let hidden = found.matches(of: /name="(versie|gezien)" value="([0-9]+)"/).prefix(1).map {
            (String($0.output.1), String($0.output.2))
        }
        let all = [("formulier", String(token))] + hidden + fields
        let parts = all.map { name, value in
            "--grens\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        let headers = [
            "Accept": "text/html", "Content-Type": "multipart/form-data; boundary=grens",
            "Sec-Fetch-Site": "same-origin",
        ]
        return try await send("POST", path, headers: headers, body: parts.joined() + "--grens--\r\n")
    }

    /// Does a verb by its own page.
    func act(_ verb: String, _ fields: [(String, String)], on path: String) async throws -> Page {
        let page = "\(path)/\(verb)"
        return try await submitParts([("stap", "doen")] + fields, from: page, to: page)
    }

    /// Asks again until it is there: a proof takes up to a second.
    func eventually(_ path: String) async throws -> Page {
        for _ in 0..<100 {
            let page = try await get(path)
            if page.status == 200 { return page }
            try await Task.sleep(for: .milliseconds(100))
        }
        return try await get(path)
    }
}
