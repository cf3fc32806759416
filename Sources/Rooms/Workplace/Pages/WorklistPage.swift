import Dossiers
import Kernel
import Pages

/// The lists of work: heaps as tabs, what is due today on top, filters in the address.
struct WorklistPage {
    let query: WorkQuery
    let page: WorkPage
    /// Rows of one's own dossiers and tasks that are due today or late.
    let due: [WorkPage.Row]
    /// The types that one can filter by.
    let types: [(identification: String, title: String)]
    let today: Day

    var main: HTML {
        [
            "<h1>Werk</h1>", .tabs("Stapels werk", tabs), filterForm, .filters(chips, clear: heapLink), dueToday,
            page.rows.isEmpty ? empty : lists,
            .pagination(page: query.page, of: pages) { link(page: $0) },
        ]
    }

    private var pages: Int {
        min(WorkQuery.pageMax, max(1, (page.count + WorkQuery.pageSize - 1) / WorkQuery.pageSize))
    }

    private var tabs: [NavigationItem] {
        WorkQuery.Heap.allCases.map { heap in
            NavigationItem(
                heap.title,
                to: Href("/werk?hoop=\(heap.rawValue)"),
                count: page.heaps[heap],
                isCurrent: heap == query.heap
            )
        }
    }

    private var heapLink: Href { Href("/werk?hoop=\(query.heap.rawValue)") }

    private func link(
        text: String? = nil,
        type: String? = nil,
        isLate: Bool? = nil,
        page number: Int = 1
    ) -> Href {
        let late = isLate ?? query.isLate ? "ja" : ""
        return Href(
            """
            /werk?hoop=\(query.heap.rawValue)&zoek=\(text ?? query.text)&soort=\(type ?? query.type)&telaat=\(late)\
            &pagina=\(number)
            """
        )
    }
}

// MARK: - Today

extension WorklistPage {
    /// What asks for something today, first thing on one's own list.
    private var dueToday: HTML {
        guard query == WorkQuery(heap: .mine) else { return .empty }
        guard !due.isEmpty else {
            let next = page.rows.lazy.compactMap { $0.open.flow.toAct.by }.first { $0 > today }
            let text = next.map { " De volgende uiterste dag is \($0.written(.weekday))." } ?? ""
            return .notice(.good, "Alles is bij.\(text)")
        }
        return list("Vandaag of te laat (\(due.count))", due)
    }
}

// MARK: - Filters

extension WorklistPage {
    private var filterForm: HTML {
        let kind = FormField("soort", "Soort dossier", isOptional: true)
        let late = FormField("telaat", "Alleen wat te laat is")
        let choices = types.map { FormChoice($0.identification, $0.title) }
        let filters = HTML(
            "\(HTML.select(kind, choices, chosen: query.type))\(HTML.checkbox(late, isChosen: query.isLate))"
        )
        return HTML(
            """
            <form class="search" method="get" action="/werk" role="search">\
            <input type="hidden" name="hoop" value="\(query.heap.rawValue)">\
            <label for="zoek">Zoek op nummer of naam</label><div class="search-row">\
            <input type="search" id="zoek" name="zoek" value="\(query.text)" autocomplete="off">\
            \(HTML.button("Zoeken", .secondary, icon: .search))</div>\
            \(HTML.details("Filteren", filters, isOpen: query.isLate || !query.type.isEmpty))</form>
            """
        )
    }

    private var isFiltered: Bool { !query.text.isEmpty || query.isLate || !query.type.isEmpty }

    private var chips: [(label: String, without: Href)] {
        var chips: [(label: String, without: Href)] = []
        if !query.text.isEmpty { chips.append(("‘\(query.text)’", link(text: ""))) }
        if !query.type.isEmpty {
            let title = types.first { $0.identification == query.type }?.title ?? query.type
            chips.append((title, link(type: "")))
        }
        if query.isLate { chips.append(("Te laat", link(isLate: false))) }
        return chips
    }

    private var empty: HTML {
        guard isFiltered else { return .emptyState(.checkCircle, query.heap.emptyTitle, query.heap.emptyText) }
        let all = HTML.linkButton("Zoek in alle open dossiers", to: openLink, .secondary)
        return .emptyState(
            .search,
            "Geen dossiers gevonden",
            "Niets in ‘\(query.heap.title)’ past bij wat je zocht.",
            action: query.heap == .open ? nil : all
        )
    }

    private var openLink: Href { Href("/werk?hoop=open&zoek=\(query.text)") }
}

// MARK: - Rows

extension WorklistPage {
    /// One's own dossiers by who is to act; other heaps in one list.
    private var lists: HTML {
        guard query.heap == .mine else { return list(caption, page.rows) }
        let groups: [(String, (WorkPage.Row) -> Bool)] = [
            ("Wij zijn aan zet", { $0.turn == .ours }), ("We wachten op de aanvrager", { $0.turn == .applicant }),
            ("We wachten op een andere dienst", { $0.turn == .others }),
        ]
        let above = Set(due.map(\.open.id))
        let shown = groups.compactMap { title, belongs in
            let rows = page.rows.filter { belongs($0) && !above.contains($0.open.id) }
            return rows.isEmpty ? nil : list("\(title) (\(rows.count))", rows)
        }
        return HTML("\(shown)")
    }

    private var caption: String { page.count == 1 ? "1 dossier" : "\(page.count.written()) dossiers" }

    /// A list whose rows say in a whole sentence who is to act; the kit's own has room for a word.
    private func list(_ caption: String, _ rows: [WorkPage.Row]) -> HTML {
        let heads = Self.columns.map { HTML("<th scope=\"col\" role=\"columnheader\">\($0)</th>") }
        return HTML(
            """
            <div class="table-scroll"><table role="table" class="worklist"><caption>\(caption)</caption>\
            <thead role="rowgroup"><tr role="row">\(heads)</tr></thead>\
            <tbody role="rowgroup">\(rows.map(line))</tbody></table></div>
            """
        )
    }

    private static let columns = ["Dossier", "Aan zet", "Uiterste dag", "Behandelaar"]

    private func line(_ row: WorkPage.Row) -> HTML {
        let (open, flow) = (row.open, row.open.flow)
        let act = flow.toAct
        let last = flow.isClosed ? nil : act.by ?? flow.lastDay
        let isLate = last.map { $0 < today } ?? false
        let none: HTML = "<span class=\"meta\">geen</span>"
        let nobody: HTML = "<span class=\"meta\">nog niemand</span>"
        let cells = [
            HTML("\(act.forOfficial)"), last.map { HTML.term($0, daysLeft: today.days(to: $0)) } ?? none,
            row.handler.map { HTML.person($0) } ?? nobody,
        ]
        let named = zip(Self.columns.dropFirst(), cells).map { label, cell in
            HTML("<td role=\"cell\" data-label=\"\(label)\"><div>\(cell)</div></td>")
        }
        let phase = flow.phase.map { HTML(" <span>\($0.title.nl)</span>") }
        return HTML(
            """
            <tr role="row"\(attribute: "class", isLate ? "late" : nil)><th scope="row" role="rowheader">\
            <a href="\(WorkLink.dossier(open.id))">\(open.type.title.nl)</a><span class="meta">\
            <span>\(open.number)</span> <span>\(open.dossier.naam)</span>\(phase)\(row.lateness)</span></th>\
            \(named)</tr>
            """
        )
    }
}

extension WorkPage.Row {
    /// For whom the department waits, if for anybody.
    enum Side { case ours, applicant, others, nobody }

    var turn: Side {
        switch open.flow.toAct.party {
        case .applicant: .applicant
        case .role(let name): open.type.department(of: name) == open.type.department ? .ours : .others
        case .nobody: .nobody
        }
    }

    /// That the legal last day has passed, where the day beside it is another one.
    fileprivate var lateness: HTML {
        let (days, flow) = (open.flow.daysLate, open.flow)
        guard days > 0, !flow.isClosed, flow.facts.decision == nil, flow.toAct.by != flow.lastDay else { return .empty }
        let late = days == 1 ? "1 dag" : "\(days) dagen"
        return HTML(" <span>Wettelijke termijn \(late) voorbij</span>")
    }

    /// Whether something must happen today, or should have happened before.
    func isDue(by today: Day) -> Bool {
        guard !open.flow.isClosed, turn != .applicant, let day = open.flow.toAct.by else { return false }
        return day <= today
    }
}

extension Flow {
    /// Who is to act, as a page for officials shows it.
    var turn: Turn {
        switch toAct.party {
        case .applicant: .other("De aanvrager")
        case .role(let name): .other(type.titleOfRole(name))
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

    fileprivate var emptyTitle: String {
        switch self {
        case .mine: "Je behandelt nu geen dossiers"
        case .tasks: "Niemand wacht op jouw dienst"
        case .fresh: "Alles is opgenomen"
        case .open: "Er is geen open dossier"
        case .closed: "Er is nog niets afgerond"
        }
    }

    fileprivate var emptyText: String {
        switch self {
        case .mine: "Neem een dossier op uit ‘Nieuw’."
        case .tasks: "Een taak of advies voor jouw dienst komt hier vanzelf te staan."
        case .fresh: "Een nieuwe aanvraag voor jouw dienst komt hier vanzelf te staan."
        case .open: "Je ziet hier elk open dossier dat je mag zien."
        case .closed: "Een dossier komt hier als de aanvrager de beslissing kent."
        }
    }
}
