import Kernel

extension FormQuestion {
    static let shape = Shape<FormQuestion>("Veld", "Een veld", "One question of the form.", asked + limits)

    private static let asked: [Member<FormQuestion>] = [
        .needed("naam", \.name, .name, "Naam", "Key within the document; expressions use it."),
        .needed("soort", \.kind, .word, "Soort", "What kind of answer it takes."),
        .needed("titel", \.title, .text(300), "Vraag", "The question, or the statement to accept."),
        .free("hulp", \.hint, .text(500), "Hulp", "Help under the question."),
        .usual("verplicht", \.isRequired, .truth, "Verplicht", "Must be answered when visible."),
        .free("verplichtAls", \.requiredWhen, .rule, "Verplicht als", "Decides instead of 'verplicht'."),
        .free("tonenAls", \.visible, .rule, "Tonen als", "Condition over earlier fields."),
        .list("keuzes", \.options, .object, 0...60, "Keuzes", "For keuze and meerkeuze."),
    ]

    private static let limits: [Member<FormQuestion>] = [
        .free("minstens", \.least, .amount, "Minstens", "Least number, amount or count of ticks."),
        .free("hoogstens", \.greatest, .amount, "Hoogstens", "Greatest number, amount or count of ticks."),
        .usual("geheel", \.isWhole, .truth, "Geheel getal", "Whether a number must be whole."),
        .free("eenheid", \.unit, .line(20), "Eenheid", "What a number counts."),
        .free("tekens", \.longest, .whole(1...10_000), "Tekens", "Characters of a text at most."),
        .free("vanaf", \.earliest, .rule, "Vanaf", "First day that can be chosen; expression giving a date."),
        .free("totEnMet", \.latest, .rule, "Tot en met", "Last day that can be chosen; expression giving a date."),
        .free("dagenHoogstens", \.daysMost, .whole(1...3_660), "Dagen hoogstens", "Longest period, ends included."),
        .free("documentsoort", \.document, .name, "Documentsoort", "Kind of document that is added."),
        .usual("bestandenHoogstens", \.filesMost, .whole(1...20), "Bestanden hoogstens", "How many files."),
        .free("kader", \.box, .object, "Kader", "Where an area may lie; default the town."),
        .usual("kenmerk", \.isMarked, .truth, "Kenmerk", "Mining may see the answer: no personal data, no free text."),
    ]
}
