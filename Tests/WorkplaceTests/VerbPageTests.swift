import Dossiers
import Kernel
import TestGround
import Testing
import Vault
import Web

@testable import Workplace

/// The pages of verbs: what would happen, what is refused, and that nothing typed is lost.
@Suite struct VerbPageTests {
    typealias Kind = TestGround.Kind

    private func facts(_ ground: WorkGround, _ id: Identifier) async throws -> Int {
        try await ground.register.view(id, as: .house).flow.facts.all.count
    }

    @Test func `a question shows its letter and what becomes of the term, and only then goes`() async throws {
        try await withWork { ground in
            let cast = try await Cast(ground)
            let id = try await ground.permit()
            let offered = try await cast.clerk.get("/werk/dossiers/\(id)/opname")
            #expect(
                offered.body.contains("Een medewerker behandelt je dossier.") && offered.body.contains("value=\"doen\"")
            )
            _ = try await cast.clerk.send("opname", in: id)
            let before = try await facts(ground, id)
            let fields = ["uitleg": "We zien de plaats niet."]
            let papers = [("soorten", "foto"), ("soorten", "akkoordEigenaar")]
            let check = try await cast.clerk.send("vraag", fields, all: papers, pressing: "nakijken", in: id)
            #expect(check.status == 200)
            for words in [
                "Wat er gebeurt", "Het bericht, zoals het vertrekt", "Foto van de plaats", "We zien de plaats niet.",
                "Per mail naar lien@example.org", "De termijn begint pas als het dossier volledig is.",
                "value=\"akkoordEigenaar\"", "Aanpassen",
            ] { #expect(check.body.contains(words), "\(words)") }
            #expect(try await facts(ground, id) == before)
            let back = try await cast.clerk.send("vraag", fields, all: papers, pressing: "invullen", in: id)
            #expect(back.status == 200 && back.body.contains("We zien de plaats niet.</textarea>"))
            #expect(back.body.contains("value=\"akkoordEigenaar\" checked"))
            let sent = try await cast.clerk.send("vraag", fields, all: papers, in: id)
            #expect(sent.location == "/werk/dossiers/\(id)?gedaan=vraag")
            #expect(try await cast.clerk.get(sent.location ?? "").body.contains("De vraag is vertrokken."))
            let elsewhere = try await cast.other.get(sent.location ?? "").body
            #expect(!elsewhere.contains("De vraag is vertrokken."))
            let view = try await ground.register.view(id, as: .house)
            #expect(view.messages.map(\.soort) == ["ontvangst", "vraag"])
            #expect(try await cast.clerk.get("/werk").body.contains("We wachten op de aanvrager (1)"))
        }
    }

    @Test func `a refused form names each field and keeps what was typed`() async throws {
        try await withWork { ground in
            let cast = try await Cast(ground)
            let id = try await ground.permit()
            _ = try await cast.clerk.send("opname", in: id)
            let refused = try await cast.clerk.send("vraag", ["uitleg": "Stuur een foto."], in: id)
            #expect(refused.status == 422 && refused.body.contains("Kies minstens één stuk."))
            #expect(refused.body.contains("href=\"#veld-soorten\"") && refused.body.contains("<title>Fout:"))
            #expect(refused.body.contains("Stuur een foto.</textarea>"))
            let reasonless = try await cast.other.send("overname", ["reden": "  "], in: id)
            #expect(reasonless.status == 422 && reasonless.body.contains("Schrijf een reden."))
            let sum = try await cast.clerk.send("betaling", ["bedrag": "veel"], in: id)
            #expect(sum.status == 422 && sum.body.contains("value=\"veel\""))
            let long = String(repeating: "a", count: 20_001)
            let flood = try await cast.other.send("overname", ["reden": long], in: id)
            #expect(flood.status == 422 && flood.body.contains("te lang"))
        }
    }

    @Test func `somebody else's work is refused with whose it is, and what is too early with why`() async throws {
        try await withWork { ground in
            let cast = try await Cast(ground)
            let id = try await ground.permit()
            _ = try await cast.clerk.send("opname", in: id)
            let foreign = try await cast.police.get("/werk/dossiers/\(id)/ontwerp")
            #expect(foreign.status == 403 && foreign.body.contains("Dit kan alleen dossierbehandelaar"))
            let early = try await cast.clerk.get("/werk/dossiers/\(id)/mededeling")
            #expect(early.status == 409 && early.body.contains("Er is nog niet beslist."))
            let forced = try await cast.clerk.send("mededeling", in: id)
            #expect(forced.status == 409)
            let twice = try await cast.other.send("opname", in: id)
            #expect(twice.status == 409 && twice.body.contains("Iemand behandelt dit al."))
        }
    }

    @Test(arguments: Kind.available) func `two who save at once see what the other did, and choose to send again`(
        _ kind: Kind
    ) async throws {
        try await withWork(kind) { ground in
            let cast = try await Cast(ground)
            let id = try await ground.permit()
            _ = try await cast.clerk.send("opname", in: id)
            let seen = try await facts(ground, id)
            let fields = ["soorten": "foto", "uitleg": "Mijn vraag."]
            _ = try await cast.other.send("overname", ["reden": "An is ziek"], in: id)
            let conflict = try await cast.clerk.send("vraag", fields, seen: String(seen), in: id)
            #expect(conflict.status == 409)
            for words in [
                "Intussen gebeurde er iets in dit dossier", "door Fien Bos", "Mijn vraag.", "Toch doorgaan",
                "Het is nog niet verstuurd",
            ] { #expect(conflict.body.contains(words), "\(words)") }
            #expect(try await facts(ground, id) == seen + 1)
            let course = try await cast.clerk.page(id).body
            #expect(course.contains("Overgenomen") && course.contains("An is ziek"))
            let fresh = try #require(conflict.hidden("gezien"))
            #expect(try await cast.clerk.send("vraag", fields, seen: fresh, in: id).status == 303)
            // What can no longer be done is told with what was typed beside it.
            let now = try await facts(ground, id)
            _ = try await cast.other.send("intrekking", ["reden": "Lien belde."], in: id)
            let late = try await cast.clerk.send("vraag", fields, seen: String(now), in: id)
            #expect(late.status == 409 && late.body.contains("Het dossier is afgesloten"))
            #expect(late.body.contains("Mijn vraag.") && late.body.contains("Beëindigd"))
        }
    }

    @Test func `a paper waits through the check and lands in the dossier; another dossier's does not`() async throws {
        try await withWork { ground in
            let cast = try await Cast(ground)
            let (id, elsewhere) = (try await ground.permit(), try await ground.permit())
            let fake = Desk.Upload(name: "attest.pdf", content: "GIF89a geen pdf")
            let wrong = try await cast.clerk.send("stuk", ["soort": "verzekering"], file: fake, in: id)
            #expect(wrong.status == 422 && wrong.body.contains("Dit soort bestand past hier niet"))
            let none = try await cast.clerk.send("stuk", ["soort": "verzekering"], in: id)
            #expect(none.status == 422 && none.body.contains("Voeg het document toe."))
            let file = Desk.Upload(name: "attest.pdf", content: "%PDF-1.4\n% attest\n%%EOF")
            let check = try await cast.clerk.send(
                "stuk",
                ["soort": "verzekering"],
                pressing: "nakijken",
                file: file,
                in: id
            )
            #expect(check.status == 200 && check.body.contains("attest.pdf"))
            #expect(check.body.contains("We hebben je document goed ontvangen: Verzekeringsattest."))
            let content = try #require(check.hidden("inhoud"))
            let other = [("soort", "foto"), ("inhoud", content), ("bestandsnaam", "attest.pdf")]
            let swapped = try await cast.clerk.send("stuk", all: other, in: id)
            #expect(swapped.status == 422 && swapped.body.contains("Dit soort bestand past hier niet"))
            let kept = [("soort", "verzekering"), ("inhoud", content), ("bestandsnaam", "attest.pdf")]
            let stolen = try await cast.clerk.send("stuk", all: kept, in: elsewhere)
            #expect(stolen.status == 422)
            #expect(try await cast.clerk.send("stuk", all: kept, in: id).status == 303)
            let view = try await ground.register.view(id, as: .house)
            #expect(view.papers.values.contains { $0.name == "attest.pdf" })
            let again = try await cast.clerk.send("stuk", all: kept, in: id)
            #expect(again.status == 422)
            let paper = try #require(view.papers.values.first { $0.name == "attest.pdf" }?.document)
            let gone = ["document": paper.description, "reden": "Van een ander."]
            #expect(try await cast.clerk.send("intrekking-stuk", gone, in: id).status == 303)
            let twice = try await cast.clerk.send("intrekking-stuk", gone, in: id)
            #expect(twice.status == 409 && twice.body.contains("Dit stuk vinden we hier niet"))
        }
    }

    @Test func `a form that is not from our page does nothing`() async throws {
        try await withWork { ground in
            let cast = try await Cast(ground)
            let id = try await ground.permit()
            let before = try await facts(ground, id)
            for fields in [[("stap", "doen")], [("formulier", String(repeating: "0", count: 128))]] {
                await #expect(throws: Refusal.self) { _ = try await cast.clerk.post("opname", fields, in: id) }
            }
            let foreign = try await cast.other.get("/werk/dossiers/\(id)/opname").hidden("formulier")
            await #expect(throws: Refusal.self) {
                _ = try await cast.clerk.post("opname", [("formulier", foreign ?? "")], in: id)
            }
            #expect(try await facts(ground, id) == before)
        }
    }

    @Test func `without a program that makes PDFs a draft waits, and nothing of it is lost`() async throws {
        try await withWork(canPrint: false) { ground in
            let cast = try await Cast(ground)
            let id = try await ground.permit()
            try await cast.advise(id)
            let fields = ["resultaat": "toegelaten|toelating", "motivering": "De doorgang blijft vrij."]
            let check = try await cast.clerk.send("ontwerp", fields, pressing: "nakijken", in: id)
            #expect(check.status == 200 && check.body.contains("De beslissing, zoals ze er zal staan"))
            let waiting = try await cast.clerk.send("ontwerp", fields, in: id)
            #expect(waiting.status == 503)
            #expect(waiting.body.contains("De pdf van de beslissing kan nu niet gemaakt worden."))
            #expect(waiting.body.contains("De doorgang blijft vrij.</textarea>"))
            #expect(waiting.body.contains("value=\"toegelaten|toelating\" checked"))
        }
    }
}
