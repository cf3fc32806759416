import Kernel

extension DossierType {
    static let shape = Shape<DossierType>(
        "Dossiertype",
        "Een soort dossier",
        "A dossier type: one version of everything that a dossier of this kind needs.",
        about + inside + work + end
    )

    private static let about: [Member<DossierType>] = [
        .needed("identificatie", \.identification, .slug, "Naam in adressen", "Stable key; also in addresses."),
        .needed("versie", \.version, .whole(1...9_999), "Versie", "One more for each published change."),
        .needed("geldigVanaf", \.validFrom, .day, "Geldig vanaf", "First day on which new dossiers get this version."),
        .needed("titel", \.title, .text(80), "Titel", "Name for people (ZGW zaaktypeOmschrijving)."),
        .usual("herkomst", \.origin, .word, "Herkomst", "Asked from outside, or internal work."),
        .needed("product", \.product, .object, "Productbeschrijving", "What a resident reads before starting."),
        .list(
            "rechtsgronden",
            \.legalBases,
            .object,
            0...10,
            "Rechtsgronden",
            "Laws and regulations it rests on."
        ),
        .needed("dienst", \.department, .slug, "Verantwoordelijke dienst", "Code of the department in Organisatie."),
        .usual(
            "vertrouwelijkheid",
            \.confidentiality,
            .word,
            "Vertrouwelijkheid",
            "ZGW vertrouwelijkheidaanduiding."
        ),
        .list("kanalen", \.channels, .word, 1...6, "Kanalen", "Ways in which a dossier may begin."),
    ]

    private static let inside: [Member<DossierType>] = [
        .list(
            "documentsoorten",
            \.documentKinds,
            .object,
            0...30,
            "Documentsoorten",
            "Kinds of document it can hold."
        ),
        .list("rollen", \.roles, .object, 1...20, "Rollen", "Who takes part, by function."),
        .needed("formulier", \.form, .object, "Formulier", "Steps and fields."),
        .list("tabellen", \.tables, .object, 0...20, "Tabellen", "Tariffs and lists for expressions."),
        .free("retributie", \.fee, .object, "Retributie", "Fee, if any."),
    ]

    private static let work: [Member<DossierType>] = [
        .list("fasen", \.phases, .object, 2...20, "Fasen", "Phases in order; the last closes the dossier."),
        .list("taken", \.tasks, .object, 1...60, "Taken", "The work, task by task."),
        .list("adviezen", \.advices, .object, 0...20, "Adviezen", "Advices that are asked."),
        .list("termijnen", \.terms, .object, 1...10, "Termijnen", "Terms; the first gives the legal last day."),
        .usual("ontbrekendStuk", \.missingPaper, .object, "Ontbrekend stuk", "How a missing paper is waited for."),
        .list("poorten", \.gates, .object, 0...30, "Poorten", "What must hold before something may happen."),
    ]

    private static let end: [Member<DossierType>] = [
        .list("brieven", \.letters, .object, 0...30, "Brieven", "Letters that differ from those of the house."),
        .list("beslissingen", \.decisions, .object, 0...20, "Beslissingsteksten", "Texts of decisions."),
        .list("resultaten", \.outcomes, .object, 1...20, "Resultaten", "How a dossier can end."),
        .needed("bewaring", \.retention, .object, "Bewaring", "Retention rule."),
    ]
}
