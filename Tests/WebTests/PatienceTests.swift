import NIOCore
import Testing

@testable import Web

@Suite struct PatienceTests {
    @Test func `a head has ten seconds and earns nothing by sending`() {
        var patience = Patience.head(Limits())
        patience.spend(.seconds(9))
        patience.earn(bytes: 1 << 20)
        #expect(!patience.isGone)
        patience.spend(.seconds(1))
        #expect(patience.isGone)
    }

    @Test func `a silent body has its grace and one window`() {
        var patience = Patience.body(Limits())
        patience.spend(.seconds(19))
        #expect(!patience.isGone)
        patience.spend(.seconds(1))
        #expect(patience.isGone)
    }

    @Test(arguments: [(1024, false), (1100, false), (900, true), (1, true)])
    func `a body at one KiB a second goes on for ever, below it for a while`(_ rate: Int, _ ends: Bool) {
        var patience = Patience.body(Limits())
        for _ in 0..<3_600 {
            patience.spend(.seconds(1))
            if patience.isGone { break }
            patience.earn(bytes: rate)
        }
        #expect(patience.isGone == ends)
    }

    @Test func `a burst buys no more than one window`() {
        var patience = Patience.body(Limits())
        patience.spend(.seconds(10))
        patience.earn(bytes: .max)
        #expect(patience.left == .seconds(15))
    }
}
