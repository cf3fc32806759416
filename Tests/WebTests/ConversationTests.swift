import HTTPTypes
import NIOCore
import Testing

@testable import Web

/// What HTTP/1.1 promises to a well-meaning visitor.
@Suite struct ConversationTests {
    static let close = "Connection: close\r\n\r\n"

    @Test func `requests sent ahead are answered in their order`() async throws {
        try await TestServer.run { port in
            let names = (1...20).map { "naam\($0)" }
            let requests = names.map { "GET /groet/\($0) HTTP/1.1\r\nHost: a\r\n\r\n" }
            let last = "GET /hallo HTTP/1.1\r\nHost: a\r\n" + Self.close
            let text = try await Wire.exchange(port, requests.joined() + last)
            #expect(text.answers == 21)
            let places = names.compactMap { text.firstRange(of: "\r\n\r\n\($0)HTTP")?.lowerBound }
            #expect(places.count == 20)
            #expect(places == places.sorted())
        }
    }

    @Test func `more requests ahead than allowed end the connection with 400`() async throws {
        try await TestServer.run(limits: .but { $0.pipelined = 4 }) { port in
            let request = "GET /hallo HTTP/1.1\r\nHost: a\r\n\r\n"
            let text = try await Wire.exchange(port, String(repeating: request, count: 50))
            #expect(text.answers == 5)
            #expect(text.contains("HTTP/1.1 400"))
        }
    }

    @Test func `HEAD gets the head of GET and no body`() async throws {
        try await TestServer.run { port in
            let text = try await Wire.exchange(port, "HEAD /hallo HTTP/1.1\r\nHost: a\r\n" + Self.close)
            #expect(text.status == 200)
            #expect(text.contains("Content-Length: 5\r\n"))
            #expect(text.body.isEmpty)
        }
    }

    @Test(arguments: [
        ("OPTIONS /hallo", 204, "GET, HEAD, OPTIONS"), ("OPTIONS /echo", 204, "POST, OPTIONS"),
        ("POST /hallo", 405, "GET, HEAD, OPTIONS"), ("GET /echo", 405, "POST, OPTIONS"), ("OPTIONS *", 204, "OPTIONS"),
        ("TRACE /hallo", 405, "GET, HEAD, OPTIONS"),
    ])
    func `a path says which methods it knows`(_ line: String, _ status: Int, _ allow: String) async throws {
        try await TestServer.run { port in
            let text = try await Wire.exchange(port, "\(line) HTTP/1.1\r\nHost: a\r\n" + Self.close)
            #expect(text.status == status)
            #expect(text.contains("Allow: \(allow)\r\n"))
        }
    }

    @Test func `an answer before the body is read closes the connection, and no second head follows`() async throws {
        try await TestServer.run { port in
            let head = "POST /doof HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
            try await Wire.open(port) { wire in
                try await wire.send(head + "5\r\nhallo\r\n")
                let first = try await wire.read(upTo: "niet gelezen")
                #expect(first.status == 200)
                #expect(first.contains("connection: close") || first.contains("Connection: close"))
                try await wire.send("geen brok\r\n\r\nGET /hallo HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(try await wire.readToEnd().answers == 0)
            }
        }
    }

    @Test func `a body that was sent whole and not read keeps the connection`() async throws {
        try await TestServer.run { port in
            let request = "POST /doof HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhallo"
            let text = try await Wire.exchange(port, request + "GET /hallo HTTP/1.1\r\nHost: a\r\n" + Self.close)
            #expect(text.answers == 2)
        }
    }

    @Test func `a declared length above the route's limit is refused before a byte of it is read`() async throws {
        try await TestServer.run { port in
            let text = try await Wire.exchange(
                port,
                "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n"
            )
            #expect(text.status == 413)
            #expect(text.answers == 1)
        }
    }

    @Test func `chunks above the route's limit are refused once`() async throws {
        let small = Route.post("/klein", policy: .everyone, bodyMax: 10) { request, _ in
            .json(try await request.body.collect())
        }
        try await TestServer.run([small]) { port in
            let chunk = "8\r\naaaaaaaa\r\n"
            let head = "POST /klein HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
            let text = try await Wire.exchange(port, head + chunk + chunk + chunk)
            #expect(text.status == 413)
            #expect(text.answers == 1)
        }
    }

    @Test func `a flood after the last answer is cut`() async throws {
        try await TestServer.run(limits: .but { $0.drainWait = .seconds(60) }) { port in
            try await Wire.open(port) { wire in
                try await wire.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n")
                while (try? await wire.send(Array(repeating: 65, count: 8 * 1024))) != nil {}
                #expect(try await wire.readToEnd().answers <= 1)
            }
        }
    }

    @Test func `who waits to be told to send the body is told when somebody reads it`() async throws {
        try await TestServer.run { port in
            try await Wire.open(port) { wire in
                let fields = "Host: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n"
                try await wire.send("POST /echo HTTP/1.1\r\n" + fields + Self.close)
                #expect(try await wire.read(upTo: "\r\n\r\n").hasPrefix("HTTP/1.1 100"))
                try await wire.send("hallo")
                let text = try await wire.readToEnd()
                #expect(text.status == 200)
                #expect(text.body == "hallo")
            }
        }
    }

    @Test func `who waits to be told to send the body of a refused request is refused at once`() async throws {
        try await TestServer.run { port in
            let fields = "Host: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n"
            let text = try await Wire.exchange(port, "POST /nergens HTTP/1.1\r\n" + fields)
            #expect(text.status == 404)
            #expect(text.answers == 1)
        }
    }

    @Test func `a visitor who stops sending still gets all answers, however large`() async throws {
        let large = Route.get("/groot", policy: .everyone) { _, _ in
            Answer(body: .bytes(Array(repeating: 65, count: 4 << 20)))
        }
        try await TestServer.run([large]) { port in
            try await Wire.open(port) { wire in
                let request = "GET /groot HTTP/1.1\r\nHost: a\r\n\r\n"
                try await wire.send(request + request)
                wire.outbound.finish()
                let text = try await wire.readToEnd()
                #expect(text.answers == 2)
                #expect(text.utf8.count > 8 << 20)
            }
        }
    }

    @Test func `a visitor who stops sending in the middle of the last answer still gets the rest`() async throws {
        let large = Route.get("/groot", policy: .everyone) { _, _ in
            Answer(body: .bytes(Array(repeating: 65, count: 4 << 20)))
        }
        try await TestServer.run([large]) { port in
            try await Wire.open(port, receiveBuffer: 16 * 1024) { wire in
                try await wire.send("GET /groot HTTP/1.1\r\nHost: a\r\n" + Self.close)
                _ = try await wire.read(upTo: "\r\n\r\nAAAA")
                wire.outbound.finish()
                #expect(try await wire.readToEnd().utf8.count == (4 << 20) - 4)
            }
        }
    }

    @Test func `a handler's own mistake is 500, and says nothing about itself`() async throws {
        try await TestServer.run { port in
            let text = try await Wire.exchange(port, "GET /stuk HTTP/1.1\r\nHost: a\r\n" + Self.close)
            #expect(text.status == 500)
            #expect(!text.contains("Marieke"))
            #expect(!text.contains("Broken"))
        }
    }

    @Test func `a stream that breaks its promised length is cut, not ended`() async throws {
        let short = Route.get("/kort", policy: .everyone) { _, _ in
            Answer(body: .stream(length: 10) { try await $0.write("kort") })
        }
        try await TestServer.run([short]) { port in
            let text = try await Wire.exchange(port, "GET /kort HTTP/1.1\r\nHost: a\r\n\r\nGET /kort HTTP/1.1\r\n")
            #expect(text.answers == 1)
        }
    }

    @Test func `a text of some length is compressed for who asks, and a short one never`() async throws {
        let long = Route.get("/lang", policy: .everyone) { _, _ in .text(String(repeating: "belfort ", count: 1_000)) }
        try await TestServer.run([long] + TestServer.routes) { port in
            let fields = " HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n" + Self.close
            let packed = try await Wire.exchange(port, "GET /lang" + fields)
            #expect(packed.lowercased().contains("content-encoding: gzip"))
            #expect(packed.utf8.count < 4_000)
            #expect(packed.contains("Vary: Accept-Encoding"))
            for line in ["GET /hallo", "HEAD /lang"] {
                let text = try await Wire.exchange(port, line + fields)
                #expect(!text.lowercased().contains("content-encoding"))
            }
        }
    }
}
