import Catalogi
import Kernel
import Ledger

/// Writes the types of the catalogue that stand for a dossier type: a zaaktype with its parts, published at once.
///
/// Names in the catalogue are shorter than those of a document; what is cut off is still in the document.
struct TypeCatalogue {
    let work: TypeWork
    let addresses: Addresses
    let catalogus: Identifier
    let type: DossierType
    private(set) var keys: [Record<TypeKey>] = []

    init(_ work: TypeWork, _ addresses: Addresses, catalogus: Identifier, _ type: DossierType) {
        (self.work, self.addresses, self.catalogus, self.type) = (work, addresses, catalogus, type)
    }

    /// Writes all of it; answers the zaaktype.
    mutating func write(after previous: Identifier?) throws -> Identifier {
        let documents = try documentTypes()
        let decisions = try decisionTypes()
        if let previous { try end(previous) }
        let zaaktype = try VersionStore<ZaakType>(work).add(zaakType(decisions)).record.identifier
        for (index, phase) in type.phases.enumerated() {
            keep(.fase, phase.name, try PartStore<StatusType>(work).add(statusType(phase, index, zaaktype)).record)
        }
        for outcome in type.outcomes {
            keep(.resultaat, outcome.name, try PartStore<ResultaatType>(work).add(result(outcome, zaaktype)).record)
        }
        try roles(zaaktype)
        for (index, document) in documents.enumerated() {
            _ = try PartStore<ZaakTypeInformatieObjectType>(work).add(tie(document, index, zaaktype))
        }
        try VersionStore<ZaakType>(work).publish(zaaktype)
        return zaaktype
    }

    private mutating func keep<R: Resource>(_ part: TypePart, _ name: String, _ record: Record<R>) {
        keep(part, name, record.identifier)
    }

    private mutating func keep(_ part: TypePart, _ name: String, _ id: Identifier) {
        var draft = Draft<TypeKey>()
        (draft.soort, draft.naam, draft.type) = (part, name, id)
        if let key = try? draft.record() { keys.append(key) }
    }

    /// The version before ends on the day before this one begins.
    private func end(_ zaaktype: Identifier) throws {
        let day = type.validFrom.adding(days: -1)
        _ = try VersionStore<ZaakType>(work).change(zaaktype, .ending(on: day, addresses))
    }
}

// MARK: - Types that zaaktypen share, by their name

extension TypeCatalogue {
    /// The kinds of document, and what the town itself writes; answers their names in the catalogue.
    private mutating func documentTypes() throws -> [String] {
        var names: [String] = []
        for kind in type.documentKinds {
            let name = kind.title.nl.shortened(to: 80)
            let closed = kind.confidentiality ?? type.confidentiality
            keep(.documentsoort, kind.name, try documentType(name, closed, category: "Ingediend stuk"))
            if !names.contains(name) { names.append(name) }
        }
        keep(
            .documentsoort,
            TypePart.letter,
            try documentType(Self.letterName, type.confidentiality, category: "Uitgaand stuk")
        )
        if !names.contains(Self.letterName) { names.append(Self.letterName) }
        return names
    }

    private static var letterName: String { "Brief of beslissing" }

    private func documentType(
        _ name: String,
        _ closed: DossierType.Confidentiality,
        category: String
    ) throws -> Identifier {
        if let found = try TypeLookupStore(work.change.transaction).current(InformatieObjectType.self, name, catalogus)
        {
            return found
        }
        var input = TypeInput<InformatieObjectType>(addresses)
        input.draft.catalogus = .own(catalogus)
        (input.draft.omschrijving, input.draft.informatieobjectcategorie) = (name, category)
        input.draft.vertrouwelijkheidaanduiding = closed.word()
        input.draft.beginGeldigheid = min(type.validFrom, work.day)
        let store = VersionStore<InformatieObjectType>(work)
        return try store.publish(store.add(input).record.identifier).record.identifier
    }

    private mutating func decisionTypes() throws -> [String] {
        var names: [String] = []
        for decision in type.decisions {
            let name = decision.title.nl.shortened(to: 80)
            keep(.beslissing, decision.name, try decisionType(name, decision))
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    private func decisionType(_ name: String, _ decision: DecisionText) throws -> Identifier {
        if let found = try TypeLookupStore(work.change.transaction).current(BesluitType.self, name, catalogus) {
            return found
        }
        var input = TypeInput<BesluitType>(addresses)
        input.draft.catalogus = .own(catalogus)
        (input.draft.omschrijving, input.draft.publicatieIndicatie) = (name, false)
        input.draft.besluitcategorie = decision.body.nl.shortened(to: 40)
        input.draft.beginGeldigheid = min(type.validFrom, work.day)
        input.relations.informatieobjecttypen = [Self.letterName]
        let store = VersionStore<BesluitType>(work)
        return try store.publish(store.add(input).record.identifier).record.identifier
    }
}

// MARK: - The zaaktype and its own parts

extension TypeCatalogue {
    private func zaakType(_ decisions: [String]) throws -> TypeInput<ZaakType> {
        var input = TypeInput<ZaakType>(addresses)
        input.draft.identificatie = type.identification.shortened(to: 50)
        input.draft.omschrijving = type.title.nl.shortened(to: 80)
        input.draft.vertrouwelijkheidaanduiding = type.confidentiality.word()
        (input.draft.doel, input.draft.aanleiding) = (type.product.what.nl, "Vraag van \(type.product.forWhom.nl)")
        input.draft.indicatieInternOfExtern = type.origin == .inside ? .intern : .extern
        (input.draft.handelingInitiator, input.draft.handelingBehandelaar) = ("aanvragen", "behandelen")
        input.draft.onderwerp = type.title.nl.shortened(to: 80)
        input.draft.doorlooptijd = type.terms.first?.length ?? Self.noTerm
        input.draft.opschortingEnAanhoudingMogelijk = type.terms.contains { $0.suspension != nil }
        let extend = type.terms.first { $0.extend != nil }?.extend
        input.draft.verlengingMogelijk = extend != nil
        if let extend { input.draft.verlengingstermijn = .some(extend.length) }
        input.draft.trefwoorden = type.product.keywords
        input.draft.publicatieIndicatie = false
        input.draft.selectielijstProcestype = .some(Self.processLink(type))
        var process = Draft<ReferentieProces>()
        process.naam = type.title.nl.shortened(to: 80)
        input.draft.referentieproces = try process.record()
        input.draft.verantwoordelijke = type.department.shortened(to: 50)
        input.draft.catalogus = .own(catalogus)
        input.draft.beginGeldigheid = type.validFrom
        input.draft.versiedatum = .some(type.validFrom)
        input.relations.besluittypen = decisions
        input.relations.gerelateerdeZaaktypen = []
        return input
    }

    /// Types without a term still need one in the catalogue; a year says that nobody waits for it.
    private static var noTerm: Period { Period("P1Y") ?? .blank }

    private func statusType(_ phase: Phase, _ index: Int, _ zaaktype: Identifier) -> TypeInput<StatusType> {
        var input = TypeInput<StatusType>(addresses)
        input.draft.omschrijving = phase.title.nl.shortened(to: 80)
        input.draft.statustekst = phase.publicTitle.nl
        input.draft.zaaktype = .own(zaaktype)
        (input.draft.volgnummer, input.draft.informeren) = (index + 1, true)
        return input
    }

    private func result(_ outcome: Outcome, _ zaaktype: Identifier) throws -> TypeInput<ResultaatType> {
        var input = TypeInput<ResultaatType>(addresses)
        input.draft.zaaktype = .own(zaaktype)
        input.draft.omschrijving = outcome.title.nl.shortened(to: 30)
        input.draft.resultaattypeomschrijving = Self.outcomeLink(outcome)
        input.draft.selectielijstklasse = Self.ruleLink(type)
        input.draft.toelichting = outcome.text.nl
        input.draft.archiefnominatie = .some(type.retention.nomination == .keep ? .blijvend_bewaren : .vernietigen)
        if let term = type.retention.term { input.draft.archiefactietermijn = .some(term) }
        var procedure = Draft<BrondatumArchiefprocedure>()
        procedure.afleidingswijze = .afgehandeld
        input.draft.brondatumArchiefprocedure = .some(try procedure.record())
        return input
    }

    private mutating func roles(_ zaaktype: Identifier) throws {
        keep(.rol, TypePart.applicant, try role("Aanvrager", .initiator, zaaktype))
        for role in type.roles where role.name != TypePart.applicant {
            let name = role.title.nl.shortened(to: 100)
            keep(.rol, role.name, try self.role(name, role.kind.generic, zaaktype))
        }
    }

    private func role(_ name: String, _ generic: Catalogi.OmschrijvingGeneriek, _ zaaktype: Identifier) throws
        -> Identifier
    {
        var input = TypeInput<RolType>(addresses)
        (input.draft.omschrijving, input.draft.omschrijvingGeneriek) = (name, generic)
        input.draft.zaaktype = .own(zaaktype)
        return try PartStore<RolType>(work).add(input).record.identifier
    }

    private func tie(_ name: String, _ index: Int, _ zaaktype: Identifier) -> TypeInput<ZaakTypeInformatieObjectType> {
        var input = TypeInput<ZaakTypeInformatieObjectType>(addresses)
        input.draft.zaaktype = .own(zaaktype)
        (input.draft.informatieobjecttype, input.draft.volgnummer) = (name, index + 1)
        input.draft.richting = name == Self.letterName ? .uitgaand : .inkomend
        return input
    }
}

// MARK: - What archivists say

extension TypeCatalogue {
    /// The rules of retention stand in the type itself, so the links lead to our own lists and are known beforehand.
    static func selectielijst(_ type: DossierType) -> Selectielijst {
        let nomination: Archiefnominatie = type.retention.nomination == .keep ? .blijvend_bewaren : .vernietigen
        let titles = Dictionary(type.outcomes.map { (outcomeLink($0), $0.meaning.rawValue) }) { first, _ in first }
        let (rule, term) = (ruleLink(type), type.retention.term)
        let process = processLink(type)
        return Selectielijst(
            procestype: { $0 == process ? .found(true) : .unreachable },
            resultaat: { link in
                guard link == rule, let process else { return .unreachable }
                return .found(
                    Selectielijst.Resultaat(
                        procesType: process,
                        waardering: nomination,
                        bewaartermijn: term,
                        procestermijn: ""
                    )
                )
            },
            omschrijving: { link in titles[link].map { .found($0) } ?? .unreachable }
        )
    }

    private static func processLink(_ type: DossierType) -> Link? {
        Link("/referentielijsten/api/v1/procestypen/\(type.identification)")
    }

    private static func ruleLink(_ type: DossierType) -> Link? {
        Link("/referentielijsten/api/v1/resultaten/\(type.identification)")
    }

    private static func outcomeLink(_ outcome: Outcome) -> Link? {
        Link("/referentielijsten/api/v1/resultaattypeomschrijvingen/\(outcome.meaning.rawValue)")
    }
}

extension DossierType.Confidentiality {
    /// The same word in the catalogue.
    fileprivate func word() -> Catalogi.Vertrouwelijkheidaanduiding {
        Catalogi.Vertrouwelijkheidaanduiding(rawValue: rawValue) ?? .zeer_geheim
    }
}

extension DossierRole.Kind {
    fileprivate var generic: Catalogi.OmschrijvingGeneriek {
        switch self {
        case .handler: .behandelaar
        case .adviser: .adviseur
        case .approver, .decider: .beslisser
        case .desk: .klantcontacter
        }
    }
}

extension String {
    /// At most so many characters, cut after a word if that leaves most of it.
    func shortened(to limit: Int) -> String {
        guard unicodeScalars.count > limit else { return self }
        let cut = String(String.UnicodeScalarView(unicodeScalars.prefix(limit - 1)))
        let word = cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut[...]
        return (word.count > limit / 2 ? String(word) : cut) + "…"
    }
}
