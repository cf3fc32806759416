internal import NIOCore

/// How far the visitor has come in taking what was sent.
struct SendProgress {
    private var enqueued = 0
    private var mark = 0
    private var since: NIODeadline?

    /// Whether bytes wait for the visitor.
    var isWaiting: Bool { since != nil }

    mutating func enqueue(_ count: Int) {
        enqueued &+= count
    }

    /// Takes note of what is still pending; the clock starts when something first waits.
    mutating func look(pending: Int, now: NIODeadline) {
        guard pending > 0 else { return since = nil }
        if since == nil { (since, mark) = (now, enqueued &- pending) }
        taken = enqueued &- pending
    }

    /// Whether the visitor took too little for too long; enough starts the clock anew.
    mutating func isStalled(_ now: NIODeadline, _ limits: Limits) -> Bool {
        guard let begun = since else { return false }
        if taken &- mark >= limits.writeProgress {
            (since, mark) = (now, taken)
            return false
        }
        return now - begun >= TimeAmount(limits.writeWait)
    }

    private var taken = 0
}
