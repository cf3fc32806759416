import NIOCore
import Testing

@testable import Web

/// Slow visitors are cut by the rule that they break, and nobody else notices.
@Suite struct SlowVisitorTests {
    static let hasty = Limits.but { limits in
        limits.headWait = .milliseconds(100)
        limits.bodyGrace = .milliseconds(50)
        limits.bodyWindow = .milliseconds(50)
    }

    static let head = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n"

    @Test func `a head that drips is refused with 408`() async throws {
        try await TestServer.run(limits: Self.hasty) { port in
            try await Wire.open(port) { wire in
                try await wire.drip("GET /hallo HTTP/1.1\r\nX: " + String(repeating: "a", count: 500))
                let text = try await wire.readToEnd()
                #expect(text.status == 408)
                #expect(text.answers == 1)
            }
        }
    }

    @Test func `a head that stops in the middle is refused with 408`() async throws {
        try await TestServer.run(limits: Self.hasty) { port in
            let text = try await Wire.exchange(port, "GET /hallo HTTP/1.1\r\nHos")
            #expect(text.status == 408)
        }
    }

    @Test func `a visitor who says nothing is closed without a word`() async throws {
        try await TestServer.run(limits: .but { $0.idle = .milliseconds(50) }) { port in
            let text = try await Wire.exchange(port, "")
            #expect(text.isEmpty)
        }
    }

    @Test func `a body that drips is refused with 408, also when the handler reads it`() async throws {
        try await TestServer.run(limits: Self.hasty) { port in
            try await Wire.open(port) { wire in
                try await wire.send(Self.head)
                try await wire.drip(String(repeating: "a", count: 500))
                let text = try await wire.readToEnd()
                #expect(text.status == 408)
                #expect(text.answers == 1)
            }
        }
    }

    @Test func `a body above the rate is taken, however long it lasts`() async throws {
        try await TestServer.run(limits: .but { $0.bodyRate = 1 }) { port in
            try await Wire.open(port) { wire in
                try await wire.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 40\r\nConnection: close\r\n\r\n")
                try await wire.drip(String(repeating: "a", count: 40))
                #expect(try await wire.readToEnd().status == 200)
            }
        }
    }

    @Test func `a body within its rate is refused with 408 at the deadline of its route`() async throws {
        let slow = Route.post("/traag", policy: .everyone, deadline: .after(.milliseconds(100))) { request, _ in
            .json(try await request.body.collect())
        }
        try await TestServer.run([slow], limits: .but { $0.bodyRate = 1 }) { port in
            try await Wire.open(port) { wire in
                try await wire.send("POST /traag HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n")
                try await wire.drip(String(repeating: "a", count: 500))
                #expect(try await wire.readToEnd().status == 408)
            }
        }
    }

    @Test func `a handler that takes too long is cancelled, and its visitor hears 503`() async throws {
        let (cancelled, tell) = AsyncStream.makeStream(of: Bool.self)
        let slow = Route.get("/traag", policy: .everyone, deadline: .after(.milliseconds(50))) { _, _ in
            defer { tell.yield(Task.isCancelled) }
            try await Task.sleep(for: .seconds(60))
            return .nothing
        }
        try await TestServer.run([slow]) { port in
            let text = try await Wire.exchange(port, "GET /traag HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(text.status == 503)
            #expect(text.answers == 1)
            var iterator = cancelled.makeAsyncIterator()
            #expect(await iterator.next() == true)
        }
    }

    @Test func `a visitor who does not read is cut, and its handler ends`() async throws {
        let (ended, tell) = AsyncStream.makeStream(of: Void.self)
        let endless = Route.get("/eindeloos", policy: .everyone, deadline: .never) { _, _ in
            Answer(
                body: .stream(length: nil) { writer in
                    defer { tell.yield() }
                    while true { try await writer.write(Array(repeating: 65, count: 64 * 1024)) }
                }
            )
        }
        try await TestServer.run([endless], limits: .but { $0.writeWait = .milliseconds(100) }) { port in
            try await Wire.open(port, receiveBuffer: 4 * 1024) { wire in
                try await wire.send("GET /eindeloos HTTP/1.1\r\nHost: a\r\n\r\n")
                var iterator = ended.makeAsyncIterator()
                await iterator.next()
            }
        }
    }

    @Test func `a visitor who reads slowly but steadily gets everything`() async throws {
        let large = Route.get("/groot", policy: .everyone) { _, _ in
            Answer(body: .bytes(Array(repeating: 65, count: 8 << 20)))
        }
        try await TestServer.run([large]) { port in
            let text = try await Wire.exchange(port, "GET /groot HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            #expect(text.body.utf8.count == 8 << 20)
        }
    }

    @Test func `two hundred slow visitors do not keep a healthy one waiting`() async throws {
        try await TestServer.run { port in
            try await withThrowingTaskGroup(of: Void.self) { group async throws -> Void in
                for _ in 0..<200 {
                    group.addTask {
                        try? await Wire.open(port) { wire in
                            try await wire.send("GET /hallo HTTP/1.1\r\nHo")
                            _ = try await wire.readToEnd()
                        }
                    }
                }
                for _ in 0..<20 {
                    let request = "GET /hallo HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                    let text = try await Wire.exchange(port, request)
                    #expect(text.body == "hallo")
                }
                group.cancelAll()
            }
        }
    }
}

extension Wire {
    /// Sends one byte every few milliseconds, until all are sent or the server has closed.
    func drip(_ text: String) async throws {
        for byte in text.utf8 {
            guard (try? await outbound.write(ByteBuffer(bytes: [byte]))) != nil, channel.isActive else { return }
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}
