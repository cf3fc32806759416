import Kernel
import Testing

struct HolidayTests {
    @Test(arguments: [
        "1818-03-22", "1961-04-02", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21", "2024-03-31",
        "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2038-04-25", "2049-04-18",
        "2076-04-19", "2100-03-28", "2285-03-22",
    ])
    func `Easter falls where almanacs have it`(date: String) {
        #expect(Holiday.easter(in: day(date).year) == day(date))
    }

    @Test func `Easter is always a Sunday from 22 March to 25 April and agrees with another method`() {
        for year in 1...9999 {
            let easter = Holiday.easter(in: year)
            #expect(easter?.weekday == 7)
            #expect(easter == easterByButcher(year))
        }
        #expect(Holiday.easter(in: 0) == nil)
        #expect(Holiday.easter(in: 10_000) == nil)
        #expect(Holiday.easter(in: .max) == nil)
    }

    /// The anonymous method printed by Butcher (1876), a chain of divisions without a full moon or weekday.
    private func easterByButcher(_ year: Int) -> Day? {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let n = h + l - 7 * m + 114
        return Day(year: year, month: n / 31, day: n % 31 + 1)
    }

    @Test func `the ten holidays of 2026 are these`() {
        let days = Holiday.allCases.compactMap { $0.day(in: 2026)?.description }
        #expect(
            days == [
                "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-25",
                "2026-07-21", "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25",
            ]
        )
    }

    @Test func `asking by day and by name agree, and no other day is a holiday`() {
        for year in 1960...2100 {
            let days = Set(Holiday.allCases.compactMap { $0.day(in: year) })
            var found: Set<Day> = []
            var day = Day(year: year, month: 1, day: 1)
            while let today = day, today.year == year {
                if let holiday = Holiday.on(today) {
                    found.insert(today)
                    #expect(holiday.day(in: year) == today)
                }
                day = today.adding(days: 1)
            }
            #expect(found == days)
        }
    }

    @Test func `Ascension on the first of May is Labour Day`() {
        #expect(Holiday.ascension.day(in: 2008) == day("2008-05-01"))
        #expect(Holiday.on(day("2008-05-01")) == .labourDay)
    }
}

struct WorkingDaysTests {
    private let officials = WorkingDays.flemishOfficials

    @Test(arguments: [
        ("2026-11-24", true, true), ("2026-11-28", false, false), ("2026-11-29", false, false),
        ("2026-12-25", false, false), ("2025-07-11", true, false), ("2026-11-02", true, false),
        ("2024-11-15", true, false), ("2025-12-26", true, false), ("2026-05-14", false, false),
        ("2026-05-15", true, true), ("2026-04-06", false, false), ("2026-07-21", false, false),
    ])
    func `weekends and holidays are free, closures only where they count`(date: String, legal: Bool, town: Bool) {
        #expect(WorkingDays.legal.isWorkingDay(day(date)) == legal)
        #expect(officials.isWorkingDay(day(date)) == town)
    }

    @Test func `working days over Christmas skip the feast, the day after it, the weekend and New Year`() {
        // Thursday 24 December 2026; 25 and 26 are closed, 27 is a Sunday, 1 January a Friday.
        let eve = day("2026-12-24")
        #expect(officials.adding(workingDays: 1, to: eve) == day("2026-12-28"))
        #expect(officials.adding(workingDays: 4, to: eve) == day("2026-12-31"))
        #expect(officials.adding(workingDays: 5, to: eve) == day("2027-01-04"))
        #expect(officials.adding(workingDays: 0, to: day("2026-12-25")) == day("2026-12-25"))
        #expect(officials.adding(workingDays: -1, to: day("2026-12-28")) == eve)
        #expect(officials.adding(workingDays: -5, to: day("2027-01-04")) == eve)
        // In 2025 the 25th is a Thursday: only officials have the Friday.
        #expect(officials.adding(workingDays: 1, to: day("2025-12-24")) == day("2025-12-29"))
        #expect(WorkingDays.legal.adding(workingDays: 1, to: day("2025-12-24")) == day("2025-12-26"))
    }

    @Test func `the next working day is the day itself when people work`() {
        #expect(officials.nextWorkingDay(onOrAfter: day("2026-11-24")) == day("2026-11-24"))
        #expect(officials.nextWorkingDay(onOrAfter: day("2026-12-25")) == day("2026-12-28"))
        #expect(officials.nextWorkingDay(onOrAfter: day("2026-10-31")) == day("2026-11-03"))
    }

    @Test func `a town's own list replaces the usual closures of that year alone`() {
        var closures = TownClosures.flemishOfficials
        closures.years[2026] = [day("2026-05-15"): Text(nl: "brugdag")]
        let town = WorkingDays(closures: closures)
        #expect(!town.isWorkingDay(day("2026-05-15")))
        #expect(town.isWorkingDay(day("2026-11-02")))
        #expect(!town.isWorkingDay(day("2027-11-02")))
        #expect(town.closure(on: day("2026-05-15"))?.nl == "brugdag")
        #expect(town.closure(on: day("2026-05-14"))?.nl == "Onze-Lieve-Heer-Hemelvaart")
        #expect(town.closure(on: day("2026-05-16")) == nil)
    }

    @Test func `a town that closes for years ends the search instead of hanging it`() {
        var closures = TownClosures.none
        for year in 2026...2031 {
            let start = day("\(year)-01-01")
            closures.years[year] = Dictionary(
                uniqueKeysWithValues: (0..<366).compactMap { start.adding(days: $0) }.map { ($0, Text(nl: "dicht")) }
            )
        }
        let town = WorkingDays(closures: closures)
        #expect(town.nextWorkingDay(onOrAfter: day("2026-01-01")) == nil)
        #expect(town.adding(workingDays: 1, to: day("2026-01-01")) == nil)
        #expect(town.adding(workingDays: 1, to: day("2031-12-31")) == day("2032-01-02"))
    }

    @Test func `counts without bounds and the ends of the calendar give nil`() {
        for count in [Int.min, -10_001, 10_001, .max] {
            #expect(officials.adding(workingDays: count, to: day("2026-01-01")) == nil)
        }
        #expect(officials.adding(workingDays: 10_000, to: day("2026-01-01")) != nil)
        #expect(officials.adding(workingDays: 1, to: .last) == nil)
        #expect(officials.adding(workingDays: -1, to: .first) == nil)
        #expect(WorkingDays(closures: .none).nextWorkingDay(onOrAfter: .last) == .last)
    }

    @Test func `so many working days later is what counting one by one gives`() {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            guard let from = Day(number: Int32.random(in: 15_000...30_000, using: &generator)) else { continue }
            let count = Int.random(in: 1...60, using: &generator)
            let to = officials.adding(workingDays: count, to: from)
            let between = (1...from.days(to: to ?? from)).compactMap { from.adding(days: $0) }
            #expect(between.filter(officials.isWorkingDay).count == count, "seed \(seed)")
            #expect(to.map(officials.isWorkingDay) == true)
        }
    }
}

struct TermShiftTests {
    @Test(arguments: [
        // 30 days after Thursday 25 November 2026 is Christmas, a Friday; Monday 28 December is the next working day.
        ("2026-11-25", "P30D", "2026-12-25", "2026-12-28"), ("2026-11-24", "P30D", "2026-12-24", "2026-12-24"),
        ("2026-01-31", "P1M", "2026-02-28", "2026-03-02"), ("2026-03-05", "P1M", "2026-04-05", "2026-04-07"),
        ("2026-04-01", "P30D", "2026-05-01", "2026-05-04"),
    ])
    func `a term stays where it falls, or moves to the next working day`(
        from: String,
        by: String,
        none: String,
        moved: String
    ) {
        let (start, length) = (day(from), period(by))
        #expect(start.adding(length, shift: .none, in: .legal) == day(none))
        #expect(start.adding(length, shift: .nextWorkingDay, in: .legal) == day(moved))
    }

    @Test func `a closure moves a term only in the calendar that has it`() {
        let start = day("2025-11-26")
        #expect(start.adding(period("P30D"), shift: .nextWorkingDay, in: .legal) == day("2025-12-26"))
        #expect(start.adding(period("P30D"), shift: .nextWorkingDay, in: .flemishOfficials) == day("2025-12-29"))
        #expect(start.adding(period("PT1H"), shift: .nextWorkingDay, in: .legal) == nil)
    }
}
