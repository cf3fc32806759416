import Access
import Database
import Foyer
import Kernel
import Pages
import Web

/// The sessions of whoever is signed in, each of which they can end.
struct SessionRoutes {
    let door: EntranceDoor

    var routes: [Route] {
        [
            .get("/sessies", policy: .signedIn) { [door] request, caller in
                try await door.sessionsPage(request, caller)
            },
            .post("/sessies/{id}/beeindigen", policy: .signedIn) { [door] request, caller in
                _ = try await door.frame.form(request, caller)
                guard let subject = caller.visitor.identity?.subject else { throw Refusal.unauthenticated }
                let (id, sessions) = (try request.identifier("id"), door.sessions)
                guard try await door.database.write({ try sessions.end(id, of: subject, in: $0) }) else {
                    throw Refusal.notFound
                }
                guard caller.session != id.description else { return Answer.see("/").signingOut() }
                return .see("/sessies?gedaan=beeindigd")
            },
        ]
    }
}

extension EntranceDoor {
    func sessionsPage(_ request: Request, _ caller: Caller) async throws -> Answer {
        guard let subject = caller.visitor.identity?.subject else { throw Refusal.unauthenticated }
        let sessions = sessions
        let all = try await database.read { try sessions.sessions(of: subject, in: $0) }
        var sheet = try await frame.sheet("Mijn sessies", request, caller)
        if try request.query().single("gedaan") == "beeindigd" {
            sheet.page.flash = .flash(.good, "Die sessie is beëindigd.")
        }
        let rows = all.map { session -> [HTML] in
            let isThis = caller.session == session.id.description
            let end = HTML.form(
                to: Href("/sessies/\(session.id.description)/beeindigen"),
                hidden: sheet.hidden,
                .button("Beëindigen", .quiet, about: session.origin)
            )
            return [
                HTML("\(session.origin)\(HTML(" \(HTML.tag("Deze", .info))"), if: isThis)"),
                .time(session.made, .table), .time(session.seen, .table), end,
            ]
        }
        sheet.page.main = [
            .pageHead(nil, "Mijn sessies"),
            "<p class=\"lead\">Waar je nu aangemeld bent. Herken je er één niet, beëindig ze dan.</p>",
            .table(
                "Sessies",
                [
                    TableColumn("Toestel"), TableColumn("Aangemeld"), TableColumn("Laatst gezien"),
                    TableColumn("Beëindigen"),
                ],
                rows: rows
            ),
        ]
        return sheet.answer()
    }
}
