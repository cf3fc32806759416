internal import Kernel
internal import Logging

extension Reception {
    /// One line for each answer: which route, how it went, how long it took. No address, no path, no name.
    func log(_ delivery: Delivery) {
        logger.info("request", metadata: facts(delivery.trace, status: delivery.status.code))
    }

    /// The same for an answer that broke off: the visitor went away, or the handler failed half-way.
    func log(_ delivery: Delivery, cut error: any Error) {
        var facts = facts(delivery.trace, status: delivery.status.code)
        facts["cut"] = "\(type(of: error))"
        logger.info("request", metadata: facts)
    }

    /// Our own mistake: the kind of error, and not its text, which may name somebody.
    func logMistake(_ error: any Error, _ trace: Trace) {
        logger.error(
            "mistake",
            metadata: ["error": "\(type(of: error))", "route": "\(trace.route)", "id": "\(trace.id)"]
        )
    }

    private func facts(_ trace: Trace, status: Int) -> Logger.Metadata {
        let elapsed = (surroundings.uptime() - trace.started).components
        let milliseconds = elapsed.seconds * 1_000 + elapsed.attoseconds / 1_000_000_000_000_000
        return [
            "method": "\(trace.method)", "route": "\(trace.route)", "status": "\(status)", "ms": "\(milliseconds)",
            "id": "\(trace.id)",
        ]
    }
}
