import Kernel

/// How facts stand in rows: a word for what happened, the task it is about, and the rest as JSON.
extension Fact.Content {
    /// What happened, in the word that stands in the row.
    var word: String {
        switch self {
        case .received: "ontvangen"
        case .status: "status"
        case .taken: "opgenomen"
        case .started: "begonnen"
        case .done: "afgewerkt"
        case .asked: "gevraagd"
        case .reminded: "herinnerd"
        case .settled: "vraagvervallen"
        case .paper: "stuk"
        case .paperWithdrawn: "stukingetrokken"
        case .advised: "geadviseerd"
        case .drafted: "ontworpen"
        case .approved: "goedgekeurd"
        case .sentBack: "teruggestuurd"
        case .decided: "beslist"
        case .notified: "meegedeeld"
        case .paid: "betaald"
        case .extended: "verlengd"
        case .ended: "beeindigd"
        case .corrected: "verbeterd"
        case .reopened: "heropend"
        }
    }

    /// The task or advice that it is about; empty if it is about none.
    var task: String {
        switch self {
        case .started(let task), .done(let task): task
        case .advised(let advice, _, _): advice
        default: ""
        }
    }

    /// What goes with it.
    var members: [JSONValue.Member] {
        switch self {
        case .received(let channel): [.init("kanaal", .text(channel.rawValue))]
        case .status(let phase): [.init("fase", .text(phase))]
        case .taken(let handler): [.init("behandelaar", .text(handler))]
        case .started, .done, .notified: []
        case .asked(let ask): ask.members
        case .reminded(let ask), .settled(let ask): [.id("vraag", ask)]
        case .paper(let document, let kind): [.id("document", document), .init("soort", .text(kind))]
        case .paperWithdrawn(let document, let reason): [.id("document", document), .reason(reason)]
        case .advised(_, let outcome, let text):
            [.init("uitkomst", .text(outcome.rawValue)), .init("tekst", .text(text))]
        case .drafted(let draft): draft.members
        case .approved(let draft): [.id("ontwerp", draft)]
        case .sentBack(let draft, let reason): [.id("ontwerp", draft), .reason(reason)]
        case .decided(let outcome, let draft):
            [.init("resultaat", .text(outcome))] + (draft.map { [.id("ontwerp", $0)] } ?? [])
        case .paid(let amount): [.init("bedrag", .text(amount.description))]
        case .extended(let term, let reason): [.init("termijn", .text(term)), .reason(reason)]
        case .ended(let outcome, let reason): [.init("resultaat", .text(outcome)), .reason(reason)]
        case .corrected(let reason), .reopened(let reason): [.reason(reason)]
        }
    }

    /// Reads a row back; nil for a word of a later version, or a row that was damaged.
    init?(word: String, task: String, _ json: JSONValue) {
        let content: Fact.Content? =
            switch word {
            case "ontvangen": json.text("kanaal").flatMap { DossierType.Channel(rawValue: $0) }.map { .received($0) }
            case "status": json.text("fase").map { .status(phase: $0) }
            case "opgenomen": json.text("behandelaar").map { .taken(handler: $0) }
            case "begonnen": .started(task: task)
            case "afgewerkt": .done(task: task)
            case "gevraagd": Ask(json).map { .asked($0) }
            case "herinnerd": json.id("vraag").map { .reminded(ask: $0) }
            case "vraagvervallen": json.id("vraag").map { .settled(ask: $0) }
            case "stuk", "stukingetrokken": Fact.Content(paper: word, json)
            case "geadviseerd": Fact.Content(advice: task, json)
            case "meegedeeld": .notified
            case "betaald": json.text("bedrag").flatMap { Amount($0) }.map { .paid($0) }
            case "verlengd": json.text("termijn").map { .extended(term: $0, reason: json.reason) }
            case "verbeterd": .corrected(reason: json.reason)
            case "heropend": .reopened(reason: json.reason)
            default: Fact.Content(deciding: word, json)
            }
        guard let content else { return nil }
        self = content
    }

    private init?(paper word: String, _ json: JSONValue) {
        guard let document = json.id("document") else { return nil }
        guard word == "stuk" else {
            self = .paperWithdrawn(document: document, reason: json.reason)
            return
        }
        guard let kind = json.text("soort") else { return nil }
        self = .paper(document: document, kind: kind)
    }

    private init?(advice: String, _ json: JSONValue) {
        guard let outcome = json.text("uitkomst").flatMap({ AdviceOutcome(rawValue: $0) }) else { return nil }
        self = .advised(advice: advice, outcome, text: json.text("tekst") ?? "")
    }

    private init?(deciding word: String, _ json: JSONValue) {
        let content: Fact.Content? =
            switch word {
            case "ontworpen": FormDraft(json).map { .drafted($0) }
            case "goedgekeurd": json.id("ontwerp").map { .approved(draft: $0) }
            case "teruggestuurd": json.id("ontwerp").map { .sentBack(draft: $0, reason: json.reason) }
            case "beslist": json.text("resultaat").map { .decided(outcome: $0, draft: json.id("ontwerp")) }
            case "beeindigd": json.text("resultaat").map { .ended(outcome: $0, reason: json.reason) }
            default: nil
            }
        guard let content else { return nil }
        self = content
    }
}

extension Ask {
    fileprivate var members: [JSONValue.Member] {
        [
            .id("vraag", id), .init("soorten", .array(kinds.map { .text($0) })), .init("uitleg", .text(explanation)),
            .init("tegen", .text(answerBy.description)),
        ]
    }

    fileprivate init?(_ json: JSONValue) {
        guard let id = json.id("vraag"), case .array(let kinds)? = json["soorten"],
            let day = json.text("tegen").flatMap({ Day($0) })
        else { return nil }
        self.init(
            id: id,
            kinds: kinds.compactMap(\.text),
            explanation: json.text("uitleg") ?? "",
            answerBy: day
        )
    }
}

extension FormDraft {
    fileprivate var members: [JSONValue.Member] {
        [JSONValue.Member.id("ontwerp", id), .init("resultaat", .text(outcome))]
            + (text.map { [.init("tekst", .text($0))] } ?? [])
            + (document.map { [.id("document", $0)] } ?? [])
            + (digest.map { [.init("sha256", .text($0))] } ?? [])
    }

    fileprivate init?(_ json: JSONValue) {
        guard let id = json.id("ontwerp"), let outcome = json.text("resultaat") else { return nil }
        self.init(
            id: id,
            outcome: outcome,
            text: json.text("tekst"),
            document: json.id("document"),
            digest: json.text("sha256")
        )
    }
}

extension JSONValue.Member {
    fileprivate static func id(_ name: String, _ id: Identifier) -> JSONValue.Member {
        .init(name, .text(id.description))
    }

    fileprivate static func reason(_ text: String) -> JSONValue.Member { .init("reden", .text(text)) }
}

extension JSONValue {
    fileprivate func text(_ name: String) -> String? { self[name]?.text }
    fileprivate func id(_ name: String) -> Identifier? { text(name).flatMap { Identifier($0) } }
    fileprivate var reason: String { text("reden") ?? "" }
}
