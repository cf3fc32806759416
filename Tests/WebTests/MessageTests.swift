import HTTPTypes
import Kernel
import Testing

@testable import Web

@Suite struct MessageTests {
    @Test func `a query is decoded strictly and keeps its order`() throws {
        let query = try Request(.get, "/?a=1&b=%C3%A9+x&a=2&c&d=").query()
        #expect(query == Pairs([("a", "1"), ("b", "é x"), ("a", "2"), ("c", ""), ("d", "")]))
        #expect(query.names == ["a", "b", "c", "d"])
        #expect(query.values("a") == ["1", "2"])
        #expect(try query.single("b") == "é x")
        #expect(try query.single("z") == nil)
        #expect(throws: Refusal.self) { try query.single("a") }
    }

    @Test(arguments: ["/?a=%", "/?a=%4", "/?a=%zz", "/?a=%FF", "/?a=%00", "/?=1", "/?%=1"])
    func `a query that does not decode is refused`(_ target: String) throws {
        let request = try Request(.get, target)
        #expect(throws: Refusal.self) { try request.query() }
    }

    @Test func `a query with more parameters than allowed is refused`() throws {
        let request = try Request(.get, "/?" + (0..<200).map { "a\($0)=1" }.joined(separator: "&"))
        #expect(throws: Refusal.self) { try request.query() }
    }

    @Test func `a part of the path that is no UUID is the address of nothing`() throws {
        let uuid = "6f1e4ae5-2f9b-4f4e-8a59-3f3c4e5a9b11"
        let good = try Request(.get, "/", parameters: ["uuid": uuid])
        #expect(try good.identifier("uuid").description == uuid)
        let bad = try Request(.get, "/", parameters: ["uuid": "12"])
        #expect(throws: Refusal.notFound) { try bad.identifier("uuid") }
        #expect(throws: Refusal.notFound) { try bad.parameter("anders") }
    }

    @Test(
        arguments: [
            ("a=1; b=2", "a", "1"), ("a=1;b=\"2\"", "b", "2"), ("a=1; a=1", "a", "1"), ("a=1; a=2", "a", nil),
            ("a", "a", nil), ("=1", "", nil), ("a=1 2; b=3", "b", "3"), ("a=\u{7F}", "a", nil), ("a=b=c", "a", "b=c"),
        ] as [(String, String, String?)]
    )
    func `a cookie is read by its name`(_ field: String, _ name: String, _ value: String?) {
        #expect(Cookies([field])[name] == value)
    }

    @Test func `a flood of cookies is no cookie`() {
        #expect(Cookies([(0..<100).map { "a\($0)=1" }.joined(separator: "; ")])["a1"] == nil)
        #expect(Cookies(["a=1; b=" + String(repeating: "x", count: 10_000)])["a"] == nil)
    }

    @Test func `a cookie over https belongs to this host alone`() throws {
        let cookie = try #require(Cookie(name: "sessie", value: "abc", sameSite: .strict, maxAge: 60))
        #expect(
            cookie.text(isSecure: true)
                == "__Host-sessie=abc; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=60"
        )
        #expect(cookie.text(isSecure: false) == "sessie=abc; Path=/; HttpOnly; SameSite=Strict; Max-Age=60")
        for value in ["a;b", "a b", "a\"", "é", "a\r\nb"] { #expect(Cookie(name: "a", value: value) == nil) }
    }

    @Test func `a form is read with its type, its bounds and its encoding`() async throws {
        let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded; charset=utf-8"]
        let good = try Request(.post, "/", headers: form, body: Array("naam=An%C3%AFs&naam=Jan+P".utf8))
        #expect(try await good.form().values("naam") == ["Anïs", "Jan P"])
        let json = try Request(.post, "/", headers: [.contentType: "application/json"], body: Array("a=1".utf8))
        await #expect(throws: Refusal.unsupported("Hier hoort een formulier.")) { try await json.form() }
        let many = try Request(.post, "/", headers: form, body: Array("a&b&c".utf8))
        await #expect(throws: Refusal.self) { try await many.form(fieldsMax: 2) }
        let large = try Request(.post, "/", headers: form, body: Array(repeating: 65, count: 100))
        await #expect(throws: Refusal.tooLarge(most: 99)) { try await large.form(bytesMax: 99) }
    }

    @Test(
        arguments: [
            ("text/plain", "text/plain", [:]), ("Text/HTML; Charset=\"utf-8\"", "text/html", ["charset": "utf-8"]),
            ("multipart/form-data;boundary=\"a\\\"b\"", "multipart/form-data", ["boundary": "a\"b"]),
            ("a/b ; c=d ; ", "a/b", ["c": "d"]),
        ] as [(String, String, [String: String])]
    )
    func `a media type is read`(_ text: String, _ essence: String, _ parameters: [String: String]) throws {
        let type = try #require(MediaType(text))
        #expect(type.essence == essence)
        #expect(type.parameters == parameters)
    }

    @Test(arguments: ["", "text", "text/", "/a", "a/b/c", "a/b; c", "a/b; c=", "a/b; c=\"d", "a/b; c=d; C=e", "a /b"])
    func `what is no media type is refused`(_ text: String) {
        #expect(MediaType(text) == nil)
    }

    @Test func `random bytes never stop the parsers of a request`() {
        let seed: UInt64 = 7
        var generator = SeededGenerator(seed: seed)
        let alphabet = Array("/%.;\\ab?=&+\"\r\n\0\u{7F}é:[]1,".utf8)
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0
            }
            let text = String(decoding: bytes, as: UTF8.self)
            if let target = try? Target("/" + text, method: .get, host: "a") {
                #expect(!target.segments.contains { $0 == ".." || $0.contains("/") }, "seed \(seed)")
            }
            _ = try? Pairs(urlEncoded: bytes, most: 10)
            _ = (
                Cookies([text])["a"], MediaType(text), NetworkAddress(text), NetworkBlock(text), Authority.isValid(text)
            )
        }
    }
}
