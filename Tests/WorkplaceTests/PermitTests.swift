import Access
import Database
import Dossiers
import House
import Kernel
import Ledger
import TestGround
import Testing
import Web

@testable import Workplace

/// The permit of the main journey through the pages, each official at their own desk.
@Suite struct PermitTests {
    typealias Kind = TestGround.Kind

    @Test(arguments: Kind.available) func `a permit goes from the worklist to the notice, through pages alone`(
        _ kind: Kind
    ) async throws {
        try await withWork(kind) { ground in
            let cast = try await Cast(ground)
            let id = try await ground.permit()
            try await cast.advise(id)
            let fields = [
                "resultaat": "voorwaardelijk|toelating", "motivering": "De doorgang blijft vrij.",
                "voorwaarden": "Zet borden.",
            ]
            let check = try await cast.clerk.send("ontwerp", fields, pressing: "nakijken", in: id)
            #expect(check.body.contains("Artikel 1.") && check.body.contains("De doorgang blijft vrij."))
            #expect(try await cast.clerk.send("ontwerp", fields, in: id).status == 303)

            let draft = try #require(
                try await ground.register.view(id, as: cast.chief.caller.visitor).flow.facts.draft?.draft
            )
            let digest = try #require(draft.digest)
            let reading = try await cast.chief.get("/werk/dossiers/\(id)/goedkeuring")
            #expect(reading.status == 200 && reading.body.contains("<code>\(digest)</code>"))
            #expect(reading.body.contains("/documenten/\(try #require(draft.document))/inhoud"))
            #expect(try await cast.clerk.send("goedkeuring", in: id).status == 403)
            let other = ["ontwerp": draft.id.description, "sha256": String(repeating: "0", count: 64)]
            let forged = try await cast.chief.send("goedkeuring", other, in: id)
            #expect(forged.status == 409 && forged.body.contains("Dit zijn niet de bytes van het ontwerp."))

            let back = try await cast.chief.send("weigering-goedkeuring", ["reden": "Noem de borden."], in: id)
            #expect(back.status == 303)
            let again = try await cast.clerk.get("/werk/dossiers/\(id)/ontwerp")
            #expect(again.body.contains("De doorgang blijft vrij.</textarea>"))
            #expect(try await cast.clerk.page(id).body.contains("Noem de borden."))
            #expect(try await cast.clerk.send("ontwerp", fields, in: id).status == 303)
            #expect(try await cast.chief.send("goedkeuring", in: id).status == 303)
            #expect(try await cast.council.send("beslissing", in: id).status == 303)
            let telling = try await cast.clerk.get("/werk/dossiers/\(id)/mededeling")
            #expect(telling.body.contains("Het bericht, zoals het vertrekt"))
            #expect(try await cast.clerk.send("mededeling", in: id).status == 303)

            let end = try await cast.clerk.page(id).body
            #expect(end.contains("Meegedeeld") && end.contains("Niemand moet nog iets doen"))
            #expect(try await cast.clerk.get("/werk?hoop=afgerond").body.contains("\(id)"))
            #expect(try await ground.findings().isEmpty)
        }
    }

    @Test(arguments: Kind.available) func `each verb that somebody can do has a page, and each other says why not`(
        _ kind: Kind
    ) async throws {
        try await withWork(kind) { ground in
            let cast = try await Cast(ground)
            let id = try await ground.permit()
            var met: Set<Verb.Kind> = []
            func look() async throws {
                for desk in [cast.clerk, cast.police, cast.chief, cast.council] {
                    let allowed = try await ground.register.view(id, as: desk.caller.visitor).allowed
                    let page = try await desk.page(id).body
                    for verb in Verb.Kind.allCases {
                        let form = try await desk.get("/werk/dossiers/\(id)/\(verb.rawValue)")
                        guard allowed.contains(verb) else {
                            #expect(form.status == 403 || form.status == 409, "\(verb)")
                            #expect(!form.body.contains("name=\"stap\""), "\(verb)")
                            continue
                        }
                        met.insert(verb)
                        #expect(form.status == 200 && form.body.contains("name=\"stap\""), "\(verb)")
                        #expect(page.contains("/werk/dossiers/\(id)/\(verb.rawValue)"), "\(verb)")
                    }
                }
            }
            try await look()
            _ = try await cast.clerk.send("opname", in: id)
            let asked = try await cast.clerk.send("vraag", ["soorten": "foto"], in: id)
            #expect(asked.status == 303)
            try await look()
            ground.clock.advance(milliseconds: 20 * 24 * 3_600_000)
            #expect(try await cast.clerk.send("herinnering", in: id).status == 303)
            ground.clock.advance(milliseconds: 20 * 24 * 3_600_000)
            try await look()
            #expect(try await cast.clerk.send("afhandeling-vraag", in: id).status == 303)
            #expect(try await cast.clerk.send("afwerking", ["taak": "nazicht"], in: id).status == 303)
            try await look()
            let longer = try await cast.clerk.send("verlenging", ["reden": "De politie vraagt tijd."], in: id)
            #expect(longer.status == 303)
            let advice = ["uitkomst": "gunstig", "tekst": "Goed."]
            _ = try await cast.police.send("advies", advice.merging(["taak": "politie"]) { $1 }, in: id)
            _ = try await cast.traffic.send("advies", advice.merging(["taak": "mobiliteit"]) { $1 }, in: id)
            let fields = ["resultaat": "geweigerd|weigering", "motivering": "De straat is te smal."]
            #expect(try await cast.clerk.send("ontwerp", fields, in: id).status == 303)
            try await look()
            #expect(try await cast.chief.send("goedkeuring", in: id).status == 303)
            try await look()
            #expect(try await cast.council.send("beslissing", in: id).status == 303)
            try await look()
            #expect(try await cast.clerk.send("mededeling", in: id).status == 303)
            #expect(try await cast.clerk.send("verbetering", ["reden": "De datum is fout."], in: id).status == 303)
            try await look()
            let missing = Set(Verb.Kind.allCases).subtracting(met)
            #expect(missing == [.reopen], "\(missing)")
        }
    }

    @Test func `unhappy ends tell the applicant before they happen, and can be opened again`() async throws {
        try await withWork { ground in
            let cast = try await Cast(ground)
            for (verb, letter) in [("intrekking", "intrekking"), ("onontvankelijkheid", "onontvankelijk")] {
                let id = try await ground.permit()
                _ = try await cast.clerk.send("opname", in: id)
                let reason = ["reden": "De plaats ligt in een andere gemeente."]
                let check = try await cast.clerk.send(verb, reason, pressing: "nakijken", in: id)
                #expect(check.body.contains("De termijn stopt.") && check.body.contains("button danger"))
                #expect(check.body.contains("Het bericht, zoals het vertrekt"))
                #expect(try await cast.clerk.send(verb, reason, in: id).status == 303)
                let view = try await ground.register.view(id, as: .house)
                #expect(view.flow.isClosed && view.messages.last?.soort == letter)
                let anew = try await cast.clerk.send("heropening", ["reden": "Toch bij ons."], in: id)
                #expect(anew.status == 303)
                #expect(!(try await ground.register.view(id, as: .house).flow.isClosed))
            }
        }
    }
}

extension WorkGround {
    /// All that is wrong in the ledger.
    func findings() async throws -> [Finding] {
        var findings: [Finding] = []
        _ = try await Verification(
            database: hall.database,
            verifierKey: hall.journal.verifierKey,
            states: TownHall.states
        ).run { findings.append($0) }
        return findings
    }
}
