import Kernel

/// When a failed message is tried again: a minute later, then each time twice as long, up to four hours, for five days.
///
/// Source: RFC 5321, 4.5.4.1: at least half an hour between most tries, and four to five days before giving up.
struct RetryPlan: Sendable {
    var first: Int64 = 60_000
    var most: Int64 = 4 * 3_600_000
    var patience: Int64 = 5 * 24 * 3_600_000

    /// The pause after so many tries, a quarter shorter or longer by chance, so that a whole crowd that failed together
    /// does not come back together.
    func pause(after tries: Int, chance: UInt8) -> Int64 {
        let whole = min(most, first << Int64(min(max(tries - 1, 0), 20)))
        return whole * 3 / 4 + whole / 2 * Int64(chance) / 255
    }
}
