import Kernel
import Pages
import Testing

@Suite struct ComponentTests {
    @Test func `a wrong field points at its hint and its error, and the summary leads to it`() {
        let field = FormField("mail", "E-mailadres", hint: "Waarom", error: "Vul een e-mailadres in.")
        let html = HTML.textField(field, "x").text
        #expect(html.contains("<label for=\"veld-mail\">"))
        #expect(html.contains("aria-describedby=\"veld-mail-hint veld-mail-error\" aria-invalid=\"true\""))
        #expect(html.contains("id=\"veld-mail-hint\"") && html.contains("id=\"veld-mail-error\""))
        #expect(HTML.errorSummary([field]).text.contains("<a href=\"#veld-mail\">Vul een e-mailadres in.</a>"))
    }

    @Test func `only the wrong part of an address is marked, and the summary leads there`() {
        let field = FormField("adres", "Adres", error: "Vul je postcode in.", wrongPart: "postcode")
        let html = HTML.addressField(field).text
        #expect(html.count(of: "aria-invalid") == 1)
        #expect(html.contains("id=\"veld-adres-postcode\""))
        #expect(HTML.errorSummary([field]).text.contains("href=\"#veld-adres-postcode\""))
    }

    @Test func `a form without errors has no summary`() {
        #expect(HTML.errorSummary([FormField("a", "A")]).isEmpty)
    }

    @Test func `what was typed comes back, also when it was wrong`() {
        let field = FormField("datum", "Datum", error: "Vul een datum in zoals 1 7 2026.")
        let html = HTML.dateField(field, DateParts(day: "31", month: "juni", year: "26")).text
        #expect(["31", "juni", "26"].allSatisfy { html.contains("value=\"\($0)\"") })
    }

    @Test(arguments: [
        (1, 1, [String]()), (1, 3, ["1", "2", "3"]), (5, 12, ["1", "4", "5", "6", "12"]), (12, 12, ["1", "11", "12"]),
        (99, 3, ["1", "2", "3"]), (-4, 3, ["1", "2", "3"]), (1, 2_000_000, ["1", "2", "2000000"]),
    ])
    func `pages of a list are the first, the last and those around`(page: Int, of count: Int, shown: [String]) {
        let html = HTML.pagination(page: page, of: count) { Href("?p=\($0)") }.text
        #expect(shown.allSatisfy { html.contains("href=\"?p=\($0)\" aria-label") })
        #expect(html.count(of: "aria-label=\"Pagina ") == shown.count)
        #expect(html.count(of: "aria-current=\"page\"") == min(1, shown.count))
    }

    @Test(arguments: [
        (-2, "bad", "2 dagen te laat"), (0, "attention", "vandaag laatste dag"), (5, "attention", "nog 5 dagen"),
        (6, "neutral", "nog 6 dagen"),
    ])
    func `a last day says in words how it stands`(left: Int, tone: String, words: String) {
        let html = HTML.term(.on("2026-06-22"), daysLeft: left).text
        #expect(html.contains("class=\"tag \(tone)\"") && html.contains(words) && html.contains("22/06/2026"))
    }

    @Test func `every state of a timeline is a word`() {
        let html = Gallery.myTimeline().text
        #expect(["Afgerond", "Bezig", "Verwacht"].allSatisfy { html.contains($0) })
        #expect(html.count(of: "aria-current=\"step\"") == 1)
    }

    @Test func `steps outside the form do no harm`() {
        #expect(HTML.steps([], current: 0).isEmpty)
        #expect(HTML.steps([FormStep("Wat")], current: 9).text.contains("Stap 1 van 1"))
    }

    @Test func `a table survives rows that are too short or too long`() {
        let html = HTML.table("T", [TableColumn("A"), TableColumn("B")], rows: [["a"], ["a", "b", "c"], []]).text
        #expect(html.count(of: "<tr ") == 4)
    }

    @Test(arguments: Icon.allCases)
    func `every icon is in the sprite`(icon: Icon) {
        let sprite = String(decoding: Asset.icons.bytes, as: UTF8.self)
        #expect(sprite.contains("<symbol id=\"\(icon.rawValue)\""))
    }
}

extension String {
    /// How often a piece occurs.
    func count(of piece: String) -> Int { ranges(of: piece).count }
}
