import Kernel
import Testing

struct JSONWriterTests {
    private func written(_ body: (inout JSONWriter) -> Void) -> String {
        String(decoding: JSONWriter.bytes(capacity: 1, body), as: UTF8.self)
    }

    @Test func `commas and brackets stand where they belong`() {
        let text = written { writer in
            writer.beginObject()
            writer.name("leeg")
            writer.beginArray()
            writer.endArray()
            writer.name(JSONName("lijst"))
            writer.beginArray()
            writer.integer(1)
            writer.beginObject()
            writer.endObject()
            writer.text("{")
            writer.null()
            writer.endArray()
            writer.name("waar")
            writer.boolean(true)
            writer.endObject()
        }
        #expect(text == #"{"leeg":[],"lijst":[1,{},"{",null],"waar":true}"#)
    }

    @Test(arguments: [
        ("", #""""#), ("plain text of some length", #""plain text of some length""#),
        ("12345678", #""12345678""#), ("1234567\"", #""1234567\"""#), ("a\\b/c", #""a\\b/c""#),
        ("\u{0}\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""), ("\n\r\t\u{8}\u{C}", #""\n\r\t\b\f""#),
        ("é€🏰\u{2028}", "\"é€🏰\u{2028}\""), ("ends with [", #""ends with [""#),
    ])
    func `a text is escaped where it must be and nowhere else`(text: String, json: String) {
        #expect(written { $0.text(text) } == json)
        #expect(written { $0.name(text) } == json + ":")
    }

    @Test(arguments: [0, 7, 10, -1, 99, 1_234_567_890, .max, .min] as [Int64])
    func `whole numbers are written as Swift writes them`(number: Int64) {
        #expect(written { $0.integer(number) } == "\(number)")
    }

    @Test(
        arguments: [
            (0.1, "0.1"), (-0.0, "-0.0"), (1e300, "1e+300"), (.leastNonzeroMagnitude, "5e-324"), (3, "3.0"),
            (.infinity, "null"), (.nan, "null"),
        ] as [(Double, String)]
    )
    func `a double is its shortest decimal, and null when JSON has none`(number: Double, json: String) {
        #expect(written { $0.real(number) } == json)
    }

    @Test func `dates, moments, durations and identifiers are texts`() throws {
        let id = try #require(Identifier("6ba7b810-9dad-41d1-80b4-00c04fd430c8"))
        let text = written { writer in
            writer.beginArray()
            writer.day(day("2026-11-24"))
            writer.instant(instant("2026-11-24T20:37:59.123+01:00"))
            writer.period(period("P1Y2M"))
            writer.identifier(id)
            writer.endArray()
        }
        #expect(text == #"["2026-11-24","2026-11-24T19:37:59.123Z","P1Y2M","6ba7b810-9dad-41d1-80b4-00c04fd430c8"]"#)
    }

    @Test func `memory is kept for the next document`() {
        var writer = JSONWriter()
        writer.text("first")
        writer.removeAll()
        writer.integer(2)
        #expect(writer.withBytes { Array($0) } == Array("2".utf8))
    }
}
