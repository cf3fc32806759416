import Database
import Dossiers
import Foyer
import Kernel
import Ledger
import Pages
import Web

extension CounterDesk {
    func ownList(_ request: Request, _ caller: Caller) async throws -> Answer {
        let dossiers = try await register.own(caller.visitor)
        let forms = try await ownForms(caller)
        var sheet = try await frame.sheet("Mijn dossiers", door: .mine, request, caller)
        sheet.page.main = ["<h1>Mijn dossiers</h1>"]
        if dossiers.isEmpty, forms.isEmpty {
            sheet.page.main += [
                "<p>Je hebt nog geen dossiers.</p>",
                .linkButton("Iets aanvragen", to: "/aanvragen", icon: .arrowRight),
            ]
        }
        if !forms.isEmpty {
            let cards = forms.map { form, type in
                Card(
                    type.type.title.nl,
                    "Je begon hieraan, en het is nog niet verstuurd.",
                    to: Href("/aanvraag/\(form.id)"),
                    icon: .pencil
                )
            }
            sheet.page.main += [.panel("Nog niet verstuurd", .cards(cards, level: 3))]
        }
        let cards = dossiers.map { open in
            let act = open.flow.toAct
            return Card(
                open.type.title.nl,
                act.forApplicant,
                to: Href("/mijn/\(open.id)"),
                icon: .document,
                foot: [HTML("<span class=\"meta\">\(open.number)</span>")],
                isUrgent: act.party == .applicant
            )
        }
        if !cards.isEmpty { sheet.page.main += [.cards(cards)] }
        return sheet.answer()
    }

    private func ownForms(_ caller: Caller) async throws -> [(FormStore.Form, PublishedType)] {
        guard let subject = caller.visitor.identity?.subject else { return [] }
        let register = register
        return try await database.read { transaction in
            try register.forms.forms(of: subject, in: transaction).map {
                ($0, try register.shelf.type($0.type, in: transaction))
            }
        }
    }

    /// - Parameters:
    ///   - refused: why something could not be done.
    ///   - wrongReason: what is wrong with the reason of a withdrawal.
    func ownPage(
        _ request: Request,
        _ caller: Caller,
        refused: String? = nil,
        wrongReason: String? = nil
    ) async throws -> Answer {
        let view = try await register.view(try request.identifier("id"), as: caller.visitor)
        var sheet = try await frame.sheet(view.open.type.title.nl, door: .mine, hasForm: true, request, caller)
        sheet.page.hasErrors = refused != nil || wrongReason != nil
        let reason = FormField("reden", "Waarom trek je je aanvraag in?", error: wrongReason)
        let act = view.flow.toAct
        sheet.page.main = [
            .errorSummary([reason]),
            refused.map { .notice(.bad, $0) } ?? .empty,
            .pageHead(
                "Dossier \(view.open.number)",
                view.open.type.title.nl,
                facts: [HTML("Ontvangen op \(HTML.time(view.open.dossier.ontvangen))")]
            ),
            .actBanner(view.turn, act.sentence, by: last(view), action: action(view)),
        ]
        sheet.page.main += HTML("\(decision(view))")
        sheet.page.main += HTML("\(questions(view, sheet))")
        sheet.page.main += [.panel("Verloop", .timeline(OwnTimeline(view: view).events))]
        sheet.page.main += [.panel("Documenten", documents(view))]
        sheet.page.main += [.panel("Berichten", messages(view))]
        if view.allowed.contains(.withdraw) { sheet.page.main += [withdrawal(view, sheet, reason)] }
        sheet.page.aside = HTML(
            """
            \(HTML.panel("Je bewijs", proofLinks(view), isBoxed: true))\
            \(HTML.panel("Vragen?", help(view), isBoxed: true))
            """
        )
        return sheet.answer(sheet.page.hasErrors ? .unprocessableContent : .ok)
    }

    /// By when, and how that day came about where it is the legal one.
    private func last(_ view: DossierView) -> LastDay? {
        view.flow.toAct.by.map { day in
            let lines = day == view.flow.lastDay ? view.flow.legal?.lines.map(\.sentence) ?? [] : []
            return LastDay(day, daysLeft: register.today.days(to: day), explanation: lines)
        }
    }

    private func action(_ view: DossierView) -> HTML? {
        guard view.turn == .you, view.allowed.contains(.receive) else { return nil }
        return .linkButton("Bezorg wat ontbreekt", to: "#ontbreekt", icon: .upload)
    }

    private func proofLinks(_ view: DossierView) -> HTML {
        let receipt = Href("/mijn/\("\(view.open.id)")/ontvangst")
        return HTML(
            """
            <p>\(HTML.link("Bekijk je ontvangstbewijs", to: receipt))</p>\
            <p>\(HTML.link("Bewaar het bewijs als bestand", to: Href("/mijn/\("\(view.open.id)")/bewijs")))</p>\
            <p>\(HTML.link("Kijk een bewijs na", to: "/bewijs"))</p>
            """
        )
    }

    private func help(_ view: DossierView) -> HTML {
        let handler = view.flow.handler.flatMap { view.colleagues[$0]?.name }
        return HTML(
            """
            \(handler.map { HTML("<p>Je dossier is bij \($0).</p>") })\
            <p>Vermeld het dossiernummer \(view.open.number) als je \(HTML.link("contact opneemt", to: "/contact")).</p>
            """
        )
    }

    private func decision(_ view: DossierView) -> [HTML] {
        guard view.flow.facts.notifiedAt != nil, let outcome = view.flow.outcome else { return [] }
        var body: [HTML] = [HTML("<p>\(outcome.text.nl)</p>")]
        if let appeal = view.flow.appeal { body.append(HTML("<p>\(appeal.sentence)</p>")) }
        if let document = view.flow.facts.draft?.draft.document {
            let link = Href("/mijn/\(view.open.id)/stuk/\(document)")
            body.append(.linkButton("Lees de beslissing", to: link, .secondary, icon: .document))
        }
        return [.panel("De beslissing: \(outcome.title.nl)", HTML("\(body)"), isBoxed: true)]
    }

    /// What the town asked and is not there yet, each with its own form.
    private func questions(_ view: DossierView, _ sheet: Sheet) -> [HTML] {
        guard view.allowed.contains(.receive) else { return [] }
        return view.flow.facts.openQuestions.enumerated().map { index, question in
            let forms = question.open.map { name -> HTML in
                let kind = view.open.type.documentKinds.first { $0.name == name }
                let types = kind?.mediaTypes ?? [.pdf]
                let field = FormField("bestand", kind?.title.nl ?? name, hint: kind?.note?.nl)
                return .form(
                    to: Href("/mijn/\(view.open.id)/stuk"),
                    hidden: sheet.hidden + [(name: "soort", value: name)],
                    takesFiles: true,
                    HTML(
                        """
                        \(HTML.fileField(
                            field,
                            accept: types.map(\.rawValue).joined(separator: ","),
                            kinds: kind?.words ?? "pdf",
                            limit: FileSize(bytes: Int64(kind?.megabytes ?? 20) * 1_000_000)
                        ))\(HTML.button("Bezorgen", icon: .send))
                        """
                    )
                )
            }
            let text = HTML("<p>\(question.ask.explanation)</p>")
            return .panel(
                "Bezorg ons nog dit",
                HTML("\(text)\(forms)"),
                id: index == 0 ? Anchor("ontbreekt") : nil,
                isBoxed: true
            )
        }
    }

    private func documents(_ view: DossierView) -> HTML {
        let items = view.flow.facts.papers.compactMap { paper -> DocumentItem? in
            guard let known = view.papers[paper.document] else { return nil }
            return DocumentItem(
                known.name,
                to: Href("/mijn/\(view.open.id)/stuk/\(paper.document)"),
                kind: known.title,
                size: FileSize(bytes: known.bytes),
                day: BrusselsTime.day(of: paper.at)
            )
        }
        return items.isEmpty ? "<p>Er zijn nog geen documenten.</p>" : .documents(items)
    }

    /// All that was said, whole: nobody should have to open each to know what is in it. The newest comes first.
    private func messages(_ view: DossierView) -> HTML {
        let items = view.messages.reversed().map { message in
            HTML(
                """
                <li class="theirs"><p class="message-head"><strong>\(message.onderwerp)</strong> \
                <span>\(HTML.time(message.moment))</span> <span>\(message.weg.sentence)</span></p>\
                <div class="message-text">\(body(message))</div></li>
                """
            )
        }
        return items.isEmpty ? "<p>Er zijn nog geen berichten.</p>" : HTML("<ol class=\"messages\">\(items)</ol>")
    }

    private func body(_ message: Record<DossierMessage>) -> [HTML] {
        message.parts.map { part in
            switch part.kind {
            case .heading: HTML("<h3>\(part.text)</h3>")
            case .point: HTML("<p>• \(part.text)</p>")
            case .paragraph: HTML("<p>\(part.text)</p>")
            }
        }
    }

    private func withdrawal(_ view: DossierView, _ sheet: Sheet, _ reason: FormField) -> HTML {
        .details(
            "Je aanvraag intrekken",
            HTML(
                """
                <p>We stoppen dan met de behandeling. Je kunt dit niet ongedaan maken.</p>\
                \(HTML.form(
                    to: Href("/mijn/\("\(view.open.id)")/intrekking"),
                    hidden: sheet.hidden,
                    HTML(
                        """
                        \(HTML.textArea(reason, rows: 3, max: 1_000))\
                        \(HTML.buttons([.button("Intrekken", .danger)]))
                        """
                    )
                ))
                """
            ),
            isOpen: reason.error != nil
        )
    }
}

extension ToAct {
    /// What whoever asked reads below a heading that says already that the town is to act.
    var sentence: String {
        let rest = forApplicant.trimmingPrefix("Wij zijn aan zet").trimmingPrefix { ".: ".contains($0) }
        return rest.prefix(1).uppercased() + rest.dropFirst()
    }
}

extension MessageWay {
    /// How a message went, for whom it was for.
    fileprivate var sentence: String {
        switch self {
        case .mail: "ook gemaild"
        case .brief: "ook met de post"
        case .loket: "alleen hier"
        }
    }
}

extension DossierView {
    /// Who is to act, as whoever asked sees it.
    var turn: Turn {
        switch flow.toAct.party {
        case .applicant: return .you
        case .nobody: return .nobody
        case .role(let name):
            let role = open.type.roles.first { $0.name == name }
            return role?.kind == .adviser ? .other(role?.title.nl ?? name) : .town
        }
    }
}
