import Access
import Database
import Foyer
import Kernel
import Outbox
import Pages
import Web

/// What leaves the house, and how it stands.
struct OutboxRoutes {
    let desk: StewardDesk

    static let policy = Policy.scope("instellingen.beheren", of: .huis)

    var routes: [Route] {
        let reading =
            desk.isDemo
            ? [
                Route.get("/beheer/uitgaand/{id}", policy: Self.policy) { [desk] request, caller in
                    try await desk.messagePage(request, caller)
                }
            ] : []
        return reading + [
            .get("/beheer/uitgaand", policy: Self.policy) { [desk] request, caller in
                try await desk.outboxPage(request, caller)
            },
            .post("/beheer/uitgaand/{id}/opnieuw", policy: Self.policy) { [desk] request, caller in
                _ = try await desk.frame.form(request, caller)
                let (id, outbox) = (try request.identifier("id"), desk.outbox)
                guard try await desk.database.write({ try outbox.tryAgain(id, in: $0) }) else {
                    throw Refusal.notFound
                }
                return .see("/beheer/uitgaand?gedaan=opnieuw")
            },
            .post("/beheer/uitgaand/{id}/gepost", policy: Self.policy) { [desk] request, caller in
                _ = try await desk.frame.form(request, caller)
                let (id, outbox) = (try request.identifier("id"), desk.outbox)
                guard try await desk.database.write({ try outbox.posted(id, in: $0) }) else {
                    throw Refusal.notFound
                }
                return .see("/beheer/uitgaand?gedaan=gepost")
            },
        ]
    }
}

extension StewardDesk {
    func outboxPage(_ request: Request, _ caller: Caller) async throws -> Answer {
        let query = try request.query()
        let state = try query.single("toestand").flatMap { Int64($0) }.flatMap { OutgoingItem.State(rawValue: $0) }
        let last = try query.single("na").flatMap(Self.place)
        let outbox = outbox
        let items = try await database.read { try outbox.items(in: state, before: last, $0) }
        var sheet = try await frame.sheet("Uitgaande berichten", door: .stewardship, request, caller)
        sheet.page.width = .full
        sheet.page.flash = Self.flash(try query.single("gedaan"))
        let choices: [(String, OutgoingItem.State?)] = [
            ("Alles", nil), ("Wacht", .waiting), ("Mislukt", .failed), ("Opgegeven", .givenUp), ("Verstuurd", .sent),
        ]
        let tabs = choices.map { title, one in
            NavigationItem(
                title,
                to: one.map { Href("/beheer/uitgaand?toestand=\($0.rawValue)") } ?? "/beheer/uitgaand",
                isCurrent: one == state
            )
        }
        sheet.page.main = [
            .pageHead(nil, "Uitgaande berichten"),
            hasMailServer
                ? .empty
                : .notice(
                    .attention,
                    "Er is geen mailserver ingesteld.",
                    "<p>Mails blijven hier wachten en gaan niet verloren. Stel <code>smtp</code> in.</p>"
                ),
            .tabs("Toestand", tabs),
            items.isEmpty
                ? .emptyState(.mail, "Hier staat niets", "Er zijn geen berichten in deze lijst.")
                : table(items, sheet.hidden),
            items.count == OutboxStore.listMax ? older(items, state) : .empty,
        ]
        return sheet.answer()
    }

    private func older(_ items: [OutgoingItem], _ state: OutgoingItem.State?) -> HTML {
        guard let last = items.last else { return .empty }
        var pairs = [(name: "na", value: "\(last.made.milliseconds).\(last.id)")]
        if let state { pairs.append((name: "toestand", value: "\(state.rawValue)")) }
        return .buttons([.linkButton("Oudere berichten", to: .query(pairs), .secondary, icon: .arrowRight)])
    }

    private static func place(_ text: String) -> (made: Instant, id: Identifier)? {
        let parts = text.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let made = Int64(parts[0]), let id = Identifier(String(parts[1])) else { return nil }
        return (Instant(milliseconds: made), id)
    }

    private func table(_ items: [OutgoingItem], _ hidden: [(name: String, value: String)]) -> HTML {
        .table(
            "Berichten, het nieuwste eerst",
            [
                TableColumn("Gemaakt"), TableColumn("Soort"), TableColumn("Toestand"),
                TableColumn("Pogingen", isNumber: true), TableColumn("Waarom niet"), TableColumn("Actie"),
            ],
            rows: items.map { item in
                let made = HTML.time(item.made, .table)
                return [
                    isDemo ? HTML("<a href=\"\(Href("/beheer/uitgaand/\(item.id.description)"))\">\(made)</a>") : made,
                    HTML("\(item.kind == .mail ? "Mail" : "Brief")"), Self.tag(item), HTML("\(item.tries)"),
                    Self.reason(item), action(item, hidden),
                ]
            }
        )
    }

    private static func tag(_ item: OutgoingItem) -> HTML {
        switch item.state {
        case .waiting: .tag(item.kind == .mail ? "Wacht" : "Af te drukken", .info)
        case .sent: .tag(item.kind == .mail ? "Verstuurd" : "Gepost", .good)
        case .failed: .tag("Mislukt", .attention)
        case .givenUp: .tag("Opgegeven", .bad)
        }
    }

    private static func reason(_ item: OutgoingItem) -> HTML {
        switch item.state {
        case .failed: HTML("\(item.problem) Volgende poging: \(HTML.time(item.due, .table)).")
        case .givenUp: HTML("\(item.problem)")
        case .waiting, .sent: HTML("–")
        }
    }

    private func action(_ item: OutgoingItem, _ hidden: [(name: String, value: String)]) -> HTML {
        let id = item.id.description
        switch (item.kind, item.state) {
        case (.mail, .failed), (.mail, .givenUp):
            return .form(to: Href("/beheer/uitgaand/\(id)/opnieuw"), hidden: hidden, .button("Opnieuw", .quiet))
        case (.letter, .waiting):
            return .form(to: Href("/beheer/uitgaand/\(id)/gepost"), hidden: hidden, .button("Gepost", .quiet))
        default: return HTML("–")
        }
    }

    private static func flash(_ done: String?) -> HTML? {
        switch done {
        case "opnieuw": .flash(.good, "Het bericht wordt nu opnieuw geprobeerd.")
        case "gepost": .flash(.good, "De brief staat als gepost.")
        default: nil
        }
    }

    func messagePage(_ request: Request, _ caller: Caller) async throws -> Answer {
        let (id, outbox) = (try request.identifier("id"), outbox)
        let found = try await database.read { transaction in
            (try outbox.item(id, transaction), try outbox.outgoing(id, transaction))
        }
        guard let item = found.0, let message = found.1 else { throw Refusal.notFound }
        var sheet = try await frame.sheet(message.subject, door: .stewardship, request, caller)
        sheet.page.breadcrumbs = [NavigationItem("Uitgaande berichten", to: "/beheer/uitgaand")]
        let address: HTML =
            switch message.way {
            case .mail(let mail): HTML("\(mail.text)")
            case .letter(let lines): HTML("\(lines)")
            }
        sheet.page.main = [
            .pageHead(item.kind == .mail ? "Mail" : "Brief", message.subject, facts: [Self.tag(item)]),
            .notice(.info, "Dit zie je alleen in een demo.", "<p>In een echt huis leest niemand hier berichten.</p>"),
            .summaryList([
                SummaryRow("Aan", message.name), SummaryRow("Adres", address), SummaryRow("Gemaakt", .time(item.made)),
            ]),
            .panel("Bericht", HTML("\(message.text.split(separator: "\n\n").map(Self.paragraph))"), isBoxed: true),
        ]
        return sheet.answer()
    }

    /// A paragraph of the text; a line that is a link can be pressed.
    private static func paragraph(_ text: Substring) -> HTML {
        let line = String(text)
        guard line.hasPrefix("http"), let link = Href(checking: line) else { return HTML("<p>\(line)</p>") }
        return HTML("<p><a href=\"\(link)\">\(line)</a></p>")
    }
}
