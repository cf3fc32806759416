internal import Synchronization

/// Counts connections and says which may come in.
///
/// One address cannot take all places, and the last tenth is for this machine itself, so that health checks get
/// through a flood. Trusted proxies speak for many visitors and have no share of their own to exceed.
final class Doorkeeper: Sendable {
    private struct Inside {
        var all = 0
        var byAddress: [NetworkBlock: Int] = [:]
    }

    private let limits: Limits
    private let proxies: TrustedProxies
    private let inside = Mutex(Inside())

    init(limits: Limits, proxies: TrustedProxies) {
        (self.limits, self.proxies) = (limits, proxies)
    }

    /// Takes a place, if there is one; `leave` gives it back.
    func enter(_ address: NetworkAddress?) -> Bool {
        let isLocal = address?.isLoopback ?? true
        let most = isLocal ? limits.connections : limits.connections - limits.connections * limits.reservePercent / 100
        let household = isCapped(address) ? address?.household : nil
        return inside.withLock { inside in
            guard inside.all < most else { return false }
            if let household {
                guard inside.byAddress[household, default: 0] < limits.connectionsPerAddress else { return false }
                inside.byAddress[household, default: 0] += 1
            }
            inside.all += 1
            return true
        }
    }

    func leave(_ address: NetworkAddress?) {
        let household = isCapped(address) ? address?.household : nil
        inside.withLock { inside in
            inside.all -= 1
            guard let household else { return }
            let rest = inside.byAddress[household, default: 1] - 1
            inside.byAddress[household] = rest == 0 ? nil : rest
        }
    }

    private func isCapped(_ address: NetworkAddress?) -> Bool {
        guard let address, !proxies.contains(address) else { return false }
        return limits.capsLoopback || !address.isLoopback
    }
}
