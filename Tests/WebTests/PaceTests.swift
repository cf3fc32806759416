import NIOCore
import NIOEmbedded
import Testing

@testable import Web

/// The rules of time with their real values, on a clock that the test moves.
@Suite struct PaceTests {
    /// A connection without a codec: the test says where in a message it is.
    struct Connection {
        let channel = EmbeddedChannel()
        let pace: PaceHandler
        let due = Due()
        private let heard = Heard()
        private let hold = HoldHandler()

        init(holding: Bool = false) throws {
            pace = PaceHandler(limits: Limits(), due: due)
            if holding { try channel.pipeline.syncOperations.addHandler(hold) }
            try channel.pipeline.syncOperations.addHandlers([pace, heard])
            try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
            channel.read()
        }

        var isOpen: Bool { channel.isActive }
        var overdue: [PaceHandler.Overdue] { heard.events }

        func pass(_ time: TimeAmount) { channel.embeddedEventLoop.advanceTime(by: time) }

        func receive(_ count: Int) throws {
            try channel.writeInbound(ByteBuffer(repeating: 65, count: count))
            channel.read()
        }

        func send(_ count: Int) {
            channel.writeAndFlush(IOData.byteBuffer(ByteBuffer(repeating: 65, count: count)), promise: nil)
        }

        /// The visitor takes everything that was sent.
        func takeAll() { hold.context?.flush() }
    }

    /// Keeps what the pace handler tells the gate.
    private final class Heard: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        var events: [PaceHandler.Overdue] = []

        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            if let overdue = event as? PaceHandler.Overdue { events.append(overdue) }
        }
    }

    /// A visitor who takes nothing: what is flushed stays pending.
    private final class HoldHandler: ChannelOutboundHandler {
        typealias OutboundIn = IOData
        var context: ChannelHandlerContext?

        func handlerAdded(context: ChannelHandlerContext) { self.context = context }

        func flush(context: ChannelHandlerContext) {}
    }

    @Test func `a silent connection lives for a minute`() throws {
        let connection = try Connection()
        connection.pass(.seconds(59))
        #expect(connection.isOpen)
        connection.pass(.seconds(2))
        #expect(!connection.isOpen)
    }

    @Test func `the minute starts again with each answer`() throws {
        let connection = try Connection()
        for _ in 0..<5 {
            connection.pass(.seconds(50))
            try connection.receive(100)
            connection.pace.takeRequest()
            connection.pace.endRequest()
            connection.pace.endAnswer()
        }
        connection.pass(.seconds(59))
        #expect(connection.isOpen)
        connection.pass(.seconds(62))
        #expect(!connection.isOpen)
        #expect(connection.overdue.isEmpty)
    }

    @Test func `a request in hand is not silence`() throws {
        let connection = try Connection()
        try connection.receive(100)
        connection.pace.takeRequest()
        connection.pace.endRequest()
        connection.pass(.minutes(30))
        #expect(connection.isOpen)
        #expect(connection.overdue.isEmpty)
    }

    @Test func `a head has ten seconds from its first byte, however it drips`() throws {
        let connection = try Connection()
        connection.pass(.seconds(30))
        for _ in 0..<9 {
            try connection.receive(1)
            connection.pass(.seconds(1))
        }
        #expect(connection.overdue.isEmpty)
        connection.pass(.seconds(2))
        #expect(connection.overdue.first == .head)
    }

    @Test(arguments: [(500, true), (2_000, false)])
    func `a body below one KiB a second runs out, above it never`(_ rate: Int, _ runsOut: Bool) throws {
        let connection = try Connection()
        try connection.receive(100)
        connection.pace.takeRequest()
        for _ in 0..<600 where connection.overdue.isEmpty {
            try connection.receive(rate)
            connection.pass(.seconds(1))
        }
        #expect((connection.overdue.first == .body) == runsOut)
    }

    @Test func `waiting does not count while the server is not ready to read`() throws {
        let connection = try Connection()
        try connection.channel.writeInbound(ByteBuffer(repeating: 65, count: 100))
        connection.pace.takeRequest()
        connection.pass(.minutes(5))
        #expect(connection.overdue.isEmpty)
        connection.channel.read()
        connection.pass(.seconds(21))
        #expect(connection.overdue.first == .body)
    }

    @Test func `a visitor who takes nothing for half a minute is cut`() throws {
        let connection = try Connection(holding: true)
        connection.send(100)
        connection.pass(.seconds(29))
        #expect(connection.isOpen)
        connection.pass(.seconds(2))
        #expect(!connection.isOpen)
    }

    @Test func `a visitor who takes an answer bit by bit is not idle`() throws {
        let connection = try Connection(holding: true)
        for _ in 0..<20 {
            connection.send(40 * 1024)
            connection.pass(.seconds(20))
            connection.takeAll()
        }
        #expect(connection.isOpen)
    }

    @Test func `half a minute without progress is a stall, and enough progress starts it anew`() {
        var progress = SendProgress()
        var now = NIODeadline.uptimeNanoseconds(0)
        let whole = 4 << 20
        progress.enqueue(whole)
        for step in 1...20 {
            progress.look(pending: whole - step * 40 * 1024, now: now)
            let isStalled = progress.isStalled(now, Limits())
            #expect(!isStalled)
            now = now + .seconds(29)
        }
        progress.look(pending: whole - 20 * 40 * 1024, now: now + .seconds(31))
        let isStalled = progress.isStalled(now + .seconds(31), Limits())
        #expect(isStalled)
    }
}
