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

    func receiptPage(_ request: Request, _ caller: Caller) async throws -> Answer {
        let view = try await register.view(try request.identifier("id"), as: caller.visitor)
        var isProven = false
        if let place = view.receipt { isProven = try await journal.proof(of: place) != nil }
        var sheet = try await frame.sheet("We hebben je aanvraag ontvangen", door: .mine, request, caller)
        sheet.page.width = .narrow
        var rows = [
            SummaryRow("Waarvoor", view.open.type.title.nl),
            SummaryRow("Ontvangen", .time(view.open.dossier.ontvangen, .weekday)),
            SummaryRow("Wie is aan zet", view.flow.toAct.forApplicant),
        ]
        if let day = view.flow.lastDay { rows.append(SummaryRow("Uiterste dag", .time(day, .weekday))) }
        let files = view.flow.facts.papers.compactMap { view.papers[$0.document] }
        let list = files.map { paper in
            HTML("<li>\(paper.name) <span class=\"meta\">\(FileSize(bytes: paper.bytes).written())</span></li>")
        }
        rows.append(SummaryRow("Documenten", list.isEmpty ? "Geen" : HTML("<ul>\(list)</ul>")))
        let proof: HTML =
            isProven
            ? .linkButton("Bewaar het bewijs", to: Href("/mijn/\(view.open.id)/bewijs"), .secondary, icon: .download)
            : .linkButton("Even geduld: bekijk opnieuw", to: Href("/mijn/\(view.open.id)/ontvangst"), .secondary)
        sheet.page.main = [
            .receipt(
                "We hebben je aanvraag ontvangen",
                label: "Je dossiernummer",
                number: view.open.number,
                .summaryList(rows)
            ),
            .panel(
                "Je bewijs",
                HTML(
                    """
                    <p>Dit bestand bewijst wat we ontvingen en wanneer, ook zonder ons. Bewaar het bij je papieren. Je \
                    kunt het altijd \(HTML.link("nakijken", to: "/bewijs")).</p>\(proof)
                    """
                )
            ),
            .linkButton("Naar je dossier", to: Href("/mijn/\(view.open.id)"), icon: .arrowRight),
        ]
        return sheet.answer()
    }

    func ownPage(_ request: Request, _ caller: Caller, refused: String? = nil) async throws -> Answer {
        let view = try await register.view(try request.identifier("id"), as: caller.visitor)
        var sheet = try await frame.sheet(view.open.type.title.nl, door: .mine, hasForm: true, request, caller)
        sheet.page.hasErrors = refused != nil
        let act = view.flow.toAct
        let last = act.by.map { LastDay($0, daysLeft: register.today.days(to: $0)) }
        let turn: Turn =
            switch act.party {
            case .applicant: .you
            case .role: .town
            case .nobody: .nobody
            }
        sheet.page.main = [
            refused.map { .notice(.bad, $0) } ?? .empty,
            .pageHead(
                "Dossier \(view.open.number)",
                view.open.type.title.nl,
                facts: [HTML("Ontvangen op \(HTML.time(view.open.dossier.ontvangen))")]
            ),
            .actBanner(turn, act.forApplicant, by: last),
        ]
        sheet.page.main += HTML("\(decision(view))")
        sheet.page.main += HTML("\(questions(view, sheet))")
        sheet.page.main += [.panel("Verloop", .timeline(steps(view)))]
        sheet.page.main += [.panel("Documenten", documents(view))]
        sheet.page.main += [.panel("Berichten", messages(view))]
        if view.allowed.contains(.withdraw) { sheet.page.main += [withdrawal(view, sheet)] }
        sheet.page.main += [.link("Je ontvangstbewijs", to: Href("/mijn/\(view.open.id)/ontvangst"))]
        return sheet.answer(refused == nil ? .ok : .unprocessableContent)
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
        return view.flow.facts.openQuestions.map { question in
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
                            kinds: types.map(\.word).joined(separator: ", "),
                            limit: FileSize(bytes: Int64(kind?.megabytes ?? 20) * 1_000_000)
                        ))\(HTML.button("Bezorgen", icon: .send))
                        """
                    )
                )
            }
            let text = HTML("<p>\(question.ask.explanation)</p>")
            return .panel("Bezorg ons nog dit", HTML("\(text)\(forms)"), isBoxed: true)
        }
    }

    private func steps(_ view: DossierView) -> [TimelineEvent] {
        let type = view.open.type
        let reached = view.flow.facts.all.compactMap { fact -> (String, Instant)? in
            if case .status(let phase) = fact.content { (phase, fact.at) } else { nil }
        }
        let current = view.flow.phase?.name
        let past = reached.enumerated().map { index, step in
            let phase = type.phases.first { $0.name == step.0 }
            let isCurrent = index == reached.count - 1 && step.0 == current && !view.flow.isClosed
            return TimelineEvent(
                isCurrent ? .current : .done,
                phase?.publicTitle.nl ?? step.0,
                when: .time(step.1, .weekday),
                body: isCurrent ? phase?.publicText.map { HTML("<p>\($0.nl)</p>") } ?? .empty : .empty
            )
        }
        guard !view.flow.isClosed, let place = type.phases.firstIndex(where: { $0.name == current }) else {
            return past
        }
        let ahead = type.phases.dropFirst(place + 1).filter { $0.when == nil }.map { phase in
            TimelineEvent(.expected, phase.publicTitle.nl, when: "Nog niet begonnen")
        }
        return past + ahead
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

    private func messages(_ view: DossierView) -> HTML {
        let items = view.messages.map { message in
            let parts = message.parts.map { part -> HTML in
                switch part.kind {
                case .heading: HTML("<h3>\(part.text)</h3>")
                case .point: HTML("<li>\(part.text)</li>")
                case .paragraph: HTML("<p>\(part.text)</p>")
                }
            }
            let day = BrusselsTime.day(of: message.moment)
            return HTML(
                """
                <details class="message"><summary>\(message.onderwerp) <span class="meta">\(HTML.time(day))</span>\
                </summary>\(parts)</details>
                """
            )
        }
        return items.isEmpty ? "<p>Er zijn nog geen berichten.</p>" : HTML("\(items)")
    }

    private func withdrawal(_ view: DossierView, _ sheet: Sheet) -> HTML {
        let reason = FormField("reden", "Waarom trek je je aanvraag in?")
        return HTML(
            """
            <details class="panel"><summary>Je aanvraag intrekken</summary>\
            \(HTML.form(
                to: Href("/mijn/\(view.open.id)/intrekking"),
                hidden: sheet.hidden,
                HTML("\(HTML.textArea(reason, rows: 3))\(HTML.button("Intrekken", .danger))")
            ))</details>
            """
        )
    }
}
