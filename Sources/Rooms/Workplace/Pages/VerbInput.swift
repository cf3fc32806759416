import Dossiers
import Kernel

/// What somebody filled in for a verb, and how far they are with it.
struct VerbInput: Sendable {
    /// What the button says that was pressed.
    enum Stage: String, Sendable {
        /// Fill in, or change what was filled in.
        case fill = "invullen"
        /// See what would happen.
        case check = "nakijken"
        /// Do it.
        case send = "doen"
    }

    var values: [String: [String]] = [:]
    /// A file that lies in the vault under the dossier's key, and waits for its document.
    var file: FileClaim?
    /// How many facts there were on the page from which it came.
    var seen: Int?
    var stage = Stage.send
    /// Whether a link brought it: what that names need not be asked again.
    var isLinked = false

    func text(_ name: String) -> String { values[name]?.first ?? "" }

    func has(_ name: String) -> Bool { !text(name).allSatisfy(\.isWhitespace) }

    private func id(_ name: String) -> Identifier? { Identifier(text(name)) }

    /// What goes with the verb.
    var details: VerbDetails {
        var details = VerbDetails()
        (details.motivation, details.conditions) = (text("motivering"), text("voorwaarden"))
        details.seen = seen
        return details
    }

    /// The result and the text of the type that were chosen for a draft.
    var decision: (outcome: String, text: String?) {
        let parts = text("resultaat").split(separator: "|", maxSplits: 1).map(String.init)
        return (parts.first ?? "", parts.count > 1 ? parts[1] : nil)
    }
}

// MARK: - The verb

extension VerbInput {
    /// The verb; nil when something that it needs is missing, of which `faults` tells what.
    func verb(_ kind: Verb.Kind, new id: Identifier) -> Verb? {
        let (reason, task) = (text("reden"), text("taak"))
        switch kind {
        case .take: return .take
        case .takeOver: return .takeOver(reason: reason)
        case .start: return .start(task: task)
        case .finish: return .finish(task: task)
        case .ask: return .ask(id: id, kinds: values["soorten"] ?? [], explanation: text("uitleg"))
        case .settle: return self.id("vraag").map { .settle(ask: $0) }
        case .remind: return self.id("vraag").map { .remind(ask: $0) }
        case .receive: return .receive(document: id, kind: text("soort"))
        case .withdrawPaper: return self.id("document").map { .withdrawPaper(document: $0, reason: reason) }
        case .pay: return amount.map { .pay($0) }
        case .extend: return .extend(term: text("termijn"), reason: reason)
        case .withdraw: return .withdraw(reason: reason)
        case .inadmissible: return .inadmissible(reason: reason)
        case .stop: return .stop(reason: reason)
        case .correct: return .correct(reason: reason)
        case .reopen: return .reopen(reason: reason)
        case .advise, .draft, .approve, .refuseApproval, .decide, .notify: return deciding(kind, new: id)
        }
    }

    private func deciding(_ kind: Verb.Kind, new id: Identifier) -> Verb? {
        switch kind {
        case .advise:
            return AdviceOutcome(rawValue: text("uitkomst")).map {
                .advise(advice: text("taak"), $0, text: text("tekst"))
            }
        case .draft: return .draft(FormDraft(id: id, outcome: decision.outcome, text: decision.text))
        case .approve:
            // The draft that stood on the page, with the digest that stood there: not whatever counts by now.
            let digest = text("sha256")
            return self.id("ontwerp").map { .approve(draft: $0, digest: digest.isEmpty ? nil : digest) }
        case .refuseApproval: return self.id("ontwerp").map { .refuseApproval(draft: $0, reason: text("reden")) }
        case .decide: return .decide(outcome: text("resultaat"))
        case .notify: return .notify
        default: return nil
        }
    }

    /// A sum as people write it: `1.250,50`.
    private var amount: Amount? {
        let digits = text("bedrag").filter { !$0.isWhitespace && $0 != "€" }
        let plain = digits.contains(",") ? digits.replacing(".", with: "").replacing(",", with: ".") : digits
        return Amount(plain)
    }
}

// MARK: - What is wrong with it

extension VerbInput {
    /// The longest text in a field, so that nobody types more than can be kept.
    static let textMax = 20_000

    /// What is missing or wrong, by field.
    func faults(_ kind: Verb.Kind) -> [String: String] {
        var faults: [String: String] = [:]
        func need(_ name: String, _ sentence: String) { if !has(name) { faults[name] = sentence } }
        if kind.reasonLabel != nil { need("reden", "Schrijf een reden. Ze komt in het logboek.") }
        switch kind {
        case .start, .finish: need("taak", "Kies een taak.")
        case .ask: need("soorten", "Kies minstens één stuk.")
        case .settle, .remind: need("vraag", "Kies een vraag.")
        case .receive:
            need("soort", "Kies wat voor stuk het is.")
            if file == nil { faults["bestand"] = "Voeg het document toe." }
        case .withdrawPaper: need("document", "Kies een stuk.")
        case .advise:
            need("taak", "Kies welk advies je geeft.")
            need("uitkomst", "Kies de uitkomst van je advies.")
            need("tekst", "Schrijf je advies.")
        case .draft:
            need("resultaat", "Kies het resultaat.")
            need("motivering", "Schrijf de motivering.")
        case .decide: need("resultaat", "Kies het resultaat.")
        case .pay: if amount == nil { faults["bedrag"] = "Vul een bedrag in, bijvoorbeeld 12,50." }
        case .extend: need("termijn", "Kies de termijn.")
        default: break
        }
        for (name, texts) in values where texts.contains(where: { $0.utf8.count > Self.textMax }) {
            faults[name] = "Deze tekst is te lang. Hou het onder 20.000 tekens."
        }
        return faults
    }
}
