extension ExpressionScope {
    /// Names that hold while the form is filled in.
    static let formNames: [String: Entry] = [
        "vandaag": Entry(.day),
        "kanaal": Entry(.text, choices: Set(DossierType.Channel.allCases.map(\.rawValue))),
    ]

    /// Names that hold in a running dossier, beside those of the form.
    static let flowNames: [String: Entry] = formNames.merging(
        [
            "retributie": Entry(.money),
            "toegewezen": Entry(.boolean),
            "volledig": Entry(.boolean),
            "adviezenBinnen": Entry(.boolean),
            "ontwerp": Entry(.boolean),
            "goedgekeurd": Entry(.boolean),
            "beslist": Entry(.boolean),
            "meegedeeld": Entry(.boolean),
            "betaald": Entry(.boolean),
            "resultaat": Entry(.text),
        ]
    ) { _, new in new }

    /// Names that only letters and decisions have.
    static let letterNames: [String: Entry] = [
        "dossier.nummer": Entry(.text), "dossier.titel": Entry(.text), "dossier.ontvangen": Entry(.day),
        "dossier.uitersteDag": Entry(.day), "aanvrager.naam": Entry(.text), "behandelaar.naam": Entry(.text),
        "behandelaar.telefoon": Entry(.text), "behandelaar.mail": Entry(.text), "dienst.naam": Entry(.text),
        "gemeente.naam": Entry(.text), "vraag.stukken": Entry(.text), "vraag.uitleg": Entry(.text),
        "vraag.uitersteDag": Entry(.day), "vraag.stopDag": Entry(.day), "beslissing.titel": Entry(.text),
        "beslissing.tekst": Entry(.text), "beslissing.datum": Entry(.day), "beslissing.motivering": Entry(.text),
        "beslissing.voorwaarden": Entry(.text), "beroep.waar": Entry(.text), "beroep.hoe": Entry(.text),
        "beroep.uitersteDag": Entry(.day), "adviezen": Entry(.text), "reden": Entry(.text),
    ]
}

extension DossierType {
    /// What conditions of a field or step may speak of: what stands before it.
    func formScope(before field: String? = nil) -> ExpressionScope {
        let known = form.fields.prefix { $0.name != field }
        var scope = ExpressionScope(names: ExpressionScope.formNames)
        scope.names.merge(known.map { ($0.name, $0.entry) }) { first, _ in first }
        scope.references[.check] = Set(form.checks.map(\.name))
        scope.references[.table] = Set(tables.map(\.name))
        for table in tables { scope.tables[table.name] = (table.isMoney ? .money : .number, table.keyCount) }
        return scope
    }

    /// What conditions of phases, tasks, advices and gates may speak of.
    var flowScope: ExpressionScope {
        var scope = formScope().with(ExpressionScope.flowNames)
        scope.names["resultaat"] = ExpressionScope.Entry(.text, choices: Set(outcomes.map(\.name)))
        scope.references[.task] = Set(tasks.map(\.name))
        scope.references[.advice] = Set(advices.map(\.name))
        scope.references[.paper] = Set(documentKinds.map(\.name))
        return scope
    }

    /// What a line of the fee may speak of: the form, and the lines above it.
    func feeScope(before line: Int) -> ExpressionScope {
        let lines = (fee?.lines ?? []).prefix(line)
        return formScope().with(
            Dictionary(lines.map { ($0.name, ExpressionScope.Entry(.money)) }) { first, _ in first }
        )
    }
}
