internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTPCompression

/// The pipeline of one connection, and the conversation over it.
///
/// From the socket inward: pace (bytes), the HTTP/1 codec, gate (messages), compressor, conversation. The gate stands
/// before the compressor, which must see exactly one answer for each request that it saw.
struct WebChannel: ServerChildChannel {
    struct Value: ServerChildChannelValue {
        let channel: any Channel
        /// Nothing for a connection that found no place.
        let conversation: Conversation?
    }

    let limits: Limits
    let doorkeeper: Doorkeeper
    let reception: Reception

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        let address = channel.remoteAddress.flatMap { NetworkAddress(socket: $0) }
        guard doorkeeper.enter(address) else {
            return channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(FullHandler())
                return Value(channel: channel, conversation: nil)
            }
        }
        channel.closeFuture.whenComplete { [doorkeeper] _ in doorkeeper.leave(address) }
        return channel.eventLoop.makeCompletedFuture {
            Value(channel: channel, conversation: try furnish(channel))
        }.recover { _ in
            // It fails only for a connection that is gone already; an error here would end the whole server.
            channel.close(promise: nil)
            return Value(channel: channel, conversation: nil)
        }
    }

    func handle(value: Value, logger: Logger) async {
        await value.conversation?.run()
    }

    private func furnish(_ channel: any Channel) throws -> Conversation {
        let due = Due()
        let pace = PaceHandler(limits: limits, due: due)
        let pipeline = channel.pipeline.syncOperations
        try pipeline.addHandler(pace)
        try pipeline.configureHTTPServerPipeline(
            withPipeliningAssistance: false,
            withErrorHandling: false,
            withOutboundHeaderValidation: false,
            withEncoderConfiguration: .init(),
            withDecoderLimitConfiguration: decoderLimits
        )
        try pipeline.addHandler(GateHandler(limits: limits, pace: pace, turnAway: reception.turnAway))
        try pipeline.addHandler(compressor)
        let connection = try Conversation.Connection(
            wrappingChannelSynchronously: channel,
            configuration: .init(isOutboundHalfClosureEnabled: true)
        )
        return Conversation(connection: connection, due: due, reception: reception)
    }

    /// It starts without a buffer, since most connections are silent most of the time.
    private var compressor: HTTPResponseCompressor {
        HTTPResponseCompressor(initialByteBufferCapacity: 0) { head, _ in Compression.intent(&head) }
    }

    private var decoderLimits: NIOHTTPDecoderLimitConfiguration {
        var decoder = NIOHTTPDecoderLimitConfiguration()
        decoder.maxHeaderFieldSize = limits.headBytes
        decoder.maxHeaderListSize = limits.headBytes
        decoder.maxHeaderFieldCount = limits.headFields
        return decoder
    }
}

/// Says that the house is full, and closes.
private final class FullHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private static let answer = """
        HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nRetry-After: 5\r\nConnection: close\r\n\r\n
        """

    func channelActive(context: ChannelHandlerContext) {
        context.writeAndFlush(Self.wrapOutboundOut(ByteBuffer(string: Self.answer)), promise: nil)
        context.close(promise: nil)
    }
}

/// What may be compressed. The reception marks what may not, since the compressor sees only the answer's head.
enum Compression {
    /// The mark: `Content-Encoding: identity`, which never goes out.
    static let never = "identity"

    static func intent(_ head: inout HTTPResponseHead) -> HTTPResponseCompressor.CompressionIntent {
        guard let coding = head.headers.first(name: "content-encoding") else { return .compressIfPossible }
        if coding == never { head.headers.remove(name: "content-encoding") }
        return .doNotCompress
    }
}
