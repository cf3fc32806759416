import Kernel
import Pages
import Web

/// What the foot of every page leads to: contact, privacy, accessibility.
struct StatementRoutes {
    let brand: Brand

    var routes: [Route] {
        [
            route("/contact", "Contact", contact),
            route("/privacy", "Privacy", Self.privacy),
            route("/toegankelijkheid", "Toegankelijkheid", Self.accessibility),
        ]
    }

    private func route(_ path: String, _ title: String, _ content: HTML) -> Route {
        var page = Page(title, brand: brand)
        page.width = .narrow
        page.main = ["<h1>\(title)</h1>", content]
        let bytes = page.html.bytes
        return .get(path, policy: .everyone) { _, _ in .page(bytes) }
    }

    private var contact: HTML {
        let facts = [("Adres", brand.address), ("Telefoon", brand.phone), ("E-mail", brand.mail)]
        let known = facts.filter { !$0.1.isEmpty }
        guard !known.isEmpty else {
            return "<p class=\"lead\">Deze gemeente heeft haar gegevens hier nog niet ingevuld.</p>"
        }
        return .summaryList(known.map { SummaryRow($0.0, $0.1) })
    }

    private static let privacy: HTML = """
        <p class="lead">Wie hier een bewijs nakijkt, laat niets achter.</p>
        <h2>Een bewijs nakijken</h2>
        <p>We rekenen na of het bewijs en je documenten kloppen. We bewaren het bewijs niet, de documenten niet, en \
        ook niet wie dat deed.</p>
        <h2>Het register</h2>
        <p>Wat iedereen kan lezen, zijn controlegetallen. Daar staat geen naam, geen adres en geen tekst in, en ze \
        kunnen er ook niet uit teruggevonden worden.</p>
        <h2>Cookies</h2>
        <p>Wie zich aanmeldt, krijgt een cookie tot de browser sluit. Een formulier krijgt er één die het \
        beschermt tegen andere websites. Andere cookies zijn er niet, en we vragen niets aan andere websites.</p>
        """

    private static let accessibility: HTML = """
        <p class="lead">We willen dat iedereen deze website kan gebruiken.</p>
        <h2>Hoe ver we staan</h2>
        <p>We bouwen volgens WCAG 2.2, niveau AA. Een programma kijkt elk onderdeel na: contrast, toetsenbord, zoom \
        en namen van velden. Niemand met een schermlezer heeft de website al getest.</p>
        <h2>Iets werkt niet voor jou?</h2>
        <p>Laat het ons weten via <a href="/contact">contact</a>.</p>
        """
}
