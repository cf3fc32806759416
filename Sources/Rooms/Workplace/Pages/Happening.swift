import Dossiers
import Kernel

/// Something that happened in a dossier, in words: of the timeline, the log and what changed meanwhile.
struct Happening: Sendable {
    let at: Instant
    let what: String
    /// Why, or which words went with it.
    let detail: String
    let who: String

    var sentence: String { who.isEmpty ? what : "\(what), door \(who)" }

    init(_ fact: Fact, in view: DossierView) {
        at = fact.at
        who = Self.name(fact.by, in: view)
        let (what, words) = Self.words(fact.content, view)
        // A take-over has its reason beside the fact.
        let event = view.open.events.first { $0.moment == fact.at && $0.wie == fact.by && $0.soort == "opgenomen" }
        let reason = event?.reason ?? ""
        if case .taken = fact.content, !reason.isEmpty {
            (self.what, detail) = ("Overgenomen", reason)
        } else {
            (self.what, detail) = (what, words)
        }
    }

    /// A person's name by their pseudonym; the house and the applicant by what they are.
    static func name(_ pseudonym: String, in view: DossierView) -> String {
        if let colleague = view.colleagues[pseudonym] { return colleague.name }
        if pseudonym == "belfort" { return "Belfort (vanzelf)" }
        if pseudonym == view.open.dossier.aanvrager.description { return view.open.dossier.naam }
        guard !pseudonym.isEmpty else { return "" }
        // Somebody whose account is gone still acted for a department; an applicant never did.
        let isOfficial = view.open.events.contains { $0.wie == pseudonym && !$0.dienst.isEmpty }
        return isOfficial ? "een medewerker" : "de aanvrager"
    }

    private static func words(_ content: Fact.Content, _ view: DossierView) -> (String, String) {
        let type = view.open.type
        switch content {
        case .received(let channel): return ("Ontvangen", "Via \(channel.rawValue)")
        case .status(let phase): return ("Fase: \(type.phases.first { $0.name == phase }?.title.nl ?? phase)", "")
        case .taken(let handler): return ("Opgenomen", "Behandelaar: \(name(handler, in: view))")
        case .started(let task): return ("Begonnen: \(type.titleOfTask(task))", "")
        case .done(let task): return ("Afgerond: \(type.titleOfTask(task))", "")
        case .asked(let ask):
            let papers = ask.kinds.map(type.titleOfPaper).joined(separator: ", ")
            return ("Gevraagd: \(papers)", "Antwoord tot en met \(ask.answerBy.written()). \(ask.explanation)")
        case .reminded: return ("Herinnering gestuurd", "")
        case .settled: return ("Vraag vervallen", "")
        case .paper(let document, let kind):
            return ("Stuk ontvangen: \(type.titleOfPaper(kind))", view.papers[document]?.name ?? "")
        case .paperWithdrawn(_, let reason): return ("Stuk weggehaald", reason)
        case .advised(let advice, let outcome, let text):
            let title = type.advices.first { $0.name == advice }?.title.nl ?? advice
            return ("Advies van \(title): \(outcome.title.lowercased())", text)
        default: return deciding(content, type)
        }
    }

    private static func deciding(_ content: Fact.Content, _ type: DossierType) -> (String, String) {
        switch content {
        case .drafted(let draft): ("Ontwerp geschreven: \(type.titleOfOutcome(draft.outcome))", "")
        case .approved: ("Ontwerp goedgekeurd", "")
        case .sentBack(_, let reason): ("Ontwerp teruggestuurd", reason)
        case .decided(let outcome, _): ("Beslist: \(type.titleOfOutcome(outcome))", "")
        case .notified: ("Beslissing meegedeeld", "")
        case .paid(let amount): ("Betaald: \(amount.writtenEuro)", "")
        case .extended(let term, let reason):
            ("Termijn verlengd: \(type.terms.first { $0.name == term }?.title.nl ?? term)", reason)
        case .ended(let outcome, let reason): ("Beëindigd: \(type.titleOfOutcome(outcome))", reason)
        case .corrected(let reason): ("Beslissing wordt verbeterd", reason)
        case .reopened(let reason): ("Heropend", reason)
        default: ("", "")
        }
    }
}

extension DossierType {
    func titleOfTask(_ name: String) -> String { tasks.first { $0.name == name }?.title.nl ?? name }
}
