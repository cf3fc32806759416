import Database
import Foundation
import Kernel
import Testing

/// An official takes in for somebody else.
@Suite(.serialized) struct IntakeTests {
    private func begin(_ official: Browser, _ change: [String: String] = [:]) async throws -> Browser.Page {
        let day = try #require(BrusselsTime.day(of: Surroundings.live.now()).adding(days: -1))
        var fields = [
            "type": "inname-openbaar-domein", "kanaal": "balie", "naam": "Jos Peeters", "email": "",
            "telefoon": "0470 12 34 56", "postadres": "Dorp 1, 9000 Gent", "dag-dag": String(day.day),
            "dag-maand": String(day.month), "dag-jaar": String(day.year), "uur": "10:30",
        ]
        fields.merge(change) { _, new in new }
        let sent = fields.map { ($0.key, $0.value) }
        return try await official.submit(sent, from: "/werk/innemen", to: "/werk/innemen")
    }

    @Test func `what comes over the counter gets its receipt, counts from the desk, and is answered by letter`()
        async throws
    {
        try await withCounter(["inname-openbaar-domein"]) { town in
            let (els, omar) = (Browser(town.url), Browser(town.url))
            try await els.signIn("els.balie@leiebeke.example")
            try await omar.signIn("omar.balie@leiebeke.example")
            let form = try #require(try await begin(els).location)
            #expect(try await els.get("\(form)/wie").body.contains("value=\"Jos Peeters\""))
            #expect(try await omar.get("\(form)/wie").status == 404)
            #expect(try await els.get("/werk/innemen").body.contains(form))
            try await els.fillSkip(form, name: "Jos Peeters", mail: "", from: try CounterFiles.later())
            let sent = try await els.submit([], from: "\(form)/nakijken", to: "\(form)/nakijken")
            let receipt = try #require(sent.location)
            #expect(receipt.hasPrefix("/werk/innemen/") && receipt.hasSuffix("/ontvangst"))
            let page = try await els.get(receipt)
            #expect(page.status == 200 && page.body.contains("Jos Peeters") && page.body.contains("10.30 uur"))
            #expect(page.body.contains("brief om te posten"))
            #expect(try await omar.get(receipt).status == 404)
            let again = try await els.post("\(form)/nakijken", [])
            #expect(again.location == receipt)
            let letters = try await town.outgoing()
            #expect(letters.map(\.to) == ["brief: Dorp 1, 9000 Gent"])
            let dossier = try #require(receipt.split(separator: "/").dropLast().last).description
            let handler = Browser(town.url)
            try await handler.signIn("an.peeters@leiebeke.example")
            #expect(try await handler.get("/werk/dossiers/\(dossier)").body.contains("Jos Peeters"))
        }
    }

    @Test func `all that is wrong with an intake is told at once, and nothing begins`() async throws {
        try await withCounter(["inname-openbaar-domein"]) { town in
            let els = Browser(town.url)
            try await els.signIn("els.balie@leiebeke.example")
            let wrong = try await begin(
                els,
                ["type": "", "kanaal": "loket", "naam": " ", "postadres": "", "uur": "25:00"]
            )
            #expect(wrong.status == 422)
            for sentence in [
                "Kies waarvoor de aanvraag is.", "Kies hoe de aanvraag binnenkwam.",
                "Vul de naam van de aanvrager in.", "Geef een e-mailadres of een postadres",
                "Vul de dag en het uur in",
            ] { #expect(wrong.body.contains(sentence), "\(sentence)") }
            let early = try await begin(els, ["dag-jaar": "2199"])
            #expect(early.status == 422 && early.body.contains("niet later dan nu"))
            #expect(try await els.get("/werk/innemen").body.contains("Waaraan je begon") == false)
        }
    }

    @Test func `nobody but the desk and handlers takes in, and an official keeps their session`() async throws {
        try await withCounter(["inname-openbaar-domein"]) { town in
            let guest = Browser(town.url)
            _ = try await guest.begin("inname-openbaar-domein")
            #expect(try await guest.get("/werk/innemen").status != 200)
            let els = Browser(town.url)
            try await els.signIn("els.balie@leiebeke.example")
            let page = try await els.get("/aanvragen/inname-openbaar-domein")
            #expect(page.body.contains("Neem dit in voor iemand"))
            let fields = [("formulier", try #require(page.token))]
            let begun = try await els.post("/aanvragen/inname-openbaar-domein", fields)
            #expect(begun.location == "/werk/innemen?type=inname-openbaar-domein")
            #expect(try await els.get("/werk/innemen").status == 200)
        }
    }
}
