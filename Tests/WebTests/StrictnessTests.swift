import Testing

@testable import Web

/// Requests that two readers could read in two ways are refused, once, and the connection ends.
@Suite struct StrictnessTests {
    struct Hostile: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let bytes: String
        let status: Int

        init(_ what: String, _ bytes: String, _ status: Int = 400) {
            (testDescription, self.bytes, self.status) = (String(what.prefix(60)), bytes, status)
        }

        static func path(_ path: String, _ status: Int = 400) -> Hostile {
            Hostile("path \(path)", "GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n", status)
        }

        static func head(_ what: String, _ fields: String, _ status: Int = 400) -> Hostile {
            Hostile(what, "POST /echo HTTP/1.1\r\n\(fields)\r\n\r\n", status)
        }
    }

    static let corpus: [Hostile] = [
        .head("no Host", "X: 1"),
        .head("two Hosts", "Host: a\r\nHost: a"),
        .head("two different Hosts", "Host: a\r\nhost: b"),
        .head("empty Host", "Host:"),
        .head("Host with a path", "Host: a/b"),
        .head("Host with a user", "Host: u@a"),
        .head("Host with a space", "Host: a b"),
        .head("Host with two ports", "Host: a:1:2"),
        .head("Host with a word as port", "Host: a:b"),
        .head("Host with an open bracket", "Host: [::1"),
        .head("Host with a bad IPv6 address", "Host: [::1::]"),
        .head("Content-Length and chunks", "Host: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked"),
        .head("chunks and Content-Length", "Host: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3"),
        .head("two Content-Lengths", "Host: a\r\nContent-Length: 3\r\nContent-Length: 3"),
        .head("Content-Length as a list", "Host: a\r\nContent-Length: 3, 3"),
        .head("Content-Length with a plus", "Host: a\r\nContent-Length: +3"),
        .head("Content-Length below zero", "Host: a\r\nContent-Length: -3"),
        .head("Content-Length beyond 64 bits", "Host: a\r\nContent-Length: 99999999999999999999"),
        .head("Content-Length in hexadecimal", "Host: a\r\nContent-Length: 0x3"),
        .head("an unknown coding", "Host: a\r\nTransfer-Encoding: gzip, chunked"),
        .head("chunked twice", "Host: a\r\nTransfer-Encoding: chunked, chunked"),
        .head("chunked in two fields", "Host: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked"),
        .head("xchunked", "Host: a\r\nTransfer-Encoding: xchunked"),
        .head("chunked behind a tab", "Host: a\r\nTransfer-Encoding:\u{B}chunked"),
        .head("a space before the colon", "Host : a"),
        .head("a folded field", "Host: a\r\nX: 1\r\n 2"),
        .head("a field without a colon", "Host: a\r\nX"),
        .head("a NUL in a field", "Host: a\r\nX: \0"),
        .head("a field without a name", "Host: a\r\n: x"),
        .head("another expectation", "Host: a\r\nExpect: koffie", 417),
        .path("/a;b"), .path("/a%2Fb"), .path("/a%2fb"), .path("/a%5Cb"), .path("/a\\b"), .path("/../a"),
        .path("/a/.."),
        .path("/a/./b"), .path("/%2e%2e/a"), .path("/a/%2E"), .path("/a//b"), .path("//a"), .path("/a%"), .path("/a%4"),
        .path("/a%zz"), .path("/a%00"), .path("/a%0A"), .path("/a%7F"), .path("/a%FF"), .path("/a%C3"), .path("/a#b"),
        .path("/é"), .path("/a\"b"), .path("/a<b"), .path("/a^b"), .path("/a`b"), .path("/a{b}"), .path("/a?b#c"),
        .path("a"), .path("*"), .path("ftp://a/b"), .path("http://b/hallo"), .path("http://u@a/hallo"),
        .path("/" + String(repeating: "a", count: 9_000), 414),
        .path("/?" + String(repeating: "a", count: 9_000), 414),
        .path("/" + String(repeating: "a", count: 40_000), 431),
        Hostile("no version", "GET /hallo\r\n\r\n"),
        Hostile("version 2", "GET /hallo HTTP/2.0\r\nHost: a\r\n\r\n"),
        Hostile("version 1.11", "GET /hallo HTTP/1.11\r\nHost: a\r\n\r\n"),
        Hostile("the beginning of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        Hostile("the beginning of TLS", "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\u{1}"),
        Hostile("a method that is no token", "GE(T /hallo HTTP/1.1\r\nHost: a\r\n\r\n"),
        Hostile("bare line feeds", "GET /hallo HTTP/1.1\nHost: a\n\n"),
        Hostile("bare carriage returns", "GET /hallo HTTP/1.1\rHost: a\r\r"),
        Hostile("CONNECT", "CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n\r\n"),
        .head("too many fields", "Host: a\r\n" + (1...120).map { "X\($0): 1" }.joined(separator: "\r\n"), 431),
        .head("a long field", "Host: a\r\nX: " + String(repeating: "a", count: 40_000), 431),
        Hostile("chunks in HTTP/1.0", "POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        chunks("a size that is no number", "z\r\n"), chunks("a size below zero", "-1\r\n"),
        chunks("a size beyond 64 bits", "fffffffffffffffff\r\n"), chunks("a chunk without its end", "1\r\naXX"),
        chunks("a size with a space before", " 1\r\na\r\n0\r\n\r\n"), chunks("a size with 0x", "0x1\r\na\r\n0\r\n\r\n"),
        chunks("bare line feeds in chunks", "1\na\n0\n\n"),
    ]

    static func chunks(_ what: String, _ chunks: String) -> Hostile {
        .head(what, "Host: a\r\nTransfer-Encoding: chunked\r\n\r\n\(chunks)")
    }

    @Test(arguments: corpus)
    func `a hostile request is refused once and the connection ends`(_ hostile: Hostile) async throws {
        try await TestServer.run { port in
            let second = "GET /hallo HTTP/1.1\r\nHost: a\r\n\r\n"
            let text = try await Wire.exchange(port, hostile.bytes + second)
            #expect(text.status == hostile.status, "\(text.prefix(300))")
            #expect(text.answers == 1)
            #expect(text.lowercased().contains("connection: close"))
            #expect(text.contains("application/problem+json"))
            #expect(text.contains("content-security-policy") || text.contains("Content-Security-Policy"))
            #expect(!text.contains("hallo"))
        }
    }

    @Test(arguments: [
        "GET /hallo HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /hallo HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n",
        "GET http://a/hallo HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /hallo?x=%C3%A9&y HTTP/1.1\r\nHost: A.example:80\r\n\r\n",
        "GET  /hallo HTTP/1.1\r\nHost: a\r\n\r\n",
        "HEAD /hallo HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /groet/a%20b%C3%A9%3B HTTP/1.1\r\nHost: a\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nab\r\n0\r\nT: 1\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nab",
    ])
    func `an unusual request that can be read in one way is answered, and the connection stays`(
        _ bytes: String
    ) async throws {
        try await TestServer.run { port in
            let last = "GET /hallo HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            let text = try await Wire.exchange(port, bytes + last)
            #expect(text.status == 200)
            #expect(text.answers == 2)
        }
    }

    @Test func `HTTP 1.0 without a Host is answered and closed`() async throws {
        try await TestServer.run { port in
            let text = try await Wire.exchange(port, "GET /hallo HTTP/1.0\r\n\r\n")
            #expect(text.hasPrefix("HTTP/1.0 200"))
            #expect(text.body == "hallo")
        }
    }

    @Test func `a page gets a sentence instead of problem json`() async throws {
        try await TestServer.run { port in
            let text = try await Wire.exchange(port, "GET /a;b HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\n\r\n")
            #expect(text.status == 400)
            #expect(text.contains("<html lang=\"nl\">"))
        }
    }
}
