import Dossiers
import Kernel
import Pages

/// One dossier: where it stands, what can be done, and all that is in it.
///
/// One scroll without tabs, so that searching in the page and printing work.
struct DossierPage {
    let view: DossierView
    let today: Day
    /// Names of departments by their code.
    let departments: [String: String]
    /// Whether it is printed: nothing to press, everything open.
    var isPaper = false

    private var open: OpenDossier { view.open }
    private var flow: Flow { view.flow }
    private var id: Identifier { open.id }

    var main: HTML {
        [
            head(actions: [.linkButton("Afdrukversie", to: WorkLink.paper(id), .quiet, icon: .print)]), banner,
            contents, actions, tasks, advices, draft, answers, documents, messages, course, log,
        ]
    }

    /// The same on paper.
    var paper: HTML {
        [
            head(actions: []), act, .panel("Fasen", phaseList), .panel("Aanvrager", applicant), term, openWork, advices,
            draft, answers, documents, letters, course, logTable,
        ]
    }

    var aside: HTML {
        HTML("\(HTML.panel("Aanvrager", applicant, isBoxed: true))\(term)\(others)")
    }

    private func head(actions: [HTML]) -> HTML {
        let handler = flow.handler.flatMap { view.colleagues[$0]?.name }
        var facts = [
            HTML("Ontvangen op \(HTML.time(open.dossier.ontvangen))"), HTML("\(open.dossier.naam)"),
            HTML("Behandelaar: \(handler ?? "nog niemand")"),
        ]
        if let result = flow.outcome { facts.append(.tag(result.title.nl, result.meaning.tone)) }
        if flow.daysLate > 0 {
            let days = flow.daysLate == 1 ? "1 dag" : "\(flow.daysLate) dagen"
            facts.append(.tag("Termijn \(days) te laat", .bad))
        } else if let since = flow.legal?.suspendedSince {
            facts.append(.tag("Termijn opgeschort sinds \(since.written(.table))", .neutral, icon: .pause))
        }
        return [
            .pageHead("Dossier \(open.number)", open.type.title.nl, facts: facts, actions: actions), phases,
        ]
    }

    // MARK: Who is to act

    private var banner: HTML {
        let next = nextStep.map { HTML.linkButton($0.title, to: $0.link) }
        return HTML.actBanner(turn, flow.toAct.forOfficial, by: last, action: next)
    }

    private var act: HTML { .actBanner(turn, flow.toAct.forOfficial, by: last) }

    /// The reader's own turn, if it is; else whose.
    private var turn: Turn {
        if !isPaper, case .role(let name) = flow.toAct.party, roles.contains(name) { return .you }
        return flow.turn
    }

    private var last: LastDay? {
        guard !flow.isClosed, let day = flow.toAct.by ?? flow.lastDay else { return nil }
        return LastDay(day, daysLeft: today.days(to: day))
    }

    private var roles: Set<String> {
        if case .official(let roles) = view.party.actor.party { roles } else { [] }
    }

    /// Where one is in the phases, skipped ones left out.
    private var phases: HTML {
        let shown = shownPhases
        guard let place = shown.firstIndex(where: { $0.state == .current }) else { return .empty }
        let items = shown.enumerated().map { index, item in
            let isOver = item.state == .done || flow.isClosed
            let name = isOver ? "done" : item.state == .current ? "current" : "ahead"
            let mark = isOver ? HTML.icon(.check) : HTML("\(index + 1)")
            let over: HTML = "<span class=\"hidden\"> (afgerond)</span>"
            return HTML(
                """
                <li class="\(name)"\(attribute: "aria-current", item.state == .current ? "step" : nil)>\
                <span class="step-mark">\(mark)</span><span class="step-title">\(item.phase.title.nl)\
                \(over, if: isOver)</span></li>
                """
            )
        }
        let text = "Fase \(place + 1) van \(shown.count): \(shown[place].phase.title.nl)"
        return HTML(
            """
            <section class="steps" aria-label="Fasen"><p class="steps-text">\(text)</p><ol>\(items)</ol></section>
            """
        )
    }

    private var phaseList: HTML {
        .timeline(
            shownPhases.map { item in
                let state: TimelineEvent.State = flow.isClosed ? .done : item.state
                let at = item.at.map { HTML.time($0) } ?? HTML.empty
                return TimelineEvent(state, item.phase.title.nl, when: at)
            }
        )
    }

    private var shownPhases: [(phase: Phase, state: TimelineEvent.State, at: Instant?)] {
        var entered: [String: Instant] = [:]
        for fact in flow.facts.all { if case .status(let name) = fact.content { entered[name] = fact.at } }
        let current = open.type.phases.firstIndex { $0.name == flow.phase?.name } ?? 0
        return open.type.phases.enumerated().compactMap { index, phase in
            guard index >= current || entered[phase.name] != nil else { return nil }
            return (phase, index < current ? .done : index == current ? .current : .expected, entered[phase.name])
        }
    }

    /// Links to the parts of the page.
    private var contents: HTML {
        let parts: [(String, Anchor)] = [
            ("Wat kun je doen?", .doing), ("Taken", .tasks), ("Aanvraag", .answers), ("Documenten", .documents),
            ("Berichten", .messages), ("Verloop", .course),
        ]
        let links = parts.map { HTML("<li>\(HTML.link($0.0, to: .fragment($0.1)))</li>") }
        return HTML("<nav class=\"panel\" aria-label=\"Op deze pagina\"><ul class=\"facts\">\(links)</ul></nav>")
    }
}

extension Anchor {
    fileprivate static let doing = Anchor("doen")
    fileprivate static let tasks = Anchor("taken")
    fileprivate static let answers = Anchor("aanvraag")
    fileprivate static let documents = Anchor("documenten")
    fileprivate static let messages = Anchor("berichten")
    fileprivate static let course = Anchor("verloop")
}

// MARK: - Doing

extension DossierPage {
    /// The one thing to do next here, for whoever looks.
    private var nextStep: (kind: Verb.Kind, title: String, link: Href)? {
        let allowed = view.allowed
        if allowed.contains(.take) { return (.take, Verb.Kind.take.title, WorkLink.verb(.take, in: id)) }
        for work in flow.openWork where work.waitsFor == nil && roles.contains(work.role) {
            if let step = step(for: work), allowed.contains(step.kind) { return step }
        }
        if let ask = flow.remindersDue.first, allowed.contains(.remind) {
            return (.remind, Verb.Kind.remind.title, WorkLink.verb(.remind, in: id, about: "vraag", ask.description))
        }
        return nil
    }

    /// The verb that does a piece of work.
    private func step(for work: OpenWork) -> (kind: Verb.Kind, title: String, link: Href)? {
        if work.isAdvice {
            let link = WorkLink.verb(.advise, in: id, about: "taak", work.name)
            return (.advise, Verb.Kind.advise.title, link)
        }
        let kind: Verb.Kind? =
            switch open.type.tasks.first(where: { $0.name == work.name })?.kind {
            case .work, .completeness: .finish
            case .draft: .draft
            case .approval: .approve
            case .decision: .decide
            case .notice: .notify
            case nil: nil
            }
        guard let kind else { return nil }
        guard kind == .finish else { return (kind, kind.title, WorkLink.verb(kind, in: id)) }
        return (kind, work.title.nl, WorkLink.verb(.finish, in: id, about: "taak", work.name))
    }

    private var actions: HTML {
        let next = nextStep?.kind
        let allowed = view.allowed.filter { $0 != next || $0 == .finish }
        let groups = VerbGroup.allCases.compactMap { group -> SummaryRow? in
            let verbs = allowed.filter { $0.group == group }
            guard !verbs.isEmpty else { return nil }
            let links = verbs.map { HTML.linkButton($0.title, to: WorkLink.verb($0, in: id), .quiet) }
            return SummaryRow(group.rawValue, HTML("\(links)"))
        }
        let none: HTML = next == nil ? "<p>Je kunt hier nu niets doen.</p>" : "<p>Verder is er nu niets te doen.</p>"
        return .panel("Wat kun je doen?", [groups.isEmpty ? none : .summaryList(groups), reasons], id: .doing)
    }

    /// The other verbs of the type, and why not now.
    private var reasons: HTML {
        let states = flow.verbs.filter { !$0.parties.isEmpty && !view.allowed.contains($0.kind) }
        let items = states.compactMap { state in
            flow.refusal(of: state.kind, by: view.party.actor).map { refusal in
                SummaryRow(state.kind.title, HTML("<span class=\"meta\">\(refusal.sentence)</span>"))
            }
        }
        guard !items.isEmpty else { return .empty }
        return .details("Waarom kan iets anders niet?", .summaryList(items))
    }

    private var tasks: HTML {
        let done = flow.facts.all.compactMap { fact -> TaskItem? in
            guard case .done(let name) = fact.content else { return nil }
            let who = Happening.name(fact.by, in: view)
            return TaskItem(
                open.type.titleOfTask(name),
                "Afgerond op \(BrusselsTime.day(of: fact.at).written())",
                isDone: true,
                who: who
            )
        }
        let items = flow.openWork.map(task) + done
        return .panel(
            "Taken",
            items.isEmpty ? "<p>Er staat geen taak open.</p>" : .tasks(items),
            id: .tasks
        )
    }

    private var openWork: HTML {
        let items = flow.openWork.map { work in
            TaskItem(work.title.nl, department(of: work.role), by: lastDay(work.due), who: nil)
        }
        return HTML("\(HTML.panel("Open taken", .tasks(items)), if: !items.isEmpty)")
    }

    private func task(_ work: OpenWork) -> TaskItem {
        let isMine = roles.contains(work.role) && work.waitsFor == nil
        let step = isMine ? step(for: work).flatMap { view.allowed.contains($0.kind) ? $0 : nil } : nil
        let action = step.map { step in
            HTML.linkButton(
                work.isAdvice ? "Advies geven" : step.kind == .finish ? "Afronden" : step.title,
                to: step.link,
                .secondary,
                about: work.title.nl
            )
        }
        let about = work.waitsFor ?? (work.isAdvice ? question(work) : work.isOptional ? "Mag, moet niet." : nil)
        return TaskItem(
            work.isAdvice ? "Advies: \(work.title.nl)" : work.title.nl,
            "\(open.type.titleOfRole(work.role)), \(department(of: work.role))",
            by: lastDay(work.due),
            who: about,
            action: action
        )
    }

    private func question(_ work: OpenWork) -> String? {
        open.type.advices.first { $0.name == work.name }?.question.nl
    }

    private func department(of role: String) -> String {
        let code = open.type.department(of: role)
        return departments[code] ?? code
    }

    private func lastDay(_ day: Day?) -> LastDay? { day.map { LastDay($0, daysLeft: today.days(to: $0)) } }

    private var advices: HTML {
        let given = open.type.advices.compactMap { advice -> HTML? in
            guard let given = flow.facts.advice(advice.name) else { return nil }
            let fact = flow.facts.all.last { if case .advised(advice.name, _, _) = $0.content { true } else { false } }
            let who = fact.map { Happening.name($0.by, in: view) } ?? ""
            return HTML(
                """
                <h3>\(advice.title.nl) \(HTML.tag(given.outcome.title, given.outcome.tone))</h3>\
                <p class="message-text">\(given.text)</p>\
                <p class="meta"><span>\(who)</span> <span>\(HTML.time(given.at))</span></p>
                """
            )
        }
        return HTML("\(HTML.panel("Gegeven adviezen", HTML("\(given)")), if: !given.isEmpty)")
    }

    private var draft: HTML {
        guard let draft = flow.facts.draft else { return .empty }
        let state: (String, Tone) =
            flow.facts.notifiedAt != nil
            ? ("Meegedeeld", .good)
            : flow.facts.decision != nil
                ? ("Beslist", .good) : flow.facts.approvedAt != nil ? ("Goedgekeurd", .info) : ("Ontwerp", .attention)
        let texts = open.draftTexts
        var rows = [
            SummaryRow("Stand", HTML.tag(state.0, state.1)),
            SummaryRow("Resultaat", open.type.titleOfOutcome(draft.draft.outcome)),
            SummaryRow("Geschreven door", HTML("\(Happening.name(draft.by, in: view)), \(HTML.time(draft.at))")),
        ]
        if !texts.motivation.isEmpty { rows.append(SummaryRow("Motivering", texts.motivation)) }
        if !texts.conditions.isEmpty { rows.append(SummaryRow("Voorwaarden", texts.conditions)) }
        if let document = draft.draft.document, let paper = view.papers[document] {
            rows.append(SummaryRow("Document", HTML.link(paper.name, to: WorkLink.document(document, in: id))))
        }
        if let appeal = flow.facts.notifiedAt.flatMap({ _ in flow.appeal }) {
            rows.append(SummaryRow("Beroep", appeal.sentence))
        }
        return .panel("Beslissing", .summaryList(rows))
    }
}
