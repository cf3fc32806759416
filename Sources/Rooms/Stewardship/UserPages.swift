import Access
import Database
import Foyer
import Kernel
import Pages
import Web

extension StewardDesk {
    func usersPage(_ request: Request, _ caller: Caller) async throws -> Answer {
        let (officials, after) = (officials, try request.query().single("na").flatMap { Identifier($0) })
        let found = try await database.snapshot { transaction in
            let last = try after.flatMap { try officials.official($0, in: transaction) }
            return try officials.officials(after: last, in: transaction).map { official in
                (official, try OfficialStore.roles(of: official.id, in: transaction))
            }
        }
        var sheet = try await frame.sheet("Gebruikers", door: .stewardship, request, caller)
        sheet.page.width = .full
        let rows = found.map { official, roles -> [HTML] in
            [
                .link(official.name, to: Href("/beheer/gebruikers/\(official.id.description)")),
                HTML("\(official.email)"), HTML("\(official.department.isEmpty ? "–" : official.department)"),
                HTML("\(roles.isEmpty ? "–" : roles.map(\.rawValue).joined(separator: ", "))"), Self.state(official),
            ]
        }
        sheet.page.main = [
            .pageHead(
                nil,
                "Gebruikers",
                actions: [.linkButton("Nieuwe gebruiker", to: "/beheer/gebruikers/nieuw", icon: .person)]
            ),
            .table(
                "Wie bij de gemeente werkt en zich aanmeldt",
                [
                    TableColumn("Naam"), TableColumn("E-mailadres"), TableColumn("Afdeling"), TableColumn("Rollen"),
                    TableColumn("Toestand"),
                ],
                rows: rows
            ),
            found.count == OfficialStore.listMax ? more(found.last?.0) : .empty,
        ]
        return sheet.answer()
    }

    private func more(_ last: Official?) -> HTML {
        guard let last else { return .empty }
        let link = Href("/beheer/gebruikers?na=\(last.id.description)")
        return .buttons([.linkButton("Verder", to: link, .secondary, icon: .arrowRight)])
    }

    private static func state(_ official: Official) -> HTML {
        guard official.state == .active else { return .tag("Geschorst", .bad) }
        return official.hasPassword ? .tag("Actief", .good) : .tag("Nog geen wachtwoord", .attention)
    }

    func newUserPage(
        _ request: Request,
        _ caller: Caller,
        _ draft: UserDraft = UserDraft(),
        error: String? = nil
    ) async throws -> Answer {
        var sheet = try await frame.sheet("Nieuwe gebruiker", door: .stewardship, request, caller)
        let email = FormField("email", "E-mailadres", hint: "Hiermee meldt de persoon zich aan.", error: error)
        sheet.page.breadcrumbs = [NavigationItem("Gebruikers", to: "/beheer/gebruikers")]
        sheet.page.width = .narrow
        sheet.page.hasErrors = error != nil
        sheet.page.main = [
            .errorSummary([email]),
            "<h1>Nieuwe gebruiker</h1>",
            "<p class=\"lead\">De persoon krijgt een mail om een wachtwoord te kiezen.</p>",
            .form(
                to: "/beheer/gebruikers",
                hidden: sheet.hidden,
                [
                    .textField(FormField("naam", "Naam"), draft.name), .textField(email, draft.email, kind: .email),
                    .textField(FormField("afdeling", "Afdeling", isOptional: true), draft.department),
                    Self.roleChoices(draft.roles), .buttons([.button("Account maken", icon: .person)]),
                ]
            ),
        ]
        return sheet.answer(error == nil ? .ok : .unprocessableContent)
    }

    private static func roleChoices(_ chosen: Set<Role>) -> HTML {
        let choices = Role.allCases.map { FormChoice($0.rawValue, $0.title, hint: $0.duty) }
        return .checkboxes(FormField("rol", "Rollen", isOptional: true), choices, chosen: Set(chosen.map(\.rawValue)))
    }

    func userPage(_ request: Request, _ caller: Caller) async throws -> Answer {
        let (id, officials) = (try request.identifier("id"), officials)
        let sessions = SessionStore(surroundings: surroundings)
        let found = try await database.snapshot { transaction in
            try officials.official(id, in: transaction).map { official in
                (
                    official, try OfficialStore.roles(of: id, in: transaction),
                    try sessions.sessions(of: id, in: transaction).count
                )
            }
        }
        guard let (official, roles, count) = found else { throw Refusal.notFound }
        var sheet = try await frame.sheet(official.name, door: .stewardship, request, caller)
        sheet.page.breadcrumbs = [NavigationItem("Gebruikers", to: "/beheer/gebruikers")]
        sheet.page.flash = try Self.done[request.query().single("gedaan") ?? ""].map { .flash(.good, $0) }
        let base = Href("/beheer/gebruikers/\(id.description)")
        sheet.page.main = [
            .pageHead("Gebruiker", official.name, facts: [Self.state(official)]),
            .summaryList([
                SummaryRow("E-mailadres", official.email),
                SummaryRow("Afdeling", official.department.isEmpty ? "–" : official.department),
                SummaryRow("Code van een app", official.hasSecondFactor ? "Ja" : "Nee"),
                SummaryRow("Sessies nu", "\(count)"),
            ]),
            .panel(
                "Rollen",
                .form(
                    to: Href("\(base)/rollen"),
                    hidden: sheet.hidden,
                    [Self.roleChoices(Set(roles)), .buttons([.button("Rollen bewaren", icon: .check)])]
                )
            ),
            .panel("Toegang", access(official, base, sheet.hidden)),
        ]
        return sheet.answer()
    }

    private func access(_ official: Official, _ base: Href, _ hidden: [(name: String, value: String)]) -> HTML {
        let link = HTML.form(
            to: Href("\(base)/wachtwoordlink"),
            hidden: hidden,
            .button("Mail een link om een wachtwoord te kiezen", .secondary, icon: .mail)
        )
        let end = HTML.form(
            to: Href("\(base)/sessies-beeindigen"),
            hidden: hidden,
            .button("Beëindig alle sessies", .secondary, icon: .stop)
        )
        let state =
            official.state == .active
            ? HTML.form(
                to: Href("\(base)/schorsen"),
                hidden: hidden,
                .button("Schors dit account", .danger, icon: .lock)
            )
            : .form(to: Href("\(base)/activeren"), hidden: hidden, .button("Activeer dit account", .secondary))
        return .buttons([link, end, state])
    }

    private static let done = [
        "gemaakt": "Het account is gemaakt. De mail met de link is onderweg.",
        "rollen": "De rollen zijn bewaard. Ze gelden meteen.",
        "geschorst": "Het account is geschorst, en zijn sessies zijn beëindigd.",
        "actief": "Het account is weer actief.",
        "sessies": "Alle sessies zijn beëindigd.",
        "link": "De mail met de link is onderweg.",
    ]
}

extension Role {
    /// The role as a heading.
    fileprivate var title: String {
        switch self {
        case .beheerder: "Beheerder"
        case .behandelaar: "Behandelaar"
        case .adviseur: "Adviseur"
        case .goedkeurder: "Goedkeurder"
        case .balie: "Balie"
        case .inzage: "Inzage"
        case .archivaris: "Archivaris"
        case .dpo: "DPO"
        }
    }

    /// What it is for.
    fileprivate var duty: String {
        switch self {
        case .beheerder: "Beheert gebruikers, dossiertypes en instellingen."
        case .behandelaar: "Behandelt dossiers van ontvangst tot beslissing."
        case .adviseur: "Leest een dossier en geeft er advies bij."
        case .goedkeurder: "Keurt goed: het tweede paar ogen."
        case .balie: "Neemt op wat aan de balie, per telefoon en met de post komt."
        case .inzage: "Kijkt, en verandert niets."
        case .archivaris: "Bewaart, draagt over en stelt vernietiging voor."
        case .dpo: "Bewaakt de bescherming van gegevens; ziet wie wat bekeek."
        }
    }
}
