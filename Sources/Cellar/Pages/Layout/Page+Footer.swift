import Kernel

extension Page {
    /// Help on the same place on every page (WCAG 3.2.6), the town's address and hours, and what the law asks for.
    var footer: HTML {
        HTML(
            """
            <footer class="footer"><div class="footer-inner"><div class="footer-grid">\
            \(help)\(opening)\
            <section><h2>\(Phrase.aboutThisSite, language)</h2><ul>\(legal)</ul></section></div>\
            <p class="footer-foot"><strong>\(brand.kind, language) \(brand.name)</strong>\(validity)</p></div></footer>
            """
        )
    }

    /// What the town has not set is left out.
    private var help: HTML {
        let phone = HTML("\(HTML.icon(.phone))<a href=\"\(Href.phone(brand.phone))\">\(brand.phone)</a>")
        let mail = HTML("\(HTML.icon(.mail))<a href=\"\(Href.mail(brand.mail))\">\(brand.mail)</a>")
        let address = HTML("\(HTML.icon(.pin))<span>\(brand.address)</span>")
        let lines = [(brand.phone, phone), (brand.mail, mail), (brand.address, address)]
            .filter { !$0.0.isEmpty }.map { HTML("<li>\($0.1)</li>") }
        guard !lines.isEmpty else { return .empty }
        return HTML("<section><h2>\(Phrase.needHelp, language)</h2><ul class=\"contact\">\(lines)</ul></section>")
    }

    private var opening: HTML {
        guard !hours.isEmpty else { return .empty }
        return HTML("<section><h2>\(Phrase.openingHours, language)</h2><ul>\(hours)</ul></section>")
    }

    private var hours: [HTML] {
        brand.hours.map { HTML("<li>\($0, language)</li>") }
    }

    private var legal: [HTML] {
        let links: [(Phrase, Href)] = [
            (.accessibility, "/toegankelijkheid"), (.privacy, "/privacy"), (.contact, "/contact"),
        ]
        return links.map { HTML("<li><a href=\"\($1)\">\($0, language)</a></li>") }
    }

    private var validity: HTML {
        language == .nl ? .empty : HTML(" <span>\(Phrase.onlyDutchIsValid, language)</span>")
    }
}
