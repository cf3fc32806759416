import Dossiers
import Kernel
import TestGround
import Testing

@testable import Workplace

/// The lists of work, over a real house.
@Suite struct WorklistTests {
    typealias Kind = TestGround.Kind

    @Test(arguments: Kind.available) func `a row says who is to act and by when, and heaps count what is in them`(
        _ kind: Kind
    ) async throws {
        try await withWork(kind) { ground in
            let cast = try await Cast(ground)
            let id = try await ground.permit()
            let fresh = try await cast.clerk.get("/werk?hoop=nieuw")
            #expect(fresh.status == 200 && fresh.body.contains("/werk/dossiers/\(id)"))
            #expect(fresh.body.contains("Lien Maes") && fresh.body.contains("nog niemand"))
            #expect(fresh.body.contains("Neem dit dossier op."))
            #expect(fresh.body.contains("<span>Nieuw</span> <span class=\"count\">1</span>"))

            _ = try await cast.clerk.send("opname", in: id)
            let own = try await cast.clerk.get("/werk")
            #expect(own.body.contains("Wij zijn aan zet (1)") && own.body.contains("An Peeters"))
            #expect(own.body.contains(": volledigheid nakijken, uiterlijk op maandag 9 maart 2026."))
            #expect(own.body.contains("Alles is bij. De volgende uiterste dag is maandag 9 maart 2026."))
            #expect(try await cast.clerk.get("/werk?hoop=nieuw").body.contains("Alles is opgenomen"))
        }
    }

    @Test func `what is due today stands on top, and says so`() async throws {
        try await withWork { ground in
            let cast = try await Cast(ground)
            let id = try await ground.permit()
            _ = try await cast.clerk.send("opname", in: id)
            ground.clock.advance(milliseconds: 9 * 24 * 3_600_000)
            let late = try await cast.clerk.get("/werk")
            #expect(late.body.contains("Vandaag of te laat") && late.body.contains("2 dagen te laat"))
            #expect(late.body.contains("te laat: dit moest op maandag 9 maart 2026"))
        }
    }

    @Test(arguments: Kind.available) func `filters stand in the address, and an empty result says what to do`(
        _ kind: Kind
    ) async throws {
        try await withWork(kind) { ground in
            let cast = try await Cast(ground)
            let (permit, lamp) = (try await ground.permit(), try await ground.lamp())
            let lamps = try await cast.clerk.get("/werk?hoop=open&soort=straatverlichting")
            #expect(lamps.body.contains("\(lamp)") && !lamps.body.contains("\(permit)"))
            #expect(lamps.body.contains("option value=\"straatverlichting\" selected"))
            let late = try await cast.clerk.get("/werk?hoop=open&telaat=ja")
            #expect(late.body.contains("Geen dossiers gevonden") && !late.body.contains("\(permit)"))
            let named = try await cast.clerk.get("/werk?hoop=open&zoek=lien")
            #expect(named.body.contains("\(permit)") && named.body.contains("‘lien’"))
            let hostile = try await cast.clerk.get("/werk?hoop=open&zoek=%22%3E%3Cscript%3E")
            #expect(hostile.status == 200 && !hostile.body.contains("\"><script>"))
            #expect(
                hostile.body.contains("&quot;&gt;&lt;script&gt;") || hostile.body.contains("&#34;&gt;&lt;script&gt;")
            )
        }
    }

    @Test(arguments: Kind.available) func `another department finds its advice among its tasks`(
        _ kind: Kind
    ) async throws {
        try await withWork(kind) { ground in
            let cast = try await Cast(ground)
            let id = try await ground.permit()
            _ = try await cast.clerk.send("opname", in: id)
            #expect(!(try await cast.police.get("/werk?hoop=taken").body.contains("\(id)")))
            _ = try await cast.clerk.send("afwerking", ["taak": "nazicht"], in: id)
            let tasks = try await cast.police.get("/werk?hoop=taken")
            #expect(tasks.body.contains("\(id)"))
            let advice = try await cast.police.get("/werk/dossiers/\(id)/advies?taak=politie")
            #expect(advice.body.contains("Kan het verkeer veilig door?"))
            let given = ["uitkomst": "ongunstig", "tekst": "De straat is\nte smal."]
            #expect(try await cast.police.send("advies", given, in: id).status == 303)
            #expect(!(try await cast.police.get("/werk?hoop=taken").body.contains("\(id)")))
            let page = try await cast.clerk.page(id).body
            #expect(page.contains("Ongunstig") && page.contains("te smal.") && page.contains("Pol De Smet"))
            let waiting = try await cast.clerk.get("/werk").body
            #expect(waiting.contains("We wachten op een andere dienst (1)"))
        }
    }
}
