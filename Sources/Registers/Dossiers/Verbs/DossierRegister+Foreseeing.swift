import Database
import Kernel

/// What a verb would bring about, worked out before anybody does it.
public struct Foreseen: Sendable {
    public let effect: Effect
    /// The dossier as it would stand then.
    public let after: Flow
    /// The letter that would go to the applicant, word for word.
    public let letter: WrittenLetter?
    /// The decision as it would be written, for a draft.
    public let decision: WrittenLetter?
}

extension DossierRegister {
    /// Works out what a verb would bring about; throws `FlowRefusal` for what cannot be done. Nothing is written.
    ///
    /// A draft whose PDF is still to be made counts as if it had one.
    public func foresee(_ verb: Verb, in view: DossierView, _ details: VerbDetails = VerbDetails()) async throws
        -> Foreseen
    {
        let moment = view.flow.facts.moment(at: surroundings.now())
        let effect = try view.flow.perform(verb.withPaper, by: view.party.actor, at: moment)
        let after = view.flow.adding(effect.facts)
        return try await database.read { transaction in
            let context = try self.context(of: view.open, reason: verb.reason ?? "", in: transaction)
            let letter = effect.letter.flatMap { letters.letter($0, for: view.open.type) }
            var decision: WrittenLetter?
            if case .draft(let draft) = verb {
                decision = view.flow.written(draft, context, details.motivation, details.conditions)
            }
            return Foreseen(
                effect: effect,
                after: after,
                letter: letter.map { after.write($0, context, in: view.open.applicant.language) },
                decision: decision
            )
        }
    }

    /// The draft that counts now, in words; nil where there is none, or no text of the type was used.
    public func writtenDraft(in view: DossierView) async throws -> WrittenLetter? {
        guard let draft = view.flow.facts.draft?.draft else { return nil }
        let texts = view.open.draftTexts
        return try await database.read { transaction in
            let context = try self.context(of: view.open, reason: "", in: transaction)
            return view.flow.written(draft, context, texts.motivation, texts.conditions)
        }
    }
}

extension Flow {
    /// What is still to be paid.
    public var owed: Amount { isPaid ? .zero : fee.subtracting(facts.paid) ?? fee }

    /// A draft in the words of its type.
    fileprivate func written(
        _ draft: FormDraft,
        _ context: LetterContext,
        _ motivation: String,
        _ conditions: String
    ) -> WrittenLetter? {
        guard let outcome = type.outcomes.first(where: { $0.name == draft.outcome }),
            let text = type.decisions.first(where: { $0.name == draft.text })
        else { return nil }
        var context = context
        (context.motivation, context.conditions) = (motivation, conditions)
        return write(text, for: outcome, context)
    }
}

extension Verb {
    /// The same draft as if its PDF were there.
    fileprivate var withPaper: Verb {
        guard case .draft(let draft) = self, draft.document == nil else { return self }
        return .draft(
            FormDraft(id: draft.id, outcome: draft.outcome, text: draft.text, document: draft.id, digest: "")
        )
    }
}
