import Kernel
import Pages

extension Gallery {
    /// Each kind of field, empty or filled in.
    static func fields() -> HTML {
        var page = Leiebeke.residentPage("Velden")
        page.width = .narrow
        page.main = HTML(
            """
            <h1>Velden</h1>\(HTML.form(to: "/velden", hidden: [("sleutel", "a1b2")], HTML(
                """
                \(fieldSet(error: false))\(HTML.buttons([HTML.button("Opslaan en verdergaan")]))
                """
            )))
            """
        )
        return page.html
    }

    /// The same fields, all wrong, with the summary on top.
    static func wrongFields() -> HTML {
        var page = Leiebeke.residentPage("Velden met fouten")
        page.width = .narrow
        page.hasErrors = true
        page.main = HTML(
            """
            \(HTML.errorSummary(allFields(error: true)))<h1>Velden met fouten</h1>\
            \(HTML.form(to: "/velden", takesFiles: true, fieldSet(error: true)))
            """
        )
        return page.html
    }

    static func allFields(error: Bool) -> [Field] {
        [
            Field("voornaam", "Voornaam", error: error ? "Vul je voornaam in." : nil),
            Field(
                "mail",
                "E-mailadres",
                hint: "We sturen je hier nieuws over je dossier.",
                error: error ? "Vul een e-mailadres in zoals naam@voorbeeld.be." : nil
            ),
            Field("opp", "Oppervlakte", isOptional: true),
            Field("waarom", "Waarvoor heb je de plaats nodig?", error: error ? "Vul in waarvoor." : nil),
            Field("soort", "Wat wil je plaatsen?", error: error ? "Kies wat je wilt plaatsen." : nil),
            Field("wanneer", "Op welke dagen?", hint: "Kies alles wat past."),
            Field("wijk", "Wijk", error: error ? "Kies een wijk." : nil),
            Field("geboren", "Geboortedatum", hint: "Bijvoorbeeld 22 6 1985"),
            Field("periode", "Periode", error: error ? "Tot en met moet later zijn dan 1 juli 2026." : nil),
            Field("adres", "Jouw adres", error: error ? "Vul je straat in." : nil),
            Field("plan", "Plan van het terras", error: error ? "Voeg een plan toe." : nil),
            Field("eens", "Ik heb alles naar waarheid ingevuld.", error: error ? "Vink aan dat alles klopt." : nil),
        ]
    }

    private static func fieldSet(error: Bool) -> HTML {
        let all = allFields(error: error)
        return HTML(
            """
            \(HTML.textField(all[0], error ? "" : "Marieke", autocomplete: "given-name"))\
            \(HTML.textField(all[1], error ? "marieke@" : "", kind: .email, autocomplete: "email"))\
            \(HTML.textField(all[2], "12,5", kind: .decimal, unit: "m²"))\
            \(HTML.textArea(all[3], "Terras voor mijn koffiebar\nmet vier tafels", rows: 4, max: 500))\
            \(HTML.radios(all[4], placing, chosen: error ? nil : "terras"))\
            \(HTML.checkboxes(all[5], [Choice("week", "In de week"), Choice("weekend", "In het weekend")], chosen: ["week"]))\
            \(HTML.select(all[6], [Choice("c", "Centrum"), Choice("h", "Ter Heide"), Choice("m", "Molenhoek")]))\
            \(HTML.dateField(all[7], DateParts(.on("1985-07-30")), isBirth: true))\
            \(HTML.dateRange(all[8], from: DateParts(.on("2026-07-01")), until: DateParts(day: "3", month: "6", year: "2026")))\
            \(HTML.addressField(all[9], AddressParts(number: "12", postcode: "9899", municipality: "Leiebeke")))\
            \(HTML.fileField(all[10], accept: ".pdf,.jpg,.png", kinds: "Pdf, jpg of png", limit: tenMegabyte, added: added))\
            \(HTML.checkbox(all[11]))
            """
        )
    }

    static let tenMegabyte = FileSize(bytes: 10_000_000)
    static let placing = [
        Choice("terras", "Een terras", hint: "Ook parasols, windschermen en bloembakken."),
        Choice("container", "Een container of stelling", hint: "Bijvoorbeeld voor een verbouwing."),
        Choice("verhuis", "Een verhuiswagen of lift"),
        Choice("anders", "Iets anders"),
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
