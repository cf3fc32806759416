import Dossiers
import Kernel
import Ledger
import Pages

// MARK: - Beside

extension DossierPage {
    var applicant: HTML {
        let who = view.open.applicant
        var rows = [SummaryRow("Naam", who.name)]
        if !who.mail.isEmpty { rows.append(SummaryRow("E-mail", HTML.link(who.mail, to: .mail(who.mail)))) }
        if !who.phone.isEmpty { rows.append(SummaryRow("Telefoon", HTML.link(who.phone, to: .phone(who.phone)))) }
        if !who.address.isEmpty { rows.append(SummaryRow("Postadres", who.address)) }
        rows.append(SummaryRow("Kwam binnen via", view.open.dossier.kanaal))
        rows.append(SummaryRow("Berichten gaan", view.open.way == .brief ? "per brief" : "per mail"))
        if who.language != .nl { rows.append(SummaryRow("Taal", who.language.rawValue)) }
        return .summaryList(rows)
    }

    /// The legal last day, and how it came about line by line.
    var term: HTML {
        guard let legal = view.flow.legal, let term = view.open.type.terms.first else { return .empty }
        let lines = legal.lines.map { line in
            HTML("<li>\(line.sentence)\(line.day.map { HTML(" → \(HTML.time($0))") })</li>")
        }
        let last = legal.lastDay.map { day in
            HTML("<p><strong>Uiterlijk op \(HTML.time(day, .weekday))</strong></p>")
        }
        let stands = legal.suspendedSince.map { since in
            HTML("<p>\(HTML.tag("Opgeschort sinds \(since.written())", .neutral, icon: .pause))</p>")
        }
        let none: HTML = "<p>De termijn loopt nog niet.</p>"
        let basis = term.basis.map { HTML("<p class=\"hint\">\($0)</p>") }
        let steps = HTML("<ol>\(lines)</ol>\(basis)")
        let why = HTML.details("Hoe is deze dag berekend?", steps, isOpen: isPaper)
        return .panel(
            "Wettelijke termijn",
            HTML(
                "\(last ?? none)\(stands)\(why)"
            ),
            isBoxed: true
        )
    }

    /// Who else is busy with it, since when and until when.
    var others: HTML {
        let asked = view.flow.openWork.filter { view.open.type.department(of: $0.role) != view.open.type.department }
        let rows = asked.map { work in
            let code = view.open.type.department(of: work.role)
            let until = work.due.map { ", uiterlijk op \($0.written())" } ?? ""
            return SummaryRow(
                departments[code] ?? code,
                "\(work.title.nl), sinds \(BrusselsTime.day(of: work.since).written())\(until)"
            )
        }
        return HTML("\(HTML.panel("Andere diensten", .summaryList(rows), isBoxed: true), if: !rows.isEmpty)")
    }
}

// MARK: - What was asked

extension DossierPage {
    /// The answers by step, secrets masked, and the fee line by line.
    var answers: HTML {
        let answers = view.flow.answers.values
        let steps = view.open.type.form.steps.compactMap { step -> HTML? in
            let rows = step.fields.compactMap { field in
                answers[field.name].map { SummaryRow(field.title.nl, field.written($0)) }
            }
            return rows.isEmpty ? nil : HTML("<h3>\(step.title.nl)</h3>\(HTML.summaryList(rows))")
        }
        let none: HTML = "<p>Er werd niets ingevuld.</p>"
        return .panel("Aanvraag", HTML("\(steps)\(none, if: steps.isEmpty)\(fee)"), id: Anchor("aanvraag"))
    }

    private var fee: HTML {
        let (flow, type) = (view.flow, view.open.type)
        guard flow.fee > .zero else { return .empty }
        let submission = Submission(flow.answers, for: type.form)
        let received = flow.receivedOn ?? today
        let statement = FilledForm(type, submission, today: received).fee
        // A line is only told when all of them still come to what was asked then.
        let lines = statement?.total == flow.fee ? statement?.lines ?? [] : []
        let rows = lines.map { line in
            [HTML("\(line.title)"), HTML("\(line.explanation ?? "")"), HTML("\(line.sum.writtenEuro)")]
        }
        let paid = flow.facts.paid
        let total = [
            SummaryRow("Te betalen", flow.fee.writtenEuro),
            SummaryRow("Betaald", paid > .zero ? paid.writtenEuro : "Nog niets"),
        ]
        let columns = [TableColumn("Waarvoor"), TableColumn("Hoe berekend"), TableColumn("Bedrag", isNumber: true)]
        return [
            "<h3>Retributie</h3>",
            HTML("\(HTML.table("Hoe het bedrag ontstaat", columns, rows: rows), if: !rows.isEmpty)"),
            .summaryList(total),
        ]
    }

    var documents: HTML {
        var shown = view.flow.facts.papers.map { ($0.document, $0.kind, $0.at) }
        if let draft = view.flow.facts.draft, let document = draft.draft.document {
            shown.append((document, "", draft.at))
        }
        let asked = Set(view.flow.facts.openQuestions.flatMap(\.open))
        let items = shown.compactMap { document, kind, at -> DocumentItem? in
            guard let paper = view.papers[document] else { return nil }
            let title = kind.isEmpty ? paper.title : view.open.type.titleOfPaper(kind)
            return DocumentItem(
                paper.name,
                to: WorkLink.document(document, in: view.open.id),
                kind: title,
                size: FileSize(bytes: paper.bytes),
                day: BrusselsTime.day(of: at),
                tag: paper.scanTag,
                actions: isPaper ? .empty : keep(paper)
            )
        }
        let missing = asked.sorted().map { HTML("<li>\(view.open.type.titleOfPaper($0)) (gevraagd)</li>") }
        let none: HTML = "<p>Er zijn nog geen documenten.</p>"
        return .panel(
            "Documenten",
            [
                items.isEmpty ? none : .documents(items),
                HTML("\(HTML("<p>We wachten nog op:</p><ul>\(missing)</ul>"), if: !missing.isEmpty)"),
            ],
            id: Anchor("documenten")
        )
    }
}

extension DossierPage {
    private func keep(_ paper: TakenPaper) -> HTML {
        let link = WorkLink.download(paper.document, in: view.open.id)
        return .linkButton("Bewaren", to: link, .quiet, icon: .download, about: paper.name)
    }
}

extension DossierPage {
    fileprivate func name(of event: Record<DossierEvent>) -> String {
        let (activity, word) = (event.activiteit, event.soort)
        return activity.isEmpty || activity == word ? word : "\(activity) (\(word))"
    }
}

extension TakenPaper {
    /// What the scanner said, where it matters.
    var scanTag: HTML? {
        switch state {
        case "received": .tag("Nog niet onderzocht op virussen", .neutral)
        case "infected": .tag("Virus gevonden", .bad)
        case "notScanned": .tag("Niet onderzocht op virussen", .attention)
        default: nil
        }
    }
}

// MARK: - What was said and done

extension DossierPage {
    /// Messages as they were sent, the newest open.
    var messages: HTML {
        let last = view.messages.count - 1
        let items = view.messages.enumerated().map { index, message in
            HTML.details(title(message), letterSheet(message.onderwerp, message.parts), isOpen: index == last)
        }
        let none: HTML = "<p>Er vertrok nog geen bericht.</p>"
        return .panel("Berichten", items.isEmpty ? none : HTML("\(items)"), id: Anchor("berichten"))
    }

    /// The same on paper.
    var letters: HTML {
        let items = view.messages.map { HTML("<h3>\(title($0))</h3>\(letterSheet($0.onderwerp, $0.parts))") }
        return HTML("\(HTML.panel("Berichten", HTML("\(items)")), if: !items.isEmpty)")
    }

    private func title(_ message: Record<DossierMessage>) -> String {
        let way =
            switch message.weg {
            case .mail: "mail"
            case .brief: "brief"
            case .loket: "in het loket"
            }
        return "\(BrusselsTime.reading(at: message.moment).written(.table)) – \(message.onderwerp) (\(way))"
    }

    /// All that happened, phases and messages included, the newest first.
    var course: HTML {
        var items = view.flow.facts.all.map { fact in
            let happening = Happening(fact, in: view)
            let body = happening.detail.isEmpty ? HTML.empty : HTML("<p>\(happening.detail)</p>")
            let who = [happening.who, department(of: fact)].filter { !$0.isEmpty }.joined(separator: ", ")
            return (
                fact.at,
                TimelineEvent(
                    .done,
                    happening.what,
                    when: .time(fact.at),
                    who: who.isEmpty ? nil : who,
                    body: body
                )
            )
        }
        items += view.messages.map { message in
            (message.moment, TimelineEvent(.done, "Bericht: \(message.onderwerp)", when: .time(message.moment)))
        }
        let sorted = items.enumerated().sorted { ($0.element.0, $0.offset) > ($1.element.0, $1.offset) }
        return .panel("Verloop", .timeline(sorted.map(\.element.1)), id: Anchor("verloop"))
    }

    private func department(of fact: Fact) -> String {
        let event = view.open.events.first { $0.moment == fact.at && $0.wie == fact.by && !$0.dienst.isEmpty }
        return event.map { departments[$0.dienst] ?? $0.dienst } ?? ""
    }

    var log: HTML { .details("Logboek en versies", logBody) }

    var logTable: HTML { .panel("Logboek en versies", logBody) }

    /// Every event as it stands in the ledger, and which version of what it belongs to.
    private var logBody: HTML {
        let columns = ["Moment", "Wat", "Wie", "Dienst", "Rol", "Fase"].map { TableColumn($0) }
        let rows = view.open.events.map { event in
            [
                HTML.time(event.moment, .table),
                HTML("\(name(of: event))"),
                HTML("\(Happening.name(event.wie, in: view))"), HTML("\(departments[event.dienst] ?? event.dienst)"),
                HTML("\(view.open.type.titleOfRole(event.rol))"),
                HTML("\(view.open.type.phases.first { $0.name == event.fase }?.title.nl ?? event.fase)"),
            ]
        }
        let type = view.open.type
        let facts = [
            SummaryRow("Dossiertype", "\(type.title.nl), versie \(type.version)"),
            SummaryRow("Ingevoerd", HTML.time(view.open.dossier.ingevoerd)),
            SummaryRow("Feiten in dit dossier", "\(view.flow.facts.all.count)"),
            SummaryRow("Plaats van het bewijs", view.receipt.map { "Regel \($0.sequence) van de keten" } ?? "geen"),
        ]
        return [.summaryList(facts), .table("Gebeurtenissen", columns, rows: rows)]
    }
}

extension Outcome.Meaning {
    var tone: Tone {
        switch self {
        case .granted, .done: .good
        case .partly: .attention
        case .refused, .inadmissible: .bad
        case .withdrawn, .stopped: .neutral
        }
    }
}
