import Testing

@testable import Kernel

/// Counts on a paper calendar, one day after another, so that it shares nothing with the formulas under test.
private struct PaperCalendar {
    var (year, month, day, weekday) = (1, 1, 1, 1)

    var text: String {
        let (month, day) = (month < 10 ? "0\(month)" : "\(month)", day < 10 ? "0\(day)" : "\(day)")
        return String(repeating: "0", count: 4 - "\(year)".count) + "\(year)-\(month)-\(day)"
    }

    mutating func turn() {
        let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        weekday = weekday == 7 ? 1 : weekday + 1
        day += 1
        if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
        if month > 12 { (year, month) = (year + 1, 1) }
    }
}

struct DayTests {
    @Test func `every day of ten thousand years has the date and weekday of a paper calendar`() {
        var (paper, wrong) = (PaperCalendar(), [String]())
        for number in Day.first.number...Day.last.number {
            guard let day = Day(number: number) else {
                wrong.append("\(number)")
                continue
            }
            let (year, month, dayOfMonth) = day.civil
            let back = Day.number(year: paper.year, month: paper.month, day: paper.day)
            if (year, month, dayOfMonth, day.weekday) != (paper.year, paper.month, paper.day, paper.weekday)
                || back != number
            {
                wrong.append(paper.text)
            }
            paper.turn()
        }
        #expect(wrong.prefix(5).isEmpty)
        #expect(paper.year == 10_000)
    }

    @Test func `every day from 1900 to 2100 survives text, bytes and numbers`() {
        var (paper, wrong) = (PaperCalendar(), [String]())
        while paper.year < 1900 { paper.turn() }
        while paper.year <= 2100 {
            let day = Day(paper.text)
            var bytes: [UInt8] = []
            day?.write(into: &bytes)
            if day == nil || day?.description != paper.text || bytes != Array(paper.text.utf8)
                || day != Day(year: paper.year, month: paper.month, day: paper.day)
                || bytes.withUnsafeBufferPointer({ Day(utf8: $0) }) != day
            {
                wrong.append(paper.text)
            }
            paper.turn()
        }
        #expect(wrong.prefix(5).isEmpty)
    }

    @Test func `known days have their numbers`() {
        #expect(day("1970-01-01").number == 0)
        #expect(day("1970-01-01").weekday == 4)
        #expect(day("2026-11-24").number == 20_781)
        #expect(day("2026-11-24").weekday == 2)
        #expect(Day.first.description == "0001-01-01")
        #expect(Day.last.description == "9999-12-31")
        #expect(Day(number: Day.first.number - 1) == nil)
        #expect(Day(number: Day.last.number + 1) == nil)
        #expect(Day(number: .min) == nil)
        #expect(Day(number: .max) == nil)
    }

    @Test(arguments: [
        "", "2026-1-01", "2026-01-1", "26-01-01", "12026-01-01", "2026/01/01", "2026-01-01 ", " 2026-01-01",
        "2026-00-10", "2026-13-10", "2026-04-31", "2026-02-29", "2100-02-29", "2026-01-00", "2026-01-32", "0000-12-31",
        "+026-01-01", "-026-01-01", "2026-01-0１", "20260101", "2026-W04-1", "2026-01-01T00:00:00Z", "٢٠٢٦-٠١-٠١",
    ])
    func `what is not a date is refused`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test(arguments: [Int.min, -1, 0, 13, .max])
    func `a month or day that does not exist is refused, however large`(number: Int) {
        #expect(Day(year: 2026, month: number, day: 1) == nil)
        #expect(Day(year: 2026, month: 1, day: number == 13 ? 32 : number) == nil)
        #expect(Day(year: number == 13 ? 10_000 : number, month: 1, day: 1) == nil)
        #expect(Day.length(ofMonth: number, year: 2026) == nil)
    }

    @Test func `leap days exist in 2024, 2028 and 2000, not in 2100`() {
        #expect(Day("2024-02-29") != nil)
        #expect(Day("2028-02-29") != nil)
        #expect(Day("2000-02-29") != nil)
        #expect(Day("2100-02-29") == nil)
        #expect(day("2100-02-28").adding(days: 1) == day("2100-03-01"))
    }
}

struct DayArithmeticTests {
    @Test(arguments: [
        ("2026-01-31", "P1M", "2026-02-28"), ("2024-01-31", "P1M", "2024-02-29"), ("2100-01-31", "P1M", "2100-02-28"),
        ("2024-02-29", "P1Y", "2025-02-28"), ("2024-02-29", "P4Y", "2028-02-29"), ("2024-02-29", "P12M", "2025-02-28"),
        ("2024-01-31", "P1Y1M", "2025-02-28"), ("2026-10-31", "P4M", "2027-02-28"), ("2026-12-31", "P2M", "2027-02-28"),
        ("2026-01-31", "P1M1D", "2026-03-01"), ("2026-01-30", "P1M1W", "2026-03-07"),
        ("2026-03-28", "P30D", "2026-04-27"),
        ("2026-11-24", "P0D", "2026-11-24"), ("2026-12-31", "P1D", "2027-01-01"), ("1999-12-31", "P1Y2M", "2001-02-28"),
        ("2026-08-31", "P1M", "2026-09-30"), ("0001-01-01", "P9998Y11M30D", "9999-12-31"),
        ("2026-01-31", "P2M", "2026-03-31"),
    ])
    func `a period is added years and months first, then weeks and days`(from: String, by: String, to: String) {
        #expect(day(from).adding(period(by)) == day(to))
    }

    @Test(arguments: ["P1DT1H", "PT36H", "PT1M", "PT1S"])
    func `a period with hours is refused, since a date has none`(text: String) {
        #expect(day("2026-01-01").adding(period(text)) == nil)
    }

    @Test(arguments: ["P8000Y", "P999999999Y999999999M999999999W999999999D", "P999999999D", "P95688M"])
    func `a sum beyond the calendar is nil, never a trap`(text: String) {
        #expect(day("2026-01-01").adding(period(text)) == nil)
    }

    @Test func `days and months count both ways, and nil comes at both ends`() {
        #expect(day("2024-03-01").adding(days: -1) == day("2024-02-29"))
        #expect(day("2024-03-31").adding(months: -1) == day("2024-02-29"))
        #expect(day("2024-01-15").adding(months: -13) == day("2022-12-15"))
        #expect(Day.last.adding(days: 1) == nil)
        #expect(Day.first.adding(days: -1) == nil)
        #expect(Day.first.adding(months: -1) == nil)
        #expect(Day.last.adding(months: 1) == nil)
        #expect(Day.first.adding(months: 119_987) == day("9999-12-01"))
        #expect(day("9999-12-01").adding(months: -119_987) == Day.first)
        #expect(Day.first.adding(days: Day.first.days(to: .last)) == Day.last)
        for extreme in [Int.min, Int.min + 1, -4_000_000, 4_000_000, Int.max] {
            #expect(Day.last.adding(days: extreme) == nil)
            #expect(Day.first.adding(months: extreme) == nil)
        }
    }

    @Test func `going so many days and counting them agree`() {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<10_000 {
            let from = Day(number: Int32.random(in: -25_000...50_000, using: &generator))
            let count = Int.random(in: -20_000...20_000, using: &generator)
            guard let from, let to = from.adding(days: count) else { continue }
            #expect(from.days(to: to) == count)
            #expect((from < to) == (count > 0))
        }
        #expect(day("2026-11-24").days(to: day("2026-12-25")) == 31)
    }
}
