import Kernel
import Pages
import Testing

/// Hostile text in every text of every component: it is sound if the payload adds no tag and ends no attribute.
@Suite struct HostileTextTests {
    static let payloads = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
        "</textarea><script>",
        "</title><script>alert(1)</script>", "--><svg onload=alert(1)>", "&lt;script&gt;", "javascript:alert(1)",
    ]

    @Test(arguments: Component.all)
    func `a hostile text stays text`(component: Component) {
        let harmless = structure(component.make("x"))
        for payload in HostileTextTests.payloads {
            #expect(structure(component.make(payload)) == harmless, "\(component.name): \(payload)")
        }
    }

    /// What makes markup: all tags' names and the number of quotes.
    private func structure(_ html: HTML) -> [String] {
        let tags = html.text.split(separator: "<").map { String($0.prefix { $0 != " " && $0 != ">" }) }
        return tags.dropFirst() + ["\(html.text.count { $0 == "\"" })", "\(html.text.count { $0 == ">" })"]
    }
}

/// A component with one text put into every place that takes one.
struct Component: Sendable, CustomTestStringConvertible {
    let name: String
    let make: @Sendable (String) -> HTML

    var testDescription: String { name }

    init(_ name: String, _ make: @escaping @Sendable (String) -> HTML) {
        (self.name, self.make) = (name, make)
    }

    static let day = Day.on("2026-06-22")

    static func field(_ text: String) -> FormField { FormField(text, text, hint: text, error: text) }

    static func brand(_ text: String) -> Brand {
        let content = Text(nl: text)
        return Brand(kind: content, name: text, address: text, phone: text, mail: text, hours: [content])
    }

    static let all = small + lists + fields + pages

    private static let small = [
        Component("button") { HTML.button($0, icon: .check, name: $0, value: $0, about: $0) },
        Component("linkButton") { HTML.linkButton($0, to: Href("/\($0)"), about: $0) },
        Component("link") { HTML.link($0, to: Href("/\($0)"), outside: .nl) },
        Component("tag") { HTML.tag($0) },
        Component("notice") { HTML.notice(.info, $0) },
        Component("flash") { HTML.flash(.bad, $0) },
        Component("details") { HTML.details($0, HTML("\($0)")) },
        Component("emptyState") { HTML.emptyState(.list, $0, $0) },
        Component("person") { HTML.person($0) },
        Component("hero") { HTML.hero($0, $0, .empty) },
        Component("pageHead") { HTML.pageHead($0, $0, facts: [HTML("\($0)")]) },
        Component("panel") { HTML.panel($0, .empty, id: Anchor($0)) },
        Component("receipt") { HTML.receipt($0, label: $0, number: $0, .empty) },
        Component("searchBox") { HTML.searchBox($0, to: "/", value: $0, name: $0) },
        Component("section") { HTML.section($0, .empty, hint: $0) },
        Component("turn") { HTML.turn(.other($0)) },
        Component("actBanner") {
            HTML.actBanner(.other($0), $0, by: LastDay(day, daysLeft: 1, explanation: [$0]))
        },
        Component("live") { HTML.live(Href("/\($0)"), Anchor($0), HTML("\($0)")) },
    ]

    private static let lists = [
        Component("timeline") {
            HTML.timeline([TimelineEvent(.current, $0, when: HTML("\($0)"), who: $0, tag: HTML.tag($0))])
        },
        Component("summaryList") { HTML.summaryList([SummaryRow($0, $0, change: Href("/\($0)"))]) },
        Component("documents") {
            HTML.documents([DocumentItem($0, to: Href("/\($0)"), kind: $0, size: nil, day: day)])
        },
        Component("cards") { HTML.cards([Card($0, $0, to: Href("/\($0)"), foot: [HTML("\($0)")])]) },
        Component("figures") { HTML.figures([($0, $0)]) },
        Component("tasks") { HTML.tasks([TaskItem($0, $0, isDone: true, who: $0)]) },
        Component("messages") { HTML.messages([Message($0, $0, when: HTML("\($0)"), $0, isInternal: true)]) },
        Component("table") {
            HTML.table($0, [TableColumn($0), TableColumn($0)], rows: [[HTML("\($0)"), HTML("\($0)")]])
        },
        Component("worklist") {
            let item = WorkItem(
                $0,
                $0,
                to: Href("/\($0)"),
                about: $0,
                phase: $0,
                turn: .other($0),
                last: LastDay(day, daysLeft: -1),
                assignee: $0
            )
            return HTML.worklist($0, [item], selecting: $0)
        },
        Component("breadcrumbs") { HTML.breadcrumbs([NavigationItem($0, to: Href("/\($0)"))]) },
        Component("tabs") { HTML.tabs($0, [NavigationItem($0, to: Href("/\($0)"))]) },
        Component("pagination") { text in HTML.pagination(page: 2, of: 9) { Href("?q=\(text)&pagina=\($0)") } },
        Component("filters") { HTML.filters([($0, Href("/\($0)"))], clear: "/") },
        Component("map") { HTML.map($0, [Place($0, $0, to: Href("/\($0)"))]) },
        Component("steps") { HTML.steps([FormStep($0, to: Href("/\($0)")), FormStep($0)], current: 2) },
    ]

    private static let fields = [
        Component("textField") { HTML.textField(field($0), $0, autocomplete: $0, unit: $0) },
        Component("textArea") { HTML.textArea(field($0), $0) },
        Component("radios") { HTML.radios(field($0), [FormChoice($0, $0, hint: $0)], chosen: $0) },
        Component("checkboxes") { HTML.checkboxes(field($0), [FormChoice($0, $0, hint: $0)], chosen: [$0]) },
        Component("checkbox") { HTML.checkbox(field($0)) },
        Component("select") { HTML.select(field($0), [FormChoice($0, $0)], chosen: $0) },
        Component("dateField") { HTML.dateField(field($0), DateParts(day: $0, month: $0, year: $0)) },
        Component("dateRange") { HTML.dateRange(field($0), from: DateParts(day: $0), until: DateParts(year: $0)) },
        Component("fileField") {
            let file = AddedFile($0, size: FileSize(bytes: 1), removal: $0)
            return HTML.fileField(field($0), accept: $0, kinds: $0, limit: FileSize(bytes: 1), added: [file])
        },
        Component("addressField") {
            let parts = AddressParts(street: $0, number: $0, box: $0, postcode: $0, municipality: $0)
            return HTML.addressField(field($0), parts)
        },
        Component("errorSummary") { HTML.errorSummary([field($0)]) },
        Component("form") { HTML.form(to: Href("/\($0)"), hidden: [($0, $0)], .empty) },
    ]

    private static let pages = [
        Component("page") {
            let brand = brand($0)
            var page = Page($0, brand: brand, door: .desk)
            page.navigation = [NavigationItem($0, to: Href("/\($0)"))]
            page.breadcrumbs = page.navigation
            page.signedIn = SignedIn($0, actingFor: $0, account: "/", signOut: "/", token: [($0, $0)])
            return page.html
        },
        Component("problem") {
            let brand = brand($0)
            return Page.problem(.ourFault(reference: $0, answersKept: true), brand: brand).html
        },
        Component("noAccess") { Page.problem(.noAccess(askAt: $0), brand: Leiebeke.brand).html },
    ]
}
