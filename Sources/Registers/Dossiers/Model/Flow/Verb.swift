public import Kernel

/// Something that somebody does in a dossier.
public enum Verb: Hashable, Sendable {
    /// Take the dossier.
    case take
    /// Take it over from a colleague, with a reason.
    case takeOver(reason: String)
    /// Begin a task that has its own button.
    case start(task: String)
    /// Complete such a task.
    case finish(task: String)
    /// Ask for missing papers.
    case ask(id: Identifier, kinds: [String], explanation: String)
    /// Let a question go.
    case settle(ask: Identifier)
    /// Remind of a question.
    case remind(ask: Identifier)
    /// A paper came in.
    case receive(document: Identifier, kind: String)
    /// Take a paper out that does not belong here.
    case withdrawPaper(document: Identifier, reason: String)
    /// Give an advice.
    case advise(advice: String, AdviceOutcome, text: String)
    /// Write a decision.
    case draft(FormDraft)
    /// Approve a draft: the very bytes that have this digest.
    case approve(draft: Identifier, digest: String?)
    /// Send a draft back.
    case refuseApproval(draft: Identifier, reason: String)
    /// Decide: set the result.
    case decide(outcome: String)
    /// Tell the applicant.
    case notify
    /// A payment came in.
    case pay(Amount)
    /// Make a term longer.
    case extend(term: String, reason: String)
    /// End it on the applicant's request.
    case withdraw(reason: String)
    /// End it because it cannot be treated.
    case inadmissible(reason: String)
    /// End it because no answer came.
    case stop(reason: String)
    /// Write a decision anew that has a mistake.
    case correct(reason: String)
    /// Open it again after it ended.
    case reopen(reason: String)

    /// What kind of verb it is, without what comes with it; the raw value stands in addresses.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case take = "opname", takeOver = "overname", start = "begin", finish = "afwerking", ask = "vraag"
        case settle = "afhandeling-vraag", remind = "herinnering", receive = "stuk", withdrawPaper = "intrekking-stuk"
        case advise = "advies", draft = "ontwerp", approve = "goedkeuring", refuseApproval = "weigering-goedkeuring"
        case decide = "beslissing", notify = "mededeling", pay = "betaling", extend = "verlenging"
        case withdraw = "intrekking", inadmissible = "onontvankelijkheid", stop = "stopzetting"
        case correct = "verbetering", reopen = "heropening"
    }

    /// What kind of verb it is.
    public var kind: Kind {
        switch self {
        case .take: .take
        case .takeOver: .takeOver
        case .start: .start
        case .finish: .finish
        case .ask: .ask
        case .settle: .settle
        case .remind: .remind
        case .receive: .receive
        case .withdrawPaper: .withdrawPaper
        case .advise: .advise
        case .draft: .draft
        case .approve: .approve
        case .refuseApproval: .refuseApproval
        case .decide: .decide
        case .notify: .notify
        case .pay: .pay
        case .extend: .extend
        case .withdraw: .withdraw
        case .inadmissible: .inadmissible
        case .stop: .stop
        case .correct: .correct
        case .reopen: .reopen
        }
    }

    /// The reason that goes with it; nil for a verb without one.
    var reason: String? {
        switch self {
        case .takeOver(let reason), .withdrawPaper(_, let reason), .refuseApproval(_, let reason),
            .extend(_, let reason), .withdraw(let reason), .inadmissible(let reason), .stop(let reason),
            .correct(let reason), .reopen(let reason):
            reason
        default: nil
        }
    }
}

/// Somebody who wants to do something.
public struct Actor: Hashable, Sendable {
    /// The name that stands for the person.
    public let name: String
    /// Who they are to the dossier.
    public let party: Party

    /// Names somebody.
    public init(_ name: String, _ party: Party) {
        (self.name, self.party) = (name, party)
    }

    /// Who somebody is to a dossier.
    public enum Party: Hashable, Sendable {
        case applicant
        /// An official with these roles of the type.
        case official(roles: Set<String>)
        /// The house itself: payments, clocks.
        case system
    }
}

/// Why something cannot be done.
public struct FlowRefusal: Error, Hashable, Sendable {
    /// Why, to branch on.
    public enum Code: String, Hashable, Sendable {
        /// Not for this person.
        case notYours
        /// Not at this point of the way.
        case notNow
        /// A gate holds.
        case gate
        /// What was named does not exist.
        case unknown
        /// A reason, or something else that must come with it, is missing.
        case incomplete
    }

    /// Why, to branch on.
    public let code: Code
    /// Why and the way out, in Dutch.
    public let sentence: String
}

/// What a verb brings about.
public struct Effect: Hashable, Sendable {
    /// The facts to write, statuses that follow from them included.
    public let facts: [Fact]
    /// The letter that goes to the applicant, if one does.
    public let letter: Letter.Kind?
    /// What the applicant reads of it; nil where nothing changes for them.
    public let forApplicant: String?
    /// What it does to the legal term; nil where it does nothing.
    public let onTerm: String?
}
