import Dossiers
import House
import Kernel
import TestGround
import Testing
import Web

@testable import Workplace

/// One dossier as officials see it.
@Suite struct DossierPageTests {
    typealias Kind = TestGround.Kind

    @Test func `a page masks the national number, explains the last day and shows the fee line by line`() async throws {
        try await withWork { ground in
            let cast = try await Cast(ground)
            let id = try await ground.permit()
            let page = try await cast.clerk.page(id)
            #expect(page.body.contains("85.07.30-•••.••") && !page.body.contains("85073003328"))
            #expect(!page.body.contains("033.28") && !page.body.contains("033-28"))
            #expect(page.body.contains("De termijn begint pas als het dossier volledig is."))
            #expect(page.body.contains("Fase 1 van ") && page.body.contains("Behandelaar: nog niemand"))
            #expect(page.body.contains("mailto:lien@example.org") && page.body.contains("tel:0470123456"))
            #expect(page.body.contains("Hoe het bedrag ontstaat"))
            #expect(page.body.contains("plan.pdf") && page.body.contains("verzekering.pdf"))
            _ = try await cast.clerk.send("opname", in: id)
            _ = try await cast.clerk.send("afwerking", ["taak": "nazicht"], in: id)
            let later = try await cast.clerk.page(id).body
            #expect(later.contains("Termijn van 30 dagen.") && later.contains("Volledig op maandag 2 maart 2026."))
            #expect(later.contains("Uiterlijk op <time datetime=\"2026-04-01\">woensdag 1 april 2026</time>"))
        }
    }

    @Test func `hostile text stays text, wherever it stands`() async throws {
        try await withWork { ground in
            let cast = try await Cast(ground)
            let attack = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>"
            let id = try await ground.permit(describing: attack, by: attack)
            _ = try await cast.clerk.send("opname", in: id)
            let ask = try await cast.clerk.send("vraag", ["soorten": "foto", "uitleg": attack], in: id)
            #expect(ask.status == 303)
            let taken = try await cast.other.send("overname", ["reden": attack], in: id)
            #expect(taken.status == 303)
            let refused = try await cast.clerk.send("vraag", ["uitleg": attack], in: id)
            #expect(refused.status == 422)
            let checked = try await cast.clerk.send(
                "vraag",
                ["soorten": "foto", "uitleg": attack],
                pressing: "nakijken",
                in: id
            )
            for target in ["", "/afdruk", "/vraag", "/herinnering"] {
                let page = try await cast.clerk.get("/werk/dossiers/\(id)\(target)")
                #expect(page.status == 200, "\(target)")
                #expect(!page.body.contains("<script>alert") && !page.body.contains("<img src=x"), "\(target)")
            }
            for page in [refused, checked, try await cast.other.get("/werk")] {
                #expect(!page.body.contains("<script>alert") && !page.body.contains("<img src=x"))
                #expect(page.body.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
            }
        }
    }

    @Test(arguments: Kind.available) func `who may not see a dossier hears that it does not exist`(
        _ kind: Kind
    ) async throws {
        try await withWork(kind) { ground in
            let cast = try await Cast(ground)
            let id = try await ground.permit()
            let stranger = try await ground.official("Nele Kluis", [], in: "openbare-ruimte")
            let paper = try #require(
                try await ground.register.view(id, as: cast.clerk.caller.visitor).papers.keys.first
            )
            for target in ["", "/afdruk", "/opname", "/documenten/\(paper)", "/documenten/\(paper)/inhoud"] {
                await #expect(throws: Problem(.notFound), "\(target)") {
                    _ = try await stranger.get("/werk/dossiers/\(id)\(target)")
                }
            }
            await #expect(throws: Problem(.notFound)) {
                _ = try await stranger.post("opname", [("formulier", "x")], in: id)
            }
            let unknown = ground.hall.surroundings.identifier()
            await #expect(throws: Problem(.notFound)) { _ = try await cast.clerk.page(unknown) }
            await #expect(throws: Problem(.notFound)) {
                _ = try await cast.clerk.get("/werk/dossiers/\(id)/toveren")
            }
        }
    }

    @Test func `a document opens in its own dossier only, inside our page or as a file`() async throws {
        try await withWork { ground in
            let cast = try await Cast(ground)
            let (id, elsewhere) = (try await ground.permit(), try await ground.permit())
            let view = try await ground.register.view(id, as: cast.clerk.caller.visitor)
            let paper = try #require(view.papers.values.first { $0.name == "plan.pdf" })
            let path = "/documenten/\(paper.document)"
            let page = try await cast.clerk.get("/werk/dossiers/\(id)\(path)")
            #expect(page.body.contains("<object type=\"application/pdf\"") && page.body.contains(paper.sha256))
            #expect(page.headers[.contentSecurityPolicy]?.contains("object-src 'self'") == true)
            #expect(page.headers[.contentSecurityPolicy]?.contains("script-src 'self'") == true)
            await #expect(throws: Problem(.notFound)) {
                _ = try await cast.clerk.get("/werk/dossiers/\(elsewhere)\(path)")
            }
            #expect(page.body.contains("Nog niet onderzocht op virussen"))
            let shown = try await cast.clerk.get("/werk/dossiers/\(id)\(path)/inhoud")
            #expect(shown.headers[.contentDisposition]?.hasPrefix("inline") == true)
            let policy = shown.headers[.contentSecurityPolicy] ?? ""
            #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'self'"))
            let kept = try await cast.clerk.get("/werk/dossiers/\(id)\(path)/inhoud?bewaar=ja")
            #expect(kept.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            #expect(kept.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
        }
    }

    @Test func `what cannot be done says why, and paper has no buttons`() async throws {
        try await withWork { ground in
            let cast = try await Cast(ground)
            let id = try await ground.permit()
            let page = try await cast.clerk.page(id).body
            #expect(page.contains("Waarom kan iets anders niet?"))
            #expect(page.contains("Nog niemand behandelt dit. Neem het gewoon op."))
            #expect(page.contains("Dit kan alleen diensthoofd.") || page.contains("Dit kan alleen "))
            _ = try await cast.clerk.send("opname", in: id)
            let paper = try await cast.clerk.get("/werk/dossiers/\(id)/afdruk").body
            let main = try #require(
                paper.firstRange(of: "<main").flatMap { start in
                    paper.firstRange(of: "</main>").map { paper[start.lowerBound..<$0.lowerBound] }
                }
            )
            #expect(main.contains("Volledigheid nakijken") && main.contains("Wettelijke termijn"))
            #expect(!main.contains("class=\"button") && main.contains("85.07.30-•••.••"))
        }
    }
}
