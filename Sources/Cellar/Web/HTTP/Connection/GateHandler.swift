internal import HTTPTypes
internal import NIOCore
internal import NIOHTTP1

/// Asks the gate to tell a visitor who waits for it (`Expect: 100-continue`) to send the body.
struct GoOn: Sendable {}

/// Decides which messages pass between the parser and the conversation, and when a connection ends.
///
/// What cannot become a request (bytes that do not parse, a visitor who is too slow) it answers itself, after the
/// answers that are under way, and then nothing passes any more: no second head is ever written. After the last answer
/// it drains some bytes before it closes, so that the visitor's program gets to read the answer.
final class GateHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// A request that was taken and is not wholly answered.
    private struct Taken {
        let isOld: Bool
        let staysOpen: Bool
    }

    /// Whether the connection ends: not yet, after the answer in hand, after all that were asked for, or now.
    private enum Ending { case none, afterAnswer, afterAll, done }

    private let limits: Limits
    private let pace: PaceHandler
    private let turnAway: @Sendable (Refusal) -> [HTTPServerResponsePart]
    private var taken = CircularBuffer<Taken>(initialCapacity: 2)
    private var ending = Ending.none
    private var isReadingRequest = false
    private var hasAnswerBegun = false
    private var isStream = false
    private var isAllTaken = false
    private var farewell: Refusal?

    /// `turnAway` writes the answer to what never became a request.
    init(limits: Limits, pace: PaceHandler, turnAway: @escaping @Sendable (Refusal) -> [HTTPServerResponsePart]) {
        (self.limits, self.pace, self.turnAway) = (limits, pace, turnAway)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard ending != .done, farewell == nil else { return }
        switch Self.unwrapInboundIn(data) {
        case .head(let head): take(head, context)
        case .body: break
        case .end: endRequest()
        }
        if farewell == nil { context.fireChannelRead(data) }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard ending != .done else {
            promise?.fail(ChannelError.outputClosed)
            return
        }
        switch Self.unwrapOutboundIn(data) {
        case .head(let head): context.write(Self.wrapOutboundOut(.head(begin(head))), promise: promise)
        case .body: context.write(data, promise: promise)
        case .end: end(data, promise, context)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case let overdue as PaceHandler.Overdue: close(overdue, context)
        case is ChannelShouldQuiesceEvent: quiesce(context)
        case ChannelEvent.inputClosed: hangUp(context)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        guard event is GoOn else { return context.triggerUserOutboundEvent(event, promise: promise) }
        if ending != .done, !hasAnswerBegun, taken.count == 1, taken.first?.isOld == false {
            let head = HTTPResponseHead(version: .http1_1, status: .continue)
            context.writeAndFlush(Self.wrapOutboundOut(.head(head)), promise: promise)
        } else {
            promise?.succeed()
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if let error = error as? HTTPParserError, error != .invalidEOFState {
            refuse(.unparsable(error), context)
        } else {
            context.close(promise: nil)
        }
    }
}

// Requests coming in.
extension GateHandler {
    private func take(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        guard taken.count < limits.pipelined else {
            return refuse(.malformed("Er zijn te veel verzoeken tegelijk op één verbinding."), context)
        }
        let isOld = head.version.isOld
        taken.append(Taken(isOld: isOld, staysOpen: !isOld && head.isKeepAlive))
        isReadingRequest = true
        pace.takeRequest()
    }

    private func endRequest() {
        isReadingRequest = false
        pace.endRequest()
    }
}

// Answers going out.
extension GateHandler {
    /// An answer that begins before its request is wholly read is the last of its connection.
    private func begin(_ head: HTTPResponseHead) -> HTTPResponseHead {
        var head = head
        hasAnswerBegun = true
        isStream = head.headers.first(name: "content-type")?.hasPrefix("text/event-stream") ?? false
        let isEarly = isReadingRequest && taken.count == 1
        let current = taken.first
        let isLast = ending == .afterAll && taken.count == 1
        if isEarly || isLast || !head.isKeepAlive || !(current?.staysOpen ?? false) { ending = .afterAnswer }
        if ending == .afterAnswer { head.headers.replaceOrAdd(name: "connection", value: "close") }
        head.version = current?.isOld ?? false ? .http1_0 : .http1_1
        return head
    }

    private func end(_ data: NIOAny, _ promise: EventLoopPromise<Void>?, _ context: ChannelHandlerContext) {
        if !taken.isEmpty { taken.removeFirst() }
        (hasAnswerBegun, isStream) = (false, false)
        pace.endAnswer()
        if ending == .afterAnswer || ending == .afterAll && taken.isEmpty {
            finish(data, promise, context)
        } else {
            context.write(data, promise: promise)
            if let farewell, taken.isEmpty { part(farewell, context) }
        }
    }

    /// Writes the last part of the connection. The output is closed when the visitor has taken it all: closing sooner
    /// would drop what is pending if the visitor has already stopped sending.
    private func finish(_ last: NIOAny, _ promise: EventLoopPromise<Void>?, _ context: ChannelHandlerContext) {
        ending = .done
        let written = context.eventLoop.makePromise(of: Void.self)
        written.futureResult.cascade(to: promise)
        written.futureResult.assumeIsolated().whenComplete { _ in
            self.isAllTaken = true
            self.pace.startDraining()
            context.close(mode: .output, promise: nil)
        }
        context.writeAndFlush(last, promise: written)
    }
}

// Ends that nobody asked for.
extension GateHandler {
    private func close(_ overdue: PaceHandler.Overdue, _ context: ChannelHandlerContext) {
        switch overdue {
        case .head: refuse(.tooSlow("De aanhef van het verzoek kwam te traag binnen."), context)
        case .body: refuse(.tooSlow("De inhoud van het verzoek kwam te traag binnen."), context)
        case .request where isReadingRequest: refuse(.tooSlow("Het verzoek duurde te lang."), context)
        case .request: refuse(.unavailable("Het antwoord duurde te lang."), context)
        }
        // Who has an answer before this one that does not get finished cannot be told anything either.
        if overdue == .request, ending != .done { context.close(promise: nil) }
    }

    /// Says no once the answers before it are out; an answer already begun is cut off, since it cannot be mended.
    private func refuse(_ refusal: Refusal, _ context: ChannelHandlerContext) {
        guard ending != .done, farewell == nil else { return }
        farewell = refusal
        let isOwn = isReadingRequest ? taken.count == 1 : taken.isEmpty
        let isOverdueAnswer = refusal.status == .serviceUnavailable && taken.count == 1
        if hasAnswerBegun && (isOwn || isOverdueAnswer) {
            context.close(promise: nil)
        } else if isOwn || isOverdueAnswer {
            part(refusal, context)
        }
    }

    private func part(_ refusal: Refusal, _ context: ChannelHandlerContext) {
        for part in turnAway(refusal) { context.write(Self.wrapOutboundOut(part), promise: nil) }
        finish(NIOAny(OutboundOut.end(nil)), nil, context)
        // The conversation hears that nothing more comes; what it still writes goes nowhere.
        context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
    }

    private func quiesce(_ context: ChannelHandlerContext) {
        if taken.isEmpty, !pace.isInHead, ending == .none {
            context.close(promise: nil)
        } else if ending == .none {
            ending = .afterAnswer
        }
    }

    /// The visitor sends no more. An answer that is under way is still sent, but for an endless one.
    private func hangUp(_ context: ChannelHandlerContext) {
        if ending == .done {
            if isAllTaken { context.close(promise: nil) }
        } else if taken.isEmpty && !pace.isSending || isReadingRequest || isStream {
            context.close(promise: nil)
        } else {
            ending = .afterAll
            context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        }
    }
}

extension Refusal {
    /// What the parser said, in our words.
    fileprivate static func unparsable(_ error: HTTPParserError) -> Refusal {
        switch error {
        case .headerOverflow:
            Refusal(.requestHeaderFieldsTooLarge, "head_too_large", "De aanhef van het verzoek is te groot.")
        default:
            .malformed("Dit is geen geldige HTTP/1.1.")
        }
    }
}
