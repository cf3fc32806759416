public import Kernel

extension ZaakType: WrittenVersion {
    public typealias Relations = ZaakTypeRelations

    public static func settle(
        _ record: inout Record<ZaakType>,
        _ input: TypeInput<ZaakType>,
        _ old: Record<ZaakType>?,
        _ work: TypeWork,
        _ check: inout Check
    ) throws {
        checkTerms(record, &check)
        check.each(record.trefwoorden, "trefwoorden", atMost: 30)
        check.each(record.verantwoordingsrelatie, "verantwoordingsrelatie", atMost: 40)
        if let procestype = record.selectielijstProcestype, procestype != old?.selectielijstProcestype {
            let isOne = work.selectielijst.procestype(procestype).content("selectielijstProcestype", &check)
            if isOne == false { check.add(Fault("selectielijstProcestype", "invalid-resource")) }
        }
        if record.versiedatum == nil || record.versiedatum == old?.beginGeldigheid {
            record.versiedatum = record.beginGeldigheid
        }
        let catalogus = record.catalogus.identifier
        if let texts = input.relations.besluittypen {
            record.besluittypeOmschrijving = try work.names(
                texts,
                of: BesluitType.self,
                in: catalogus,
                field: "besluittypen",
                input,
                &check
            )
        }
        if let texts = input.relations.deelzaaktypen {
            record.deelzaaktypeIdentificaties = try work.names(
                texts,
                of: ZaakType.self,
                in: catalogus,
                field: "deelzaaktypen",
                input,
                &check
            )
        }
        _ = try relations(input, work, &check)
    }

    private static func checkTerms(_ record: Record<ZaakType>, _ check: inout Check) {
        check.that(
            !(record.servicenorm?.isZero ?? false),
            "servicenorm",
            "empty-duration",
            "Een termijn van niets is geen termijn; laat het veld leeg."
        )
        check.that(
            !record.verlengingMogelijk || record.verlengingstermijn != nil,
            "verlengingstermijn",
            "verlenging-mismatch",
            "Zeg met hoeveel de termijn verlengd kan worden."
        )
    }

    /// What keeps it from being published by the standard: a related type that exists as a concept only (ztc-012).
    public static func obstacles(_ record: Record<ZaakType>, _ work: TypeWork) throws -> [Fault] {
        let decisions = try work.conceptOnly(record.besluittypeOmschrijving, of: BesluitType.self, record)
        let documents = try work.conceptOnly(
            work.documentNames(of: record.identifier),
            of: InformatieObjectType.self,
            record
        )
        return (decisions + documents).prefix(1).map { name in
            Fault(Fault.whole, "concept-relation", "“\(name)” is nog niet gepubliceerd.")
        }
    }

    public static func wrote(_ record: Record<ZaakType>, _ input: TypeInput<ZaakType>, _ work: TypeWork) throws {
        var check = Check()
        guard let relations = try relations(input, work, &check) else { return }
        try work.writeRelations(relations, of: record.identifier)
    }

    public static func willRemove(_ record: Record<ZaakType>, _ work: TypeWork) throws {
        try work.removeParts(of: record.identifier)
    }

    /// The related zaaktypen by name, or by URL when they are somebody else's; nil when none were written.
    private static func relations(
        _ input: TypeInput<ZaakType>,
        _ work: TypeWork,
        _ check: inout Check
    ) throws -> [WrittenRelation]? {
        guard let given = input.relations.gerelateerdeZaaktypen else { return nil }
        var result: [WrittenRelation] = []
        for (index, relation) in given.enumerated() {
            let name = TypeName(relation.zaaktype, of: ZaakType.self, input.addresses)
            let place = "gerelateerdeZaaktypen.\(index).zaaktype"
            let text: String?
            if case .elsewhere(let url) = name {
                text = url
            } else {
                text = try work.name(name, of: ZaakType.self, in: nil, place, &check)
            }
            guard let text else { continue }
            result.append(
                WrittenRelation(zaaktype: text, aardRelatie: relation.aardRelatie, toelichting: relation.toelichting)
            )
        }
        return result
    }
}

/// A relation to a zaaktype, by name or foreign URL.
struct WrittenRelation: Hashable, Sendable {
    let zaaktype: String
    let aardRelatie: AardRelatie
    let toelichting: String
}

extension Check {
    /// Notes each text of a list that is too long.
    mutating func each(_ texts: [String], _ name: String, atMost max: Int) {
        for (index, text) in texts.enumerated() {
            that(text.unicodeScalars.count <= max, "\(name).\(index)", "max_length", "Hoogstens \(max) tekens.")
        }
    }
}
