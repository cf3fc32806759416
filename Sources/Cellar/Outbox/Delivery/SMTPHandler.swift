import NIOCore
import NIOSSL

/// What is written to a mail server.
struct SMTPLine: Sendable {
    let bytes: [UInt8]
    /// Whether the answer 220 to it begins TLS.
    var startsTLS = false
}

/// Turns bytes into replies, and begins TLS at the very byte where it must.
///
/// Bytes that came in clear behind the answer to STARTTLS were put there by somebody on the line; they end the
/// conversation (the injection of CVE-2011-0411, in the other direction).
final class SMTPHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = SMTPReply
    typealias OutboundIn = SMTPLine
    typealias OutboundOut = ByteBuffer

    private let makeTLS: () throws -> NIOSSLClientHandler
    private var parser = ReplyParser()
    private var awaitsTLS = false

    init(makeTLS: @escaping () throws -> NIOSSLClientHandler) {
        self.makeTLS = makeTLS
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        do {
            for byte in unwrapInboundIn(data).readableBytesView {
                guard !isOver else { throw DeliveryFailure.badTLS }
                guard let reply = try parser.take(byte) else { continue }
                if awaitsTLS {
                    awaitsTLS = false
                    if reply.code == 220 {
                        isOver = true
                        held = reply
                        continue
                    }
                }
                context.fireChannelRead(wrapInboundOut(reply))
            }
            if let reply = held {
                try context.pipeline.syncOperations.addHandler(makeTLS(), position: .first)
                (held, isOver) = (nil, false)
                context.fireChannelRead(wrapInboundOut(reply))
                // The end of this reading reaches the new handler first, which has read nothing and keeps it.
                context.fireChannelReadComplete()
            }
        } catch {
            context.fireErrorCaught(error)
            context.close(promise: nil)
        }
    }

    /// The answer that ends the clear part; passed on when TLS stands behind it.
    private var held: SMTPReply?
    private var isOver = false

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let line = unwrapOutboundIn(data)
        awaitsTLS = line.startsTLS
        context.write(wrapOutboundOut(ByteBuffer(bytes: line.bytes)), promise: promise)
    }
}
