import Dossiers
import Kernel
import Pages

/// The course of a dossier as whoever asked sees it: its states, what they did themselves, what was said.
struct OwnTimeline {
    let view: DossierView

    private var type: DossierType { view.open.type }

    /// What was and is, then what is still expected.
    var events: [TimelineEvent] { past + ahead }

    private var past: [TimelineEvent] {
        let facts = view.flow.facts.all
        let last = facts.last { if case .status = $0.content { true } else { false } }
        return facts.compactMap { fact in event(fact, isLast: fact == last) }
    }

    /// What happened, as far as it concerns whoever asked; the inside of the town hall stays inside.
    private func event(_ fact: Fact, isLast: Bool) -> TimelineEvent? {
        switch fact.content {
        case .status(let name): return state(name, fact, isLast: isLast)
        case .received: return done("Je diende je aanvraag in", fact)
        case .paper(let document, let kind):
            // What came with the request itself is told by the request.
            guard fact.at != view.flow.facts.received?.at else { return nil }
            return done("Je bezorgde een document: \(view.papers[document]?.title ?? title(kind))", fact)
        case .paperWithdrawn(_, let reason):
            return done("We haalden een document uit je dossier", fact, HTML("<p>\(reason)</p>"))
        case .asked(let ask):
            return done("We vroegen je: \(ask.kinds.map(title).joined(separator: ", "))", fact)
        case .reminded: return done("We stuurden je een herinnering", fact)
        case .paid(let amount): return done("We kregen je betaling van \(amount.writtenEuro)", fact)
        case .extended(_, let reason): return done("We namen meer tijd", fact, HTML("<p>\(reason)</p>"))
        case .notified: return done("We lieten je de beslissing weten", fact)
        case .ended(let outcome, _):
            let text = type.outcomes.first { $0.name == outcome }?.text.nl
            return done(text ?? "Je dossier werd beëindigd", fact)
        case .corrected(let reason): return done("We verbeteren onze beslissing", fact, HTML("<p>\(reason)</p>"))
        case .reopened(let reason): return done("We heropenden je dossier", fact, HTML("<p>\(reason)</p>"))
        case .taken, .started, .done, .settled, .advised, .drafted, .approved, .sentBack, .decided: return nil
        }
    }

    private func state(_ name: String, _ fact: Fact, isLast: Bool) -> TimelineEvent {
        let phase = type.phases.first { $0.name == name }
        let isCurrent = isLast && !view.flow.isClosed
        return TimelineEvent(
            isCurrent ? .current : .done,
            phase?.publicTitle.nl ?? name,
            when: .time(fact.at),
            body: isCurrent ? phase?.publicText.map { HTML("<p>\($0.nl)</p>") } ?? .empty : .empty
        )
    }

    private func done(_ title: String, _ fact: Fact, _ body: HTML = .empty) -> TimelineEvent {
        TimelineEvent(.done, title, when: .time(fact.at), body: body)
    }

    private func title(_ kind: String) -> String {
        type.documentKinds.first { $0.name == kind }?.title.nl ?? kind
    }

    /// Phases that come for sure; one that depends on something is told when it begins.
    private var ahead: [TimelineEvent] {
        guard !view.flow.isClosed, let place = type.phases.firstIndex(where: { $0.name == view.flow.phase?.name })
        else { return [] }
        return type.phases.dropFirst(place + 1).filter { $0.when == nil }.map { phase in
            TimelineEvent(.expected, phase.publicTitle.nl, when: "Nog niet begonnen")
        }
    }
}
