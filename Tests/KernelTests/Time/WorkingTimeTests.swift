import Kernel
import Testing

struct WorkingTimeTests {
    private static let hour: Int64 = 3_600_000
    private static let year = day("2026-01-01")...day("2026-12-31")
    private let usual: WorkingTime
    private let split: WorkingTime

    init() throws {
        usual = try #require(WorkingTime(.usual, days: .flemishOfficials, span: WorkingTimeTests.year))
        let hours = try #require(
            OfficeHours([
                1: [time("13:00")..<time("17:00"), time("09:00")..<time("12:00")],
                2: [time("09:00")..<time("12:00"), time("16:00")..<time("19:00")],
                6: [time("09:00")..<time("12:00")],
                7: [time("00:00")..<time("24:00")],
            ])
        )
        split = try #require(WorkingTime(hours, days: .legal, span: WorkingTimeTests.year))
    }

    /// Moments are given as Brussels reads them, since that is how office hours are meant.
    private func at(_ date: String, _ clock: String) -> Instant {
        BrusselsTime.instant(on: day(date), at: time(clock))
    }

    @Test(arguments: [
        ("2026-11-24", "10:00", "2026-11-24", "11:30", 1.5), ("2026-11-24", "08:00", "2026-11-24", "18:00", 8),
        ("2026-11-24", "16:00", "2026-11-25", "10:00", 2), ("2026-11-27", "16:00", "2026-11-30", "10:00", 2),
        ("2026-11-28", "00:00", "2026-11-29", "24:00", 0), ("2026-12-24", "16:00", "2026-12-28", "10:00", 2),
        ("2026-11-24", "17:00", "2026-11-25", "09:00", 0), ("2026-11-24", "12:00", "2026-11-24", "12:00", 0),
        ("2026-11-24", "12:00", "2026-11-24", "10:00", 0), ("2026-03-27", "09:00", "2026-03-30", "17:00", 16),
        ("2026-10-23", "09:00", "2026-10-26", "17:00", 16),
    ])
    func `working time leaves out nights, weekends and closures`(
        from: String,
        _ fromTime: String,
        to: String,
        _ toTime: String,
        hours: Double
    ) {
        let working = usual.milliseconds(from: at(from, fromTime), to: at(to, toTime))
        #expect(working == Int64(hours * Double(WorkingTimeTests.hour)))
    }

    @Test func `each weekday has its own stretches, the lunch break does not count`() {
        let hour = WorkingTimeTests.hour
        #expect(split.milliseconds(from: at("2026-11-23", "11:00"), to: at("2026-11-23", "14:00")) == 2 * hour)
        #expect(split.milliseconds(from: at("2026-11-24", "00:00"), to: at("2026-11-24", "24:00")) == 6 * hour)
        #expect(split.milliseconds(from: at("2026-11-25", "00:00"), to: at("2026-11-25", "24:00")) == 0)
        #expect(split.milliseconds(from: at("2026-11-28", "00:00"), to: at("2026-11-28", "24:00")) == 3 * hour)
    }

    @Test func `a Sunday shift is an hour shorter in March and longer in October`() {
        let hour = WorkingTimeTests.hour
        #expect(split.milliseconds(from: at("2026-03-29", "00:00"), to: at("2026-03-29", "24:00")) == 23 * hour)
        #expect(split.milliseconds(from: at("2026-10-25", "00:00"), to: at("2026-10-25", "24:00")) == 25 * hour)
    }

    @Test func `moments outside the span have no answer, its very end has`() {
        #expect(usual.milliseconds(from: at("2025-12-31", "23:59"), to: at("2026-01-05", "10:00")) == nil)
        #expect(usual.milliseconds(from: at("2026-12-31", "16:00"), to: at("2026-12-31", "24:00")) == 3_600_000)
        #expect(usual.milliseconds(from: at("2026-12-31", "16:00"), to: at("2027-01-01", "00:00:00.001")) == nil)
        #expect(usual.milliseconds(from: .earliest, to: .latest) == nil)
        #expect(WorkingTime(.usual, days: .legal, span: .first ... .last) == nil)
    }

    @Test func `working time adds up, whatever lies between`() throws {
        var generator = SeededGenerator(seed: seed)
        let all = at("2026-01-01", "00:00").milliseconds...at("2026-12-31", "24:00").milliseconds
        for working in [usual, split] {
            for _ in 0..<3_000 {
                let moments = (0..<3).map { _ in Instant(milliseconds: .random(in: all, using: &generator)) }.sorted()
                let first = try #require(working.milliseconds(from: moments[0], to: moments[1]))
                let second = try #require(working.milliseconds(from: moments[1], to: moments[2]))
                #expect(working.milliseconds(from: moments[0], to: moments[2]) == first + second, "seed \(seed)")
                #expect(first <= moments[0].milliseconds(to: moments[1]))
                try isEarliest(working, first, moments[0], moments[1])
            }
        }
    }

    /// Going forward by the time between two moments arrives at the second, or before it with only free time between.
    private func isEarliest(_ working: WorkingTime, _ length: Int64, _ from: Instant, _ to: Instant) throws {
        let arrival = try #require(working.instant(after: length, from: from))
        #expect(arrival <= to)
        #expect(working.milliseconds(from: from, to: arrival) == length)
        guard length > 0, let before = arrival.adding(milliseconds: -1) else { return }
        #expect(working.milliseconds(from: from, to: before) == length - 1)
    }

    @Test func `four working hours from late Thursday before Christmas end on Monday`() {
        let hour = WorkingTimeTests.hour
        let start = at("2026-12-24", "16:00")
        #expect(usual.instant(after: 4 * hour, from: start) == at("2026-12-28", "12:00"))
        #expect(usual.instant(after: hour, from: start) == at("2026-12-24", "17:00"))
        #expect(usual.instant(after: 0, from: start) == start)
        #expect(usual.instant(after: -1, from: start) == nil)
        #expect(usual.instant(after: 2_000 * hour, from: start) == nil)
        #expect(usual.instant(after: .max, from: start) == nil)
    }

    @Test func `office hours that overlap, are empty or lie on no weekday are refused`() {
        let morning = time("09:00")..<time("12:00")
        #expect(OfficeHours([1: [morning, time("11:00")..<time("13:00")]]) == nil)
        #expect(OfficeHours([1: [time("09:00")..<time("09:00")]]) == nil)
        #expect(OfficeHours([0: [morning]]) == nil)
        #expect(OfficeHours([8: [morning]]) == nil)
        #expect(OfficeHours(mondayToFriday: [morning, time("12:00")..<time("13:00")]) != nil)
        #expect(OfficeHours.usual == OfficeHours(mondayToFriday: [time("09:00")..<time("17:00")]))
        #expect(OfficeHours.usual.stretches(onWeekday: .min + 1).isEmpty)
        let crumbs = (0..<9).compactMap { TimeOfDay(hour: $0) }.map {
            $0..<time("\($0.hour < 10 ? "0" : "")\($0.hour):30")
        }
        #expect(OfficeHours([1: crumbs]) == nil)
    }
}
