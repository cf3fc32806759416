import Kernel
import Testing

struct PeriodTests {
    @Test(arguments: [
        ("P30D", "P30D"), ("P1Y2M", "P1Y2M"), ("PT36H", "PT36H"), ("P10Y", "P10Y"), ("P120M", "P120M"),
        ("P2W", "P2W"), ("P1Y2M3W4DT5H6M7S", "P1Y2M3W4DT5H6M7S"), ("P1M", "P1M"), ("PT1M", "PT1M"),
        ("P1MT1M", "P1MT1M"),
        ("P0D", "P0D"), ("PT0S", "P0D"), ("P0Y", "P0D"), ("P007D", "P7D"), ("P1Y0M", "P1Y"), ("P0DT1H", "PT1H"),
        ("P999999999D", "P999999999D"),
    ])
    func `a duration keeps its parts as they were sent`(text: String, written: String) {
        #expect(Period(text)?.description == written)
    }

    @Test(arguments: [
        "", "P", "PT", "P1", "P1DT", "1D", "30", "p1d", "P1d", "P-1D", "-P1D", "+P1D", "P1.5D", "P1,5D", "P1D1Y",
        "P1Y1Y",
        "P1H", "PT1D", "P1DT1HT1M", "PT1S1H", "P 1D", "P1D ", "P1000000000D", "P99999999999999999999D", "PD", "P1YM",
        "P0001-01-01", "P1Y2M3D4", "PTT1H", "P1S", "PT1Y",
    ])
    func `what is not a whole duration is refused`(text: String) {
        #expect(Period(text) == nil)
    }

    @Test func `parts are bounded on both sides`() {
        #expect(Period(years: -1) == nil)
        #expect(Period(seconds: Period.partMax + 1) == nil)
        #expect(Period(days: .max) == nil)
        #expect(Period(months: .min) == nil)
        #expect(Period(days: 30)?.description == "P30D")
        #expect(Period()?.isZero == true)
    }

    @Test func `a year and twelve months are different values`() {
        #expect(period("P1Y") != period("P12M"))
        #expect(period("P7D") != period("P1W"))
    }

    @Test func `every period is the one its text says`() {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<10_000 {
            let parts = (0..<7).map { _ in
                [0, 0, 1, Int.random(in: 0...Period.partMax, using: &generator)].randomElement(using: &generator) ?? 0
            }
            let period = Period(
                years: parts[0],
                months: parts[1],
                weeks: parts[2],
                days: parts[3],
                hours: parts[4],
                minutes: parts[5],
                seconds: parts[6]
            )
            #expect(period != nil)
            #expect(period.flatMap { Period($0.description) } == period)
        }
    }
}
