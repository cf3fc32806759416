import Kernel
import Testing

@testable import Dossiers

/// A dossier on its way, for tests: verbs go in, facts are kept.
struct Walk {
    let type: DossierType
    let answers: Answers
    var facts: Facts
    var fee = Amount.zero
    var calendar = WorkingDays.legal
    private var ids: UInt64 = 0

    static let applicant = Actor("aanvrager", .applicant)

    init(
        _ type: DossierType,
        _ answers: Answers = Answers(),
        papers: [String] = [],
        channel: DossierType.Channel = .web,
        on dayText: String,
        fee: Amount = .zero
    ) throws {
        (self.type, self.answers, self.fee) = (type, answers, fee)
        let documents = papers.enumerated().map { (Identifier(high: 9, low: UInt64($0.offset)), $0.element) }
        let effect = try Flow.begin(
            type,
            answers: answers,
            papers: documents.map { (document: $0.0, kind: $0.1) },
            channel: channel,
            by: Walk.applicant,
            received: moment(dayText, 9),
            fee: fee
        )
        facts = Facts(effect.facts)
    }

    /// The dossier as it stands on a day.
    func flow(_ dayText: String) -> Flow {
        Flow(type, answers: answers, facts: facts, fee: fee, on: day(dayText), calendar: calendar)
    }

    /// Does a verb, as an official with that role unless it is the applicant.
    @discardableResult
    mutating func act(_ verb: Verb, as role: String, _ name: String? = nil, on dayText: String, hour: Int = 10) throws
        -> Effect
    {
        let actor = role == "aanvrager" ? Walk.applicant : Actor(name ?? role, .official(roles: [role]))
        let effect = try flow(dayText).perform(verb, by: actor, at: moment(dayText, hour))
        facts = facts.adding(effect.facts)
        return effect
    }

    /// A new identifier.
    mutating func id() -> Identifier {
        ids += 1
        return Identifier(high: 1, low: ids)
    }
}

/// Answers to the form of the use of public space.
func inname(_ more: [String: FormAnswer] = [:]) -> Answers {
    let usual: [String: FormAnswer] = [
        "hoedanigheid": .text("inwoner"), "soortInname": .text("container"), "aanduiding": .text("adres"),
        "oppervlakte": .number(amount("8")), "zone": .text("centrum"), "deel": .choices(["stoep"]),
        "adres": .address(Address(street: "Kerkstraat", number: "12", postcode: "9990", town: "Belfort")),
        "periode": .span(day("2026-09-01"), day("2026-09-10")),
    ]
    return Answers(values: usual.merging(more) { _, new in new })
}
