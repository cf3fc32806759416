import Kernel
import Pages

extension Gallery {
    /// Each kind of field, empty or filled in.
    static func fields() -> HTML {
        var page = Leiebeke.residentPage("Velden")
        page.width = .narrow
        page.main = [
            "<h1>Velden</h1>",
            .form(
                to: "/velden",
                hidden: [("sleutel", "a1b2")],
                [fieldSet(error: false), .buttons([.button("Opslaan en verdergaan")])]
            ),
        ]
        return page.html
    }

    /// The same fields, all wrong, with the summary on top.
    static func wrongFields() -> HTML {
        var page = Leiebeke.residentPage("Velden met fouten")
        page.width = .narrow
        page.hasErrors = true
        page.main = [
            .errorSummary(allFields(error: true)), "<h1>Velden met fouten</h1>",
            .form(to: "/velden", takesFiles: true, fieldSet(error: true)),
        ]
        return page.html
    }

    static func allFields(error: Bool) -> [FormField] {
        [
            FormField("voornaam", "Voornaam", error: error ? "Vul je voornaam in." : nil),
            FormField(
                "mail",
                "E-mailadres",
                hint: "We sturen je hier nieuws over je dossier.",
                error: error ? "Vul een e-mailadres in zoals naam@voorbeeld.be." : nil
            ),
            FormField("opp", "Oppervlakte", isOptional: true),
            FormField("waarom", "Waarvoor heb je de plaats nodig?", error: error ? "Vul in waarvoor." : nil),
            FormField("soort", "Wat wil je plaatsen?", error: error ? "Kies wat je wilt plaatsen." : nil),
            FormField("wanneer", "Op welke dagen?", hint: "Kies alles wat past."),
            FormField("wijk", "Wijk", error: error ? "Kies een wijk." : nil),
            FormField("geboren", "Geboortedatum", hint: "Bijvoorbeeld 22 6 1985"),
            FormField("periode", "Periode", error: error ? "Tot en met moet later zijn dan 1 juli 2026." : nil),
            FormField("adres", "Jouw adres", error: error ? "Vul je straat in." : nil),
            FormField("plan", "Plan van het terras", error: error ? "Voeg een plan toe." : nil),
            FormField("eens", "Ik heb alles naar waarheid ingevuld.", error: error ? "Vink aan dat alles klopt." : nil),
        ]
    }

    private static func fieldSet(error: Bool) -> HTML {
        let all = allFields(error: error)
        let days = [FormChoice("week", "In de week"), FormChoice("weekend", "In het weekend")]
        let quarters = [FormChoice("c", "Centrum"), FormChoice("h", "Ter Heide"), FormChoice("m", "Molenhoek")]
        let until = DateParts(day: "3", month: "6", year: "2026")
        return [
            .textField(all[0], error ? "" : "Marieke", autocomplete: "given-name"),
            .textField(all[1], error ? "marieke@" : "", kind: .email, autocomplete: "email"),
            .textField(all[2], "12,5", kind: .decimal, unit: "m²"),
            .textArea(all[3], "Terras voor mijn koffiebar\nmet vier tafels", rows: 4, max: 500),
            .radios(all[4], placing, chosen: error ? nil : "terras"), .checkboxes(all[5], days, chosen: ["week"]),
            .select(all[6], quarters), .dateField(all[7], DateParts(.on("1985-07-30")), isBirth: true),
            .dateRange(all[8], from: DateParts(.on("2026-07-01")), until: until),
            .addressField(all[9], AddressParts(number: "12", postcode: "9899", municipality: "Leiebeke")),
            .fileField(
                all[10],
                accept: ".pdf,.jpg,.png",
                kinds: "Pdf, jpg of png",
                limit: tenMegabyte,
                added: added
            ),
            .checkbox(all[11]),
        ]
    }

    static let tenMegabyte = FileSize(bytes: 10_000_000)
    static let placing = [
        FormChoice("terras", "Een terras", hint: "Ook parasols, windschermen en bloembakken."),
        FormChoice("container", "Een container of stelling", hint: "Bijvoorbeeld voor een verbouwing."),
        FormChoice("verhuis", "Een verhuiswagen of lift"),
        FormChoice("anders", "Iets anders"),
    ]
    private static let added = [
        AddedFile(
            "inplantingsplan-terras-kerkstraat.pdf",
            size: FileSize(bytes: 842_113),
            state: HTML.tag("Nagekeken op virussen", .good),
            removal: "1"
        )
    ]
}
