#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The machine's own clocks and randomness, behind `Surroundings.live`.
enum LiveSource {
    /// The wall clock of the machine (CLOCK_REALTIME), cut to milliseconds.
    static func now() -> Instant {
        let time = read(CLOCK_REALTIME)
        let (product, overflow) = Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000)
        return Instant(milliseconds: overflow ? .max : product &+ Int64(time.tv_nsec) / 1_000_000)
    }

    /// Time since the machine started, which only grows (CLOCK_MONOTONIC).
    static func uptime() -> Duration {
        let time = read(CLOCK_MONOTONIC)
        return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
    }

    /// Bytes from the kernel's generator (getentropy, 256 at most in each call); none for a count below one.
    ///
    /// Stops the program if the kernel refuses: going on with guessable secrets would be worse.
    static func random(_ count: Int) -> [UInt8] {
        guard count > 0 else { return [] }
        return Array(unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let part = UnsafeMutableBufferPointer(rebasing: buffer[filled..<min(filled + 256, count)])
                precondition(getentropy(part.baseAddress, part.count) == 0, "the kernel gave no random bytes")
                filled += part.count
            }
        }
    }

    private static func read(_ clock: clockid_t) -> timespec {
        var time = timespec()
        // The two clocks asked for always exist, so there is no error to answer.
        clock_gettime(clock, &time)
        return time
    }
}
