internal import NIOCore
internal import NIOHTTP1
internal import Synchronization

/// The visitor went away, or was sent away, before the request was whole. There is nobody left to answer.
public struct Disconnected: Error {
    /// Nothing to say.
    public init() {}
}

/// What a connection has received, given out part by part: heads to the conversation, chunks to the request in hand.
///
/// Unchecked: `parts` and `stage` are touched only by whoever turned `isTaken` from false to true, until they turn it
/// back. A second reader at the same time is a mistake of a handler, and is told so.
final class Inlet: @unchecked Sendable {
    typealias Parts = NIOAsyncChannelInboundStream<HTTPServerRequestPart>

    /// Two readers at once.
    struct ReadTwice: Error {}

    private enum Stage { case between, inBody, ended }

    private var parts: Parts.AsyncIterator
    private var stage = Stage.between
    private let isTaken = Atomic(false)
    private let request = Atomic(0)

    init(_ parts: Parts) {
        self.parts = parts.makeAsyncIterator()
    }

    /// The next head, after dropping what was left of the body before it; `nil` when the visitor sends no more.
    func nextHead() async throws -> (head: HTTPRequestHead, number: Int)? {
        try take()
        defer { isTaken.store(false, ordering: .releasing) }
        while let part = try await parts.next() {
            guard case .head(let head) = part else { continue }
            stage = .inBody
            return (head, request.add(1, ordering: .relaxed).newValue)
        }
        return nil
    }

    /// The next bytes of that request; `nil` at the end of its body.
    func nextChunk(of number: Int) async throws -> [UInt8]? {
        guard request.load(ordering: .relaxed) == number else { throw Disconnected() }
        try take()
        defer { isTaken.store(false, ordering: .releasing) }
        guard stage == .inBody else {
            if stage == .ended { throw Disconnected() }
            return nil
        }
        switch try await parts.next() {
        case .body(let buffer): return Array(buffer.readableBytesView)
        case .end:
            stage = .between
            return nil
        case .head, nil:
            stage = .ended
            throw Disconnected()
        }
    }

    private func take() throws {
        let (exchanged, _) = isTaken.compareExchange(expected: false, desired: true, ordering: .acquiring)
        guard exchanged else { throw ReadTwice() }
    }
}
