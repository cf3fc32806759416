import Kernel
import Testing

@testable import Dossiers

@Suite struct ReckoningTests {
    /// A term, the day from which it runs, what happened, and the last day that must come out.
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let length: String
        let start: String
        var suspensions: [(String, String?)] = []
        var daysMost: Int?
        var extensions: [String] = []
        var inWorkingDays = false
        var shifts = false
        var calendar = WorkingDays.legal
        var today = "2026-12-31"
        let last: String
    }

    static let cases: [Case] = [
        Case(testDescription: "thirty days", length: "P30D", start: "2026-07-01", last: "2026-07-31"),
        Case(testDescription: "a Saturday stays", length: "P30D", start: "2026-07-02", last: "2026-08-01"),
        Case(
            testDescription: "a Saturday moves",
            length: "P30D",
            start: "2026-07-02",
            shifts: true,
            last: "2026-08-03"
        ),
        Case(testDescription: "21 July moves", length: "P20D", start: "2026-07-01", shifts: true, last: "2026-07-22"),
        Case(
            testDescription: "11 July is no legal holiday, but a Saturday in 2026",
            length: "P10D",
            start: "2026-07-01",
            shifts: true,
            last: "2026-07-13"
        ),
        Case(
            testDescription: "11 July on a Friday moves only for Flemish officials",
            length: "P10D",
            start: "2025-07-01",
            shifts: true,
            calendar: .flemishOfficials,
            last: "2025-07-14"
        ),
        Case(
            testDescription: "11 July 2025, legal",
            length: "P10D",
            start: "2025-07-01",
            shifts: true,
            last: "2025-07-11"
        ),
        Case(
            testDescription: "Easter Monday and the weekend before it move",
            length: "P4D",
            start: "2026-03-31",
            shifts: true,
            last: "2026-04-07"
        ),
        Case(
            testDescription: "Christmas on a Friday moves over the weekend",
            length: "P30D",
            start: "2026-11-25",
            shifts: true,
            last: "2026-12-28"
        ),
        Case(testDescription: "a month from 31 January", length: "P1M", start: "2027-01-31", last: "2027-02-28"),
        Case(testDescription: "a month into a leap year", length: "P1M", start: "2028-01-31", last: "2028-02-29"),
        Case(testDescription: "a year from a leap day", length: "P1Y", start: "2028-02-29", last: "2029-02-28"),
        Case(testDescription: "ten days over a leap day", length: "P10D", start: "2028-02-25", last: "2028-03-06"),
        Case(testDescription: "over the change to summer time", length: "P7D", start: "2026-03-26", last: "2026-04-02"),
        Case(testDescription: "over the change to winter time", length: "P7D", start: "2026-10-22", last: "2026-10-29"),
        Case(
            testDescription: "suspended across 11 July",
            length: "P30D",
            start: "2026-06-22",
            suspensions: [("2026-07-03", "2026-07-15")],
            last: "2026-08-03"
        ),
        Case(
            testDescription: "suspended twice",
            length: "P30D",
            start: "2026-06-01",
            suspensions: [("2026-06-05", "2026-06-10"), ("2026-06-20", "2026-06-23")],
            last: "2026-07-09"
        ),
        Case(
            testDescription: "suspended and answered on the same day",
            length: "P30D",
            start: "2026-06-01",
            suspensions: [("2026-06-05", "2026-06-05")],
            last: "2026-07-01"
        ),
        Case(
            testDescription: "no longer than the most",
            length: "P30D",
            start: "2026-06-01",
            suspensions: [("2026-06-05", "2026-09-01")],
            daysMost: 20,
            last: "2026-07-21"
        ),
        Case(
            testDescription: "the most counts for all questions together",
            length: "P30D",
            start: "2026-06-01",
            suspensions: [("2026-06-05", "2026-06-20"), ("2026-06-25", "2026-07-05")],
            daysMost: 20,
            last: "2026-07-21"
        ),
        Case(
            testDescription: "asked when it was over already",
            length: "P30D",
            start: "2026-06-01",
            suspensions: [("2026-07-02", "2026-07-10")],
            last: "2026-07-01"
        ),
        Case(
            testDescription: "asked on the last day itself",
            length: "P30D",
            start: "2026-06-01",
            suspensions: [("2026-07-01", "2026-07-10")],
            last: "2026-07-10"
        ),
        Case(
            testDescription: "asked on a Sunday that would have moved",
            length: "P30D",
            start: "2026-06-05",
            suspensions: [("2026-07-06", "2026-07-08")],
            shifts: true,
            last: "2026-07-07"
        ),
        Case(
            testDescription: "still waiting: as it would be if the paper came today",
            length: "P30D",
            start: "2026-06-01",
            suspensions: [("2026-06-11", nil)],
            today: "2026-06-21",
            last: "2026-07-11"
        ),
        Case(
            testDescription: "made longer",
            length: "P30D",
            start: "2026-06-01",
            extensions: ["2026-06-20"],
            last: "2026-07-16"
        ),
        Case(
            testDescription: "made longer too late",
            length: "P30D",
            start: "2026-06-01",
            extensions: ["2026-07-02"],
            last: "2026-07-01"
        ),
        Case(
            testDescription: "suspended past its end and then made longer",
            length: "P30D",
            start: "2026-06-01",
            suspensions: [("2026-06-20", "2026-07-20")],
            extensions: ["2026-07-25"],
            last: "2026-08-15"
        ),
        Case(
            testDescription: "ten working days",
            length: "P10D",
            start: "2026-07-15",
            inWorkingDays: true,
            last: "2026-07-30"
        ),
        Case(
            testDescription: "ten working days with a suspension over a weekend",
            length: "P10D",
            start: "2026-06-01",
            suspensions: [("2026-06-05", "2026-06-09")],
            inWorkingDays: true,
            last: "2026-06-17"
        ),
        Case(
            testDescription: "working days over 1 and 2 November for Flemish officials",
            length: "P3D",
            start: "2026-10-30",
            inWorkingDays: true,
            calendar: .flemishOfficials,
            last: "2026-11-05"
        ),
    ]

    @Test(arguments: cases) func `the last day is the one that a clerk would count`(example: Case) {
        let reckoning = Self.reckon(example)
        #expect(reckoning.lastDay == day(example.last), "\(reckoning.lines.map(\.sentence))")
        #expect(reckoning.lines.last?.day == reckoning.lastDay)
    }

    @Test func `each step of the computation stands in a line of its own`() {
        var example = Case(testDescription: "", length: "P30D", start: "2026-06-22", shifts: true, last: "")
        example.suspensions = [("2026-07-03", "2026-07-14")]
        #expect(
            Self.reckon(example).lines.map(\.sentence) == [
                "Ontvangen op maandag 22 juni 2026. De dag erna is dag 1.",
                "Termijn van 30 dagen.",
                "Opgeschort van 3 juli 2026 tot 14 juli 2026: 11 dagen erbij.",
                "Zondag 2 augustus 2026 is een zondag: de uiterste dag schuift op.",
            ]
        )
    }

    @Test func `as long as the dossier is not complete a term from completeness does not run`() {
        var term = Term()
        term.start = .completeness
        let reckoning = Reckoning(term, Reckoning.Basis(start: nil, today: day("2026-07-01")), in: .legal)
        #expect(reckoning.lastDay == nil)
        #expect(reckoning.lines.map(\.sentence) == ["De termijn begint pas als het dossier volledig is."])
    }

    @Test func `no term, day or suspension traps, whatever they are`() {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<2_000 {
            var term = Term()
            term.length = Period(years: Int.random(in: 0...100, using: &random), days: 1) ?? .blank
            term.suspension = Term.Suspension()
            term.shift = Bool.random(using: &random) ? .stays : .nextWorkingDay
            let any = { (random: inout SeededGenerator) in
                Day(number: Int32.random(in: Day.first.number...Day.last.number, using: &random)) ?? .first
            }
            let from = any(&random)
            let basis = Reckoning.Basis(start: any(&random), suspensions: [(from, any(&random))], today: any(&random))
            _ = Reckoning(term, basis, in: .flemishOfficials)
        }
    }

    private static func reckon(_ example: Case) -> Reckoning {
        var term = Term()
        term.length = Period(example.length) ?? .blank
        term.inWorkingDays = example.inWorkingDays
        term.shift = example.shifts ? .nextWorkingDay : .stays
        var suspension = Term.Suspension()
        suspension.daysMost = example.daysMost
        term.suspension = suspension
        var longer = Term.Extension()
        longer.length = Period(days: 15) ?? .blank
        term.extend = longer
        let basis = Reckoning.Basis(
            start: day(example.start),
            suspensions: example.suspensions.map { (day($0.0), $0.1.map(day)) },
            extensions: example.extensions.map(day),
            today: day(example.today)
        )
        return Reckoning(term, basis, in: example.calendar)
    }
}
