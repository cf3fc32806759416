internal import NIOCore

/// Watches the bytes of a connection and notices visitors who are too slow, in either direction.
///
/// It stands next to the socket. `GateHandler`, behind the parser, tells it where in a message the connection is, and
/// hears from it, as an event, what has run out. One timer serves all rules: it looks when it rings, and is not moved
/// by each byte.
final class PaceHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    /// What ran out, for the gate to answer.
    enum Overdue { case head, body, request }

    private enum Reading { case between, head, body, draining }

    private let limits: Limits
    private let due: Due
    private var context: ChannelHandlerContext?
    private var reading = Reading.between
    private var patience: Patience
    private var waitingSince: NIODeadline?
    private var quietSince = NIODeadline.uptimeNanoseconds(0)
    private var drained = 0
    private var inHand = 0
    private var sent = SendProgress()
    private var armed: NIODeadline?

    init(limits: Limits, due: Due) {
        (self.limits, self.due) = (limits, due)
        patience = .head(limits)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        quietSince = context.eventLoop.now
        arm()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
    }

    func read(context: ChannelHandlerContext) {
        if waitingSince == nil { waitingSince = context.eventLoop.now }
        if reading != .between { arm() }
        context.read()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let count = Self.unwrapInboundIn(data).readableBytes
        spendPatience(until: context.eventLoop.now)
        switch reading {
        case .between: (reading, patience) = (.head, .head(limits))
        case .head: break
        case .body: patience.earn(bytes: count)
        case .draining: return drain(count, context)
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        spendPatience(until: context.eventLoop.now)
        waitingSince = nil
        context.fireChannelReadComplete()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        sent.enqueue(Self.unwrapOutboundIn(data).readableBytes)
        context.write(data, promise: promise)
    }

    func flush(context: ChannelHandlerContext) {
        context.flush()
        sent.look(pending: pending(context), now: context.eventLoop.now)
        if sent.isWaiting { arm() }
    }
}

// What the gate tells; all of it on the event loop.
extension PaceHandler {
    /// A head is whole and goes to its handler.
    func takeRequest() {
        inHand += 1
        (reading, patience) = (.body, .body(limits))
        arm()
    }

    /// A request is wholly read.
    func endRequest() {
        if reading != .draining { reading = .between }
    }

    /// An answer is wholly written, as far as the program is concerned.
    func endAnswer() {
        inHand -= 1
        quietSince = context?.eventLoop.now ?? .now()
    }

    /// The last answer is out: take some more bytes, so that the visitor gets to read it, and understand none.
    func startDraining() {
        (reading, quietSince) = (.draining, context?.eventLoop.now ?? .now())
        arm()
    }

    /// Whether the visitor has not taken all that was sent.
    var isSending: Bool { sent.isWaiting }

    /// Whether a head has begun and is not whole.
    var isInHead: Bool { reading == .head }
}

extension PaceHandler {
    private func spendPatience(until now: NIODeadline) {
        guard let since = waitingSince else { return }
        waitingSince = now
        if reading == .head || reading == .body { patience.spend(now - since) }
    }

    private func drain(_ count: Int, _ context: ChannelHandlerContext) {
        drained += count
        if drained > limits.drainBytes { context.close(promise: nil) }
    }

    /// Bytes that the kernel has not taken yet.
    private func pending(_ context: ChannelHandlerContext) -> Int {
        (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
    }

    /// Sets the timer, unless one rings soon enough. The timer holds no connection alive: `self` is weak.
    private func arm() {
        guard let loop = context?.eventLoop else { return }
        let next = loop.now + max(.milliseconds(1), interval(loop.now))
        if let armed, armed <= next { return }
        armed = next
        loop.assumeIsolated().scheduleTask(deadline: next) { [weak self] in self?.ring(next) }
    }

    /// How long nothing can run out that is not looked at in time.
    private func interval(_ now: NIODeadline) -> TimeAmount {
        let tick = TimeAmount(limits.tick)
        if reading == .draining { return min(tick, TimeAmount(limits.drainWait)) }
        let isBusy = inHand > 0 || reading != .between || sent.isWaiting
        return isBusy ? tick : max(tick, quietSince + TimeAmount(limits.idle) - now)
    }

    private func ring(_ time: NIODeadline) {
        // A timer that was set before a shorter one has nothing to say any more.
        guard armed == time, let context else { return }
        armed = nil
        let now = context.eventLoop.now
        spendPatience(until: now)
        sent.look(pending: pending(context), now: now)
        if sent.isWaiting { quietSince = now }
        judge(now, context)
        arm()
    }

    private func judge(_ now: NIODeadline, _ context: ChannelHandlerContext) {
        if sent.isStalled(now, limits) { return context.close(promise: nil) }
        switch reading {
        case .draining where now - quietSince >= TimeAmount(limits.drainWait): context.close(promise: nil)
        case .head where patience.isGone: tell(.head, context)
        case .body where patience.isGone: tell(.body, context)
        case .between where inHand == 0 && now - quietSince >= TimeAmount(limits.idle): context.close(promise: nil)
        default: if inHand > 0, due.isPast(now) { tell(.request, context) }
        }
    }

    private func tell(_ overdue: Overdue, _ context: ChannelHandlerContext) {
        context.fireUserInboundEventTriggered(overdue)
    }
}
