import Kernel
import Synchronization
import Testing

struct SurroundingsTests {
    private let moment = instant("2026-11-24T19:37:59.123Z")

    @Test func `fixed surroundings with one seed draw the same, with another not`() {
        let first = Surroundings.fixed(at: moment, seed: seed)
        let second = Surroundings.fixed(at: moment, seed: seed)
        let other = Surroundings.fixed(at: moment, seed: seed + 1)
        let drawn = (0..<5).map { _ in first.identifier() }
        #expect((0..<5).map { _ in second.identifier() } == drawn)
        #expect(Set(drawn).count == 5)
        #expect(!drawn.contains(other.identifier()))
        #expect(first.now() == moment)
        #expect(first.uptime() == .zero)
    }

    @Test func `threads that draw at once never get the same bytes`() async {
        let surroundings = Surroundings.fixed(at: moment, seed: seed)
        let drawn = await withTaskGroup(of: [Identifier].self) { group in
            for _ in 0..<8 { group.addTask { (0..<500).map { _ in surroundings.identifier() } } }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(Set(drawn).count == 4_000)
    }

    @Test func `a hand clock moves forward by hand, and can be set without losing its uptime`() {
        let clock = HandClock(at: moment)
        let surroundings = Surroundings.fixed(clock: clock, seed: seed)
        clock.advance(milliseconds: 1_500)
        #expect(surroundings.now() == instant("2026-11-24T19:38:00.623Z"))
        #expect(surroundings.uptime() == .milliseconds(1_500))
        clock.set(to: instant("2026-01-01T00:00:00Z"))
        clock.advance(milliseconds: -5)
        #expect(surroundings.now() == instant("2026-01-01T00:00:00Z"))
        #expect(surroundings.uptime() == .milliseconds(1_500))
        clock.advance(milliseconds: .max)
        #expect(surroundings.now() == .latest)
    }

    @Test func `live surroundings give this time, fresh bytes and a clock that never goes back`() {
        let live = Surroundings.live
        #expect(live.now() > instant("2025-01-01T00:00:00Z"))
        #expect(live.now() < instant("2200-01-01T00:00:00Z"))
        let readings = (0..<1_000).map { _ in live.uptime() }
        #expect(readings == readings.sorted())
        #expect(Set((0..<1_000).map { _ in live.identifier() }).count == 1_000)
    }

    @Test(arguments: [(-1, 0), (0, 0), (1, 1), (256, 256), (257, 257), (10_000, 10_000)])
    func `as many random bytes come as were asked for`(count: Int, given: Int) {
        #expect(Surroundings.live.random(count).count == given)
        #expect(Surroundings.fixed(at: moment, seed: seed).random(count).count == given)
        // The last part of a long draw is filled as well: 64 zeros by chance will not be seen.
        if count > 64 { #expect(Surroundings.live.random(count).suffix(64).contains { $0 != 0 }) }
    }

    @Test func `a source that gives too few bytes stops the program`() async {
        await #expect(processExitsWith: .failure) {
            let broken = Surroundings(now: { .earliest }, random: { _ in [1, 2, 3] })
            _ = broken.identifier()
        }
    }
}
