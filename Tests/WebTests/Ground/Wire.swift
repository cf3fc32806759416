import NIOCore
import NIOPosix
import Testing

/// A bare connection: bytes as the test writes them, and what came back.
struct Wire {
    typealias Inbound = NIOAsyncChannelInboundStream<ByteBuffer>
    typealias Outbound = NIOAsyncChannelOutboundWriter<ByteBuffer>

    let channel: any Channel
    let outbound: Outbound
    private let inbound: Box

    /// Everything the server sent that was not read before.
    private final class Box: @unchecked Sendable {
        // Read by the one task of the test that owns the wire.
        var iterator: Inbound.AsyncIterator
        var rest = ""
        init(_ inbound: Inbound) { iterator = inbound.makeAsyncIterator() }
    }

    static func open<Result: Sendable>(
        _ port: Int,
        receiveBuffer: Int? = nil,
        _ talk: @Sendable @escaping (Wire) async throws -> Result
    ) async throws -> Result {
        let connection = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .channelOption(.socketOption(.so_rcvbuf), value: .init(receiveBuffer ?? 128 * 1024))
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel,
                        configuration: .init(isOutboundHalfClosureEnabled: true)
                    )
                }
            }
        return try await withPatience {
            try await connection.executeThenClose { inbound, outbound in
                try await talk(Wire(channel: connection.channel, outbound: outbound, inbound: Box(inbound)))
            }
        }
    }

    /// Sends the bytes and reads until the server closes.
    static func exchange(_ port: Int, _ bytes: String) async throws -> String {
        try await open(port) { wire in
            try await wire.send(bytes)
            return try await wire.readToEnd()
        }
    }

    func send(_ text: String) async throws {
        try await outbound.write(ByteBuffer(string: text))
    }

    func send(_ bytes: [UInt8]) async throws {
        try await outbound.write(ByteBuffer(bytes: bytes))
    }

    /// Reads until the server closes; a reset ends it as well.
    func readToEnd() async throws -> String {
        while let buffer = try? await inbound.iterator.next() { inbound.rest += String(buffer: buffer) }
        defer { inbound.rest = "" }
        return inbound.rest
    }

    /// Reads until the text appears, and gives everything up to and with it.
    func read(upTo mark: String) async throws -> String {
        while true {
            if let found = inbound.rest.range(of: mark) {
                let text = String(inbound.rest[..<found.upperBound])
                inbound.rest = String(inbound.rest[found.upperBound...])
                return text
            }
            guard let buffer = try await inbound.iterator.next() else { throw Ended(after: inbound.rest) }
            inbound.rest += String(buffer: buffer)
        }
    }

    struct Ended: Error { let after: String }
    struct TooLate: Error {}

    /// A test that hangs fails after a minute.
    static func withPatience<Result: Sendable>(
        _ work: @Sendable @escaping () async throws -> Result
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Result.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: .seconds(60))
                throw TooLate()
            }
            defer { group.cancelAll() }
            guard let result = try await group.next() else { throw TooLate() }
            return result
        }
    }
}

extension String {
    func range(of mark: String) -> Range<String.Index>? { firstRange(of: mark) }

    /// The status of the first answer in the text.
    var status: Int? {
        hasPrefix("HTTP/1.") ? Int(dropFirst(9).prefix(3)) : nil
    }

    /// How many answers the text holds.
    var answers: Int { ranges(of: "HTTP/1.1 ").count + ranges(of: "HTTP/1.0 ").count }

    /// What comes after the first head.
    var body: String { firstRange(of: "\r\n\r\n").map { String(self[$0.upperBound...]) } ?? "" }
}
