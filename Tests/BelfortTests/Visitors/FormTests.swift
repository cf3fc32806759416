import Database
import Dossiers
import Foundation
import House
import Kernel
import Testing

/// A form at the counter, as browsers without script fill it in.
@Suite(.serialized) struct FormTests {
    @Test func `all errors come at once, answers are kept, and hostile text stays text`() async throws {
        try await withCounter(["inname-openbaar-domein"]) { town in
            let browser = Browser(town.url)
            let form = try await browser.begin("inname-openbaar-domein")
            let hostile = "\"><script>alert(1)</script>"
            let fields = [("hoedanigheid", "inwoner"), ("naam", hostile), ("email", "geen adres"), ("doe", "verder")]
            let page = try await browser.submitFiles(fields, [], at: "\(form)/wie")
            #expect(page.status == 422 && page.body.contains("<title>Fout:"))
            #expect(page.body.contains("Vul een e-mailadres in zoals naam@voorbeeld.be."))
            #expect(page.body.contains("Vul ‘Op welk nummer bereiken we je’ in."))
            #expect(page.body.contains("value=\"geen adres\""))
            #expect(!page.body.contains("<script>alert"))
            let again = try await browser.get("\(form)/wie")
            #expect(again.body.contains("value=\"geen adres\"") && !again.body.contains("<script>alert"))
        }
    }

    @Test func `a question that an answer brings up is asked before it is an error`() async throws {
        try await withCounter(["inname-openbaar-domein"]) { town in
            let browser = Browser(town.url)
            let form = try await browser.begin("inname-openbaar-domein")
            let fields = [
                ("hoedanigheid", "onderneming"), ("naam", "Lien"), ("email", "lien@example.org"),
                ("telefoon", "0470123456"), ("doe", "verder"),
            ]
            let asked = try await browser.submitFiles(fields, [], at: "\(form)/wie")
            #expect(asked.status == 200 && asked.body.contains("komt er hieronder nog een vraag bij"))
            #expect(asked.body.contains("Wat is het ondernemingsnummer?") && !asked.body.contains("error-summary"))
            let missing = try await browser.submitFiles(fields, [], at: "\(form)/wie")
            #expect(missing.status == 422 && missing.body.contains("Vul ‘Wat is het ondernemingsnummer’ in."))
            let wrong = try await browser.submitFiles(fields + [("kbo", "0123.456.789")], [], at: "\(form)/wie")
            #expect(wrong.status == 422 && wrong.body.contains("Dit ondernemingsnummer klopt niet."))
            let right = try await browser.submitFiles(fields + [("kbo", "0123.456.749")], [], at: "\(form)/wie")
            #expect(right.location == "\(form)/waarvoor")
        }
    }

    @Test func `a file is listed with its size and can be taken away; what may not be is told and not kept`()
        async throws
    {
        let title = "\"titel\": \"Inplantingsplan\", "
        let smaller = { (text: String) in
            text.replacing(title + "\"uitleg\"", with: title + "\"megabytes\": 1, \"uitleg\"")
        }
        try await withCounter(["inname-openbaar-domein"], change: smaller) { town in
            let browser = Browser(town.url)
            let form = try await browser.begin("inname-openbaar-domein")
            let path = "\(form)/bijlagen"
            let empty = try town.contents()
            let wrong = try await browser.submitFiles(
                [("doe", "verder")],
                [("plan", "plan.pdf", "MZ geen pdf")],
                at: path
            )
            #expect(
                wrong.status == 422 && wrong.body.contains("‘plan.pdf’ kunnen we niet lezen. Gebruik pdf, jpg of png.")
            )
            let large = CounterFiles.pdf + String(repeating: "x", count: 1_000_001)
            let refused = try await browser.submitFiles([("doe", "verder")], [("plan", "groot.pdf", large)], at: path)
            #expect(refused.status == 422 && refused.body.contains("Een bestand mag hoogstens 1 MB zijn."))
            #expect(try town.contents() == empty)
            let many = (1...4).map { (field: "plan", name: "plan\($0).pdf", text: CounterFiles.pdf) }
            let some = try await browser.submitFiles([("doe", "verder")], many, at: path)
            #expect(
                some.status == 422 && some.body.contains("Voeg hoogstens 3 bestanden toe. ‘plan4.pdf’ is er niet bij.")
            )
            #expect(some.body.contains("plan3.pdf") && some.body.contains("\u{A0}B</span>"))
            #expect(try town.contents() == empty + 3)
            let removal = try #require(some.body.firstMatch(of: /name="verwijder" value="([^"]+)"/)?.output.1)
            let less = try await browser.submitFiles([("verwijder", String(removal))], [], at: path)
            #expect(less.status == 200 && !less.body.contains("plan1.pdf") && less.body.contains("plan2.pdf"))
            #expect(try town.contents() == empty + 2)
        }
    }

    @Test func `an upload that breaks off leaves nothing, and neither does one without its token`() async throws {
        try await withCounter(["inname-openbaar-domein"]) { town in
            let browser = Browser(town.url)
            let form = try await browser.begin("inname-openbaar-domein")
            let path = "\(form)/bijlagen"
            let empty = try town.contents()
            let token = try #require(try await browser.get(path).token)
            let file =
                "--grens\r\nContent-Disposition: form-data; name=\"plan\"; filename=\"plan.pdf\"\r\n\r\n"
                + CounterFiles.pdf + "\r\n"
            let field = "--grens\r\nContent-Disposition: form-data; name=\"formulier\"\r\n\r\n\(token)\r\n"
            let headers = [
                "Accept": "text/html", "Content-Type": "multipart/form-data; boundary=grens",
                "Sec-Fetch-Site": "same-origin",
            ]
            // The first file is whole, the second has no end.
            let broken = field + file + file.dropLast(20)
            #expect(try await browser.send("POST", path, headers: headers, body: broken).status == 400)
            #expect(try await browser.send("POST", path, headers: headers, body: file + "--grens--\r\n").status == 403)
            #expect(try town.contents() == empty)
        }
    }

    @Test func `a form of somebody else, one that expired and one that never was look the same`() async throws {
        try await withCounter(["straatverlichting"]) { town in
            let (owner, stranger) = (Browser(town.url), Browser(town.url))
            let form = try await owner.begin("straatverlichting")
            _ = try await stranger.begin("straatverlichting")
            let step = try #require(try await owner.get(form).location)
            for browser in [stranger, Browser(town.url)] {
                let foreign = try await browser.get(step)
                #expect(foreign.status == 404 && foreign.body.contains("We vinden deze aanvraag niet"))
                #expect(try await browser.get(form + "/nakijken").status == 404)
                #expect(try await browser.post(form + "/nakijken", []).status == 404)
            }
            let never = try await stranger.get("/aanvraag/\(Surroundings.live.identifier())")
            #expect(never.status == 404 && never.body.contains("We vinden deze aanvraag niet"))
            try await town.people.with { hall in
                try await hall.database.write { _ = try $0.run("UPDATE dossierformulier SET ends = 1") }
            }
            let expired = try await owner.get(step)
            #expect(expired.status == 404 && expired.body.contains("Begin een nieuwe aanvraag"))
        }
    }

    @Test func `who saves over what they did not see is told, and nothing of it is kept`() async throws {
        try await withCounter(["inname-openbaar-domein"]) { town in
            let browser = Browser(town.url)
            let form = try await browser.begin("inname-openbaar-domein")
            let stale = try #require(try await browser.get("\(form)/wie").token)
            _ = try await browser.submitFiles([("naam", "Eerste"), ("doe", "bewaar")], [], at: "\(form)/wie")
            let parts = [("formulier", stale), ("versie", "1"), ("naam", "Tweede"), ("doe", "verder")].map {
                name,
                value in
                "--grens\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
            }
            let headers = [
                "Accept": "text/html", "Content-Type": "multipart/form-data; boundary=grens",
                "Sec-Fetch-Site": "same-origin",
            ]
            let body = parts.joined() + "--grens--\r\n"
            let page = try await browser.send("POST", "\(form)/wie", headers: headers, body: body)
            #expect(page.status == 422 && page.body.contains("intussen ergens anders bewaard"))
            #expect(page.body.contains("value=\"Tweede\""))
            #expect(try await browser.get("\(form)/wie").body.contains("value=\"Eerste\""))
        }
    }

    @Test func `a link by mail leads back to the form in another browser, for its own address only`() async throws {
        try await withCounter(["inname-openbaar-domein"]) { town in
            let browser = Browser(town.url)
            let form = try await browser.begin("inname-openbaar-domein")
            let kept = try await browser.submitFiles([("naam", "Lien"), ("doe", "bewaar")], [], at: "\(form)/wie")
            #expect(kept.location == "\(form)/bewaard")
            let wrong = try await browser.submit([("email", "lien")], from: "\(form)/bewaard", to: "\(form)/link")
            #expect(wrong.status == 422 && wrong.body.contains("Vul een e-mailadres in"))
            let mail = [("email", "lien@example.org")]
            #expect(try await browser.submit(mail, from: "\(form)/bewaard", to: "\(form)/link").status == 200)
            let stranger = Browser(town.url)
            let other = try await stranger.submit([("email", "dief@example.org")], from: form, to: "\(form)/link")
            let same = try await stranger.submit(mail, from: form, to: "\(form)/link")
            #expect(other.status == 200 && same.status == 200)
            let sent = try await town.outgoing()
            #expect(sent.map(\.to) == ["lien@example.org", "lien@example.org"])
            let link = try #require(
                sent.first?.text.firstMatch(of: /\/toegang\/[A-Za-z0-9_-]+/).map { String($0.output) }
            )
            let elsewhere = Browser(town.url)
            #expect(try await elsewhere.submit([], from: link, to: link).location == form)
            #expect(try await elsewhere.get("\(form)/wie").body.contains("value=\"Lien\""))
        }
    }

    @Test func `a form whose time is over is wiped with its files, and another one stays`() async throws {
        try await withCounter(["inname-openbaar-domein"]) { town in
            let empty = try town.contents()
            var forms: [String] = []
            for browser in [Browser(town.url), Browser(town.url)] {
                let form = try await browser.begin("inname-openbaar-domein")
                let plan = (field: "plan", name: "plan.pdf", text: CounterFiles.pdf)
                #expect(
                    try await browser.submitFiles([("doe", "bewaar")], [plan], at: "\(form)/bijlagen").status == 303
                )
                forms.append(form)
            }
            #expect(try town.contents() == empty + 2)
            let over = try #require(forms.first?.split(separator: "/").last).description
            try await town.people.with { hall in
                try await hall.database.write { transaction in
                    _ = try transaction.run("UPDATE dossierformulier SET ends = 1 WHERE id = $1", [.text(over)])
                }
            }
            let next = try await Server.start(town.people.arguments)
            defer { next.stop() }
            for _ in 0..<100 where try town.contents() > empty + 1 { try await Task.sleep(for: .milliseconds(100)) }
            #expect(try town.contents() == empty + 1)
            let left = try await town.people.with { hall in
                try await hall.database.read { try $0.all("SELECT id FROM dossierformulier", []) { $0.text(0) } }
            }
            #expect(left == [try #require(forms.last?.split(separator: "/").last).description])
        }
    }
}
