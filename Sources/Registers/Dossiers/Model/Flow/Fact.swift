public import Kernel

/// Something that happened in a dossier, as a register holds it. Flow is derived from facts and nothing else.
public struct Fact: Hashable, Sendable {
    /// When it happened; for a receipt the moment at the desk, not that of typing it in. What one verb writes together
    /// may share its moment; the register gives each later verb a later one.
    public let at: Instant
    /// Who did it: a name that stands for a person, or for the system.
    public let by: String
    /// What happened.
    public let content: Content

    /// Notes a fact.
    public init(at: Instant, by: String, _ content: Content) {
        (self.at, self.by, self.content) = (at, by, content)
    }

    /// What can happen.
    public enum Content: Hashable, Sendable {
        /// The request came in.
        case received(DossierType.Channel)
        /// A status was set: a phase began.
        case status(phase: String)
        /// Somebody has the dossier from now on.
        case taken(handler: String)
        /// Work began on a task.
        case started(task: String)
        /// A task was completed.
        case done(task: String)
        /// Papers were asked, to be answered by a day.
        case asked(Ask)
        /// The applicant was reminded of a question.
        case reminded(ask: Identifier)
        /// A question needs no answer any more.
        case settled(ask: Identifier)
        /// A paper came in.
        case paper(document: Identifier, kind: String)
        /// A paper does not belong here after all.
        case paperWithdrawn(document: Identifier, reason: String)
        /// An adviser gave an advice.
        case advised(advice: String, AdviceOutcome, text: String)
        /// A decision was written.
        case drafted(FormDraft)
        /// A draft was approved.
        case approved(draft: Identifier)
        /// A draft was sent back.
        case sentBack(draft: Identifier, reason: String)
        /// It was decided: the result is set.
        case decided(outcome: String, draft: Identifier?)
        /// The applicant was told.
        case notified
        /// The fee was paid.
        case paid(Amount)
        /// A term was made longer.
        case extended(term: String, reason: String)
        /// It ended without a decision: withdrawn, inadmissible or stopped.
        case ended(outcome: String, reason: String)
        /// A mistake was found: the decision is written anew.
        case corrected(reason: String)
        /// It was opened again after it had ended.
        case reopened(reason: String)
    }
}

/// A question for missing papers.
public struct Ask: Hashable, Sendable {
    /// Which question it is.
    public let id: Identifier
    /// The kinds of paper that are asked.
    public let kinds: [String]
    /// What to know about it, for the applicant.
    public let explanation: String
    /// The last day to answer.
    public let answerBy: Day

    /// Takes a question.
    public init(id: Identifier, kinds: [String], explanation: String, answerBy: Day) {
        (self.id, self.kinds, self.explanation, self.answerBy) = (id, kinds, explanation, answerBy)
    }
}

/// A decision as it was written, before anybody approved it.
public struct FormDraft: Hashable, Sendable {
    /// Which draft it is.
    public let id: Identifier
    /// The result that it leads to.
    public let outcome: String
    /// The text of the type that was used, if one was.
    public let text: String?
    /// The document, and the SHA-256 of its bytes in hexadecimal; none where a message is the decision.
    public let document: Identifier?
    /// What was approved must be these bytes.
    public let digest: String?

    /// Takes a draft.
    public init(
        id: Identifier,
        outcome: String,
        text: String? = nil,
        document: Identifier? = nil,
        digest: String? = nil
    ) {
        (self.id, self.outcome, self.text) = (id, outcome, text)
        (self.document, self.digest) = (document, digest)
    }
}
