import Catalogi
import Database
import Kernel
import Ledger
import Zaken

extension Zaken.Neighbours {
    /// What the house's own catalogue says of types; documents and decisions come from their own registers.
    static func catalogi(
        informatieobject: @escaping Question<Reference<Elsewhere.Informatieobject>, InformatieobjectFacts?>,
        besluit: @escaping Question<Reference<Elsewhere.Besluit>, BesluitFacts?>,
        documentTied: @escaping @Sendable (Record<ZaakInformatieObject>, Change) throws -> Void,
        documentUntied: @escaping @Sendable (Record<ZaakInformatieObject>, Change) throws -> Void
    ) -> Zaken.Neighbours {
        Zaken.Neighbours(
            zaaktype: { try $1.type(ZaakType.self, $0.identifier).map(ZaaktypeFacts.init(type:)) },
            statustype: { try $1.type(StatusType.self, $0.identifier).map(StatustypeFacts.init(type:)) },
            resultaattype: { try $1.type(ResultaatType.self, $0.identifier).map(ResultaattypeFacts.init(type:)) },
            roltype: { try $1.type(RolType.self, $0.identifier).map(RoltypeFacts.init(type:)) },
            eigenschap: { try $1.type(Eigenschap.self, $0.identifier).map(EigenschapFacts.init(type:)) },
            zaakobjecttype: { try $1.type(ZaakObjectType.self, $0.identifier)?.zaaktype.elsewhere() },
            informatieobject: informatieobject,
            admits: { zaaktype, kind, transaction in
                guard let type = try transaction.type(ZaakType.self, zaaktype.identifier),
                    let document = try transaction.type(InformatieObjectType.self, kind.identifier)
                else { return false }
                return type.informatieobjecttypeOmschrijving.contains(document.omschrijving)
            },
            besluit: besluit,
            documentTied: documentTied,
            documentUntied: documentUntied
        )
    }
}

extension Transaction {
    /// A type of our own catalogue; nil for an id that is none, or somebody else's.
    func type<R: CatalogiResource>(_ type: R.Type, _ id: Identifier?) throws -> Record<R>? {
        guard let id else { return nil }
        // Facts are the same on every day; only lists of related types differ, and none of those is asked here.
        return try Reading<R>(self, on: .last, visible: "1 = 1").first(id)?.record
    }
}

extension Reference {
    /// The same reference, as a register beside the catalogue names its target.
    func elsewhere<Other: Linkable>() -> Reference<Other> {
        switch self {
        case .own(let id): .own(id)
        case .foreign(let url): .foreign(url)
        }
    }
}

extension ZaaktypeFacts {
    fileprivate init(type: Record<ZaakType>) {
        self.init(
            isPublished: !type.concept,
            beginGeldigheid: type.beginGeldigheid,
            vertrouwelijkheidaanduiding: Zaken.Vertrouwelijkheidaanduiding(
                rawValue: type.vertrouwelijkheidaanduiding.rawValue
            ) ?? .zeer_geheim,
            servicenorm: type.servicenorm,
            doorlooptijd: type.doorlooptijd,
            productenOfDiensten: type.productenOfDiensten,
            deelzaaktypen: type.deelzaaktypen.map { $0.elsewhere() }
        )
    }
}

extension StatustypeFacts {
    fileprivate init(type: Record<StatusType>) {
        self.init(zaaktype: type.zaaktype.elsewhere(), isEindstatus: type.isEindstatus)
    }
}

extension ResultaattypeFacts {
    fileprivate init(type: Record<ResultaatType>) {
        self.init(
            zaaktype: type.zaaktype.elsewhere(),
            archiefnominatie: type.archiefnominatie.flatMap { Zaken.Archiefnominatie(rawValue: $0.rawValue) },
            archiefactietermijn: type.archiefactietermijn,
            brondatum: type.brondatumArchiefprocedure.flatMap { procedure in
                Zaken.Afleidingswijze(rawValue: procedure.afleidingswijze.rawValue).map { way in
                    Zaken.BrondatumArchiefprocedure(
                        way,
                        datumkenmerk: procedure.datumkenmerk,
                        objecttype: procedure.objecttype.flatMap { ObjectType(rawValue: $0.rawValue) },
                        procestermijn: procedure.procestermijn
                    )
                }
            }
        )
    }
}

extension RoltypeFacts {
    fileprivate init(type: Record<RolType>) {
        self.init(
            zaaktype: type.zaaktype.elsewhere(),
            omschrijving: type.omschrijving,
            omschrijvingGeneriek: Zaken.OmschrijvingGeneriek(rawValue: type.omschrijvingGeneriek.rawValue)
                ?? .belanghebbende
        )
    }
}

extension EigenschapFacts {
    fileprivate init(type: Record<Eigenschap>) {
        self.init(zaaktype: type.zaaktype.elsewhere(), naam: type.naam)
    }
}
