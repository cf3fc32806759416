import Kernel
import Testing

struct JSONReaderTests {
    struct Refusal: CustomTestStringConvertible {
        let document: [UInt8]
        let code: JSONError.Code
        let position: Int

        init(_ document: String, _ code: JSONError.Code, at position: Int) {
            self.init(Array(document.utf8), code, at: position)
        }

        init(_ document: [UInt8], _ code: JSONError.Code, at position: Int) {
            (self.document, self.code, self.position) = (document, code, position)
        }

        var testDescription: String { "\(String(decoding: document, as: UTF8.self)) is \(code)" }
    }

    @Test(arguments: [
        Refusal("", .unexpectedEnd, at: 0),
        Refusal("  ", .unexpectedEnd, at: 2),
        Refusal("{", .unexpectedEnd, at: 1),
        Refusal("[", .unexpectedEnd, at: 1),
        Refusal("[1", .unexpectedEnd, at: 2),
        Refusal("[1,", .unexpectedEnd, at: 3),
        Refusal("[1,]", .unexpectedByte, at: 3),
        Refusal("[,1]", .unexpectedByte, at: 1),
        Refusal("[1 2]", .unexpectedByte, at: 3),
        Refusal("[1}", .unexpectedByte, at: 2),
        Refusal("{\"a\":1,}", .unexpectedByte, at: 7),
        Refusal("{\"a\" 1}", .unexpectedByte, at: 5),
        Refusal("{\"a\":}", .unexpectedByte, at: 5),
        Refusal("{\"a\"}", .unexpectedByte, at: 4),
        Refusal("{a:1}", .unexpectedByte, at: 1),
        Refusal("{1:1}", .unexpectedByte, at: 1),
        Refusal("{'a':1}", .unexpectedByte, at: 1),
        Refusal("{\"a\":1", .unexpectedEnd, at: 6),
        Refusal("{\"a\":1 \"b\":2}", .unexpectedByte, at: 7),
        Refusal("1 2", .trailingBytes, at: 2),
        Refusal("{} {}", .trailingBytes, at: 3),
        Refusal("null,", .trailingBytes, at: 4),
        Refusal("[1] // comment", .trailingBytes, at: 4),
        Refusal("/* x */ 1", .unexpectedByte, at: 0),
        Refusal("nul", .unexpectedEnd, at: 3),
        Refusal("nulL", .unexpectedByte, at: 3),
        Refusal("True", .unexpectedByte, at: 0),
        Refusal("truth", .unexpectedByte, at: 3),
        Refusal("NaN", .unexpectedByte, at: 0),
        Refusal("Infinity", .unexpectedByte, at: 0),
        Refusal("-Infinity", .invalidNumber, at: 1),
        Refusal("+1", .unexpectedByte, at: 0),
        Refusal("01", .invalidNumber, at: 0),
        Refusal("-01", .invalidNumber, at: 1),
        Refusal("-", .unexpectedEnd, at: 1),
        Refusal("1.", .unexpectedEnd, at: 2),
        Refusal(".5", .unexpectedByte, at: 0),
        Refusal("1.e5", .invalidNumber, at: 2),
        Refusal("1e", .unexpectedEnd, at: 2),
        Refusal("1e+", .unexpectedEnd, at: 3),
        Refusal("[1e+]", .invalidNumber, at: 4),
        Refusal("0x10", .trailingBytes, at: 1),
        Refusal("1_000", .trailingBytes, at: 1),
        Refusal("1e400", .numberOutOfRange, at: 0),
        Refusal("-1e999", .numberOutOfRange, at: 0),
        Refusal("\"", .unexpectedEnd, at: 1),
        Refusal("\"abc", .unexpectedEnd, at: 4),
        Refusal("\"abcdefgh", .unexpectedEnd, at: 9),
        Refusal("\"a\\", .unexpectedEnd, at: 3),
        Refusal("\"\\u12", .unexpectedEnd, at: 5),
        Refusal("\"\\x41\"", .invalidEscape, at: 1),
        Refusal("\"\\U0041\"", .invalidEscape, at: 1),
        Refusal("\"\\u00g0\"", .invalidEscape, at: 5),
        Refusal("\"\\u 041\"", .invalidEscape, at: 3),
        Refusal("\"\\ud800\"", .loneSurrogate, at: 1),
        Refusal("\"ab\\udc00\"", .loneSurrogate, at: 3),
        Refusal("\"\\ud800\\u0041\"", .loneSurrogate, at: 1),
        Refusal("\"\\ud800\\ud800\"", .loneSurrogate, at: 1),
        Refusal("\"\\ud83dx\"", .loneSurrogate, at: 1),
        Refusal("\"a\nb\"", .controlCharacter, at: 2),
        Refusal("\"0123456789\u{0}\"", .controlCharacter, at: 11),
        Refusal("{\"a\":1,\"a\":1}", .duplicateMember, at: 7),
        Refusal("{\"a\":1,\"\\u0061\":1}", .duplicateMember, at: 7),
        Refusal("{\"\\u0061\":1,\"b\":{\"a\":2},\"a\":1}", .duplicateMember, at: 24),
        Refusal("\u{FEFF}{}", .unexpectedByte, at: 0),
        Refusal("\u{A0}1", .unexpectedByte, at: 0),
        Refusal([0x22, 0xFF, 0x22], .invalidUTF8, at: 1),
        Refusal([0x22, 0x80, 0x22], .invalidUTF8, at: 1),
        Refusal([0x22, 0xC0, 0xAF, 0x22], .invalidUTF8, at: 1),
        Refusal([0x22, 0xE0, 0x80, 0xAF, 0x22], .invalidUTF8, at: 1),
        Refusal([0x22, 0xED, 0xA0, 0x80, 0x22], .invalidUTF8, at: 1),
        Refusal([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], .invalidUTF8, at: 1),
        Refusal([0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], .invalidUTF8, at: 1),
        Refusal([0x22, 0xE2, 0x82, 0x22], .invalidUTF8, at: 1),
        Refusal([0x22, 0xE2, 0x82], .invalidUTF8, at: 1),
        Refusal([0x7B, 0x22, 0xC3, 0x22, 0x3A, 0x31, 0x7D], .invalidUTF8, at: 2),
    ])
    func `what is not JSON is refused at its byte`(refusal: Refusal) {
        let error = #expect(throws: JSONError.self) { try JSONValue(refusal.document) }
        #expect(error?.code == refusal.code)
        #expect(error?.position == refusal.position)
    }

    @Test(
        arguments: [
            ("null", .null), (" \n\t\r true ", .boolean(true)), ("false", .boolean(false)),
            ("0", .number(.integer(0))), ("-0", .number(.integer(0))),
            ("9223372036854775807", .number(.integer(.max))), ("-9223372036854775808", .number(.integer(.min))),
            ("9223372036854775808", .number(.decimal(text: "9223372036854775808", value: 9_223_372_036_854_775_808))),
            ("1.0", .number(.decimal(text: "1.0", value: 1))),
            ("-2E+3", .number(.decimal(text: "-2E+3", value: -2000))),
            ("1e-400", .number(.decimal(text: "1e-400", value: 0))),
            ("\"\"", .text("")), ("\"Zaak é € 🏰\"", .text("Zaak é € 🏰")),
            (#""\"\\\/\b\f\n\r\t""#, .text("\"\\/\u{8}\u{C}\n\r\t")),
            (#""\u0041\u00e9\u20AC\ud83c\udff0\u0000""#, .text("Aé€🏰\u{0}")),
            ("\"\u{7F}\u{2028}\"", .text("\u{7F}\u{2028}")),
            ("[ ]", .array([])), ("{ }", .object([])),
            ("[[],{},\"\"]", .array([.array([]), .object([]), .text("")])),
            (
                "{\"\":1,\"a\":{\"a\":null}}",
                .object([
                    .init("", .number(.integer(1))), .init("a", .object([.init("a", .null)])),
                ])
            ),
        ] as [(String, JSONValue)]
    )
    func `what is JSON is read exactly`(document: String, value: JSONValue) throws {
        #expect(try JSONValue(Array(document.utf8)) == value)
    }

    @Test(arguments: [
        ("{\"a\":[1,{\"b\":tru}]}", "a.1.b"), ("{\"kenmerken\":[{},{\"bron\":\"\u{1}\"}]}", "kenmerken.1.bron"),
        ("[1,2,x]", "2"), ("{\"a\":1,\"a\":2}", "a"), ("x", ""), ("{\"a\":{\"c\":1} \"b\":2}", ""),
    ])
    func `an error says on which path it was seen`(document: String, path: String) {
        let error = #expect(throws: JSONError.self) { try JSONValue(Array(document.utf8)) }
        #expect(error?.path == path)
    }

    @Test func `a value that the caller leaves is stepped over, and must be right all the same`() throws {
        let seen = try JSONReader.read(Array("{\"a\":[{\"x\":1}],\"b\":2}".utf8)) { (reader) throws(JSONError) in
            var names: [String] = []
            try reader.object { (_, name) throws(JSONError) in names.append(String(decoding: name, as: UTF8.self)) }
            return names
        }
        #expect(seen == ["a", "b"])
        #expect(throws: JSONError.self) {
            try JSONReader.read(Array("{\"a\":[{\"x\":1,\"x\":1}]}".utf8)) { (reader) throws(JSONError) in
                try reader.skip()
            }
        }
    }

    @Test func `asking for another kind than comes next is an error at the value`() {
        let error = #expect(throws: JSONError.self) {
            try JSONReader.read(Array("{\"a\": 12}".utf8)) { (reader) throws(JSONError) in
                try reader.object { (reader, _) throws(JSONError) in _ = try reader.text() }
            }
        }
        #expect(error?.code == .unexpectedKind)
        #expect(error?.position == 6)
        #expect(error?.path == "a")
    }

    @Test func `a document copied by the reader loses its spaces and keeps its numbers`() throws {
        let document = #" { "a" : [ 1.50 , -0, 12345678901234567890, "\u00e9\n" ] , "b" : { } } "#
        let copy = try JSONWriter.bytes { writer throws(JSONError) in
            try JSONReader.read(Array(document.utf8)) { (reader) throws(JSONError) in try reader.copy(to: &writer) }
        }
        #expect(String(decoding: copy, as: UTF8.self) == #"{"a":[1.50,-0,12345678901234567890,"é\n"],"b":{}}"#)
    }
}
