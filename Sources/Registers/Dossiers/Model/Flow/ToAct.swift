public import Kernel

/// Who is to act now, and by when. It stands on every row, page and mail.
public struct ToAct: Hashable, Sendable {
    /// Who.
    public enum Party: Hashable, Sendable {
        /// Somebody who asked for something.
        case applicant
        /// A role of the type.
        case role(String)
        /// Nobody: it is over.
        case nobody
    }

    /// Who.
    public let party: Party
    /// By when, that day included.
    public let by: Day?
    /// What the applicant reads.
    public let forApplicant: String
    /// What an official reads.
    public let forOfficial: String
}

extension Flow {
    /// Who is to act now, and by when.
    public var toAct: ToAct {
        if isClosed { return over }
        if let question = facts.openQuestions.min(by: { $0.ask.answerBy < $1.ask.answerBy }) {
            return answering(question)
        }
        if type.fee?.due == .beforeWork, !isPaid { return paying }
        guard let work = openWork.first(where: { !$0.isOptional }) ?? openWork.first else { return nothingOpen }
        return work.isAdvice ? advising(work) : working(work)
    }

    private var over: ToAct {
        let result = outcome
        let title = result?.title.nl.lowercasedFirst ?? "afgerond"
        return ToAct(
            party: .nobody,
            by: nil,
            forApplicant: result?.text.nl ?? "Dit dossier is afgerond.",
            forOfficial: "Afgerond: \(title). Niemand is aan zet."
        )
    }

    private func answering(_ question: Facts.Question) -> ToAct {
        let what = quotedPapers(question.open)
        let day = lastDayToAnswer(question)
        let forApplicant = "We wachten op jou. Bezorg ons \(what), uiterlijk op \(day.written(.weekday))."
        if let stop = stopDay(question), today > stop {
            let text = "Geen antwoord op de vraag naar \(what). Je kunt het dossier stopzetten sinds \(stop.written())."
            return ToAct(party: handlerParty, by: stop, forApplicant: forApplicant, forOfficial: text)
        }
        if today > question.ask.answerBy, question.remindedAt == nil {
            let text = "De aanvrager antwoordde niet tegen \(day.written()): \(what). Stuur een herinnering."
            return ToAct(party: handlerParty, by: day, forApplicant: forApplicant, forOfficial: text)
        }
        let text = "We wachten op de aanvrager: \(what), uiterlijk op \(day.written(.weekday))."
        return ToAct(party: .applicant, by: day, forApplicant: forApplicant, forOfficial: text)
    }

    private var paying: ToAct {
        let sum = (fee.subtracting(facts.paid) ?? fee).writtenEuro
        return ToAct(
            party: .applicant,
            by: nil,
            forApplicant: "We wachten op je betaling van \(sum). Daarna gaan we verder.",
            forOfficial: "We wachten op de betaling van \(sum)."
        )
    }

    private func working(_ work: OpenWork) -> ToAct {
        let day = work.due ?? (facts.decision == nil ? lastDay : nil)
        let until = until(day)
        let wait = work.waitsFor.map { " \($0)" } ?? ""
        let text = "\(titleOfRole(work.role)): \(work.title.nl.lowercasedFirst)\(until).\(wait)"
        return ToAct(party: .role(work.role), by: day, forApplicant: forApplicant(work), forOfficial: text)
    }

    /// Once it is decided the legal term is over: what is left has its own day, or none.
    private func forApplicant(_ work: OpenWork) -> String {
        guard facts.decision != nil, let phase else { return oursForApplicant }
        let until = work.due.map { $0 < today ? "" : ", uiterlijk op \($0.written(.weekday))" } ?? ""
        return "Wij zijn aan zet: \(phase.publicTitle.nl.lowercasedFirst)\(until)."
    }

    private func advising(_ work: OpenWork) -> ToAct {
        let isLate = work.due.map { $0 < today } ?? false
        let expected = isLate ? ". Dat is nog niet binnen" : until(work.due)
        return ToAct(
            party: .role(work.role),
            by: work.due ?? lastDay,
            forApplicant: "We wachten op advies van \(work.title.nl.lowercasedFirst)\(expected).",
            forOfficial: "\(titleOfRole(work.role)): advies geven\(until(work.due))."
        )
    }

    /// By when, as the end of a sentence; a day that has passed is told as such.
    private func until(_ day: Day?) -> String {
        guard let day else { return "" }
        return day < today
            ? ", te laat: dit moest op \(day.written(.weekday))" : ", uiterlijk op \(day.written(.weekday))"
    }

    /// Papers by their titles: `‘Foto’ en ‘Plan’`.
    func quotedPapers(_ kinds: [String]) -> String {
        let titles = kinds.map { "‘\(titleOfPaper($0))’" }
        return titles.count < 2
            ? titles.joined() : titles.dropLast().joined(separator: ", ") + " en " + (titles.last ?? "")
    }

    private var nothingOpen: ToAct {
        let until = until(lastDay)
        let text = facts.handler == nil ? "Neem dit dossier op\(until)." : "Werk dit dossier verder af\(until)."
        return ToAct(party: handlerParty, by: lastDay, forApplicant: oursForApplicant, forOfficial: text)
    }

    /// What the applicant reads while the town works.
    private var oursForApplicant: String {
        guard let lastDay else { return "Wij zijn aan zet. We kijken na of alles volledig is." }
        guard daysLate > 0 else {
            return "Wij zijn aan zet. Je krijgt nieuws, uiterlijk op \(lastDay.written(.weekday))."
        }
        let days = daysLate == 1 ? "1 dag" : "\(daysLate) dagen"
        let way = type.terms.first?.lapse.text.map { " \($0.nl)" } ?? ""
        return "Wij zijn aan zet. De uiterste dag was \(lastDay.written(.weekday)): we zijn \(days) te laat.\(way)"
    }

    private var handlerParty: ToAct.Party {
        type.roles.first { $0.kind == .handler }.map { .role($0.name) } ?? .role(type.roles.first?.name ?? "")
    }

    func titleOfRole(_ name: String) -> String {
        type.roles.first { $0.name == name }?.title.nl ?? name
    }

    /// Once somebody was reminded, the last day is the one before the dossier may be stopped.
    private func lastDayToAnswer(_ question: Facts.Question) -> Day {
        guard question.remindedAt != nil, today > question.ask.answerBy else { return question.ask.answerBy }
        return stopDay(question) ?? question.ask.answerBy
    }

    /// Questions of which the applicant should be reminded now.
    public var remindersDue: [Identifier] {
        guard !isClosed else { return [] }
        return facts.openQuestions.filter { question in
            let due = BrusselsTime.day(of: question.at).adding(type.missingPaper.reminder)
            return question.remindedAt == nil && due.map { today >= $0 } ?? false
        }.map(\.ask.id)
    }

    /// The day after which a dossier without an answer may be stopped.
    func stopDay(_ question: Facts.Question) -> Day? {
        question.ask.answerBy.adding(type.missingPaper.stop)
    }
}

extension String {
    /// With a small letter in front, unless the word is an abbreviation or a name with more capitals.
    var lowercasedFirst: String {
        guard dropFirst().first?.isLowercase == true || count == 1 else { return self }
        return prefix(1).lowercased() + dropFirst()
    }
}
