import Besluiten
import Catalogi
import Database
import Documenten
import Dossiers
import Kernel
import Ledger
import Zaken

extension TownHall {
    /// The register of decisions, composed over the catalogue and beside zaken and documents.
    func besluiten(_ settings: Settings) -> BesluitStore {
        let ties = ZaakBesluitStore(zaken: zaken(settings))
        return BesluitStore(
            neighbours: BesluitNeighbours(
                besluittype: { try $1.type(BesluitType.self, $0.identifier).map { .init(isPublished: !$0.concept) } },
                zaak: { reference, visible, transaction in
                    try DecidedZaak(reference.identifier, visible, in: transaction)
                },
                admits: { zaaktype, besluittype, transaction in
                    guard let type = try transaction.type(ZaakType.self, zaaktype.identifier),
                        let decision = try transaction.type(BesluitType.self, besluittype.identifier)
                    else { return false }
                    return type.catalogus == decision.catalogus
                        && type.besluittypeOmschrijving.contains(decision.omschrijving)
                },
                informatieobjecttype: { reference, transaction in
                    let document = try reference.identifier.flatMap { try DocumentStore.facts(of: $0, in: transaction) }
                    return document?.informatieobjecttype.elsewhere()
                },
                admitsDocument: { besluittype, kind, transaction in
                    guard let decision = try transaction.type(BesluitType.self, besluittype.identifier),
                        let document = try transaction.type(InformatieObjectType.self, kind.identifier)
                    else { return false }
                    return decision.catalogus == document.catalogus
                        && decision.informatieobjecttypeOmschrijvingen.contains(document.omschrijving)
                },
                zaakTied: { besluit, change in
                    guard let zaak = besluit.zaak?.identifier else { return }
                    try ties.tie(.own(besluit.identifier), to: zaak, change)
                },
                zaakUntied: { besluit, change in
                    guard let zaak = besluit.zaak?.identifier else { return }
                    try ties.untie(.own(besluit.identifier), from: zaak, change)
                },
                zaakFollows: { besluit, change in
                    guard let zaak = besluit.zaak?.identifier else { return }
                    try ties.follow(zaak, change)
                },
                documentTied: { tie, change in
                    guard let (document, besluit) = Self.sides(of: tie) else { return }
                    try ObjectInformatieObjectStore.tie(document, to: besluit, .besluit, change)
                },
                documentUntied: { tie, change in
                    guard let (document, besluit) = Self.sides(of: tie) else { return }
                    try ObjectInformatieObjectStore.untie(document, from: besluit, change)
                }
            ),
            settings: settings.besluiten
        )
    }

    /// A decision of a dossier: written down, tied to its zaak, and to the document in which it stands.
    static func decide(
        _ new: NewDecision,
        _ besluiten: BesluitStore,
        organisation: String,
        _ change: Change
    ) throws -> Identifier {
        var draft = Draft<Besluit>()
        (draft.verantwoordelijkeOrganisatie, draft.besluittype) = (organisation, .own(new.kind))
        (draft.zaak, draft.datum, draft.ingangsdatum) = (.own(new.zaak), new.day, new.day)
        (draft.bestuursorgaan, draft.toelichting) = (String(new.body.prefix(50)), new.explanation)
        draft.uiterlijkeReactiedatum = .some(new.appealUntil)
        let number = try besluiten.number(of: organisation, on: new.day, change)
        let besluit = try besluiten.add(draft, number: number, .house, change).chain
        if let document = new.document { try besluiten.addDocument(document, to: besluit, .house, change) }
        return besluit
    }

    /// A document of ours, and the decision to which it is tied as others name it; nil for one of another house.
    private static func sides(of tie: Record<BesluitInformatieObject>) -> (document: Identifier, besluit: Link)? {
        guard let document = tie.informatieobject.identifier, let besluit = tie.besluit.identifier,
            let link = Link("\(Besluit.path)/\(besluit)")
        else { return nil }
        return (document, link)
    }
}

extension DecidedZaak {
    /// A zaak of ours within the clause.
    fileprivate init?(_ id: Identifier?, _ visible: Clause, in transaction: Transaction) throws {
        guard let id else { return nil }
        do {
            let zaak = try ZaakStore.rows.find(id, visible, in: transaction).record
            self.init(
                zaaktype: zaak.zaaktype.elsewhere(),
                isClosed: zaak.einddatum != nil,
                isArchived: zaak.archiefstatus != .nog_te_archiveren
            )
        } catch let problem as Problem where problem.kind == .notFound || problem.kind == .forbidden {
            return nil
        }
    }
}

extension BesluitFacts {
    /// What zaken ask of a decision of ours.
    init?(_ reference: Reference<Elsewhere.Besluit>, in transaction: Transaction) throws {
        guard let id = reference.identifier,
            let besluit = try BesluitStore.besluit(id, in: transaction)
        else { return nil }
        self.init(
            zaak: besluit.zaak?.elsewhere(),
            ingangsdatum: besluit.ingangsdatum,
            vervaldatum: besluit.vervaldatum
        )
    }
}

extension Settings {
    var besluiten: BesluitSettings {
        let numbers = usesOVO ? OrganisatieNummer.ovo : .rsin
        return BesluitSettings { numbers.fault(in: $0) }
    }
}
