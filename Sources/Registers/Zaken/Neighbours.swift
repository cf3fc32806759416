public import Database
public import Kernel
public import Ledger

/// What the register of zaken must know of others, which it asks within its own transaction.
///
/// Registers that stand above it, or beside it, fill it in at composition. A question about something in another house
/// is answered from what was fetched before the transaction; nil says that there is no such thing.
public struct Neighbours: Sendable {
    public typealias Question<Subject, Answer> = @Sendable (Subject, Transaction) throws -> Answer

    public var zaaktype: Question<Reference<Elsewhere.Zaaktype>, ZaaktypeFacts?>
    public var statustype: Question<Reference<Elsewhere.Statustype>, StatustypeFacts?>
    public var resultaattype: Question<Reference<Elsewhere.Resultaattype>, ResultaattypeFacts?>
    public var roltype: Question<Reference<Elsewhere.Roltype>, RoltypeFacts?>
    public var eigenschap: Question<Reference<Elsewhere.Eigenschap>, EigenschapFacts?>
    /// The zaaktype to which a zaakobjecttype belongs.
    public var zaakobjecttype: Question<Reference<Elsewhere.Zaakobjecttype>, Reference<Elsewhere.Zaaktype>?>
    public var informatieobject: Question<Reference<Elsewhere.Informatieobject>, InformatieobjectFacts?>
    /// Whether zaken of the first type can have documents of the second, by the name of that type and not by today's
    /// version, so that a running zaak can still use a type that ended.
    public var admits:
        @Sendable (Reference<Elsewhere.Zaaktype>, Reference<Elsewhere.Informatieobjecttype>, Transaction) throws -> Bool
    public var besluit: Question<Reference<Elsewhere.Besluit>, BesluitFacts?>
    /// Keeps the other side of a document's tie to a zaak, in the same change.
    public var documentTied: @Sendable (Record<ZaakInformatieObject>, Change) throws -> Void
    /// Takes the other side away, in the same change.
    public var documentUntied: @Sendable (Record<ZaakInformatieObject>, Change) throws -> Void

    public init(
        zaaktype: @escaping Question<Reference<Elsewhere.Zaaktype>, ZaaktypeFacts?>,
        statustype: @escaping Question<Reference<Elsewhere.Statustype>, StatustypeFacts?>,
        resultaattype: @escaping Question<Reference<Elsewhere.Resultaattype>, ResultaattypeFacts?>,
        roltype: @escaping Question<Reference<Elsewhere.Roltype>, RoltypeFacts?>,
        eigenschap: @escaping Question<Reference<Elsewhere.Eigenschap>, EigenschapFacts?>,
        zaakobjecttype:
            @escaping Question<
                Reference<Elsewhere.Zaakobjecttype>, Reference<Elsewhere.Zaaktype>?
            >,
        informatieobject: @escaping Question<Reference<Elsewhere.Informatieobject>, InformatieobjectFacts?>,
        admits:
            @escaping @Sendable (
                Reference<Elsewhere.Zaaktype>, Reference<Elsewhere.Informatieobjecttype>, Transaction
            ) throws -> Bool,
        besluit: @escaping Question<Reference<Elsewhere.Besluit>, BesluitFacts?>,
        documentTied: @escaping @Sendable (Record<ZaakInformatieObject>, Change) throws -> Void,
        documentUntied: @escaping @Sendable (Record<ZaakInformatieObject>, Change) throws -> Void
    ) {
        (self.zaaktype, self.statustype, self.resultaattype) = (zaaktype, statustype, resultaattype)
        (self.roltype, self.eigenschap, self.zaakobjecttype) = (roltype, eigenschap, zaakobjecttype)
        (self.informatieobject, self.admits, self.besluit) = (informatieobject, admits, besluit)
        (self.documentTied, self.documentUntied) = (documentTied, documentUntied)
    }
}
