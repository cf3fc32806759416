import HTTPTypes
import NIOCore
import ServiceLifecycle
import Testing

@testable import Web

/// Streams of events: live, bounded, and over when they should be.
@Suite struct EventTests {
    static let request = "GET /live HTTP/1.1\r\nHost: a\r\n\r\n"

    static func route(_ queue: EventQueue, heartbeat: Duration = .seconds(15)) -> Route {
        .get("/live", policy: .everyone, deadline: .never) { _, _ in .events(from: queue, heartbeat: heartbeat) }
    }

    @Test(arguments: [
        (Event(data: "a"), "data: a\n\n"),
        (Event(id: "7", name: "zaak", data: "a\nb"), "id: 7\nevent: zaak\ndata: a\ndata: b\n\n"),
        (Event(id: "7\ndata: x", data: ""), "id: 7\ndata: \n\n"),
        (Event(data: "a\r\nb\rc"), "data: a\ndata: b\ndata: c\n\n"),
        (Event(name: "a\revent: b", data: "\n"), "event: a\ndata: \ndata: \n\n"),
    ])
    func `an event is written so that its text cannot start another`(_ event: Event, _ text: String) {
        #expect(String(decoding: event.bytes, as: UTF8.self) == text)
    }

    @Test func `an event arrives at once, uncompressed, and the stream lives by heartbeats`() async throws {
        let queue = EventQueue(capacity: 8)
        try await TestServer.run([Self.route(queue, heartbeat: .milliseconds(20))]) { port in
            try await Wire.open(port) { wire in
                try await wire.send("GET /live HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n")
                let head = try await wire.read(upTo: "\r\n\r\n")
                #expect(head.contains("Content-Type: text/event-stream"))
                #expect(!head.lowercased().contains("content-encoding"))
                #expect(queue.offer(Event(id: "1", data: "hallo")))
                _ = try await wire.read(upTo: "data: hallo\n\n")
                _ = try await wire.read(upTo: ":\n\n")
                _ = try await wire.read(upTo: ":\n\n")
            }
        }
    }

    @Test func `a reader who falls too far behind is cut off`() {
        let queue = EventQueue(capacity: 3)
        #expect((0..<5).map { queue.offer(Event(data: "\($0)")) } == [true, true, true, false, false])
        #expect(!queue.isOpen)
    }

    @Test func `a stream whose queue closes ends cleanly`() async throws {
        let queue = EventQueue(capacity: 3)
        _ = queue.offer(Event(data: "laatste"))
        queue.close()
        try await TestServer.run([Self.route(queue)]) { port in
            try await Wire.open(port) { wire in
                try await wire.send(Self.request)
                let text = try await wire.read(upTo: "0\r\n\r\n")
                #expect(text.contains("data: laatste"))
            }
        }
    }

    @Test func `a reader who leaves is noticed without waiting for a heartbeat`() async throws {
        let queue = EventQueue(capacity: 3)
        try await TestServer.run([Self.route(queue)]) { port in
            try await Wire.open(port) { wire in
                try await wire.send(Self.request)
                _ = try await wire.read(upTo: ":\n\n")
            }
            try await Wire.withPatience {
                while queue.isOpen { try await Task.sleep(for: .milliseconds(5)) }
            }
        }
    }

    @Test func `a reader who stops reading is cut`() async throws {
        let queue = EventQueue(capacity: 1_000)
        let limits = Limits.but { $0.writeWait = .milliseconds(100) }
        try await TestServer.run([Self.route(queue)], limits: limits) { port in
            try await Wire.open(port, receiveBuffer: 4 * 1024) { wire in
                try await wire.send(Self.request)
                let event = Event(data: String(repeating: "x", count: 64 * 1024))
                while queue.offer(event) { try await Task.sleep(for: .milliseconds(1)) }
                #expect(!queue.isOpen)
            }
        }
    }
}

/// Stopping: nobody new, silent ones out, work in hand finished, streams ended.
@Suite struct StopTests {
    @Test func `streams of events end cleanly when the server stops, long before the grace is over`() async throws {
        let queue = EventQueue(capacity: 3)
        let limits = Limits.but { $0.shutdown = .seconds(600) }
        try await TestServer.start([EventTests.route(queue)], limits: limits) { port, house in
            try await Wire.open(port) { wire in
                try await wire.send(EventTests.request)
                _ = try await wire.read(upTo: ":\n\n")
                await house.triggerGracefulShutdown()
                let rest = try await wire.readToEnd()
                #expect(rest.hasSuffix("0\r\n\r\n"))
            }
        }
    }

    @Test func `a request in hand is finished, and then its connection closes`() async throws {
        let (begun, tell) = AsyncStream.makeStream(of: Void.self)
        let (released, release) = AsyncStream.makeStream(of: Void.self)
        let slow = Route.get("/werk", policy: .everyone) { _, _ in
            tell.yield()
            var iterator = released.makeAsyncIterator()
            await iterator.next()
            return .text("af")
        }
        try await TestServer.start([slow]) { port, house in
            try await Wire.open(port) { wire in
                try await wire.send("GET /werk HTTP/1.1\r\nHost: a\r\n\r\n")
                var iterator = begun.makeAsyncIterator()
                await iterator.next()
                await house.triggerGracefulShutdown()
                release.yield()
                let text = try await wire.readToEnd()
                #expect(text.status == 200)
                #expect(text.body == "af")
            }
        }
    }

    @Test func `a request that does not finish in time is cancelled`() async throws {
        let (begun, tell) = AsyncStream.makeStream(of: Void.self)
        let endless = Route.get("/werk", policy: .everyone, deadline: .never) { _, _ in
            tell.yield()
            try await Task.sleep(for: .seconds(600))
            return .nothing
        }
        let limits = Limits.but { $0.shutdown = .milliseconds(100) }
        try await TestServer.start([endless], limits: limits) { port, house in
            try await Wire.open(port) { wire in
                try await wire.send("GET /werk HTTP/1.1\r\nHost: a\r\n\r\n")
                var iterator = begun.makeAsyncIterator()
                await iterator.next()
                await house.triggerGracefulShutdown()
                #expect(try await wire.readToEnd().isEmpty)
            }
        }
    }

    @Test func `a silent connection is closed at once`() async throws {
        try await TestServer.start { port, house in
            try await Wire.open(port) { wire in
                try await wire.send("GET /hallo HTTP/1.1\r\nHost: a\r\n\r\n")
                _ = try await wire.read(upTo: "hallo")
                await house.triggerGracefulShutdown()
                #expect(try await wire.readToEnd().isEmpty)
            }
        }
    }

    @Test func `health answers to anybody, and says whether work can be done`() async throws {
        let modules = [Health.module { false }]
        #expect(try Composition(modules).routes.map(\.path) == ["/health/live", "/health/ready"])
        try await TestServer.run { port in
            for path in ["/health/live", "/health/ready"] {
                let text = try await Wire.exchange(port, "GET \(path) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                #expect(text.status == 200)
            }
        }
        let ready = try #require(try Composition(modules).routes.last)
        let answer = try await ready.handler(try Request(.get, "/health/ready"), .nobody)
        #expect(answer.status == .serviceUnavailable)
    }
}
