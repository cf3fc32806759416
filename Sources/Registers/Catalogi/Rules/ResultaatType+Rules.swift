public import Kernel

extension ResultaatType: WrittenPart {
    public static var uniqueColumns: [String] { ["omschrijving"] }

    public static func repeated(_ input: TypeInput<ResultaatType>) -> RepeatedFacts {
        var facts = RepeatedFacts()
        facts.catalogus = input.relations.catalogus ?? nil
        facts.beginGeldigheid = input.relations.beginGeldigheid ?? nil
        facts.eindeGeldigheid = input.relations.eindeGeldigheid
        return facts
    }

    public static func settle(
        _ record: inout Record<ResultaatType>,
        _ input: TypeInput<ResultaatType>,
        _ type: ZaakTypeFacts,
        _ work: TypeWork,
        _ check: inout Check
    ) throws {
        try settleNames(&record, input, type, work, &check)
        let text = work.selectielijst.omschrijving(record.resultaattypeomschrijving)
            .content("resultaattypeomschrijving", &check)
        if let text { record.omschrijvingGeneriek = text }
        let row = work.selectielijst.resultaat(record.selectielijstklasse).content("selectielijstklasse", &check)
        guard let row else { return }
        check.that(
            row.procesType == type.selectielijstProcestype,
            Fault.whole,
            "procestype-mismatch",
            "Deze klasse hoort niet bij het procestype van het zaaktype."
        )
        if record.archiefnominatie == nil { record.archiefnominatie = row.waardering }
        if record.archiefactietermijn == nil { record.archiefactietermijn = row.bewaartermijn }
        guard let procedure = record.brondatumArchiefprocedure else {
            check.that(
                record.archiefnominatie == .blijvend_bewaren,
                "brondatumArchiefprocedure",
                "required"
            )
            return
        }
        procedure.check(procestermijn: row.procestermijn, &check)
    }

    private static func settleNames(
        _ record: inout Record<ResultaatType>,
        _ input: TypeInput<ResultaatType>,
        _ type: ZaakTypeFacts,
        _ work: TypeWork,
        _ check: inout Check
    ) throws {
        if let texts = input.relations.besluittypen {
            record.besluittypeOmschrijving = try work.names(
                texts,
                of: BesluitType.self,
                in: type.catalogus,
                field: "besluittypen",
                input,
                &check
            )
        }
        if let texts = input.relations.informatieobjecttypen {
            record.informatieobjecttypeOmschrijving = try work.names(
                texts,
                of: InformatieObjectType.self,
                in: type.catalogus,
                field: "informatieobjecttypen",
                input,
                &check
            )
        }
    }
}

extension Record<BrondatumArchiefprocedure> {
    /// Holds it against the term of the selectielijst (ztc-003), and each member against the way of deriving.
    func check(procestermijn: String, _ check: inout Check) {
        let fits =
            switch procestermijn {
            case "": true
            case "nihil": self.afleidingswijze == .afgehandeld
            case "ingeschatte_bestaansduur_procesobject": self.afleidingswijze == .termijn
            default: self.afleidingswijze != .afgehandeld
            }
        check.that(
            fits,
            Fault.whole,
            "invalid-afleidingswijze-for-procestermijn",
            "Deze afleidingswijze past niet bij de procestermijn van de selectielijst."
        )
        let wanted = self.afleidingswijze.wanted
        for (name, isGiven) in given {
            let place = "brondatumArchiefprocedure.\(name)"
            if wanted.contains(name) {
                check.that(isGiven, place, "required")
            } else {
                check.that(!isGiven, place, "must-be-empty", "Dit hoort leeg te zijn bij deze afleidingswijze.")
            }
        }
        if [Afleidingswijze.afgehandeld, .termijn].contains(self.afleidingswijze) {
            check.that(
                !self.einddatumBekend,
                "brondatumArchiefprocedure.einddatumBekend",
                "must-be-empty",
                "Dit hoort leeg te zijn bij deze afleidingswijze."
            )
        }
    }

    private var given: [(name: String, isGiven: Bool)] {
        [
            ("procestermijn", self.procestermijn != nil), ("datumkenmerk", !self.datumkenmerk.isEmpty),
            ("objecttype", self.objecttype != nil), ("registratie", !self.registratie.isEmpty),
        ]
    }
}

extension Afleidingswijze {
    /// The members of the procedure that this way needs (ztc-004 … ztc-008).
    var wanted: Set<String> {
        switch self {
        case .termijn: ["procestermijn"]
        case .eigenschap: ["datumkenmerk"]
        case .ander_datumkenmerk: ["datumkenmerk", "objecttype", "registratie"]
        case .zaakobject: ["datumkenmerk", "objecttype"]
        case .afgehandeld, .gerelateerde_zaak, .hoofdzaak, .ingangsdatum_besluit, .vervaldatum_besluit: []
        }
    }
}
