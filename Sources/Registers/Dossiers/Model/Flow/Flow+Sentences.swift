import Kernel

extension Flow {
    /// The letter that goes out after a verb.
    func letter(for verb: Verb) -> Letter.Kind? {
        switch verb {
        case .ask: .question
        case .remind: .reminder
        case .stop: .stopped
        case .withdraw: .withdrawn
        case .inadmissible: .inadmissible
        case .extend: .extended
        case .notify: facts.wasCorrected ? .correction : .decision
        case .reopen: .reopened
        // A result without a decision is told at once: closing the dossier leaves no later moment for it.
        case .decide(let name): type.outcomes.contains { $0.name == name && !$0.needsDecision } ? .decision : nil
        default: nil
        }
    }

    /// What the applicant reads after a verb, seen from the dossier as it then stands.
    func sentence(after verb: Verb, phaseChanged: Bool) -> String? {
        switch verb {
        case .take: "Een medewerker behandelt je dossier. \(toAct.forApplicant)"
        case .takeOver: "Een andere medewerker behandelt je dossier nu. Je hoeft niets te doen."
        case .ask: toAct.forApplicant
        case .settle: "Je hoeft dit stuk niet meer te bezorgen. \(toAct.forApplicant)"
        case .remind: "Herinnering. \(toAct.forApplicant)"
        case .receive(_, let kind): "We hebben je document goed ontvangen: \(titleOfPaper(kind)). \(toAct.forApplicant)"
        case .withdrawPaper(_, let reason):
            "We haalden een document uit je dossier dat er niet hoorde. Reden: \(reason)"
        case .correct(let reason): "We verbeteren onze beslissing. Reden: \(reason) Je krijgt een nieuwe beslissing."
        case .notify: notice
        case .pay(let amount): "We hebben je betaling van \(amount.writtenEuro) ontvangen. \(toAct.forApplicant)"
        case .extend(_, let reason): "We hebben meer tijd nodig. Reden: \(reason) \(toAct.forApplicant)"
        case .withdraw: "Je aanvraag is ingetrokken. We stoppen met de behandeling."
        case .inadmissible(let reason): "We kunnen je aanvraag niet behandelen. Reden: \(reason)"
        case .stop: "We stopten met je dossier, omdat we geen antwoord kregen. Je kunt een nieuwe aanvraag doen."
        case .reopen(let reason): "We hebben je dossier heropend. Reden: \(reason) \(toAct.forApplicant)"
        case .start, .finish, .advise, .draft, .approve, .refuseApproval, .decide: phaseChanged ? news : nil
        }
    }

    /// What the applicant reads when a phase begins.
    private var news: String? {
        guard let phase else { return nil }
        let text = phase.publicText.map { " \($0.nl)" } ?? ""
        return isClosed ? toAct.forApplicant : "Je dossier is nu: \(phase.publicTitle.nl.lowercasedFirst).\(text)"
    }

    private var notice: String? {
        guard let outcome else { return nil }
        let appeal = appeal.map { " \($0.sentence)" } ?? ""
        return "\(outcome.text.nl)\(appeal)"
    }

    /// What a verb does to the legal term; nil where it does nothing.
    func termSentence(_ verb: Verb, _ after: Flow) -> String? {
        let (old, new) = (legal, after.legal)
        switch verb {
        case .ask: return suspending(after)
        case .correct:
            return "De termijn verandert niet: de eerste beslissing telt. Wie beroep wil, krijgt een nieuwe termijn."
        case .reopen:
            return after.lastDay.map { "De termijn begint opnieuw. De uiterste dag is \($0.written(.weekday))." }
        case .decide, .withdraw, .inadmissible, .stop: return "De termijn stopt."
        case .takeOver: return "De termijn loopt gewoon verder."
        default: break
        }
        if old?.suspendedSince != nil, new?.suspendedSince == nil, let day = new?.lastDay {
            return "De termijn loopt weer. De uiterste dag is \(day.written(.weekday))."
        }
        guard old?.lastDay != new?.lastDay, let day = new?.lastDay else { return nil }
        return "De uiterste dag is nu \(day.written(.weekday))."
    }

    private func suspending(_ after: Flow) -> String {
        if after.lastDay == nil { return "De termijn begint pas als het dossier volledig is." }
        guard let since = after.legal?.suspendedSince else { return "De termijn loopt verder." }
        return "De termijn staat stil sinds \(since.written()), tot het stuk er is."
    }
}

extension Facts {
    /// Whether the present round of deciding is a correction.
    var wasCorrected: Bool {
        guard round > 0, case .corrected = all[round - 1].content else { return false }
        return true
    }
}
