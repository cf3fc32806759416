import Pages
import Testing

@Suite struct LinkTests {
    @Test(arguments: [
        "javascript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "JAVASCRIPT:alert(1)",
        "\u{1}javascript:x",
        "vbscript:x", "data:text/html;base64,PHN2Zz4=", "file:///etc/passwd", "blob:x", "ftp://x", "x-custom:y",
        "//elders.be",
        "/\\elders.be", "\\\\elders.be", "http:elders.be", "https:/elders.be", "werk/dossiers", "", "https://a b",
        "/a\nb",
    ])
    func `an address that could lead astray is refused`(text: String) {
        #expect(Href(checking: text) == nil)
    }

    @Test(arguments: [
        "/", "/werk/dossiers/2026-001234?fase=advies#verloop", "?pagina=2", "#inhoud", "https://www.vlaanderen.be/x",
        "HTTPS://vlaanderen.be", "http://vlaanderen.be", "mailto:loket@leiebeke.example", "tel:+3295550100",
    ])
    func `an address of this site, the web, mail or telephone is kept`(text: String) {
        #expect(Href(checking: text)?.text == text)
    }

    @Test func `an address that is too long is refused`() {
        #expect(Href(checking: "/" + String(repeating: "a", count: 2_047)) != nil)
        #expect(Href(checking: "/" + String(repeating: "a", count: 2_048)) == nil)
    }

    @Test func `a value in an address cannot change where it leads`() {
        let value = "../x?y=1&z#//\"<é"
        let link = Href("/werk/dossiers/\(value)?q=\(value)&n=\(7)")
        let encoded = "..%2Fx%3Fy%3D1%26z%23%2F%2F%22%3C%C3%A9"
        #expect(link.text == "/werk/dossiers/\(encoded)?q=\(encoded)&n=7")
        #expect(Href("\("javascript:alert(1)")").text == "javascript%3Aalert%281%29")
    }

    @Test func `mail, telephone and query addresses hold only what they should`() {
        #expect(Href.mail("a b@x.be?bcc=c").text == "mailto:a%20b@x.be%3Fbcc%3Dc")
        #expect(Href.phone("+32 9 555 01 00").text == "tel:+3295550100")
        #expect(Href.query([("q", "a&b"), ("p", "1")]).text == "?q=a%26b&p=1")
    }
}
