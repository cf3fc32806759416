import Access
import Database
import Foyer
import Pages
import Web

/// The way in by a mailed link, to one draft or dossier.
///
/// Opening the link only shows a button: programs that look at mail follow links, and a link works once.
struct GuestRoutes {
    let door: EntranceDoor

    var routes: [Route] {
        [
            .get("/toegang/{token}", policy: .everyone) { [door] request, caller in
                var sheet = try await door.frame.sheet("Verder naar je aanvraag", hasForm: true, request, caller)
                sheet.page.width = .narrow
                sheet.page.main = [
                    "<h1>Verder naar je aanvraag</h1>",
                    "<p class=\"lead\">Je kreeg deze link per mail. Hij werkt één keer.</p>",
                    .form(
                        to: Href("/toegang/\(try request.parameter("token"))"),
                        hidden: sheet.hidden,
                        .buttons([.button("Verder", icon: .arrowRight)])
                    ),
                ]
                return sheet.answer()
            },
            .post("/toegang/{token}", policy: .everyone) { [door] request, caller in
                _ = try await door.frame.form(request, caller)
                guard let entered = try await door.enter(request) else {
                    return door.deadLink(
                        try await door.frame.sheet("Deze link werkt niet meer", request, caller)
                    )
                }
                return Answer.see(entered.path).signingIn(entered.token)
            },
        ]
    }
}

extension EntranceDoor {
    /// Uses a link up and begins the session of a guest; nil when it opens nothing.
    func enter(_ request: Request) async throws -> (token: Token, path: String)? {
        guard let link = Token(try request.parameter("token")) else { return nil }
        let (links, sessions, origin) = (links, sessions, origin(request))
        return try await database.write { transaction in
            for (purpose, folder) in [(MailedLinkStore.Purpose.draft, "aanvraag"), (.dossier, "mijn")] {
                guard
                    let token = try links.enter(
                        link,
                        for: purpose,
                        origin: origin.text,
                        insteadOf: origin.old,
                        in: transaction
                    ), let session = try sessions.session(token, in: transaction),
                    case .guest(_, let object) = session.visitor
                else { continue }
                return (token, "/\(folder)/\(object)")
            }
            return nil
        }
    }
}
