internal import HTTPTypes
internal import NIOCore
internal import NIOHTTP1

/// One connection: requests in, answers out, one after another, until the gate closes it.
struct Conversation {
    typealias Connection = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>
    typealias Outlet = NIOAsyncChannelOutboundWriter<HTTPServerResponsePart>

    let connection: Connection
    let due: Due
    let reception: Reception

    /// Runs until the connection is closed; a connection that is closed under it cancels what it does.
    func run() async {
        let channel = connection.channel
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                await withTaskCancellationHandler {
                    await converse()
                } onCancel: {
                    channel.close(promise: nil)
                }
            }
            group.addTask { try? await channel.closeFuture.get() }
            await group.next()
            group.cancelAll()
        }
    }

    private func converse() async {
        // Errors here mean that the visitor is gone: there is nobody to tell.
        try? await connection.executeThenClose { inbound, outbound in
            let inlet = Inlet(inbound)
            let peer = connection.channel.remoteAddress.flatMap { NetworkAddress(socket: $0) }
            while let (head, number) = try await inlet.nextHead() {
                try await answer(head, body: body(of: head, number, inlet), peer, outbound)
            }
            try await connection.channel.closeFuture.get()
        }
    }

    private func body(of head: HTTPRequestHead, _ number: Int, _ inlet: Inlet) -> RequestBody {
        let channel = connection.channel
        let waits = head.headers.contains(name: "expect")
        return RequestBody { isFirst in
            if isFirst, waits { try? await channel.triggerUserOutboundEvent(GoOn()).get() }
            return try await inlet.nextChunk(of: number)
        }
    }

    private func answer(
        _ head: HTTPRequestHead,
        body: RequestBody,
        _ peer: NetworkAddress?,
        _ outbound: Outlet
    ) async throws {
        let delivery = try await reception.receive(head, body: body, peer: peer, due: due)
        defer { due.set(nil) }
        do {
            try await deliver(delivery, outbound)
            reception.log(delivery)
        } catch {
            reception.log(delivery, cut: error)
            try? await connection.channel.close().get()
            throw error
        }
    }

    private func deliver(_ delivery: Delivery, _ outbound: Outlet) async throws {
        let head = HTTPServerResponsePart.head(HTTPResponseHead(delivery))
        switch delivery.body {
        case .none:
            try await outbound.write(contentsOf: [head, .end(nil)])
        case .bytes(let bytes):
            try await outbound.write(contentsOf: [head, .body(.byteBuffer(ByteBuffer(bytes: bytes))), .end(nil)])
        case .stream(let length, let produce):
            try await outbound.write(head)
            let count = ByteCount(most: length)
            try await produce(
                AnswerWriter { bytes in
                    try count.add(bytes.count)
                    try await outbound.write(.body(.byteBuffer(ByteBuffer(bytes: bytes))))
                }
            )
            try count.end()
            try await outbound.write(.end(nil))
        }
    }
}

extension NetworkAddress {
    init?(socket: SocketAddress) {
        guard let text = socket.ipAddress else { return nil }
        // A link-local address carries its zone after a percent sign.
        self.init(String(text.prefix { $0 != "%" }))
    }
}
