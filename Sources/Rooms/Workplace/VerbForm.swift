import Dossiers
import Kernel

/// What somebody filled in for a verb.
struct VerbForm {
    var values: [String: [String]] = [:]
    var details = VerbDetails()

    func text(_ name: String) -> String { values[name]?.first ?? "" }

    private func id(_ name: String) -> Identifier? { Identifier(text(name)) }

    /// The verb; nil when something that it needs is missing.
    func verb(_ kind: Verb.Kind, _ view: DossierView, new id: Identifier) -> Verb? {
        let (reason, task) = (text("reden"), text("taak"))
        switch kind {
        case .take: return .take
        case .takeOver: return .takeOver(reason: reason)
        case .start: return task.isEmpty ? nil : .start(task: task)
        case .finish: return task.isEmpty ? nil : .finish(task: task)
        case .ask:
            let kinds = values["soorten"] ?? []
            return kinds.isEmpty ? nil : .ask(id: id, kinds: kinds, explanation: text("uitleg"))
        case .settle: return self.id("vraag").map { .settle(ask: $0) }
        case .remind: return self.id("vraag").map { .remind(ask: $0) }
        case .receive: return text("soort").isEmpty ? nil : .receive(document: id, kind: text("soort"))
        case .withdrawPaper: return self.id("document").map { .withdrawPaper(document: $0, reason: reason) }
        case .pay: return Amount(text("bedrag").replacing(",", with: ".")).map { .pay($0) }
        case .extend: return .extend(term: text("termijn"), reason: reason)
        case .withdraw: return .withdraw(reason: reason)
        case .inadmissible: return .inadmissible(reason: reason)
        case .stop: return .stop(reason: reason)
        case .correct: return .correct(reason: reason)
        case .reopen: return .reopen(reason: reason)
        case .advise, .draft, .approve, .refuseApproval, .decide, .notify: return deciding(kind, view, new: id)
        }
    }

    private func deciding(_ kind: Verb.Kind, _ view: DossierView, new id: Identifier) -> Verb? {
        switch kind {
        case .advise:
            return AdviceOutcome(rawValue: text("uitkomst")).map {
                .advise(advice: text("taak"), $0, text: text("tekst"))
            }
        case .draft:
            let outcome = text("resultaat")
            let decision = view.open.type.decisions.first { $0.outcomes.contains(outcome) }
            return outcome.isEmpty ? nil : .draft(FormDraft(id: id, outcome: outcome, text: decision?.name))
        case .approve:
            // The draft that stood on the page, with the digest that stood there: not whatever counts by now.
            let digest = text("sha256")
            return self.id("ontwerp").map { .approve(draft: $0, digest: digest.isEmpty ? nil : digest) }
        case .refuseApproval: return self.id("ontwerp").map { .refuseApproval(draft: $0, reason: text("reden")) }
        case .decide: return text("resultaat").isEmpty ? nil : .decide(outcome: text("resultaat"))
        case .notify: return .notify
        default: return nil
        }
    }
}
