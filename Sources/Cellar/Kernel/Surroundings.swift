/// What varies between one run and the next: handed in, never fetched from the air.
public struct Surroundings: Sendable {
    /// The time of day; it may jump when somebody sets the clock, so never subtract two of them to measure.
    public var now: @Sendable () -> Instant
    /// So many bytes that nobody can guess; none for a count below one.
    public var random: @Sendable (_ count: Int) -> [UInt8]
    /// Time since some fixed moment, which only grows: for measuring and for deadlines within this process.
    public var uptime: @Sendable () -> Duration

    /// Puts surroundings together; measuring is live unless something else is given.
    public init(
        now: @escaping @Sendable () -> Instant,
        random: @escaping @Sendable (_ count: Int) -> [UInt8],
        uptime: (@Sendable () -> Duration)? = nil
    ) {
        (self.now, self.random) = (now, random)
        self.uptime = uptime ?? { LiveSource.uptime() }
    }

    /// A new version 4 UUID out of `random`.
    ///
    /// Stops the program if `random` gives fewer than the sixteen bytes asked for: two equal identities are worse.
    public func identifier() -> Identifier {
        guard let drawn = Identifier(bytes: random(16)) else {
            preconditionFailure("Surroundings.random must give as many bytes as it is asked for")
        }
        return Identifier(version4: drawn.high, drawn.low)
    }

    /// The machine's clocks and the kernel's randomness.
    public static let live = Surroundings(now: { LiveSource.now() }, random: { LiveSource.random($0) })

    /// For tests: time stands still, and equal seeds draw equal bytes.
    public static func fixed(at instant: Instant, seed: UInt64) -> Surroundings {
        fixed(clock: HandClock(at: instant), seed: seed)
    }

    /// For tests: time moves when the test moves the clock, and equal seeds draw equal bytes.
    ///
    /// Several threads may draw at once: no bytes are given twice, but who gets which is then up to the threads.
    public static func fixed(clock: HandClock, seed: UInt64) -> Surroundings {
        let source = SeededSource(seed: seed)
        return Surroundings(now: { clock.now }, random: { source.random($0) }, uptime: { clock.uptime })
    }
}
