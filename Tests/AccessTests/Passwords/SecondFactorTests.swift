import Kernel
import Testing

@testable import Access

@Suite struct SecondFactorTests {
    /// RFC 6238, appendix B (SHA-1), the last six of the eight digits.
    @Test(
        arguments: [
            (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
            (2_000_000_000, "279037"), (20_000_000_000, "353130"),
        ] as [(Int64, String)]
    ) func `codes are those of the standard`(_ seconds: Int64, _ code: String) {
        let factor = SecondFactor(seed: Array("12345678901234567890".utf8))
        #expect(factor.code(at: Instant(milliseconds: seconds * 1_000)) == code)
    }

    @Test func `the seed is shown as apps read it`() {
        #expect(SecondFactor(seed: Array("12345678901234567890".utf8)).text == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
        #expect(SecondFactor(seed: Array("foob".utf8)).text == "MZXW6YQ")
    }

    @Test(arguments: [(-31, false), (-30, true), (0, true), (30, true), (61, false)] as [(Int64, Bool)])
    func `a clock may be half a minute off`(_ offset: Int64, _ counts: Bool) {
        let factor = SecondFactor(Surroundings.fixed(at: Ground.start, seed: 4))
        let now = Instant(milliseconds: 1_790_000_010_000 / 30_000 * 30_000)
        let code = factor.code(at: Instant(milliseconds: now.milliseconds + offset * 1_000))
        #expect((factor.step(of: code, at: now) != nil) == counts)
    }

    @Test(arguments: ["", "12345", "1234567", "abcdef", "１２３４５６"])
    func `what is no code is wrong`(_ code: String) {
        #expect(SecondFactor(seed: [1, 2, 3]).step(of: code, at: Ground.start) == nil)
    }
}
