import Kernel
import Pages
import Testing

@Suite struct HTMLTests {
    @Test func `text is escaped and markup is not`() {
        let name = "<script>alert('1')</script> & \"zo\""
        let inner = HTML("<b>\(name)</b>")
        #expect(inner.text == "<b>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;zo&quot;</b>")
        #expect(HTML("<p>\(inner)</p>\(7)").text == "<p>\(inner.text)</p>7")
    }

    @Test func `control characters that HTML forbids become the replacement character`() {
        #expect(HTML("\("a\u{0}b\u{1B}c\td\ne\u{7F}")").text == "a\u{FFFD}b\u{FFFD}c\td\ne\u{FFFD}")
    }

    @Test func `lists, optionals and conditions go in as they are`() {
        let nothing: String? = nil
        let rows = [HTML("<li>1</li>"), HTML("<li>2</li>")]
        #expect(HTML("<ul>\(rows)</ul>\(nothing)").text == "<ul><li>1</li><li>2</li></ul>")
        #expect(HTML("\(HTML("<b>"), if: false)\(HTML("<i>"), if: true)").text == "<i>")
        #expect(HTML.joined(rows, by: "<hr>").text == "<li>1</li><hr><li>2</li>")
    }

    @Test func `an attribute without a value is left out`() {
        let none: String? = nil
        #expect(HTML("<a\(attribute: "title", none)\(flag: "open", if: false)>").text == "<a>")
        #expect(HTML("<a\(attribute: "title", "x\"y")\(flag: "open", if: true)>").text == "<a title=\"x&quot;y\" open>")
    }

    @Test(arguments: [
        ("javascript:alert(1)", "#"), ("JaVaScRiPt:alert(1)", "#"), ("data:text/html,x", "#"), ("//elders.be", "#"),
        ("/werk", "/werk"), ("https://vlaanderen.be/?a=1&b=2", "https://vlaanderen.be/?a=1&amp;b=2"),
    ])
    func `a text that lands in an address is checked like a link`(text: String, shown: String) {
        #expect(HTML("<a href=\"\(text)\">").text == "<a href=\"\(shown)\">")
        #expect(HTML("<form action=\"\(text)\">").text == "<form action=\"\(shown)\">")
        #expect(HTML("<img src=\"\(text)\">").text == "<img src=\"\(shown)\">")
        #expect(HTML("<a\(attribute: "href", text)>").text == "<a href=\"\(shown)\">")
    }

    @Test func `content that falls back on Dutch says so`() {
        let text = Text(nl: "Markt", en: "Market")
        #expect(HTML("\(text, .en)").text == "Market")
        #expect(HTML("\(text, .fr)").text == "<span lang=\"nl\">Markt</span>")
    }

    @Test func `an id never breaks out of a list of references`() {
        #expect(Anchor("straat en \"nr\"").text == "straat_20en_20_22nr_22")
        #expect(Anchor("a b").text != Anchor("a_20b").text)
        #expect(Anchor("").text == "_")
    }

    /// Seeded: a failure prints the seed with which it comes back.
    @Test(arguments: 0..<200 as Range<UInt64>)
    func `whatever the text, escaping adds no markup and loses nothing`(seed: UInt64) {
        var random = Seeded(state: seed)
        let text = random.text()
        let escaped = HTML("\(text)").text
        #expect(!escaped.contains { "<>\"'".contains($0) }, "seed \(seed)")
        #expect(unescaped(escaped) == text, "seed \(seed)")
    }

    private func unescaped(_ text: String) -> String {
        let references = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        return references.reduce(text) { text, pair in
            text.split(separator: pair.0, omittingEmptySubsequences: false).joined(separator: pair.1)
        }
    }
}

/// A small generator (SplitMix64) for texts full of what could go wrong.
struct Seeded {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func text() -> String {
        let pieces = [
            "<", ">", "&", "\"", "'", "&amp;", "&#39", "</script>", "<!--", "-->", "]]>", "é", "‮", "🏰", "\n", " ", "a",
            "=",
            "javascript:", "\u{2028}", "\\", "`", "<img src=x onerror=alert(1)>",
        ]
        return (0..<next() % 40).map { _ in pieces[Int(next() % UInt64(pieces.count))] }.joined()
    }
}
