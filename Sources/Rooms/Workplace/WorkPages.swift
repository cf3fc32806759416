import Dossiers
import Foyer
import Kernel
import Pages
import Web

extension WorkDesk {
    func list(_ request: Request, _ caller: Caller) async throws -> Answer {
        let pairs = try request.query()
        let query = WorkQuery(
            heap: WorkQuery.Heap(rawValue: try pairs.single("hoop") ?? "") ?? .mine,
            text: String((try pairs.single("zoek") ?? "").prefix(100)),
            isLate: try pairs.single("telaat") == "ja",
            page: Int(try pairs.single("pagina") ?? "") ?? 1
        )
        let page = try await register.work(query, for: caller.visitor)
        var sheet = try await frame.sheet("Werk", door: .desk, request, caller)
        let tabs = WorkQuery.Heap.allCases.map { heap in
            NavigationItem(
                heap.title,
                to: Href("/werk?hoop=\(heap.rawValue)"),
                count: heap == .closed ? nil : page.heaps[heap],
                isCurrent: heap == query.heap
            )
        }
        let pages = max(1, (page.count + WorkQuery.pageSize - 1) / WorkQuery.pageSize)
        sheet.page.main = [
            "<h1>Werk</h1>", .tabs("Stapels werk", tabs), search(query),
            page.rows.isEmpty
                ? empty(query) : .worklist("\(page.count) dossiers", page.rows.map(item)),
            .pagination(page: query.page, of: pages) { number in
                Href("/werk?hoop=\(query.heap.rawValue)&zoek=\(query.text)&pagina=\(number)")
            },
        ]
        return sheet.answer()
    }

    private func search(_ query: WorkQuery) -> HTML {
        let field = FormField("zoek", "Zoek op nummer of naam")
        return HTML(
            """
            <form class="form" method="get" action="/werk" role="search">\
            <input type="hidden" name="hoop" value="\(query.heap.rawValue)">\(HTML.textField(field, query.text))\
            \(HTML.button("Zoeken", .secondary, icon: .search))</form>
            """
        )
    }

    private func empty(_ query: WorkQuery) -> HTML {
        query.text.isEmpty
            ? HTML("<p>Hier ligt niets. \(query.heap.nothing)</p>")
            : HTML("<p>Geen dossier met ‘\(query.text)’ in deze stapel.</p>")
    }

    private func item(_ row: WorkPage.Row) -> WorkItem {
        let (open, flow) = (row.open, row.open.flow)
        let act = flow.toAct
        return WorkItem(
            open.number,
            open.type.title.nl,
            to: Href("/werk/dossiers/\(open.id)"),
            about: "\(open.dossier.naam) – \(act.forOfficial)",
            phase: flow.phase?.title.nl ?? "",
            turn: flow.turn,
            last: flow.isClosed
                ? nil : (act.by ?? flow.lastDay).map { LastDay($0, daysLeft: register.today.days(to: $0)) },
            assignee: row.handler
        )
    }
}

extension Flow {
    /// Who is to act, as a page for officials shows it.
    var turn: Turn {
        switch toAct.party {
        case .applicant: .other("De aanvrager")
        case .role(let name): .other(type.roles.first { $0.name == name }?.title.nl ?? name)
        case .nobody: .nobody
        }
    }
}

extension WorkQuery.Heap {
    var title: String {
        switch self {
        case .mine: "Mijn dossiers"
        case .tasks: "Taken en adviezen"
        case .fresh: "Nieuw"
        case .open: "Alle open"
        case .closed: "Afgerond"
        }
    }

    var nothing: String {
        switch self {
        case .mine: "Neem een dossier op uit ‘Nieuw’."
        case .tasks: "Niemand wacht op jouw dienst."
        case .fresh: "Alles is al opgenomen."
        case .open, .closed: ""
        }
    }
}

extension WorkDesk {
    func page(_ request: Request, _ caller: Caller, _ refused: Refused? = nil) async throws -> Answer {
        let view = try await register.view(try request.identifier("id"), as: caller.visitor)
        let open = view.open
        var sheet = try await frame.sheet(
            "\(open.number) \(open.type.title.nl)",
            door: .desk,
            hasForm: true,
            request,
            caller
        )
        sheet.page.hasErrors = refused != nil
        let act = view.flow.toAct
        let lines = view.flow.legal?.lines.map(\.sentence) ?? []
        let day = act.by ?? view.flow.lastDay
        let last = day.map { LastDay($0, daysLeft: register.today.days(to: $0), explanation: lines) }
        let handler = view.flow.handler.flatMap { view.colleagues[$0]?.name }
        var facts: [HTML] = [
            HTML("Ontvangen op \(HTML.time(open.dossier.ontvangen))"),
            HTML("Fase: \(view.flow.phase?.title.nl ?? "")"),
            HTML("Behandelaar: \(handler ?? "nog niemand")"),
        ]
        if let legal = view.flow.lastDay { facts.append(HTML("Uiterste dag: \(HTML.time(legal))")) }
        let forms = VerbForms(view: view, hidden: sheet.hidden, refused: refused)
        sheet.page.main = [
            .breadcrumbs([NavigationItem("Werk", to: "/werk")]),
            refused.map { .notice(.bad, $0.sentence, "<p>Wat je invulde, staat er nog.</p>") } ?? .empty,
            .pageHead("Dossier \(open.number)", open.type.title.nl, facts: facts),
            .actBanner(view.flow.turn, act.forOfficial, by: view.flow.isClosed ? nil : last),
            .panel("Wat kun je doen?", forms.all),
            .panel("Aanvrager", applicant(open)),
            .panel("Aanvraag", answers(view)),
            .panel("Documenten", documents(view)),
            .panel("Taken en adviezen", tasks(view)),
            .panel("Berichten aan de aanvrager", messages(view)),
            .panel("Verloop", .timeline(history(view))),
        ]
        return sheet.answer(refused == nil ? .ok : .unprocessableContent)
    }

    private func applicant(_ open: OpenDossier) -> HTML {
        let rows = [
            ("Naam", open.dossier.naam), ("E-mail", open.dossier.mail), ("Telefoon", open.dossier.telefoon),
            ("Adres", open.dossier.postadres), ("Kanaal", open.dossier.kanaal),
        ]
        return .summaryList(rows.filter { !$0.1.isEmpty }.map { SummaryRow($0.0, $0.1) })
    }

    private func answers(_ view: DossierView) -> HTML {
        let rows = view.open.type.form.fields.compactMap { field in
            view.flow.answers.values[field.name].map { SummaryRow(field.title.nl, field.written($0)) }
        }
        let fee = view.flow.fee > .zero ? [SummaryRow("Te betalen", view.flow.fee.writtenEuro)] : []
        return .summaryList(rows + fee)
    }

    private func documents(_ view: DossierView) -> HTML {
        var shown = view.flow.facts.papers.map { ($0.document, $0.at) }
        if let draft = view.flow.facts.draft, let document = draft.draft.document { shown.append((document, draft.at)) }
        let items = shown.compactMap { id, at -> DocumentItem? in
            guard let paper = view.papers[id] else { return nil }
            return DocumentItem(
                paper.name,
                to: Href("/werk/dossiers/\(view.open.id)/stuk/\(id)"),
                kind: paper.title,
                size: FileSize(bytes: paper.bytes),
                day: BrusselsTime.day(of: at)
            )
        }
        return items.isEmpty ? "<p>Er zijn nog geen documenten.</p>" : .documents(items)
    }

    private func tasks(_ view: DossierView) -> HTML {
        let open = view.flow.openWork.map { work in
            TaskItem(
                work.title.nl,
                work.waitsFor ?? (work.isAdvice ? "Advies" : "Taak"),
                by: work.due.map { LastDay($0, daysLeft: register.today.days(to: $0)) },
                who: view.open.type.roles.first { $0.name == work.role }?.title.nl
            )
        }
        let advices = view.open.type.advices.compactMap { advice in
            view.flow.facts.advice(advice.name).map { given in
                TaskItem("\(advice.title.nl): \(given.outcome.rawValue)", given.text, isDone: true)
            }
        }
        return open.isEmpty && advices.isEmpty ? "<p>Er staat niets open.</p>" : .tasks(open + advices)
    }

    private func messages(_ view: DossierView) -> HTML {
        let items = view.messages.map { message in
            let parts = message.parts.map { HTML("<p>\($0.text)</p>") }
            return HTML(
                """
                <details class="message"><summary>\(message.onderwerp) \
                <span class="meta">\(HTML.time(message.moment)) \(message.weg.rawValue)</span></summary>\
                \(parts)</details>
                """
            )
        }
        return items.isEmpty ? "<p>Er vertrok nog niets.</p>" : HTML("\(items)")
    }

    /// All that happened, newest last, with who and in which phase.
    private func history(_ view: DossierView) -> [TimelineEvent] {
        view.open.events.map { event in
            let name = view.colleagues[event.wie]?.name
            return TimelineEvent(
                .done,
                event.activiteit.isEmpty ? event.soort : "\(event.activiteit) (\(event.soort))",
                when: .time(event.moment),
                who: name ?? (event.wie == "belfort" ? "Belfort" : view.open.dossier.naam)
            )
        }
    }
}
