import Glibc

/// What goes to a running program and comes from it, until both of its channels are closed or a bound is met.
struct Exchange {
    let feed: Pair
    let result: Pair
    let complaint: Pair
    let input: [UInt8]

    private(set) var output: [UInt8] = []
    private var sent = 0
    private var isOutputOpen = true
    private var isComplaintOpen = true
    // What the program complains about may quote the document, so it is read and forgotten.
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)

    init(feed: Pair, result: Pair, complaint: Pair, input: [UInt8]) {
        (self.feed, self.result, self.complaint, self.input) = (feed, result, complaint, input)
        if input.isEmpty { shutdown(feed.ours, Int32(SHUT_WR)) }
    }

    /// Feeds and reads; an error means that the program must be killed.
    mutating func work(
        until end: ContinuousClock.Instant,
        tick: Duration,
        stop: () -> Bool,
        isTooMuch: ([UInt8]) -> Bool
    ) -> TypesettingError? {
        while isOutputOpen || isComplaintOpen {
            if stop() { return TypesettingError(.cancelled, "nobody waits for the document any more") }
            let left = end - ContinuousClock.now
            guard left > .zero else { return TypesettingError(.late, "the program took too long and was stopped") }
            wait(min(left, tick))
            if isTooMuch(output) { return TypesettingError(.resultTooLarge, "the PDF is over the limit") }
        }
        return nil
    }

    private mutating func wait(_ duration: Duration) {
        let parts = duration.components
        let milliseconds = parts.seconds * 1_000 + parts.attoseconds / 1_000_000_000_000_000 + 1
        // A negative descriptor is one that poll leaves out.
        var waits = [
            pollfd(fd: sent < input.count ? feed.ours : -1, events: Int16(POLLOUT), revents: 0),
            pollfd(fd: isOutputOpen ? result.ours : -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: isComplaintOpen ? complaint.ours : -1, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&waits, nfds_t(waits.count), Int32(milliseconds)) > 0 else { return }
        if waits[0].revents != 0 { send() }
        if waits[1].revents != 0 { isOutputOpen = receive(result, keeping: true) }
        if waits[2].revents != 0 { isComplaintOpen = receive(complaint, keeping: false) }
    }

    private mutating func send() {
        let count = input[sent...].withUnsafeBytes {
            Glibc.send(feed.ours, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
        }
        if count > 0 {
            sent += count
        } else if errno != EAGAIN, errno != EINTR {
            // The program reads no more: how it ends says why.
            sent = input.count
        }
        if sent == input.count { shutdown(feed.ours, Int32(SHUT_WR)) }
    }

    /// Reads what is there; false at the end of the channel.
    private mutating func receive(_ pair: Pair, keeping isKept: Bool) -> Bool {
        let count = buffer.withUnsafeMutableBytes {
            recv(pair.ours, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT))
        }
        if count > 0, isKept { output.append(contentsOf: buffer[..<count]) }
        return count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR))
    }
}
