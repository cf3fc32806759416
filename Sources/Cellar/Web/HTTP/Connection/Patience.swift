internal import NIOCore

/// The time a connection may still keep the server waiting for bytes: waiting spends it, bytes earn it.
///
/// With a rate of 1 KiB/s each KiB earns a second, up to the window; so an average below the rate runs dry, a burst
/// buys a pause no longer than the window, and no history has to be kept.
struct Patience: Equatable {
    private(set) var left: TimeAmount
    private let most: TimeAmount
    private let perByte: Int64

    /// A head earns nothing: it is whole in time or it is not.
    static func head(_ limits: Limits) -> Patience {
        Patience(left: TimeAmount(limits.headWait), most: TimeAmount(limits.headWait), perByte: 0)
    }

    /// A body may be still for its grace and one window, and from then on keeps its rate.
    static func body(_ limits: Limits) -> Patience {
        Patience(
            left: TimeAmount(limits.bodyGrace) + TimeAmount(limits.bodyWindow),
            most: TimeAmount(limits.bodyWindow),
            perByte: 1_000_000_000 / Int64(max(1, limits.bodyRate))
        )
    }

    var isGone: Bool { left <= .zero }

    mutating func spend(_ time: TimeAmount) {
        left = left - time
    }

    mutating func earn(bytes: Int) {
        guard left < most else { return }
        let (earned, overflow) = perByte.multipliedReportingOverflow(by: Int64(bytes))
        left = overflow ? most : min(most, left + .nanoseconds(min(earned, most.nanoseconds)))
    }
}
