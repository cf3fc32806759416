import HTTPTypes
import Kernel
import Logging
import Synchronization
import Testing

@testable import Web

/// What every answer carries, and what the log says about it.
@Suite struct AnswerTests {
    static let close = " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
    static let fields = [
        "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'",
        "X-Content-Type-Options: nosniff", "Referrer-Policy: same-origin", "Cross-Origin-Opener-Policy: same-origin",
        "Cross-Origin-Resource-Policy: same-origin", "microphone=()", "xr-spatial-tracking=()", "X-Request-Id: ",
        "Date: ",
    ]

    @Test(arguments: [
        "GET /hallo", "GET /nergens", "POST /hallo", "GET /stuk", "GET /geheim", "OPTIONS /hallo", "GET /a;b",
    ])
    func `every answer carries the fields that keep a browser safe`(_ line: String) async throws {
        try await TestServer.run { port in
            let text = try await Wire.exchange(port, line + Self.close + "\r\n")
            for field in Self.fields { #expect(text.contains(field), "\(field)") }
            #expect(!text.contains("Strict-Transport-Security"))
            #expect(!text.contains("Server:"))
        }
    }

    @Test func `over https browsers are held to it`() async throws {
        let cookie = try #require(Cookie(name: "sessie", value: "abc"))
        let route = Route.get("/koek", policy: .everyone) { _, _ in Answer.text("koek").setting(cookie) }
        try await TestServer.run([route], publicURL: "https://gemeente.example") { port in
            let text = try await Wire.exchange(port, "GET /koek" + Self.close + "\r\n")
            #expect(text.contains("Strict-Transport-Security: max-age=63072000"))
            #expect(text.contains("Set-Cookie: __Host-sessie=abc; Path=/; HttpOnly; SameSite=Lax; Secure\r\n"))
        }
    }

    @Test func `a download is never shown inside our pages, and keeps its name`() {
        let answer = Answer.download(.bytes([1]), name: "café \"plan\".svg", type: "image/svg+xml")
        #expect(answer.headers[.contentSecurityPolicy] == "sandbox; default-src 'none'")
        #expect(
            answer.headers[.contentDisposition]
                == "attachment; filename=\"caf_ _plan_.svg\"; filename*=UTF-8''caf%C3%A9%20%22plan%22.svg"
        )
    }

    @Test func `a meeting page opens only the sensors it names`() {
        let field = Answer.page([]).opening([.microphone, .space]).headers[.permissionsPolicy] ?? ""
        #expect(field.contains("microphone=(self)") && field.contains("xr-spatial-tracking=(self)"))
        #expect(field.contains("camera=()"))
    }

    @Test(arguments: ["//elders", "https://elders", "/\\elders", "elders"])
    func `a redirect stays on this server`(_ path: String) {
        #expect(Answer.see(path).headers[.location] == "/")
    }

    @Test func `a browser that has an asset is told so`() async throws {
        let asset = Answer.asset(Array("body{}".utf8), type: "text/css")
        let tag = try #require(asset.headers[.eTag])
        try await TestServer.run([.get("/stijl.css", policy: .everyone) { _, _ in asset }]) { port in
            for (known, status) in [(tag, 304), ("W/\(tag), \"x\"", 304), ("*", 304), ("\"x\"", 200)] {
                let text = try await Wire.exchange(port, "GET /stijl.css\(Self.close)If-None-Match: \(known)\r\n\r\n")
                #expect(text.status == status)
                #expect(text.body.isEmpty == (status == 304))
                #expect(text.contains("ETag: \(tag)"))
            }
        }
    }

    @Test func `a file is sent with its length`() async throws {
        let path = #filePath
        let bytes = try FileBytes.read(path)
        let route = Route.get("/bestand", policy: .everyone) { _, _ in
            .file(at: path, length: bytes.count, type: "text/plain")
        }
        try await TestServer.run([route]) { port in
            let text = try await Wire.exchange(port, "GET /bestand" + Self.close + "\r\n")
            #expect(text.contains("Content-Length: \(bytes.count)\r\n"))
            #expect(Array(text.body.utf8) == bytes)
        }
    }

    @Test func `a field of an answer cannot start another one`() async throws {
        let route = Route.get("/veld", policy: .everyone) { request, _ in
            Answer(headers: [.location: try request.query().single("naar") ?? ""])
        }
        try await TestServer.run([route]) { port in
            let text = try await Wire.exchange(port, "GET /veld?naar=x%0D%0AX-Evil:%201" + Self.close + "\r\n")
            #expect(!text.contains("\r\nX-Evil"))
        }
    }

    @Test func `a refusal is RFC 9457 and means nothing as HTML or JSON`() async throws {
        let reason = "<b>\"\\\u{1}"
        let route = Route.get("/nee", policy: .everyone) { _, _ in throw Refusal(.conflict, "c", reason) }
        try await TestServer.run([route]) { port in
            let data = try await Wire.exchange(port, "GET /nee" + Self.close + "\r\n")
            #expect(data.status == 409)
            #expect(data.body.contains(#""detail":"<b>\"\\\u0001","#))
            let page = try await Wire.exchange(port, "GET /nee" + Self.close + "Accept: text/html\r\n\r\n")
            #expect(page.contains("&lt;b&gt;"))
            #expect(!page.contains("<b>"))
        }
    }

    @Test func `a problem that a handler throws is answered with all its faults`() async throws {
        let route = Route.post("/zaken", policy: .everyone) { _, _ in
            throw Problem(.invalid, faults: [Fault("bron", "required"), Fault("eind", "date")])
        }
        let other = Route.post("/meer", policy: .everyone) { _, _ in throw Invalid("naam", "blank") }
        try await TestServer.run([route, other]) { port in
            let text = try await Wire.exchange(port, "POST /zaken" + Self.close + "\r\n")
            #expect(text.status == 400)
            #expect(text.contains("Content-Type: application/problem+json"))
            #expect(text.body.contains(#""invalidParams":[{"name":"bron","code":"required""#))
            #expect(text.body.contains(#"{"name":"eind","code":"date""#))
            let second = try await Wire.exchange(port, "POST /meer" + Self.close + "\r\n")
            #expect(second.body.contains(#""code":"blank""#))
        }
    }

    @Test func `the log names the route and no visitor`() async throws {
        let lines = LogLines()
        try await TestServer.run(logger: lines.logger) { port in
            for line in ["GET /groet/Marieke?geheim=1", "GET /nergens/Marieke", "MARIEKE /hallo", "GET /stuk"] {
                _ = try await Wire.exchange(port, line + Self.close + "Cookie: a=Marieke\r\n\r\n")
            }
        }
        let all = lines.all.joined(separator: "\n")
        #expect(all.contains("route=/groet/{naam} status=200"))
        #expect(all.contains("status=404"))
        #expect(all.contains("error=Broken"))
        #expect(all.contains("ms="))
        #expect(!all.lowercased().contains("marieke"))
        #expect(!lines.all.contains { $0.hasPrefix("request") && $0.contains("127.0.0.1") })
    }

    @Test(
        arguments: [
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777_000, "Sun, 06 Nov 1994 08:49:37 GMT"),
            (1_709_209_299_999, "Thu, 29 Feb 2024 12:21:39 GMT"), (-1, "Thu, 01 Jan 1970 00:00:00 GMT"),
        ] as [(Int64, String)]
    )
    func `a date is written as HTTP wants it`(_ milliseconds: Int64, _ text: String) {
        #expect(DateLine().text(at: Instant(milliseconds: milliseconds)) == text)
    }
}

/// Log lines kept for a test.
final class LogLines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    var logger: Logger {
        Logger(label: "proef") { _ in Keeper(lines: self) }
    }

    private struct Keeper: LogHandler {
        let lines: LogLines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.info

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let order = ["method", "route", "status", "ms", "id", "error", "cut"]
            let facts = order.compactMap { key in event.metadata?[key].map { "\(key)=\($0)" } }
            lines.lines.withLock { $0.append("\(event.message) \(facts.joined(separator: " "))") }
        }
    }
}
