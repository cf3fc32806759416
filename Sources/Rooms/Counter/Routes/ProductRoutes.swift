import Access
import Database
import Dossiers
import Foyer
import Kernel
import Pages
import Web

/// The products of the town, and where a form begins.
struct ProductRoutes {
    let desk: CounterDesk

    var routes: [Route] {
        [
            .get("/aanvragen", policy: .everyone) { [desk] request, caller in
                let types = try await desk.register.types().filter(\.type.isForCounter)
                let words = try request.query().single("zoek") ?? ""
                let sheet = try await desk.frame.sheet("Aanvragen", request, caller)
                return catalogue(sheet, types, words)
            },
            .get("/aanvragen/{type}", policy: .everyone) { [desk] request, caller in
                let type = try await desk.product(request)
                let sheet = try await desk.frame.sheet(type.type.title.nl, hasForm: true, request, caller)
                return product(sheet, type.type)
            },
            .post("/aanvragen/{type}", policy: .everyone) { [desk] request, caller in
                _ = try await desk.frame.form(request, caller)
                return try await desk.begin(try await desk.product(request), request, caller)
            },
        ]
    }
}

extension DossierType {
    /// Whether residents can ask it over the web.
    var isForCounter: Bool { origin == .outside && channels.contains(.web) }
}

extension CounterDesk {
    func product(_ request: Request) async throws -> PublishedType {
        guard let type = try await register.type(try request.parameter("type")), type.type.isForCounter else {
            throw Problem(.notFound)
        }
        return type
    }

    /// Begins a form: of a resident who is signed in, or of a guest who is known by this browser only.
    func begin(_ type: PublishedType, _ request: Request, _ caller: Caller) async throws -> Answer {
        let (register, visitor) = (register, caller.visitor)
        let resident: Identity? = if case .resident(let identity) = visitor { identity } else { nil }
        let subject = resident?.subject ?? surroundings.identifier()
        var content = FormContent()
        content.applicant.name = resident?.name ?? ""
        let fresh = content
        let form = try await database.write { transaction in
            let form = try register.forms.begin(type.id, by: subject, fresh, in: transaction)
            if resident != nil {
                try GrantStore.add(Relation(object: form.id, subject: subject, role: .initiator), in: transaction)
            }
            return form
        }
        let answer = Answer.see("/aanvraag/\(form.id)")
        return resident == nil ? try await enter(form.id, as: subject, request, answer) : answer
    }
}

private func catalogue(_ sheet: Sheet, _ types: [PublishedType], _ words: String) -> Answer {
    var sheet = sheet
    let sought = words.lowercased()
    let found = types.map(\.type).filter { type in
        sought.isEmpty
            || ([type.title.nl, type.product.what.nl] + type.product.keywords).contains {
                $0.lowercased().contains(sought)
            }
    }
    let field = FormField("zoek", "Zoek een product", hint: "Bijvoorbeeld: terras, rijbewijs, boom")
    sheet.page.main = [
        "<h1>Wat wil je aanvragen?</h1>",
        HTML(
            """
            <form class="form" method="get" action="/aanvragen" role="search">\
            \(HTML.textField(field, words))\
            \(HTML.button("Zoeken", .secondary, icon: .search))</form>
            """
        ),
    ]
    if found.isEmpty {
        sheet.page.main += ["<p>We vonden niets met ‘\(words)’. Probeer een ander woord, of bel ons.</p>"]
    }
    for theme in Product.Theme.allCases {
        let cards = found.filter { $0.product.theme == theme }.map { type in
            Card(type.title.nl, type.product.what.nl, to: Href("/aanvragen/\(type.identification)"), icon: .document)
        }
        if !cards.isEmpty { sheet.page.main += [.panel(theme.title, .cards(cards, level: 3))] }
    }
    return sheet.answer()
}

private func product(_ sheet: Sheet, _ type: DossierType) -> Answer {
    var sheet = sheet
    let product = type.product
    var rows = [
        SummaryRow("Wat is het?", product.what.nl), SummaryRow("Voor wie?", product.forWhom.nl),
        SummaryRow("Wat kost het?", product.cost.nl), SummaryRow("Wie beslist?", product.decidedBy.nl),
        SummaryRow("Hoelang duurt het?", product.duration.nl),
    ]
    if !product.needed.isEmpty {
        let items = product.needed.map { HTML("<li>\($0.nl)</li>") }
        rows.append(SummaryRow("Wat heb je nodig?", HTML("<ul>\(items)</ul>")))
    }
    if let more = product.more { rows.append(SummaryRow("Meer weten", more.nl)) }
    sheet.page.main = [
        .breadcrumbs([NavigationItem("Aanvragen", to: "/aanvragen")]),
        .pageHead("Product", type.title.nl),
        .summaryList(rows),
        .form(
            to: Href("/aanvragen/\(type.identification)"),
            hidden: sheet.hidden,
            HTML(
                """
                \(HTML.button("Begin je aanvraag", icon: .arrowRight))\
                <p class="hint">Dat duurt ongeveer \(String(product.minutes)) minuten. Je kunt stoppen en later \
                verdergaan.</p>
                """
            )
        ),
    ]
    return sheet.answer()
}

extension Product.Theme {
    var title: String {
        switch self {
        case .administration: "Burgerzaken"
        case .building: "Bouwen en wonen"
        case .traffic: "Verkeer en parkeren"
        case .publicSpace: "Openbare ruimte"
        case .environment: "Milieu en natuur"
        case .business: "Ondernemen"
        case .leisure: "Vrije tijd"
        case .welfare: "Welzijn"
        case .participation: "Inspraak"
        case .inside: "Interne werking"
        }
    }
}
