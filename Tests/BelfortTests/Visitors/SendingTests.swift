import Database
import Foundation
import FoundationNetworking
import Kernel
import Testing

/// Sending a form, and what follows.
@Suite(.serialized) struct SendingTests {
    @Test func `pressed twice it is one dossier, and both presses lead to its receipt`() async throws {
        try await withCounter(["inname-openbaar-domein"]) { town in
            let browser = Browser(town.url)
            let form = try await browser.begin("inname-openbaar-domein")
            try await browser.fillSkip(form, from: try CounterFiles.later())
            let check = "\(form)/nakijken"
            let page = try await browser.get(check)
            #expect(page.body.contains("plan.pdf") && page.body.contains("15,00 euro"))
            let fields = [("formulier", try #require(page.token))]
            let (url, cookies) = (town.url, browser.cookies)
            async let one = Browser(url, cookies: cookies).post(check, fields).location
            async let two = Browser(url, cookies: cookies).post(check, fields).location
            let pressed = try await [one, two]
            // A press that lost goes by the form to where the first one led.
            var places: Set<String> = []
            for answer in pressed + [try await browser.post(check, fields).location] {
                var place = try #require(answer)
                while place.hasPrefix("/aanvraag") { place = try #require(try await browser.get(place).location) }
                places.insert(place)
            }
            #expect(places.count == 1)
            let receipt = try #require(places.first)
            let shown = try await browser.get(receipt)
            #expect(shown.status == 200 && shown.body.contains("plan.pdf"))
            #expect(shown.body.contains("-000001") && !shown.body.contains("-000002"))
            let proof = try await browser.eventually(receipt.replacing("/ontvangst", with: "/bewijs"))
            #expect(proof.headers?.value(forHTTPHeaderField: "Content-Disposition")?.contains(".tlog-proof") == true)
            #expect(try await browser.get("/mijn").location == String(receipt.dropLast("/ontvangst".count)))
        }
    }

    @Test func `a form with gaps is not sent, and each gap leads to its step`() async throws {
        try await withCounter(["inname-openbaar-domein"]) { town in
            let browser = Browser(town.url)
            let form = try await browser.begin("inname-openbaar-domein")
            let page = try await browser.submit([], from: "\(form)/nakijken", to: "\(form)/nakijken")
            #expect(page.status == 422 && page.body.contains("href=\"\(form)/wie\""))
            #expect(page.body.contains("Vul je naam in."))
            #expect(try await browser.get("/mijn").location == form)
        }
    }

    @Test func `who asks for a place that is taken on those days is told, and may still ask`() async throws {
        try await withCounter(["inname-openbaar-domein"]) { town in
            let warning = "Op deze plaats en in deze periode is er al een toelating."
            let first = Browser(town.url)
            let form = try await first.begin("inname-openbaar-domein")
            try await first.fillSkip(form, from: try CounterFiles.later())
            #expect(try await !first.get("\(form)/nakijken").body.contains(warning))
            #expect(try await first.submit([], from: "\(form)/nakijken", to: "\(form)/nakijken").status == 303)
            for (house, days, isTaken) in [("12", 0, true), ("12", 1, false), ("14", 0, false)] {
                let second = Browser(town.url)
                let form = try await second.begin("inname-openbaar-domein")
                try await second.fillSkip(form, house: house, from: try CounterFiles.later(days: days))
                let page = try await second.get("\(form)/nakijken")
                #expect(page.body.contains(warning) == isTaken, "\(house), \(days)")
            }
        }
    }

    @Test func `who asked can take it back with a reason, and a stranger reads nothing of it`() async throws {
        try await withCounter(["inname-openbaar-domein"]) { town in
            let (browser, stranger) = (Browser(town.url), Browser(town.url))
            let form = try await browser.begin("inname-openbaar-domein")
            try await browser.fillSkip(form, name: "Lien <i>Maes</i>", from: try CounterFiles.later())
            let sent = try await browser.submit([], from: "\(form)/nakijken", to: "\(form)/nakijken")
            let own = String(try #require(sent.location).dropLast("/ontvangst".count))
            let page = try await browser.get(own)
            #expect(page.body.contains("Je diende je aanvraag in") && page.body.contains("plan.pdf"))
            #expect(!page.body.contains("<i>Maes"))
            let document = try #require(
                page.body.firstMatch(of: /\/mijn\/[^\/"]+\/stuk\/[^"]+/).map { String($0.output) }
            )
            #expect(try await browser.get(document).body == CounterFiles.pdf)
            _ = try await stranger.begin("inname-openbaar-domein")
            for path in [own, own + "/ontvangst", own + "/bewijs", document] {
                #expect(try await stranger.get(path).status != 200, "\(path)")
            }
            let without = try await browser.submit([("reden", " ")], from: own, to: own + "/intrekking")
            #expect(without.status == 422 && without.body.contains("Schrijf waarom je je aanvraag intrekt."))
            let withdrawn = try await browser.submit([("reden", "Niet nodig")], from: own, to: own + "/intrekking")
            #expect(withdrawn.status == 303)
            #expect(try await browser.get(own).body.contains("Je trok je aanvraag in."))
        }
    }

    @Test func `a paper that the town asks for is brought by who asked, and the town reads it`() async throws {
        try await withCounter(["inname-openbaar-domein"]) { town in
            let (browser, handler) = (Browser(town.url), Browser(town.url))
            let form = try await browser.begin("inname-openbaar-domein")
            try await browser.fillSkip(form, from: try CounterFiles.later())
            let sent = try await browser.submit([], from: "\(form)/nakijken", to: "\(form)/nakijken")
            let own = String(try #require(sent.location).dropLast("/ontvangst".count))
            let work = "/werk/dossiers/" + (own.split(separator: "/").last.map(String.init) ?? "")
            try await handler.signIn("an.peeters@leiebeke.example")
            #expect(try await handler.act("opname", [], on: work).status == 303)
            let asked = [("soorten", "akkoordEigenaar"), ("uitleg", "De garage is niet van jou.")]
            #expect(try await handler.act("vraag", asked, on: work).status == 303)
            let page = try await browser.get(own)
            #expect(page.body.contains("Bezorg ons nog dit") && page.body.contains("De garage is niet van jou."))
            let kind = [("soort", "akkoordEigenaar")]
            let none = try await browser.bring([], kind, from: own)
            #expect(none.status == 422 && none.body.contains("Kies een bestand."))
            let wrong = try await browser.bring([("bestand", "akkoord.pdf", "geen pdf")], kind, from: own)
            #expect(wrong.status == 422 && wrong.body.contains("kunnen we niet lezen"))
            let right = try await browser.bring([("bestand", "akkoord.pdf", CounterFiles.pdf)], kind, from: own)
            #expect(right.status == 303)
            let after = try await browser.get(own)
            #expect(!after.body.contains("Bezorg ons nog dit") && after.body.contains("Je bezorgde een document"))
            #expect(try await handler.get(work).body.contains("akkoord.pdf"))
        }
    }
}

extension Browser {
    fileprivate func bring(
        _ files: [(field: String, name: String, text: String)],
        _ fields: [(String, String)],
        from own: String
    ) async throws -> Page {
        try await submitFiles(fields, files, at: own, to: own + "/stuk")
    }
}
