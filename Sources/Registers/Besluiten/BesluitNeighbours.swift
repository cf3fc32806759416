public import Database
public import Kernel
public import Ledger

/// What the register of decisions must know of others, and tell them, within its own transaction.
///
/// Composition fills it in. Nil says that there is no such thing.
public struct BesluitNeighbours: Sendable {
    public typealias Question<Subject, Answer> = @Sendable (Subject, Transaction) throws -> Answer
    public typealias Pair<First, Second> = @Sendable (First, Second, Transaction) throws -> Bool

    public var besluittype: Question<Reference<Besluit.Besluittype>, BesluittypeFacts?>
    /// A zaak within the clause on table `zaak`; its chain is locked already.
    public var zaak: @Sendable (Reference<Besluit.Zaak>, Clause, Transaction) throws -> DecidedZaak?
    /// Whether zaken of the first type can have decisions of the second, by the name of that type and not by today's
    /// version, so that a running zaak can still use a type that ended.
    public var admits: Pair<Reference<Besluit.Zaaktype>, Reference<Besluit.Besluittype>>
    /// The type of a document.
    public var informatieobjecttype:
        Question<Reference<Besluit.Informatieobject>, Reference<Besluit.Informatieobjecttype>?>
    /// Whether decisions of the first type can stand in documents of the second, by name.
    public var admitsDocument: Pair<Reference<Besluit.Besluittype>, Reference<Besluit.Informatieobjecttype>>
    /// Keeps the other side of a decision's tie to its zaak, and what follows for the zaak's archive.
    public var zaakTied: @Sendable (Record<Besluit>, Change) throws -> Void
    /// Takes that other side away; the decision is gone already.
    public var zaakUntied: @Sendable (Record<Besluit>, Change) throws -> Void
    /// A decision's ingangsdatum or vervaldatum changed, which its zaak's archive may follow.
    public var zaakFollows: @Sendable (Record<Besluit>, Change) throws -> Void
    /// Keeps the other side of a document's tie to a decision.
    public var documentTied: @Sendable (Record<BesluitInformatieObject>, Change) throws -> Void
    /// Takes that other side away.
    public var documentUntied: @Sendable (Record<BesluitInformatieObject>, Change) throws -> Void

    public init(
        besluittype: @escaping Question<Reference<Besluit.Besluittype>, BesluittypeFacts?>,
        zaak: @escaping @Sendable (Reference<Besluit.Zaak>, Clause, Transaction) throws -> DecidedZaak?,
        admits: @escaping Pair<Reference<Besluit.Zaaktype>, Reference<Besluit.Besluittype>>,
        informatieobjecttype:
            @escaping Question<
                Reference<Besluit.Informatieobject>, Reference<Besluit.Informatieobjecttype>?
            >,
        admitsDocument: @escaping Pair<Reference<Besluit.Besluittype>, Reference<Besluit.Informatieobjecttype>>,
        zaakTied: @escaping @Sendable (Record<Besluit>, Change) throws -> Void,
        zaakUntied: @escaping @Sendable (Record<Besluit>, Change) throws -> Void,
        zaakFollows: @escaping @Sendable (Record<Besluit>, Change) throws -> Void,
        documentTied: @escaping @Sendable (Record<BesluitInformatieObject>, Change) throws -> Void,
        documentUntied: @escaping @Sendable (Record<BesluitInformatieObject>, Change) throws -> Void
    ) {
        (self.besluittype, self.zaak, self.admits) = (besluittype, zaak, admits)
        (self.informatieobjecttype, self.admitsDocument) = (informatieobjecttype, admitsDocument)
        (self.zaakTied, self.zaakUntied, self.zaakFollows) = (zaakTied, zaakUntied, zaakFollows)
        (self.documentTied, self.documentUntied) = (documentTied, documentUntied)
    }
}
