import Kernel
import Testing

/// A year, and the days on which its summer time starts and ends.
struct Summer: Sendable, CustomTestStringConvertible {
    let start, end: String
    var testDescription: String { "\(start) to \(end)" }
}

struct BrusselsTimeTests {
    @Test(arguments: [
        Summer(start: "2024-03-31", end: "2024-10-27"), Summer(start: "2025-03-30", end: "2025-10-26"),
        Summer(start: "2026-03-29", end: "2026-10-25"), Summer(start: "2027-03-28", end: "2027-10-31"),
        Summer(start: "2028-03-26", end: "2028-10-29"), Summer(start: "2029-03-25", end: "2029-10-28"),
        Summer(start: "2030-03-31", end: "2030-10-27"), Summer(start: "1996-03-31", end: "1996-10-27"),
        Summer(start: "1995-03-26", end: "1995-09-24"), Summer(start: "1977-04-03", end: "1977-09-25"),
        Summer(start: "1978-04-02", end: "1978-10-01"), Summer(start: "1980-04-06", end: "1980-09-28"),
    ])
    func `clocks change at one o'clock in Greenwich`(summer: Summer) {
        let before = [summer.start, summer.end].map { BrusselsTime.offset(at: instant("\($0)T00:59:59.999Z")) }
        let after = [summer.start, summer.end].map { BrusselsTime.offset(at: instant("\($0)T01:00:00Z")) }
        #expect(before == [3_600_000, 7_200_000])
        #expect(after == [7_200_000, 3_600_000])
    }

    @Test func `there was no summer time between the war and 1977`() {
        #expect(BrusselsTime.offset(at: instant("1976-07-01T12:00:00Z")) == 3_600_000)
        #expect(BrusselsTime.offset(at: instant("1950-07-01T12:00:00Z")) == 3_600_000)
    }

    @Test func `a moment late in the evening in Greenwich is already tomorrow in Brussels`() {
        let reading = BrusselsTime.reading(at: instant("2026-06-22T22:12:30Z"))
        #expect(reading.day == day("2026-06-23"))
        #expect(reading.time == time("00:12:30"))
        #expect(BrusselsTime.day(of: instant("2026-12-31T22:59:59.999Z")) == day("2026-12-31"))
        #expect(BrusselsTime.day(of: instant("2026-12-31T23:00:00Z")) == day("2027-01-01"))
    }

    @Test(arguments: [
        ("2026-03-29", "01:59:59.999", "2026-03-29T00:59:59.999Z"), ("2026-03-29", "02:00", "2026-03-29T01:00:00Z"),
        ("2026-03-29", "02:30", "2026-03-29T01:00:00Z"), ("2026-03-29", "02:59:59.999", "2026-03-29T01:00:00Z"),
        ("2026-03-29", "03:00", "2026-03-29T01:00:00Z"), ("2026-03-29", "03:30", "2026-03-29T01:30:00Z"),
        ("2026-10-25", "01:59", "2026-10-24T23:59:00Z"), ("2026-10-25", "02:00", "2026-10-25T00:00:00Z"),
        ("2026-10-25", "02:30", "2026-10-25T00:30:00Z"), ("2026-10-25", "02:59:59.999", "2026-10-25T00:59:59.999Z"),
        ("2026-10-25", "03:00", "2026-10-25T02:00:00Z"), ("2026-06-22", "24:00", "2026-06-22T22:00:00Z"),
    ])
    func `a time that is skipped becomes the next one, a time that comes twice the first`(
        date: String,
        clock: String,
        moment: String
    ) {
        #expect(BrusselsTime.instant(on: day(date), at: time(clock)) == instant(moment))
    }

    @Test func `days meet without a gap, and last 23, 24 or 25 hours`() {
        var lengths: [Int64: Int] = [:]
        for number in day("1976-01-01").number...day("2040-12-31").number {
            guard let today = Day(number: number), let tomorrow = today.adding(days: 1) else { continue }
            let (start, end) = (BrusselsTime.start(of: today), BrusselsTime.end(of: today))
            #expect(end == BrusselsTime.start(of: tomorrow))
            #expect(BrusselsTime.day(of: start) == today)
            #expect(BrusselsTime.day(of: end) == tomorrow)
            #expect(end.adding(milliseconds: -1).map { BrusselsTime.day(of: $0) } == today)
            lengths[start.milliseconds(to: end) / 3_600_000, default: 0] += 1
        }
        #expect(lengths[23] == 64)
        #expect(lengths[25] == 64)
        #expect(lengths.count == 3)
    }

    @Test func `reading a moment and finding it again agree, but for the second hour of autumn`() {
        var generator = SeededGenerator(seed: seed)
        let all = Instant.earliest.milliseconds...Instant.latest.milliseconds - 7_200_000
        for _ in 0..<20_000 {
            let moment = Instant(milliseconds: Int64.random(in: all, using: &generator))
            let reading = BrusselsTime.reading(at: moment)
            let found = BrusselsTime.instant(on: reading.day, at: reading.time)
            #expect(found == moment || found.adding(milliseconds: 3_600_000) == moment, "seed \(seed)")
        }
        let twice = instant("2026-10-25T01:30:00Z")
        let reading = BrusselsTime.reading(at: twice)
        #expect(BrusselsTime.instant(on: reading.day, at: reading.time) == instant("2026-10-25T00:30:00Z"))
    }

    @Test func `the ends of the calendar hold`() {
        #expect(BrusselsTime.start(of: .first) == Instant.earliest)
        #expect(BrusselsTime.day(of: .latest) == Day.last)
        #expect(BrusselsTime.day(of: .earliest) == Day.first)
        #expect(BrusselsTime.end(of: .last) == instant("9999-12-31T23:00:00Z"))
    }

    @Test(arguments: [
        ("2026-03-28T11:00:00Z", "P1D", "2026-03-29T10:00:00Z"),
        ("2026-03-28T11:00:00Z", "PT24H", "2026-03-29T11:00:00Z"),
        ("2026-03-28T01:30:00Z", "P1D", "2026-03-29T01:00:00Z"),
        ("2026-10-25T01:30:00Z", "PT1H", "2026-10-25T02:30:00Z"),
        ("2026-10-24T10:00:00Z", "P1DT2H", "2026-10-25T13:00:00Z"),
        ("2026-01-31T22:59:00Z", "P1M", "2026-02-28T22:59:00Z"),
        ("2026-10-25T01:30:00Z", "P0D", "2026-10-25T01:30:00Z"),
    ])
    func `a day is a day on the clock, an hour is an hour that passes`(from: String, by: String, to: String) {
        #expect(BrusselsTime.adding(period(by), to: instant(from)) == instant(to))
    }

    @Test func `a sum beyond the calendar is nil`() {
        #expect(BrusselsTime.adding(period("P9000Y"), to: instant("2026-01-01T00:00:00Z")) == nil)
        #expect(BrusselsTime.adding(period("PT999999999H"), to: instant("2026-01-01T00:00:00Z")) == nil)
        #expect(BrusselsTime.adding(period("P1DT999999999H999999999M999999999S"), to: .latest) == nil)
    }
}
