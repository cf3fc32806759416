import Pages
import Testing

@Suite struct HTMLTests {
    @Test func `text is escaped and markup is not`() {
        let name = "<script>alert('1')</script> & \"zo\""
        let inner = HTML("<b>\(name)</b>")
        #expect(inner.text == "<b>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;zo&quot;</b>")
        #expect(HTML("<p>\(inner)</p>\(7)").text == "<p>\(inner.text)</p>7")
    }
}
