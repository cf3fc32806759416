import Kernel
import Testing

struct WordingTests {
    private let monday = day("2026-06-22")

    @Test(arguments: [
        (Language.nl, "22 juni 2026", "maandag 22 juni 2026"), (.en, "22 June 2026", "Monday 22 June 2026"),
        (.fr, "22 juin 2026", "lundi 22 juin 2026"),
    ])
    func `a day reads as people write it`(language: Language, text: String, weekday: String) {
        #expect(monday.written(in: language) == text)
        #expect(monday.written(.weekday, in: language) == weekday)
        #expect(monday.written(.table, in: language) == "22/06/2026")
    }

    @Test func `the first of a month is an ordinal in French only`() {
        #expect(day("2026-05-01").written(in: .fr) == "1er mai 2026")
        #expect(day("2026-05-01").written(.weekday, in: .fr) == "vendredi 1er mai 2026")
        #expect(day("2026-05-01").written() == "1 mei 2026")
        #expect(day("2026-05-01").written(in: .en) == "1 May 2026")
        #expect(day("0987-05-01").written(.table) == "01/05/0987")
    }

    @Test func `every month and weekday has its own name in each language`() {
        for language in Language.allCases {
            let year = (0..<366).compactMap { day("2026-01-01").adding(days: $0) }
            let words = year.map { $0.written(.weekday, in: language).split(separator: " ") }
            #expect(Set(words.map { $0[0] }).count == 7)
            #expect(Set(words.map { $0[2] }).count == 12)
        }
    }

    @Test(arguments: [
        ("10:12", "10.12 uur", "10:12", "10\u{A0}h\u{A0}12"), ("09:05", "9.05 uur", "09:05", "9\u{A0}h\u{A0}05"),
        ("10:00", "10 uur", "10:00", "10\u{A0}h"), ("00:30:59.999", "0.30 uur", "00:30", "0\u{A0}h\u{A0}30"),
        ("24:00", "24 uur", "24:00", "24\u{A0}h"),
    ])
    func `a time reads as people write it`(clock: String, nl: String, en: String, fr: String) {
        #expect(time(clock).written(in: .nl) == nl)
        #expect(time(clock).written(in: .en) == en)
        #expect(time(clock).written(in: .fr) == fr)
        #expect(time(clock).written(.table, in: .fr) == en)
    }

    @Test func `a moment reads as date and time in Brussels`() {
        let reading = BrusselsTime.reading(at: instant("2026-06-22T08:12:00Z"))
        #expect(reading.written() == "22 juni 2026 om 10.12 uur")
        #expect(reading.written(.weekday) == "maandag 22 juni 2026 om 10.12 uur")
        #expect(reading.written(.table) == "22/06/2026 10:12")
        #expect(reading.written(in: .en) == "22 June 2026 at 10:12")
        #expect(reading.written(in: .fr) == "22 juin 2026 à 10\u{A0}h\u{A0}12")
    }
}

struct TimeOfDayTests {
    @Test(arguments: ["00:00", "09:05", "23:59:59", "23:59:59.999", "24:00", "12:00:00.001"])
    func `a time is written as it was read`(text: String) {
        #expect(TimeOfDay(text)?.description == text)
    }

    @Test(arguments: [
        "", "9:05", "24:01", "24:00:00.001", "25:00", "12:60", "12:00:60", "12:00:00.1", "12:00:", "12.00", "12",
    ])
    func `what is not a time of day is refused`(text: String) {
        #expect(TimeOfDay(text) == nil)
    }

    @Test func `numbers beyond a day are refused`() {
        #expect(TimeOfDay(milliseconds: -1) == nil)
        #expect(TimeOfDay(milliseconds: 86_400_001) == nil)
        #expect(TimeOfDay(hour: .max) == nil)
        #expect(TimeOfDay(hour: 1, minute: .min) == nil)
        #expect(TimeOfDay(hour: 24) == .endOfDay)
        #expect(TimeOfDay(milliseconds: 86_400_000) == .endOfDay)
    }
}
